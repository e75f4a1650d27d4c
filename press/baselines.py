"""The lines of a finished book against its grid: leading, phase, feet of facing pages."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from press.collation import Collation, Finding, cut
from press.galley import Block, Line
from press.turns import Column

TOLERANCE = 0.2
"""Pt that a baseline may be off the grid: less than an eye or a ruler can tell."""
LINES_APART = 1.05
"""Grid steps by which the last lines of facing pages may differ."""


@dataclass(frozen=True)
class Grid:
    """A baseline grid in pt: lines are `step` apart, and one stands `phase` below the page's top.

    Text reaches from the baseline `top` to the baseline `bottom`.
    """

    step: float
    phase: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of the text block, from its first baseline to its last."""
        return max(self.bottom - self.top, self.step, 1.0)

    def off(self, base: float) -> float:
        """How far a baseline is from the nearest line of the grid."""
        return abs(self.below(base))

    def below(self, base: float) -> float:
        """How far a baseline is below the nearest line of the grid, less than nothing if above."""
        if not self.step:
            return 0.0
        over = (base - self.phase) % self.step
        return over if over <= self.step / 2 else over - self.step


def grid(book: Collation) -> Grid:
    """The grid of the running text.

    Its step is the commonest distance between two lines of a paragraph, to a tenth of a point;
    its phase is the one on which most lines of running text are.
    """
    bases = [line.base for _, line in gridded(book)]
    top, bottom = (min(bases), max(bases)) if bases else (0.0, 0.0)
    pieces = [piece for passage in book.running for piece in passage.pieces]
    apart = Counter(
        round(two.base - one.base, 1) for piece in pieces for one, two in pairwise(piece.lines)
    )
    step = max(apart, key=lambda step: (apart[step], step), default=0.0)
    if not step:
        return Grid(0.0, 0.0, top, bottom)
    places = Counter(round(line.base % step, 1) for piece in pieces for line in piece.lines)
    kept = {
        place: sum(
            n for other, n in places.items() if Grid(step, place, 0, 0).off(other) <= TOLERANCE
        )
        for place in places
    }
    phase = max(kept, key=lambda place: (kept[place], places[place], -place))
    return Grid(step, phase, top, bottom)


def gridded(book: Collation) -> Iterator[tuple[Block, Line]]:
    """The lines that a grid is for: those of paragraphs, of lists and of listings."""
    for passage in book.passages:
        for piece in passage.pieces:
            for line in piece.lines:
                yield piece, line


def on_grid(book: Collation, lines: Grid, *kinds: str) -> float | None:
    """The share of the lines in blocks of `kinds` that are on the grid, if there are any."""
    off = [lines.off(line.base) for block, line in gridded(book) if block.kind in kinds]
    return sum(away <= TOLERANCE for away in off) / len(off) if off and lines.step else None


def off_grid(book: Collation, lines: Grid) -> Iterator[Finding]:
    """The lines off the grid, page by page and by kind and size, told by the first of them."""

    def key(found: tuple[Block, Line]) -> tuple[int, str, float]:
        block, _ = found
        return block.page, block.kind, block.size

    stray = [pair for pair in gridded(book) if lines.off(pair[1].base) > TOLERANCE]
    for (page, kind, size), pairs in groupby(sorted(stray, key=key), key=key):
        found = [line for _, line in pairs]
        away = lines.off(found[0].base)
        number = "1 line" if len(found) == 1 else f"{len(found)} lines"
        text = f"{number} of a {kind} of {size:g} pt, first by {away:.1f} pt: {found[0].text}"
        yield book.finding(page, "off the grid", text)


def spreads(book: Collation) -> tuple[tuple[Column, Column], ...]:
    """The lowest columns of facing pages that are both full: neither ends a part, or opens one."""
    if book.first_verso is None:
        return ()
    full = book.full - book.openers
    lowest = {
        page: max(own, key=lambda column: column.foot)
        for page, own in groupby(book.columns, key=lambda column: column.page)
    }
    return tuple(
        (lowest[page], lowest[page + 1])
        for page in sorted(full)
        if page % 2 == book.first_verso and page + 1 in full
    )


def uneven(book: Collation, lines: Grid) -> Iterator[Finding]:
    """Facing pages whose last lines are more than a line apart, told by the shorter one."""
    after = {turn.before.page: turn.after.first for turn in book.turns if turn.over_page}
    for verso, recto in spreads(book):
        apart = abs(recto.foot - verso.foot) / (lines.step or 1.0)
        if apart > LINES_APART:
            short, long = sorted((verso, recto), key=lambda column: column.foot)
            following = after[short.page]
            text = (
                f"{apart:.1f} lines above the last of page {book.label(long.page)}, "
                f"before {named(following)}"
            )
            yield book.finding(short.page, "facing page ends short", text)


def named(block: Block) -> str:
    """A block in words: a heading 'What is…'."""
    kind = _KINDS.get(block.kind, f"a {block.kind}")
    return f"{kind} '{cut(block.text)}'" if block.lines else kind


_KINDS = {"item": "an item", "cell": "a table", "other": "text"}
