"""One edition made from stage to stage, leaving the typesetting itself to others.

An impression is a generator: it yields sheets, is sent the typeset parts, and returns the
finished PDF. So one queue can serve the sheets of many editions side by side. The first sheets
are rendered when they are asked for, one after the other: all of a large book would take room.
"""

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from press import __version__, prose
from press.binding import Trim, allowance
from press.catalogue import Heading, Imprint
from press.folios import Extent, Leaf, imposed, starts
from press.furniture import furniture
from press.house import House, paper_size
from press.index import index, lists
from press.link import Plan, link
from press.overlay import Overlay
from press.problems import BadContent
from press.proof import proof
from press.rack import Set
from press.render import Renderer
from press.schema import Entry
from press.selection import Issue
from press.sheet import Matter, Sheet
from press.typeset import Symbols

Impression = Generator[Iterable[Sheet], tuple[Set, ...], "Printed"]
_ORDER: tuple[Matter, ...] = ("front", "body", "back")
_FRONT = {
    "contents": "Contents",
    "preface": "Preface",
    "anatomy": "How an entry is built",
    "conventions": "Conventions",
}
_PLANS = "plans"
_ANCHOR = re.compile(r'\bid="(\w+)"')
_BACK = ("Listings", "Figures", "Index")
_MORE = 1.08
"""By what a book is thicker than its body: front and back matter take about a twelfth."""

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


def impression(issue: Issue, house: House) -> Impression:
    """Make the edition of `issue`; raises `BadContent` with all that is wrong with its pages."""
    renderer = Renderer(issue, house)
    two_sided = issue.edition.sides == "two"
    entries = [entry for chosen in issue.chapters for entry in chosen.entries]
    opening = _ordered(_sound((yield _opening(renderer, entries))))
    bodies = tuple(part for part in opening if part.matter == "body")
    numbers = _body_folios(bodies, two_sided)
    terms = renderer.index(index(entries, numbers, issue.copy.manuscript.book.see_also))
    early = _early(renderer, bodies) if two_sided and terms else ()
    found = _sound((yield (*terms, *early))[: len(terms)]) if terms else ()
    parts = (*opening, *found)
    leaves = imposed(
        [_extent(part) for part in parts],
        two_sided=two_sided,
        multiple=issue.edition.budget.multiple,
    )
    binding = allowance(len(leaves)) if two_sided else 0.0
    folios = _folios(parts, leaves)
    around = furniture(renderer, parts, leaves, folios, binding)
    # Each was filled twice at the most, and not again from here on.
    renderer.leaves.clear()
    laid = _sound((yield tuple(one.sheet for one in around)))
    width, height = paper_size(issue.edition)
    trim = Trim(width * _MM, height * _MM, issue.bleed * _MM)
    plan = Plan(
        parts,
        tuple(Overlay(part, one.lays) for part, one in zip(laid, around, strict=True)),
        leaves,
        _outline(issue, parts),
        _spoken(issue),
        frozenset(f"q{number}" for number in issue.copy.manuscript.known),
        issue.numbers,
        trim,
        two_sided,
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


def _opening(renderer: Renderer, entries: Sequence[Entry]) -> Iterator[Sheet]:
    """All that can be set before the pages of the body are known."""
    anchors: set[str] = set()
    for sheet in renderer.body():
        anchors.update(_ANCHOR.findall(sheet.html))
        yield sheet
    listed = lists(entries, anchors)
    titles = ("Index",) if any(entry.terms for entry in entries) else ()
    yield from renderer.front((*(one.title for one in listed), *titles))
    yield from renderer.lists(listed)


def _ordered(parts: Iterable[Set]) -> tuple[Set, ...]:
    """Parts in the order of the book: what stands before the body is rendered behind it."""
    return tuple(sorted(parts, key=lambda part: _ORDER.index(part.matter)))


def _early(renderer: Renderer, bodies: Sequence[Symbols]) -> tuple[Sheet, ...]:
    """The furniture of the body as it will most likely be, to be set beside the back matter.

    All that is not yet known is how thick the book gets, which moves its text out of the fold
    by steps. If the guess is wrong, what was set is not asked for again.
    """
    leaves = imposed([_extent(part) for part in bodies], two_sided=True)
    binding = allowance(round(len(leaves) * _MORE))
    around = furniture(renderer, bodies, leaves, _folios(bodies, leaves), binding)
    return tuple(one.sheet for one in around)


def _extent(part: Symbols) -> Extent:
    return Extent(part.pages, part.matter == "front", part.follows)


def _sound(parts: tuple[Set, ...]) -> tuple[Set, ...]:
    problems = [problem for part in parts for problem in part.problems]
    if problems:
        raise BadContent(problems)
    return parts


def _body_folios(parts: Sequence[Symbols], two_sided: bool) -> dict[str, str]:
    """The page numbers of anchors in the body and behind it: front matter does not move them."""
    return _folios(parts, imposed([_extent(part) for part in parts], two_sided=two_sided))


def _folios(parts: Sequence[Symbols], leaves: Sequence[Leaf]) -> dict[str, str]:
    """The printed page number of every anchor."""
    first = starts(leaves)
    return {
        name: leaves[first[number] + anchor.page].folio
        for number, part in enumerate(parts)
        for name, anchor in part.anchors.items()
    }


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
