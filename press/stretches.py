"""Long front and back matter in stretches, each of which is a part of its own.

One part takes memory for each of its lines, so that contents, lists and index of a large book are
divided: at a chapter, a line, a letter. A stretch begins a page, and follows the one before it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from press.index import Letter, List, Term

LINES = 640
"""Lines of contents or of a list in a stretch, at the most."""

MENTIONS = 3000
"""Lines and page numbers of the index in a stretch, at the most."""

T = TypeVar("T")


def divided(items: Sequence[T], weigh: Callable[[T], int], most: int) -> list[tuple[T, ...]]:
    """`items` in as few stretches as can be, each about as heavy, and none empty.

    One is heavier than `most` where a single item is, or where items do not divide evenly.
    """
    ends = list(accumulate(map(weigh, items)))
    total = ends[-1] if ends else 0
    count = max(-(-total // most), 1)
    found: dict[int, list[T]] = {}
    for item, end in zip(items, ends, strict=True):
        middle = end - weigh(item) / 2
        found.setdefault(int(middle * count / total) if total else 0, []).append(item)
    return [tuple(stretch) for stretch in found.values()]


def listed(lists: Sequence[List]) -> list[tuple[List, ...]]:
    """Lists of listings and figures in stretches; one that goes on is no longer `opening`."""
    pieces = [
        replace(one, lines=lines, opening=not at)
        for one in lists
        for at, lines in enumerate(divided(one.lines, lambda _: 1, LINES))
    ]
    return divided(pieces, lambda one: len(one.lines), LINES)


def indexed(letters: Sequence[Letter]) -> list[tuple[Letter, ...]]:
    """The index in stretches; a letter that goes on is no longer `opening`."""
    return divided(list(_pieces(letters)), _mentions, MENTIONS)


def _pieces(letters: Sequence[Letter]) -> Iterator[Letter]:
    for letter in letters:
        for at, terms in enumerate(divided(letter.terms, _length, MENTIONS)):
            yield replace(letter, terms=terms, opening=not at)


def _mentions(letter: Letter) -> int:
    return sum(map(_length, letter.terms))


def _length(term: Term) -> int:
    return 1 + len(term.pages) + sum(map(_length, term.children))
