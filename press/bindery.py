"""The last of an edition: its typeset parts are linked into one PDF, and the PDF is proved.

It is imported when the first parts are being set, for it needs much that nobody waits for before.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from press import __version__, prose
from press.binding import Trim
from press.catalogue import Heading, Imprint
from press.folios import Leaf
from press.furniture import Lay
from press.house import House, paper_size
from press.link import Plan, link
from press.overlay import Overlay
from press.proof import proof
from press.rack import Set
from press.selection import Issue
from press.typeset import Symbols

_FRONT = {
    "contents": "Contents",
    "preface": "Preface",
    "anatomy": "How an entry is built",
    "conventions": "Conventions",
}
_PLANS = "plans"
_BACK = ("Listings", "Figures", "Index")

_AT_HAND = 4_000_000
"""Bytes of a finished PDF that stay in memory until it is in its place."""

_BLOCK = 1 << 20
_MM = 72 / 25.4


@dataclass(frozen=True)
class Printed:
    """A finished edition: `pdf` is a file that is gone when it is closed."""

    pdf: IO[bytes]
    pages: int

    def blocks(self) -> Iterator[bytes]:
        """All of the PDF, in pieces."""
        self.pdf.seek(0)
        return iter(partial(self.pdf.read, _BLOCK), b"")


def bound(
    issue: Issue,
    house: House,
    parts: tuple[Set, ...],
    laid: Sequence[Set],
    lays: Sequence[tuple[Lay, ...]],
    leaves: tuple[Leaf, ...],
    binding: float,
) -> Printed:
    """Link `parts`, with `laid` around their pages as `lays` say, and prove what comes of it.

    `leaves` are the pages of the book in their order, and `binding` is by how many mm their text
    is moved out of the fold. Raises `BadContent` with all that is wrong with the PDF.
    """
    width, height = paper_size(issue.edition)
    trim = Trim(width * _MM, height * _MM, issue.bleed * _MM)
    plan = Plan(
        parts,
        tuple(Overlay(part, over) for part, over in zip(laid, lays, strict=True)),
        leaves,
        _outline(issue, parts),
        _spoken(issue),
        frozenset(f"q{number}" for number in issue.copy.manuscript.known),
        issue.numbers,
        trim,
        issue.edition.sides == "two",
        binding * _MM,
        _imprint(issue, house.profile),
    )
    names = frozenset(path.stem for path in house.fonts)
    with ExitStack() as unless_sound:
        pdf = unless_sound.enter_context(SpooledTemporaryFile(_AT_HAND))
        link(plan, house.fontconfig.parent, pdf)
        pages = proof(pdf, issue, trim, names)
        unless_sound.pop_all()
    return Printed(pdf, pages)


def _outline(issue: Issue, parts: Sequence[Symbols]) -> tuple[Heading, ...]:
    anchors = {name for part in parts for name in part.anchors}
    lines = [
        Heading(
            f"{chosen.chapter.number} {prose.plain(chosen.chapter.text.title)}",
            f"c{chosen.chapter.number}",
            tuple(
                Heading(f"{entry.id} {prose.plain(entry.question)}", f"q{entry.id}")
                for entry in chosen.entries
            ),
        )
        for chosen in issue.chapters
    ]
    before = [Heading(title, anchor) for anchor, title in _FRONT.items() if anchor in anchors]
    plans = [Heading(title, anchor) for anchor, title in _plans(issue).items() if anchor in anchors]
    # The first plan stands under the heading of them all.
    before += [replace(plan, anchor=_PLANS) for plan in plans[:1]] + plans[1:]
    behind = [Heading(title, title.lower()) for title in _BACK if title.lower() in anchors]
    return (*before, *lines, *behind)


def _plans(issue: Issue) -> dict[str, str]:
    """What each study plan of the book is called, by its anchor."""
    plans = issue.copy.manuscript.book.plans
    return {
        f"plan{number}": f"Study plan: {prose.plain(plan.title)}"
        for number, plan in enumerate(plans, 1)
    }


def _spoken(issue: Issue) -> dict[str, str]:
    """What is said for a link to each anchor."""
    names = {**_FRONT, **_plans(issue), **{title.lower(): title for title in _BACK}}
    for chosen in issue.chapters:
        chapter = chosen.chapter
        names[f"c{chapter.number}"] = f"Chapter {chapter.number}: {prose.plain(chapter.text.title)}"
        for entry in chosen.entries:
            names[f"q{entry.id}"] = f"Question {entry.id}: {prose.plain(entry.question)}"
            if entry.listing:
                caption = prose.plain(entry.listing.caption)
                names[f"l{entry.id}"] = f"Listing {entry.id}: {caption}"
            if entry.figure:
                caption = prose.plain(entry.figure.caption)
                names[f"f{entry.id}"] = f"Figure {entry.id}: {caption}"
    return names


def _imprint(issue: Issue, profile: Path) -> Imprint:
    book = issue.copy.manuscript.book
    return Imprint(
        book.title,
        book.description,
        book.authors,
        book.language,
        book.keywords,
        book.rights,
        book.identifier,
        book.date,
        f"The press {__version__}, with WeasyPrint",
        profile,
    )
