"""The finished pages measured: what docs/typography.md tells of each edition.

Everything is read out of the PDF alone. docs/typography.md says how each thing is counted, so
that others can count it with other tools; the constants here are those of its definitions.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from pathlib import Path

import pikepdf
import pypdfium2

from press.contrast import contrast, grey
from press.galley import Block, Line, galley
from press.pagetext import Colour, Ink, Run, inked
from press.problems import PressError, shown_path
from press.turns import CONTINUED, TEXT, Column, Passage, Turn, columns, passages, turns

FOLLOWING_LINES = 3
LADDER = 3
SHORT_LISTING = 12
WIDE_GAP = 1 / 6
ON_GRID = 0.2
"""Pt that a baseline may be off: less than a reader or a ruler can see."""


@dataclass(frozen=True, order=True)
class Finding:
    """One place where a rule of the page is broken; `page` counts from 0."""

    page: int
    rule: str
    label: str
    text: str

    def __str__(self) -> str:
        return f"page {self.label}: {self.rule}: {self.text}"


class Survey:
    """The measures of one PDF."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self._read(path)

    def _read(self, path: Path) -> None:
        with _opened(path) as pdf:
            document = pypdfium2.PdfDocument(path)
            self.ink: list[Ink] = [inked(document, number) for number in range(len(document))]
            self.galley: list[list[Block]] = galley(pdf, self.ink)
            self.two_sided = str(pdf.Root.get("/PageLayout", "")) in _SPREADS
            self.starts, self.openers, self.front = _parts(document, self.galley, self.ink)
            document.close()

    @property
    def pages(self) -> int:
        return len(self.ink)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns from the first page that the outline names."""
        return tuple(one for one in columns(self.galley) if one.page >= self.front)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        return turns(self.columns, self.starts)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return passages(self.columns, self.turns)

    @cached_property
    def texts(self) -> tuple[Passage, ...]:
        """The paragraphs and items of lists."""
        return tuple(one for one in self.passages if one.pieces[0].kind in TEXT)

    @cached_property
    def listings(self) -> tuple[Passage, ...]:
        return tuple(one for one in self.passages if one.pieces[0].kind == "listing")

    def finding(self, page: int, rule: str, text: str) -> Finding:
        """A finding with its page's label."""
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        return Finding(page, rule, self.ink[page].label, shown)

    # Lines

    @cached_property
    def characters(self) -> tuple[int, ...]:
        """The lengths of the full lines of running text, in characters, from short to long."""
        sizes: Counter[float] = Counter()
        plain = [one for one in self.texts if one.pieces[0].kind == "paragraph"]
        for passage in plain:
            sizes[passage.pieces[0].size] += sum(len(line.text) for line in passage.lines)
        main = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
        return tuple(
            sorted(
                len(line.text)
                for passage in plain
                if passage.pieces[0].size == main
                for line in passage.lines[:-1]
            )
        )

    @cached_property
    def step(self) -> float:
        """The commonest distance between two lines of a paragraph, in pt."""
        apart = Counter(
            round(two.base - one.base, 1)
            for passage in self.texts
            for piece in passage.pieces
            for one, two in pairwise(piece.lines)
        )
        return max(apart, key=lambda step: (apart[step], step), default=0.0)

    @cached_property
    def _gridded(self) -> tuple[tuple[Block, Line], ...]:
        return tuple(
            (piece, line) for one in self.passages for piece in one.pieces for line in piece.lines
        )

    @cached_property
    def phase(self) -> float:
        """Where the first line of the grid stands on which most lines do, in pt from the top."""
        if not self.step:
            return 0.0
        places = Counter(round(line.base % self.step, 1) for _, line in self._gridded)
        near = {
            place: sum(n for other, n in places.items() if self._off(other, place) <= ON_GRID)
            for place in places
        }
        return max(near, key=lambda place: (near[place], -place), default=0.0)

    def _off(self, base: float, phase: float) -> float:
        """How far a baseline is from the nearest line of the grid."""
        over = (base - phase) % self.step
        return min(over, self.step - over)

    @cached_property
    def off_grid(self) -> tuple[Finding, ...]:
        """Each page's lines that are off the grid, told by the first of them."""
        found = []
        off = [(b, x) for b, x in self._gridded if self._off(x.base, self.phase) > ON_GRID]
        for page, lines in groupby(sorted(off, key=lambda x: x[0].page), lambda x: x[0].page):
            where = list(lines)
            block, line = where[0]
            away = self._off(line.base, self.phase)
            text = f"{len(where)} lines, first by {away:.1f} pt ({block.kind}): {line.text}"
            found.append(self.finding(page, "off the grid", text))
        return tuple(found)

    def on_grid(self, *kinds: str) -> float | None:
        """The share of the lines of blocks of `kinds` that are on the grid."""
        lines = [line for block, line in self._gridded if block.kind in kinds]
        near = [line for line in lines if self._off(line.base, self.phase) <= ON_GRID]
        return len(near) / len(lines) if lines and self.step else None

    # Breaks

    @cached_property
    def headings_at_foot(self) -> tuple[Finding, ...]:
        """Headings with fewer than three lines below them, captions without their listing."""
        found = []
        for column in self.columns:
            for block in column.blocks:
                room = column.foot - block.foot
                near = room < (FOLLOWING_LINES - 0.25) * self.step
                if block.kind == "heading" and near and column.page in self.full:
                    found.append(self.finding(column.page, "heading at foot", block.text))
        for turn in self.turns:
            if turn.before.last.kind == "caption" and turn.after.first.kind == "listing":
                text = turn.before.last.text
                found.append(self.finding(turn.before.page, "heading at foot", text))
        return tuple(sorted(found))

    @cached_property
    def widows(self) -> tuple[Finding, ...]:
        """Last lines of a text alone at the head of a column."""
        return tuple(
            self.finding(one.pieces[-1].page, "widow", one.pieces[-1].text)
            for one in self.texts
            if len(one.pieces) > 1 and len(one.pieces[-1].lines) == 1
        )

    @cached_property
    def orphans(self) -> tuple[Finding, ...]:
        """First lines of a text alone at the foot of a column."""
        return tuple(
            self.finding(one.pieces[0].page, "orphan", one.pieces[0].text)
            for one in self.texts
            if len(one.pieces) > 1 and len(one.pieces[0].lines) == 1
        )

    @cached_property
    def ladders(self) -> tuple[Finding, ...]:
        """Three or more lines on end that end in a hyphen."""
        found = []
        for one in self.texts:
            placed = [(piece.page, line) for piece in one.pieces for line in piece.lines]
            for hyphened, run in groupby(placed, key=lambda pair: pair[1].hyphened):
                rungs = list(run)
                if hyphened and len(rungs) >= LADDER:
                    text = " / ".join(line.text.split()[-1] for _, line in rungs)
                    found.append(self.finding(rungs[0][0], "ladder", text))
        return tuple(found)

    @cached_property
    def hyphens_across(self) -> tuple[Finding, ...]:
        """Hyphens at the end of a page's last line."""
        return tuple(
            self.finding(one.page, "hyphen across pages", one.lines[-1].text)
            for passage in self.texts
            for one, two in pairwise(passage.pieces)
            if one.page != two.page and one.lines[-1].hyphened
        )

    # Listings

    @cached_property
    def split_listings(self) -> tuple[Passage, ...]:
        return tuple(one for one in self.listings if len(one.pieces) > 1)

    @cached_property
    def short_splits(self) -> tuple[Finding, ...]:
        """Listings that are split though they have fewer than twelve lines."""
        return tuple(
            self._split(one, f"short listing split ({self.length(one)} lines)")
            for one in self.split_listings
            if self.length(one) < SHORT_LISTING
        )

    @cached_property
    def silent_splits(self) -> tuple[Finding, ...]:
        """Listings that are split without the word 'continued' at the break."""
        return tuple(
            self._split(one, f"listing split, not 'continued' ({self.length(one)} lines)")
            for one in self.split_listings
            if not all(self._continued(*pair) for pair in pairwise(one.pieces))
        )

    def _split(self, passage: Passage, rule: str) -> Finding:
        return self.finding(passage.pieces[0].page, rule, passage.pieces[-1].lines[0].text)

    def length(self, passage: Passage) -> int:
        """The number of lines of a listing, empty ones counted."""
        apart = [
            round(two.base - one.base, 1)
            for piece in passage.pieces
            for one, two in pairwise(piece.lines)
        ]
        if not apart:
            return len(passage.lines)
        step = min(apart)
        return len(passage.pieces) + sum(max(1, int(gap / step + 0.1)) for gap in apart)

    def _continued(self, one: Block, two: Block) -> bool:
        """Whether the word stands between two pieces of a listing."""
        below = (run.text for run in self.ink[one.page].runs if run.base > one.foot)
        above = (run.text for run in self.ink[two.page].runs if run.base < two.head)
        return any(CONTINUED.search(text) for text in (*below, *above))

    # Pages

    @cached_property
    def block(self) -> tuple[float, float]:
        """The highest and the lowest baseline of text or listings on any page, in pt."""
        bases = [line.base for _, line in self._gridded]
        return (min(bases), max(bases)) if bases else (0.0, 0.0)

    @cached_property
    def full(self) -> frozenset[int]:
        """The pages that the next one carries on: all but the last of each part."""
        return frozenset(turn.before.page for turn in self.turns if turn.over_page)

    @cached_property
    def gaps(self) -> tuple[tuple[float, Turn], ...]:
        """For each turn inside a part the share of the text block left empty, largest first."""
        top, bottom = self.block
        height = bottom - top or 1.0
        left = [
            ((bottom - turn.before.foot) / height, turn)
            for turn in self.turns
            if turn.before.page in self.full - self.openers
        ]
        return tuple(sorted(left, key=lambda gap: -gap[0]))

    @cached_property
    def wide_gaps(self) -> tuple[Finding, ...]:
        """Gaps of more than a sixth of the text block's height."""
        return tuple(
            sorted(
                self.finding(turn.before.page, "gap", self.before(share, turn))
                for share, turn in self.gaps
                if share > WIDE_GAP
            )
        )

    def before(self, share: float, turn: Turn) -> str:
        """A gap and what comes after it."""
        after = turn.after.first
        said = [after, *(block for block in turn.after.blocks if block.kind == "caption")]
        text = next((block.text for block in said if block.text), "")
        return f"{share:.0%} before {_article(after.kind)} '{_cut(text)}'"

    @cached_property
    def spreads(self) -> tuple[tuple[Column, Column], ...]:
        """The lowest columns of facing pages, both full: neither ends a part."""
        if not self.two_sided:
            return ()
        full = self.full - self.openers
        lowest = {
            page: max(own, key=lambda column: column.foot)
            for page, own in groupby(self.columns, key=lambda column: column.page)
        }
        return tuple(
            (lowest[page], lowest[page + 1])
            for page in sorted(full)
            if page % 2 and page + 1 in full
        )

    @cached_property
    def uneven(self) -> tuple[Finding, ...]:
        """Facing pages whose last lines are more than one line apart."""
        found = []
        for verso, recto in self.spreads:
            apart = (recto.foot - verso.foot) / (self.step or 1)
            if abs(apart) > 1.05:
                short = verso if apart > 0 else recto
                label = self.ink[recto.page].label
                text = f"{abs(apart):.1f} lines less than facing it on {label}"
                if short is recto:
                    label = self.ink[verso.page].label
                    text = f"{abs(apart):.1f} lines less than facing it on {label}"
                found.append(self.finding(short.page, "facing page ends short", text))
        return tuple(found)

    # Type

    def _all(self) -> Iterator[tuple[int, Run]]:
        for page, ink in enumerate(self.ink):
            for run in ink.runs:
                yield page, run

    @cached_property
    def smallest(self) -> tuple[float, int, str]:
        """The smallest type in pt, the page it is on first, and what it says."""
        page, run = min(self._all(), key=lambda pair: (pair[1].size, pair[0]))
        return run.size, page, run.text.strip()

    @cached_property
    def contrasts(self) -> tuple[tuple[float, float, int, Run], ...]:
        """Each pair of colours: its contrast in colour and in grey, where it is first."""
        first: dict[tuple[object, object], tuple[int, Run]] = {}
        for page, run in self._all():
            first.setdefault((run.colour, run.ground), (page, run))
        return tuple(
            sorted(
                (
                    (contrast(run.colour, run.ground),
                     contrast(grey(run.colour), grey(run.ground)), page, run)
                    for page, run in first.values()
                ),
                key=lambda pair: pair[:3],
            )
        )  # fmt: skip

    def findings(self) -> Iterable[Finding]:
        """All that breaks a rule, in the order of the pages."""
        return sorted(
            (
                *self.headings_at_foot, *self.widows, *self.orphans, *self.ladders,
                *self.hyphens_across, *self.short_splits, *self.silent_splits,
                *self.wide_gaps, *self.uneven, *self.off_grid,
            )
        )  # fmt: skip

    def notes(self) -> Iterator[str]:
        """The smaller half of the sizes of type, and the pairs of colours below 7:1."""
        sizes: dict[float, list[tuple[int, Run]]] = {}
        for page, run in self._all():
            sizes.setdefault(run.size, []).append((page, run))
        for size in sorted(sizes)[:_SIZES]:
            page, run = sizes[size][0]
            yield (
                f"type of {size:g} pt: {len(sizes[size])} runs, first on page "
                f"{self.ink[page].label}: {_cut(run.text.strip())}"
            )
        for colour, level, page, run in self.contrasts:
            if min(colour, level) < _WCAG_AAA:
                yield (
                    f"contrast {colour:.2f}:1, in grey {level:.2f}:1: {_hex(run.colour)} on "
                    f"{_hex(run.ground)}, first on page {self.ink[page].label}: "
                    f"{_cut(run.text.strip())}"
                )


_SIZES = 8
_WCAG_AAA = 7.0


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)


_SPREADS = {"/TwoPageRight", "/TwoPageLeft", "/TwoColumnRight", "/TwoColumnLeft"}
_SHOWN = 110


def _cut(text: str, width: int = 50) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def _article(kind: str) -> str:
    return {"item": "a list's item", "cell": "a table", "other": "text"}.get(kind, f"a {kind}")


def _opened(path: Path) -> pikepdf.Pdf:
    """The PDF in `path`; raises `PressError` if there is none, or one without structure."""
    shown = shown_path(path)
    try:
        pdf = pikepdf.open(path)
    except FileNotFoundError:
        raise PressError(f"{shown}: there is no such PDF; build it first") from None
    except pikepdf.PdfError as error:
        raise PressError(f"{shown}: this is no PDF that can be read ({error}); build it") from None
    if "/StructTreeRoot" not in pdf.Root:
        raise PressError(f"{shown}: it has no tags, which say what is a heading; build it tagged")
    return pdf


def _parts(
    document: pypdfium2.PdfDocument, pages: Sequence[Sequence[Block]], ink: Sequence[Ink]
) -> tuple[frozenset[int], frozenset[int], int]:
    """The pages on which a part begins, the pages of openers, and the first outlined page.

    A part is a line of the outline's first level. Its opener is what is before its first line
    of the second level, if that line's page begins with it: then a part begins there, too.
    """
    starts, openers, first = set[int](), set[int](), list[int]()
    opening: int | None = None
    for mark in document.get_toc():
        target = mark.get_dest()
        page = target.get_index() if target else None
        if page is None or mark.level > 1:
            continue
        first.append(page)
        begins = bool(pages[page]) and _tops(target, pages[page], ink[page])
        if begins and (mark.level == 0 or opening is not None):
            starts.add(page)
        if mark.level == 1 and begins and opening is not None:
            openers |= set(range(opening, page))
        opening = page if mark.level == 0 else None
    return frozenset(starts), frozenset(openers), min(first, default=0)


def _tops(target: pypdfium2.PdfDest, blocks: Sequence[Block], ink: Ink) -> bool:
    """Whether a page begins with the place to which `target` leads."""
    _, view = target.get_view()
    head = min(blocks, key=lambda block: block.head)
    return len(view) < 2 or ink.height - view[1] <= head.head
