"""Tiny sheets of HTML, typeset and joined, for tests of what comes after the templates."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from typing import Any

from books import HOUSE
from pypdf import PdfReader

from press.bindery import Printed
from press.binding import Trim
from press.catalogue import Heading, Imprint
from press.folios import Extent, imposed
from press.link import Plan, link
from press.problems import BadContent, Place
from press.rack import Set
from press.sheet import Sheet, Slot, Style
from press.typeset import Part, typeset

MM = 72 / 25.4
PAPER = Style(
    "paper.css",
    '@page { size: 100mm 100mm; margin: 10mm }\nhtml { font: 10pt/14pt "Source Serif 4" }\n'
    "* { margin: 0 }\n",
)
FONTS = HOUSE.fontconfig.parent
IMPRINT = Imprint(
    "A Tiny Book",
    "Nothing much.",
    ("Ada", "Ben"),
    "en-GB",
    ("one", "two"),
    "None",
    "urn:x",
    datetime.date(2026, 2, 3),
    "Tests",
    HOUSE.profile,
)


def sheet(
    body: str, css: str = "", name: str = "tiny", places: dict[str, Place] | None = None
) -> Sheet:
    """A part of 100 by 100 mm with margins of 10 mm, and perhaps a stylesheet `extra.css`."""
    html = f'<!DOCTYPE html><html lang="en"><title>T</title><body>{body}'
    styles = (PAPER, Style("extra.css", css)) if css else (PAPER,)
    return Sheet(name, html, styles, places or {"": Place("book.yaml", 3)})


def part(body: str, css: str = "", name: str = "tiny", **places: Place) -> Part:
    return typeset(sheet(body, css, name, {"": Place("book.yaml", 3), **places}), HOUSE.fontconfig)


def wrongs(found: Part) -> list[str]:
    """What is wrong with a part, as a person reads it."""
    return [str(problem) for problem in found.problems]


def question(number: int, text: str = "") -> str:
    return f'<h1 id="q{number}">Question {number}?</h1><p>{text}</p>'


def plan(
    *parts: Set,
    numbers: Iterable[int],
    outline: tuple[Heading, ...] = (),
    elsewhere: Iterable[str] = (),
    slots: tuple[Slot, ...] = (),
) -> Plan:
    """How to join `parts`, none of them front matter; `slots` are those of the first."""
    leaves = imposed([Extent(one.pages) for one in parts], two_sided=False)
    spoken = {f"q{number}": f"Question {number}" for number in numbers}
    trim = Trim(100 * MM, 100 * MM)
    return Plan(
        (replace(parts[0], slots=slots), *parts[1:]) if slots else parts,
        (None,) * len(parts),
        leaves,
        outline,
        spoken,
        frozenset(elsewhere),
        tuple(numbers),
        trim,
        False,
        0.0,
        IMPRINT,
    )


def joined(*parts: Part, numbers: Iterable[int], outline: tuple[Heading, ...] = ()) -> PdfReader:
    return PdfReader(linked(plan(*parts, numbers=numbers, outline=outline)))


def linked(made: Plan) -> BytesIO:
    """The document of a plan."""
    out = BytesIO()
    link(made, FONTS, out)
    return out


def printed(found: Part) -> BytesIO:
    """A part as a document of its own, whose links are called as the part calls them."""
    numbers = [int(name[1:]) for name in found.anchors if re.fullmatch(r"q\d+", name)]
    _, _, width, height = found.forme.pages[0].media
    made = replace(plan(found, numbers=numbers), spoken={}, trim=Trim(width, height))
    return linked(made)


def taken(made: Printed) -> BytesIO:
    """What was printed, out of the file that is gone when it is closed."""
    with made.pdf:
        return BytesIO(b"".join(made.blocks()))


def refusal(*parts: Part, numbers: Iterable[int]) -> list[str]:
    """Why `parts` are not joined."""
    try:
        linked(plan(*parts, numbers=numbers))
    except BadContent as error:
        return [str(problem) for problem in error.problems]
    return []


def root(pdf: PdfReader) -> Any:
    """The catalogue of a document, from which everything else hangs."""
    return pdf.trailer["/Root"]


def notes(page: Any) -> list[Any]:
    """The annotations of a page."""
    return [reference.get_object() for reference in page.get("/Annots", [])]
