"""The text of a finished PDF in reading order: its blocks, their lines, the columns they stand in.

The structure tree says what is a heading, a paragraph, a cell; the ink says where its lines are
(ISO 32000-1, 14.7 and 14.8.4). A block that breaks over pages is here in pieces, one a page or a
column, because an engine may write each piece as an element of its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from pikepdf import Pdf

from press.pagetext import Ink, Picture, Run
from press.tagtree import Leaf, leaves

# Runs whose baselines differ by less than this share of their size stand on one line.
_RAISED = 0.4


@dataclass(frozen=True)
class Line:
    """The text on one baseline of a block; lengths in pt, from the page's top left."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    fixed: bool

    @property
    def hyphened(self) -> bool:
        """Whether it ends in a hyphen, the word's own or the typesetter's."""
        return len(self.text) > 1 and self.text[-1] in _HYPHENS and self.text[-2].isalnum()


_WORD = re.compile(r"\w+")
_HYPHENS = "-\u00ad\u2010\u2011"


@dataclass(frozen=True)
class Block:
    """A piece of text, or a picture, on one page and in one column.

    `kind` is heading, paragraph, label, item, cell, caption, listing, picture or other. A
    label is a paragraph of one bare word; a heading may also be a paragraph of one bold
    line. `element` is one for all pieces of one structure element, and `path` its roles.
    """

    kind: str
    page: int
    column: int
    element: int
    path: tuple[str, ...]
    lines: tuple[Line, ...]
    pictures: tuple[Picture, ...] = ()

    @property
    def text(self) -> str:
        """The lines as one; a hyphen at the end of a line stays, as it may be the word's own."""
        return "".join(line.text + " " * (not line.hyphened) for line in self.lines).strip()

    @property
    def head(self) -> float:
        """The first baseline, or the upper edge of a picture that reaches higher."""
        return min([*(line.base for line in self.lines), *(one.top for one in self.pictures)])

    @property
    def foot(self) -> float:
        """The last baseline, or the lower edge of a picture that reaches lower."""
        return max([*(line.base for line in self.lines), *(one.bottom for one in self.pictures)])

    @property
    def size(self) -> float:
        """The size in which most of it is set, code inside text aside."""
        letters: dict[float, int] = {}
        for line in [line for line in self.lines if not line.fixed] or self.lines:
            letters[line.size] = letters.get(line.size, 0) + len(line.text)
        return max(letters, key=lambda size: (letters[size], size), default=0.0)


def galley(pdf: Pdf, pages: Sequence[Ink]) -> list[list[Block]]:
    """The blocks of each page in reading order."""
    marks: list[dict[int, Leaf]] = [{} for _ in pages]
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
    for page, mark, leaf in leaves(pdf, numbers):
        marks[page][mark] = leaf
    return [
        list(_columned(_blocks(number, ink, hung)))
        for number, (ink, hung) in enumerate(zip(pages, marks, strict=True))
    ]


def _blocks(page: int, ink: Ink, hung: dict[int, Leaf]) -> Iterator[Block]:
    """The blocks of a page in the order of the tree, all in its first column."""
    runs: dict[int, list[Run]] = {}
    pictures: dict[int, list[Picture]] = {}
    for run in ink.runs:
        if run.mark is not None:
            runs.setdefault(run.mark, []).append(run)
    for picture in ink.pictures:
        pictures.setdefault(picture.mark, []).append(picture)
    found: dict[int, tuple[Leaf, list[Run], list[Picture]]] = {}
    for mark, leaf in hung.items():
        _, own, drawn = found.setdefault(leaf.element, (leaf, [], []))
        own += runs.get(mark, ())
        drawn += pictures.get(mark, ())
    for leaf, own, drawn in found.values():
        if own or drawn:
            kind = leaf.kind if leaf.kind != "other" else _drawn_or_code(leaf, own, drawn)
            if kind == "picture":
                # What is written in a drawing is no text to read line by line.
                drawn, own = [*drawn, *map(_pictured, own)], []
            elif own:
                # Rules that belong to text, as under a link, are no picture.
                drawn = []
            lines = tuple(_lines(own))
            yield Block(_told(kind, lines), page, 0, leaf.element, leaf.path, lines, tuple(drawn))


def _drawn_or_code(leaf: Leaf, runs: list[Run], pictures: list[Picture]) -> str:
    code = bool(runs) and all(run.fixed for run in runs)
    if code and not (pictures and leaf.drawn):
        return "listing"
    return "picture" if pictures or leaf.drawn else "other"


def _pictured(run: Run) -> Picture:
    return Picture(run.left, run.right, run.base - run.size, run.base, run.mark or 0)


def _told(kind: str, lines: tuple[Line, ...]) -> str:
    """What a paragraph is by its looks, which the tree does not tell."""
    if kind != "paragraph" or len(lines) != 1:
        return kind
    if _WORD.fullmatch(lines[0].text):
        return "label"
    return "heading" if lines[0].bold else kind


def _lines(runs: Iterable[Run]) -> Iterator[Line]:
    """Runs of one block, line by line."""
    line = list[Run]()
    for run in runs:
        if line and abs(run.base - line[-1].base) > _RAISED * max(run.size, line[-1].size):
            yield _line(line)
            line = []
        line.append(run)
    if line:
        yield _line(line)


def _line(runs: list[Run]) -> Line:
    text = ""
    for before, run in zip([None, *runs], runs, strict=False):
        apart = before is not None and run.left - before.right > run.size / 2
        text += (" " if apart else "") + run.text
    plain = [run for run in runs if not run.fixed] or runs
    main = max(plain, key=lambda run: (len(run.text), run.size))
    letters = [run for run in runs if any(map(str.isalnum, run.text))] or runs
    return Line(
        " ".join(text.split()),
        min(run.left for run in runs),
        max(run.right for run in runs),
        main.base,
        main.size,
        all(run.bold for run in letters),
        all(run.fixed for run in runs),
    )


def _columned(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with the columns they stand in.

    Text that jumps up and to the right opens a column, and so does text below all others that
    goes back to the left.
    """
    column, base, left, lowest = 0, 0.0, _FAR, 0.0
    for block in blocks:
        if block.kind == "cell" or not block.lines:
            yield replace(block, column=column)
            continue
        numbered = list[tuple[int, Line]]()
        for line in block.lines:
            wide = _APART * line.size
            up = base - line.base > 2 * line.size and line.left > left + wide
            down = column > 0 and line.base > lowest and line.left < left - wide
            if up or down:
                column, left = column + 1, line.left
            base, left, lowest = line.base, min(left, line.left), max(lowest, line.base)
            numbered.append((column, line))
        for at, pieces in groupby(numbered, key=lambda pair: pair[0]):
            yield replace(block, column=at, lines=tuple(line for _, line in pieces))


_FAR = 1e6
_APART = 5
"""How many times their size two lines are apart that are in two columns."""
