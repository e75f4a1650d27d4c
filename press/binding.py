"""What a binding asks of the pages: a wider inner margin the thicker the book, and marks to cut.

The inner margin grows by moving the finished text outwards, when the number of pages is
known; the text is never laid out again for it.
"""

from bisect import bisect_left
from dataclasses import dataclass

ALLOWANCE = ((150, 0.0), (300, 2.0), (500, 4.0), (700, 6.5))
"""Up to so many pages, so many mm are added to the inner margin of the stylesheet.

The steps are those at which printers on demand ask for a wider gutter (Kindle Direct
Publishing, "Set Trim Size, Bleed, and Margins": 9.6, 12.7, 15.9, 19.1 and 22.3 mm).
"""

THICKEST = 9.5
"""The allowance in mm above the last step."""

SLUG = 8.0
"""mm of paper beyond the bleed, where the crop marks stand."""

_MARK = 5.0
_CLEAR = 1.0
_HAIRLINE = 0.25
_MM = 72 / 25.4


@dataclass(frozen=True)
class Trim:
    """The size of a trimmed page and how far ink runs over its edges, in pt."""

    width: float
    height: float
    bleed: float = 0.0

    @property
    def media(self) -> tuple[float, float, float, float]:
        """The whole sheet: trimmed page, bleed, and what the crop marks need."""
        return self._around(self.bleed + SLUG * _MM if self.bleed else 0.0)

    @property
    def bled(self) -> tuple[float, float, float, float]:
        """The trimmed page with its bleed."""
        return self._around(self.bleed)

    @property
    def trimmed(self) -> tuple[float, float, float, float]:
        """The page as it is held."""
        return self._around(0.0)

    def _around(self, by: float) -> tuple[float, float, float, float]:
        return (-by, -by, self.width + by, self.height + by)


def allowance(pages: int) -> float:
    """The mm by which the inner margin of a book of so many `pages` grows."""
    steps = [most for most, _ in ALLOWANCE]
    position = bisect_left(steps, pages)
    return ALLOWANCE[position][1] if position < len(ALLOWANCE) else THICKEST


def crop_marks(trim: Trim) -> bytes:
    """Operators that draw two marks at each corner, outside the bleed (ISO 32000-1, 8.5)."""
    near = trim.bleed + _CLEAR * _MM
    far = near + _MARK * _MM
    lines = []
    for x, outwards in ((0.0, -1), (trim.width, 1)):
        for y in (0.0, trim.height):
            lines.append((x + outwards * near, y, x + outwards * far, y))
    for y, outwards in ((0.0, -1), (trim.height, 1)):
        for x in (0.0, trim.width):
            lines.append((x, y + outwards * near, x, y + outwards * far))
    drawn = "".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l S " for a, b, c, d in lines)
    return f"/Artifact BMC q 0 G {_HAIRLINE} w {drawn}Q EMC".encode()
