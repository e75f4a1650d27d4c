"""One edition made from stage to stage, leaving the typesetting itself to others.

An impression is a generator: it yields sheets, is sent the typeset parts, and returns the
finished PDF. So one queue can serve the sheets of many editions side by side. The first sheets
are rendered when they are asked for, one after the other: all of a large book would take room.
What nobody waits for yet is yielded ahead, to be set when a core has nothing else to do.
"""

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING

from press.binding import allowance
from press.folios import Extent, Leaf, imposed, starts
from press.furniture import furniture
from press.house import House
from press.index import Letter, index, lists
from press.problems import BadContent
from press.rack import Set
from press.render import Renderer
from press.schema import Entry
from press.selection import Issue
from press.sheet import Matter, Sheet
from press.typeset import Symbols

if TYPE_CHECKING:  # what a book is linked with is imported while its first parts are set
    from press.bindery import Printed


@dataclass(frozen=True, slots=True)
class Ahead:
    """A sheet whose part is asked for later, if at all, and may be set now."""

    sheet: Sheet


Asked = Iterable[Sheet | Ahead]
Impression = Generator[Asked, tuple[Set, ...], "Printed"]
_ORDER: tuple[Matter, ...] = ("front", "body", "back")
_ANCHOR = re.compile(r'\bid="(\w+)"')
_MORE = 1.08
"""By what a book is thicker than its body: front and back matter take about a twelfth."""


def due(asked: Asked) -> tuple[Sheet, ...]:
    """The sheets of `asked` whose parts are waited for."""
    return tuple(one for one in asked if isinstance(one, Sheet))


def impression(issue: Issue, house: House) -> Impression:
    """Make the edition of `issue`; raises `BadContent` with all that is wrong with its pages.

    It is sent the parts of the sheets that are not yielded ahead, in their order.
    """
    renderer = Renderer(issue, house)
    two_sided = issue.edition.sides == "two"
    others: list[Sheet] = []
    bodies = yield _opening(renderer, others)
    terms: tuple[Sheet, ...] = ()
    if not _faulty(bodies):
        terms = renderer.index(_index(issue, _body_folios(bodies, two_sided)))
    found = yield chain(terms, others, _early(renderer, bodies) if two_sided and terms else ())
    parts = _ordered(_sound((*bodies, *found[len(terms) :], *found[: len(terms)])))
    # The HTML of all that is set takes room, which the linking of a large book needs.
    others.clear()
    terms = ()
    leaves = imposed(
        [_extent(part) for part in parts],
        two_sided=two_sided,
        multiple=issue.edition.budget.multiple,
    )
    binding = allowance(len(leaves)) if two_sided else 0.0
    folios = _folios(parts, leaves)
    around = furniture(renderer, parts, leaves, folios, binding)
    # None is filled again from here on.
    renderer.leaves.clear()
    lays = tuple(one.lays for one in around)
    laid = _sound((yield (one.sheet for one in around)))
    del around
    from press.bindery import bound

    return bound(issue, house, parts, laid, lays, leaves, binding)


def _opening(renderer: Renderer, others: list[Sheet]) -> Asked:
    """The body, and ahead of time the `others` for which no page need be known; these are kept."""
    anchors: set[str] = set()
    for sheet in renderer.body():
        anchors.update(_ANCHOR.findall(sheet.html))
        yield sheet
    listed = lists(_entries(renderer.issue), anchors)
    # On whatever pages: what is made of its texts is at hand when a core waits for the index.
    titles = ("Index",) if _index(renderer.issue, dict.fromkeys(anchors, "1")) else ()
    for sheet in (
        *renderer.front((*(one.title for one in listed), *titles)),
        *renderer.lists(listed),
    ):
        others.append(sheet)
        yield Ahead(sheet)
    # Nobody waits for this process now, as somebody will when all is set.
    import_module("press.bindery")


def _entries(issue: Issue) -> list[Entry]:
    return [entry for chosen in issue.chapters for entry in chosen.entries]


def _index(issue: Issue, folios: dict[str, str]) -> tuple[Letter, ...]:
    return index(_entries(issue), folios, issue.copy.manuscript.book.see_also)


def _ordered(parts: Iterable[Set]) -> tuple[Set, ...]:
    """Parts in the order of the book: what stands before the body is rendered behind it."""
    return tuple(sorted(parts, key=lambda part: _ORDER.index(part.matter)))


def _early(renderer: Renderer, bodies: Sequence[Symbols]) -> Iterator[Ahead]:
    """The furniture of the body as it will most likely be, to be set beside the back matter.

    All that is not yet known is how thick the book gets, which moves its text out of the fold
    by steps. If the guess is wrong, what was set is not asked for again.
    """
    leaves = imposed([_extent(part) for part in bodies], two_sided=True)
    binding = allowance(round(len(leaves) * _MORE))
    for one in furniture(renderer, bodies, leaves, _folios(bodies, leaves), binding):
        yield Ahead(one.sheet)


def _extent(part: Symbols) -> Extent:
    return Extent(part.pages, part.matter == "front", part.follows)


def _faulty(parts: Sequence[Symbols]) -> bool:
    return any(part.problems for part in parts)


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
