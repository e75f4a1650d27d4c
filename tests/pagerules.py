"""The margins that a stylesheet promises, worked out from its lengths."""

import re
from dataclasses import dataclass
from pathlib import Path

from press.binding import allowance
from press.house import paper_size
from press.schema import Edition

STYLES = Path(__file__).resolve().parent.parent / "styles"
_MARGIN = re.compile(r"@page \{ margin: ([\d.m ]+) \}")
_LENGTH = re.compile(r"--([\w-]+): ([\d.]+)(mm|pt)[;\s]")
_MEASURE = 33
_MM = 72 / 25.4


@dataclass(frozen=True)
class Margins:
    """Lengths in mm; numbers hang out to the left of the text by `hang`."""

    top: float
    right: float
    bottom: float
    left: float
    hang: float = 0.0


def margins(edition: Edition, pages: int, verso: bool) -> Margins:
    """The margins of a left-hand (`verso`) or right-hand page of a book of so many pages."""
    text = _sheet(edition.style)
    if _MARGIN.search(text):
        return stated(edition.style)
    length = _lengths(text)
    if "edge" in length:
        return Margins(length["top"], length["edge"], length["foot"], length["edge"])
    width, height = paper_size(edition)
    room = width - length["inner"] - length["outer"] - length["hang"]
    side = width - length["inner"] - length["hang"] - min(_MEASURE * length["text"], room)
    lines = int((height - length["top"] - length["bottom"]) / length["line"] + 1e-6)
    bottom = height - length["top"] - lines * length["line"]
    inner, outer = length["inner"] + allowance(pages), side - allowance(pages)
    left, right = (outer, inner) if verso else (inner, outer)
    return Margins(length["top"], right, bottom, left + length["hang"], length["hang"])


def _sheet(style: str) -> str:
    """The text of an edition's sheet, behind that of the one it imports."""
    text = (STYLES / "editions" / f"{style}.css").read_text(encoding="utf-8")
    imported = re.match(r'@import "([\w-]+)\.css";', text)
    return (_sheet(imported[1]) if imported else "") + text


def _lengths(text: str) -> dict[str, float]:
    """Every length that the tokens and a sheet name, in mm; the last one holds."""
    tokens = (STYLES / "tokens.css").read_text(encoding="utf-8")
    found = _LENGTH.findall(tokens + text)
    return {name: float(value) / (1 if unit == "mm" else _MM) for name, value, unit in found}


def stated(style: str) -> Margins:
    """The margins of a sheet that gives them in so many words, alike on every page."""
    given = _MARGIN.search(_sheet(style))
    assert given is not None
    lengths = [float(length.removesuffix("mm")) for length in given[1].split()]
    # CSS 2.2, 8.3: a side that is not given is as its opposite.
    top, right = lengths[0], lengths[1]
    bottom = lengths[2] if len(lengths) > 2 else top
    left = lengths[3] if len(lengths) > 3 else right
    return Margins(top, right, bottom, left)
