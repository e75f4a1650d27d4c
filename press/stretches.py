"""Long front and back matter in stretches, each of which is a part of its own.

One part takes memory for each of its lines, so that contents, lists and index of a large book are
divided: at a chapter, a line, a letter. A stretch begins a page, and follows the one before it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain, groupby
from typing import TypeVar

from press.index import Letter, Line, List, Term

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
    pieces = [(one, line) for one in lists for line in one.lines]
    return [tuple(_lists(stretch)) for stretch in divided(pieces, lambda _: 1, LINES)]


def _lists(pieces: Sequence[tuple[List, Line]]) -> Iterator[List]:
    for one, found in groupby(pieces, lambda piece: piece[0]):
        lines = tuple(line for _, line in found)
        yield replace(one, lines=lines, opening=lines[0] is one.lines[0])


def indexed(letters: Sequence[Letter]) -> list[tuple[Letter, ...]]:
    """The index in stretches; a letter that goes on is no longer `opening`."""
    pieces = [
        (letter, terms) for letter in letters for terms in divided(letter.terms, _length, MENTIONS)
    ]
    stretches = divided(pieces, lambda piece: sum(map(_length, piece[1])), MENTIONS)
    return [tuple(_letters(stretch)) for stretch in stretches]


def _letters(pieces: Sequence[tuple[Letter, tuple[Term, ...]]]) -> Iterator[Letter]:
    for letter, found in groupby(pieces, lambda piece: piece[0]):
        terms = tuple(chain.from_iterable(terms for _, terms in found))
        yield replace(letter, terms=terms, opening=terms[0] is letter.terms[0])


def _length(term: Term) -> int:
    return 1 + len(term.pages) + sum(map(_length, term.children))
