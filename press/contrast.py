"""How well a colour can be told from another (WCAG 2.2, the definition of contrast ratio)."""

from press.pagetext import Colour


def contrast(one: Colour, other: Colour) -> float:
    """The ratio of two colours, from 1 for none to 21 for black on white."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: Colour) -> float:
    """The relative luminance, from 0 for black to 1 for white."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grey(colour: Colour) -> Colour:
    """A colour as a printer without colours shows it (ISO 32000-1, 10.3.3)."""
    red, green, blue = colour
    level = round(0.3 * red + 0.59 * green + 0.11 * blue)
    return level, level, level


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
