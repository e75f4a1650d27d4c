"""The pages of an edition counted, before and after its parts are known.

Front matter is numbered i, ii, iii; the body starts again at 1. Where an edition has two
sides, every part opens on a right-hand page and blank pages fill the gaps; only one that goes on
with what the part before it has begun does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["opener", "text", "blank", "front"]
_ROMAN = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


class Extent(NamedTuple):
    """How many pages a part has, whether they are front matter, and whether the first `follows`
    the part before on whichever side it comes.
    """

    pages: int
    front: bool = False
    follows: bool = False


@dataclass(frozen=True)
class Leaf:
    """One page of the finished PDF: page `index` of part `part`, or a blank one."""

    part: int | None
    index: int
    folio: str
    side: Literal["recto", "verso"]

    @property
    def blank(self) -> bool:
        """Whether nothing at all is printed on the page."""
        return self.part is None


def roman(number: int) -> str:
    """`number`, at least 1, in lower-case Roman figures."""
    figures = ""
    for value, figure in _ROMAN:
        times, number = divmod(number, value)
        figures += figure * times
    return figures


def imposed(extents: Sequence[Extent], *, two_sided: bool, multiple: int = 1) -> tuple[Leaf, ...]:
    """Every page of parts in order.

    A two-sided edition is filled up with blank pages to a `multiple`; a one-sided never is.
    """
    leaves: list[Leaf] = []
    bodies = 0

    def add(part: int | None, index: int, front: bool) -> None:
        nonlocal bodies
        side: Literal["recto", "verso"] = "verso" if len(leaves) % 2 else "recto"
        if front:
            folio = roman(len(leaves) + 1)
        else:
            bodies += 1
            folio = str(bodies)
        leaves.append(Leaf(part, index, folio, side))

    for part, extent in enumerate(extents):
        if two_sided and len(leaves) % 2 and not extent.follows:
            add(None, 0, extent.front or bodies == 0)
        for index in range(extent.pages):
            add(part, index, extent.front)
    while two_sided and len(leaves) % multiple:
        add(None, 0, False)
    return tuple(leaves)


def starts(leaves: Sequence[Leaf]) -> dict[int, int]:
    """For each part, the position of its first page among `leaves`."""
    found: dict[int, int] = {}
    for position, leaf in enumerate(leaves):
        if leaf.part is not None:
            found.setdefault(leaf.part, position)
    return found


def ranges(folios: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Page numbers once each and in order, neighbours joined: 12, 13, 14, 20 → 12–14, 20–20."""
    run: tuple[int, int] | None = None
    for folio in sorted(set(folios)):
        if run and folio == run[1] + 1:
            run = (run[0], folio)
        else:
            if run:
                yield run
            run = (folio, folio)
    if run:
        yield run
