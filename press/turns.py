"""Where text turns over: from one column or page of a finished PDF to the next.

An engine writes each piece of a broken paragraph as an element of its own, so whether two pieces
are one text is read from the pieces themselves; `continues` holds the rule.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from press.galley import Block, Line
from press.tagtree import SHELLS

CONTINUED = re.compile(r"\bcontinued\b", re.IGNORECASE)
_ENDED = re.compile(r"[.?!:;…][)\]’”\"']*$")
_LEADERS = re.compile(r"(?:\. ?){4,}")
_COUNTED = re.compile(r"\d+ .*\d$")
_NUMBERED = re.compile(r"(?:[•–]|\d+\.)(?:\s|$)")
TEXT = {"paragraph", "item"}


@dataclass(frozen=True)
class Column:
    """What stands in one column of a page, or on a page that has but one."""

    page: int
    number: int
    blocks: tuple[Block, ...]

    @cached_property
    def own(self) -> tuple[Block, ...]:
        """The blocks but for what says no more than that something is continued."""
        return tuple(
            block
            for block in self.blocks
            if block.kind not in ("paragraph", "label", "caption", "other")
            or len(block.lines) > 1
            or not CONTINUED.search(block.text)
        )

    @cached_property
    def first(self) -> Block:
        """The block that begins highest."""
        return min(self.own or self.blocks, key=lambda block: block.head)

    @cached_property
    def last(self) -> Block:
        """The block that ends lowest."""
        return max(self.own or self.blocks, key=lambda block: block.foot)

    @cached_property
    def across(self) -> tuple[float, float]:
        """How far its lines reach to the left and to the right."""
        lines = [line for block in self.blocks for line in block.lines]
        pictures = [one for block in self.blocks for one in block.pictures]
        edges = [*((x.left, x.right) for x in lines), *((x.left, x.right) for x in pictures)]
        return min(left for left, _ in edges), max(right for _, right in edges)

    def over(self, other: "Column") -> bool:
        """Whether it stands above `other` on the same page."""
        (left, right), (start, end) = self.across, other.across
        above = self.page == other.page and self.foot < other.first.head
        return above and start < right and left < end

    @cached_property
    def foot(self) -> float:
        """The lowest baseline or edge of a picture, in pt from the page's top."""
        return max(block.foot for block in self.blocks)


@dataclass(frozen=True)
class Turn:
    """The end of a column and the beginning of the next one, in one part of the book."""

    before: Column
    after: Column

    @property
    def over_page(self) -> bool:
        """Whether the next column is on another page."""
        return self.before.page != self.after.page


@dataclass(frozen=True)
class Passage:
    """A paragraph, a list's item or a listing, whole: its pieces in reading order."""

    pieces: tuple[Block, ...]

    @property
    def kind(self) -> str:
        """The kind of its pieces."""
        return self.pieces[0].kind

    @property
    def size(self) -> float:
        """The size in which its first piece is set."""
        return self.pieces[0].size

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all its pieces."""
        return tuple(line for piece in self.pieces for line in piece.lines)


def columns(galley: Sequence[Sequence[Block]]) -> Iterator[Column]:
    """The columns of all pages that have any, in reading order."""
    for page, blocks in enumerate(galley):
        for number in sorted({block.column for block in blocks}):
            yield Column(page, number, tuple(b for b in blocks if b.column == number))


def turns(found: Sequence[Column], starts: frozenset[int]) -> tuple[Turn, ...]:
    """Every turn but those to a page of `starts`, where a part begins."""
    return tuple(
        Turn(before, after)
        for before, after in pairwise(found)
        if before.page == after.page or not _begins(before.page, after.page, starts)
    )


def _begins(before: int, after: int, starts: frozenset[int]) -> bool:
    """Whether a part begins after page `before` and not after page `after`."""
    return any(before < page <= after for page in starts)


def passages(found: Sequence[Column], met: Sequence[Turn]) -> tuple[Passage, ...]:
    """All paragraphs, items and listings, each joined over its turns."""
    edges = margins(found)
    over = {id(turn.before.last): id(turn.after.first) for turn in met if continues(turn, edges)}
    for turn in met:
        if pair := _listing(turn):
            over[id(pair[0])] = id(pair[1])
    blocks = {id(b): b for column in found for b in column.blocks if b.kind in {*TEXT, "listing"}}
    later = set(over.values())
    whole = []
    for key, block in blocks.items():
        if key in later:
            continue
        pieces = [block]
        while key in over and over[key] in blocks:
            key = over[key]
            pieces.append(blocks[key])
        whole.append(Passage(tuple(pieces)))
    return tuple(whole)


@dataclass(frozen=True)
class Margins:
    """Where text begins and ends, by the parity of the page and the number of the column, in pt;
    and how far the later lines of a paragraph stand in, by its place in the tree and its size.
    """

    left: dict[tuple[int, int], float]
    right: dict[tuple[int, int], float]
    hang: dict[tuple[tuple[str, ...], float], float]


def margins(found: Sequence[Column]) -> Margins:
    """The margins that the text of an edition keeps to."""
    left: dict[tuple[int, int], float] = {}
    right: dict[tuple[int, int], float] = {}
    hangs: dict[tuple[tuple[str, ...], float], Counter[float]] = {}
    for column in found:
        at = (column.page % 2, column.number)
        for block in column.blocks:
            if block.kind in TEXT:
                left[at] = min(left.get(at, _FAR), *(line.left for line in block.lines), _FAR)
                right[at] = max(right.get(at, 0.0), *(line.right for line in block.lines), 0.0)
            if block.kind in TEXT and len(block.lines) > 1:
                hang = round(block.lines[1].left - block.lines[0].left)
                hangs.setdefault((block.path, block.size), Counter())[hang] += 1
    return Margins(
        left,
        right,
        {key: max(sorted(seen), key=lambda hang: seen[hang]) for key, seen in hangs.items()},
    )


_FAR = 1e6
_SAME = 3.0
"""Pt by which the edges of two lines may differ for the shapes of their letters alone."""


def continues(turn: Turn, edges: Margins) -> bool:
    """Whether the text at the end of a column goes on in the next.

    Pieces of one structure element do. Others do if they are of one kind, size and place in
    the tree, the second stands where a later line of the first would stand, and the first ends
    in a hyphen or in a line on which the next word has no room.
    """
    one, two = turn.before.last, turn.after.first
    if one.element == two.element:
        return one is not two
    if one.kind not in TEXT or (one.kind, one.path, one.size) != (two.kind, two.path, two.size):
        return False
    here, there = ((c.page % 2, c.number) for c in (turn.before, turn.after))
    end, start = one.lines[-1], two.lines[0]
    hang = edges.hang.get((one.path, one.size), 0.0) if len(one.lines) == 1 else 0.0
    if abs(start.left - edges.left[there] - (end.left - edges.left[here] + hang)) > _SAME:
        return False
    if _LEADERS.search(end.text) or (one.kind == "item" and _NUMBERED.match(start.text)):
        return False
    # Two lines of a contents, whose leaders may be painted and not written.
    if _COUNTED.match(one.lines[0].text) and _COUNTED.match(start.text):
        return False
    if end.hyphened:
        return True
    word = start.text.split()[0]
    room = (start.right - start.left) / max(len(start.text), 1) * (len(word) + 1)
    full = end.right + room > edges.right[here]
    # A sentence that ends where its line does leaves it open; a capital then begins another.
    return full and not (_ENDED.search(end.text) and start.text[0].isupper())


def _listing(turn: Turn) -> tuple[Block, Block] | None:
    """The two pieces of a listing that breaks at this turn."""
    one, two = turn.before.last, turn.after.first
    if one.kind != "listing":
        return None
    if two.kind in ("label", "paragraph") and two.path[-2:-1] and two.path[-2] in SHELLS:
        own = [b for b in turn.after.blocks if b.kind == "listing" and b.path == two.path[:-1]]
        two = own[0] if own else two
    return (one, two) if two.kind == "listing" else None
