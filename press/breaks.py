"""Where the text of a finished book breaks badly over its lines, columns and pages."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from press.baselines import Grid, named
from press.collation import Collation, Finding
from press.galley import Block
from press.turns import CONTINUED, Column, Passage, Turn

FOLLOWING_LINES = 3
LADDER = 3
SHORT_LISTING = 12
WIDE_GAP = 1 / 6


def headings_at_foot(book: Collation, lines: Grid) -> Iterator[Finding]:
    """Headings with fewer than three lines below them in a column that is carried on.

    A caption counts as one if its listing begins in the next column.
    """
    ends = {(turn.before.page, turn.before.number) for turn in book.turns}
    for column in book.columns:
        if column.page not in book.full or (column.page, column.number) not in ends:
            continue
        for block in column.blocks:
            # A quarter of a line for headings and captions that stand between two lines.
            near = column.foot - block.foot < (FOLLOWING_LINES - 0.25) * lines.step
            if block.kind == "heading" and near:
                yield book.finding(column.page, "heading at foot", block.text)
    for turn in book.turns:
        if turn.before.last.kind == "caption" and turn.after.first.kind == "listing":
            yield book.finding(turn.before.page, "heading at foot", turn.before.last.text)


def widows(book: Collation) -> Iterator[Finding]:
    """The last lines of texts that stand alone at the head of a column."""
    for passage in book.texts:
        if len(passage.pieces) > 1 and len(passage.pieces[-1].lines) == 1:
            yield book.finding(passage.pieces[-1].page, "widow", passage.pieces[-1].text)


def orphans(book: Collation) -> Iterator[Finding]:
    """The first lines of texts that stand alone at the foot of a column."""
    for passage in book.texts:
        if len(passage.pieces) > 1 and len(passage.pieces[0].lines) == 1:
            yield book.finding(passage.pieces[0].page, "orphan", passage.pieces[0].text)


def ladders(book: Collation) -> Iterator[Finding]:
    """Three lines of a text on end, or more, that end in a hyphen."""
    for passage in book.texts:
        placed = [(piece.page, line) for piece in passage.pieces for line in piece.lines]
        for hyphened, run in groupby(placed, key=lambda pair: pair[1].hyphened):
            rungs = list(run)
            if hyphened and len(rungs) >= LADDER:
                ends = " / ".join(line.text.split()[-1][-_ENDING:] for _, line in rungs)
                yield book.finding(rungs[0][0], f"ladder of {len(rungs)}", ends)


_ENDING = 20


def hyphens_across(book: Collation) -> Iterator[Finding]:
    """Hyphens at the very end of a page."""
    for passage in book.texts:
        for one, two in pairwise(passage.pieces):
            if one.page != two.page and one.lines[-1].hyphened:
                yield book.finding(one.page, "hyphen across pages", one.lines[-1].text)


def split_listings(book: Collation) -> tuple[Passage, ...]:
    """The listings that break over columns or pages."""
    return tuple(one for one in book.listings if len(one.pieces) > 1)


def short_splits(book: Collation) -> Iterator[Finding]:
    """Listings that are split though they have fewer than twelve lines."""
    for listing in split_listings(book):
        if (lines := length(book, listing)) < SHORT_LISTING:
            yield _split(book, listing, f"listing of {lines} lines split")


def silent_splits(book: Collation) -> Iterator[Finding]:
    """Listings that are split and do not say 'continued' at the break."""
    for listing in split_listings(book):
        if not all(_continued(book, *pair) for pair in pairwise(listing.pieces)):
            rule = f"listing of {length(book, listing)} lines split, not 'continued'"
            yield _split(book, listing, rule)


def _split(book: Collation, listing: Passage, rule: str) -> Finding:
    lines = " + ".join(map(str, lengths(book, listing)))
    return book.finding(listing.pieces[0].page, rule, f"{lines}: {listing.lines[0].text}")


def length(book: Collation, listing: Passage) -> int:
    """The number of lines of a listing; an empty line inside it counts."""
    return sum(lengths(book, listing))


def lengths(book: Collation, listing: Passage) -> tuple[int, ...]:
    """The number of lines of each piece of a listing."""
    pieces = [[line.base for line in piece.lines] for piece in listing.pieces]
    leading = min((two - one for bases in pieces for one, two in pairwise(bases)), default=0.0)
    return tuple(
        len(piece.lines)
        + sum(abs(gap - 2 * leading) < _SAME_LEADING for gap in _apart(book, piece))
        for piece in listing.pieces
    )


def _apart(book: Collation, piece: Block) -> Iterator[float]:
    """The distances between lines of a listing with nothing between them.

    The word above what a program prints may stand where an empty line would.
    """
    others = [block for block in book.blocks[piece.page] if block is not piece]
    between = [line.base for block in others for line in block.lines]
    for one, two in pairwise(line.base for line in piece.lines):
        if not any(one < base < two for base in between):
            yield two - one


_SAME_LEADING = 0.2


def _continued(book: Collation, one: Block, two: Block) -> bool:
    """Whether the word stands below one piece of a listing or above the next, anywhere."""
    below = (run.text for run in book.ink[one.page].runs if run.base > one.foot)
    above = (run.text for run in book.ink[two.page].runs if run.base < two.head)
    return any(CONTINUED.search(text) for text in (*below, *above))


def gaps(book: Collation, lines: Grid) -> tuple[tuple[float, Turn], ...]:
    """The share of the text block left empty at the foot of each column, the largest first.

    Only columns of full pages count, and not those of openers, which end where they should.
    """
    found = [
        (max((_floor(book, turn.before, lines) - turn.before.foot) / lines.height, 0.0), turn)
        for turn in book.turns
        if turn.before.page in book.full - book.openers
    ]
    return tuple(sorted(found, key=lambda gap: -gap[0]))


def _floor(book: Collation, column: Column, lines: Grid) -> float:
    """How far down a column could reach: to the last line of the page, or to what is below it."""
    below = [other.first.head for other in book.columns if column.over(other)]
    return min([*below, lines.bottom])


def wide_gaps(book: Collation, lines: Grid) -> Iterator[Finding]:
    """Gaps of more than a sixth of the text block."""
    for share, turn in gaps(book, lines):
        if share > WIDE_GAP:
            text = f"{share:.0%} before {named(_moved(turn))}"
            yield book.finding(turn.before.page, "gap", text)


def _moved(turn: Turn) -> Block:
    """What did not fit at a turn; a picture is told by its caption."""
    first = turn.after.first
    if first.kind != "picture":
        return first
    captions = [block for block in turn.after.blocks if block.kind == "caption"]
    return next((block for block in captions if block.head > first.head), first)
