"""The margins that a stylesheet promises, read from its text."""

import re
from dataclasses import dataclass
from pathlib import Path

STYLES = Path(__file__).resolve().parent.parent / "styles"
_PAGE = re.compile(r"@page(?: :(left|right))? \{ margin: ([^}]+?) \}")
_HANG = re.compile(r"--hang: ([\d.]+)mm")


@dataclass(frozen=True)
class Margins:
    """Lengths in mm."""

    top: float
    right: float
    bottom: float
    left: float


def margins(style: str, verso: bool) -> Margins:
    """The margins of a left-hand (`verso`) or a right-hand page."""
    text = (STYLES / "editions" / f"{style}.css").read_text(encoding="utf-8")
    rules = dict(_PAGE.findall(text))
    rule = rules.get("left" if verso else "right") or rules[""]
    lengths = [float(length.removesuffix("mm")) for length in rule.split()]
    # CSS 2.2, 8.3: a side that is not given is as its opposite.
    top, right = lengths[0], lengths[1]
    bottom = lengths[2] if len(lengths) > 2 else top
    left = lengths[3] if len(lengths) > 3 else right
    return Margins(top, right, bottom, left)


def hang(style: str) -> float:
    """How far numbers may hang out to the left of the text, in mm."""
    for name in (f"editions/{style}.css", "tokens.css"):
        found = _HANG.search((STYLES / name).read_text(encoding="utf-8"))
        if found:
            return float(found[1])
    raise LookupError("no sheet says how far numbers hang")
