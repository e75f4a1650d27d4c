"""Page numbers printed last, as a numbering machine prints them into a finished sheet.

A part is set with noughts where numbers will stand which are not known yet, or which are all
that sets one page's running head apart from another's. The noughts are slashed, a sign that
nothing else is set in; the linker prints figures over them. So pages that move are not set anew.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz

_FONT_OR_TEXT = re.compile(rb"/(?P<font>\S+) [\d.]+ Tf|\[(?P<text>[^\]]*)\] TJ")
_PIECE = re.compile(rb"<(?P<glyphs>[0-9a-f]*)>|(?P<space>[^<]+)")
_SLASHED = {"zero": True}


class Misprint(ValueError):
    """There are more noughts on a page than figures to print."""


@dataclass(frozen=True)
class Figures:
    """The glyphs of a font for the figures 0 to 9 and for the slashed nought, with the widths
    of the figures and of the nought in thousandths of the font's size.
    """

    nought: int
    glyphs: tuple[int, ...]
    widths: tuple[float, ...]
    room: float


@cache
def figures(font: Path) -> Figures | None:
    """The figures of the TrueType `font`, if it has a slashed nought."""
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(font))
    glyphs, widths = _shaped(face, {})
    slashed, room = _shaped(face, _SLASHED)
    if slashed[0] == glyphs[0]:
        return None
    return Figures(slashed[0], glyphs, widths, room[0])


def _shaped(
    face: uharfbuzz.Face, features: dict[str, bool]
) -> tuple[tuple[int, ...], tuple[float, ...]]:
    text = uharfbuzz.Buffer()
    text.add_str("0123456789")
    text.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(face), text, features)
    widths = tuple(
        round(float(place.x_advance) * 1000 / face.upem) for place in text.glyph_positions
    )
    return tuple(glyph.codepoint for glyph in text.glyph_infos), tuple(map(float, widths))


class Numbering:
    """Prints figures over the noughts of one part; `files` names the file behind each font."""

    def __init__(self, files: dict[str, str], folder: Path) -> None:
        known = {name.encode(): figures(folder / file) for name, file in files.items()}
        self.fonts = {name: found for name, found in known.items() if found}

    def printed(self, content: bytes, figures: str) -> tuple[bytes, str]:
        """The stream `content` of a page (ISO 32000-1, 9.4.3) with its noughts printed over.

        Of `figures`, which may be spaces too, as many are taken as it wants; the rest is
        returned with it. Raises `Misprint` if there are too few.
        """
        signs = iter(figures)
        font: Figures | None = None

        def show(found: re.Match[bytes]) -> bytes:
            nonlocal font
            if found["font"] is not None:
                font = self.fonts.get(found["font"])
                return found[0]
            if font is None or b"%04x" % font.nought not in found["text"]:
                return found[0]
            return b"[" + _shown(found["text"], font, signs) + b"] TJ"

        printed = _FONT_OR_TEXT.sub(show, content)
        return printed, "".join(signs)


def _shown(text: bytes, font: Figures, signs: Iterator[str]) -> bytes:
    """The operand of a `TJ` with figures for noughts, and white for those that have none."""
    shown = b""
    for piece in _PIECE.finditer(text):
        if piece["glyphs"] is None:
            shown += piece[0]
            continue
        raw = bytes.fromhex(piece["glyphs"].decode())
        for first in range(0, len(raw), 2):
            glyph = int.from_bytes(raw[first : first + 2], "big")
            sign = next(signs, None) if glyph == font.nought else ""
            if sign is None:
                raise Misprint
            if sign == " ":
                shown += b" %g " % -font.room
            else:
                shown += b"<%04x>" % (font.glyphs[int(sign)] if sign else glyph)
    return shown
