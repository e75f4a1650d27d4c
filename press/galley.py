"""The text of a finished PDF in reading order: its blocks, their lines, the columns they stand in.

The structure tree says what is a heading, a paragraph, a cell; the ink says where its lines are
(ISO 32000-1, 14.7 and 14.8.4). A block that breaks over pages is here in pieces, one a page or a
column, because an engine may write each piece as an element of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from pikepdf import Array, Dictionary, Pdf

from press.pagetext import Ink, Picture, Run

_INLINE = {"Span", "Link", "Em", "Strong", "Quote", "Reference", "Lbl", "Annot"}
_SHELLS = {"NonStruct", "Figure", "Code"}
_HEADINGS = {"H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"}
_ITEMS = {"LI", "LBody", "BlockQuote", "Note"}
_CELLS = {"TD", "TH"}
_BLOCKS = {"P", "Caption", *_HEADINGS, *_ITEMS, *_CELLS}
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


_HYPHENS = "-\u00ad\u2010\u2011"


@dataclass(frozen=True)
class Block:
    """A piece of text, or a picture, on one page and in one column.

    `kind` is heading, paragraph, label, item, cell, caption, listing, picture or other. A
    label is a paragraph of one line in capitals; a heading may also be a paragraph of one bold
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


@dataclass(frozen=True)
class _Leaf:
    """Where a mark on a page hangs in the tree: its block, with the roles down to it.

    `drawn` if it is inside of a figure, which may be that block or be in it.
    """

    kind: str
    element: int
    path: tuple[str, ...]
    drawn: bool


def galley(pdf: Pdf, pages: Sequence[Ink]) -> list[list[Block]]:
    """The blocks of each page in reading order."""
    marks: list[dict[int, _Leaf]] = [{} for _ in pages]
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
    for page, mark, leaf in _leaves(pdf, numbers):
        marks[page][mark] = leaf
    return [
        list(_columned(_blocks(number, ink, leaves)))
        for number, (ink, leaves) in enumerate(zip(pages, marks, strict=True))
    ]


def _leaves(pdf: Pdf, numbers: dict[Any, int]) -> Iterator[tuple[int, int, _Leaf]]:
    """Every mark of the tree in reading order: its page, its number, and where it hangs."""
    roles: Any = pdf.Root.StructTreeRoot.get("/RoleMap", {})
    count = 0

    def walk(element: Any, page: int | None, path: tuple[tuple[str, int], ...]) -> Any:
        nonlocal count
        for kid in _kids(element):
            if isinstance(kid, Dictionary):
                at = numbers.get(kid.Pg.objgen) if "/Pg" in kid else page
                if "/S" in kid:
                    role = str(roles.get(str(kid.S), kid.S)).lstrip("/")
                    count += 1
                    yield from walk(kid, at, (*path, (role, count)))
                elif "/MCID" in kid and at is not None:
                    yield at, int(kid.MCID), _leaf(path)
            elif page is not None:
                yield page, int(kid), _leaf(path)

    yield from walk(pdf.Root.StructTreeRoot, None, ())


def _kids(element: Any) -> Iterable[Any]:
    kids = element.get("/K", ())
    return kids if isinstance(kids, Array) else (kids,)


def _leaf(path: tuple[tuple[str, int], ...]) -> _Leaf:
    """The block that the last element of `path` belongs to."""
    at = len(path) - 1
    while at > 0 and path[at][0] in _INLINE | _SHELLS:
        at -= 1
    role, drawn = path[at][0], any(step[0] == "Figure" for step in path[at + 1 :])
    if role not in _BLOCKS and at + 1 < len(path):
        shells = [step for step in path[at + 1 :] if step[0] in _SHELLS]
        at += bool(shells)
    above = tuple(step[0] for step in path[: at + 1])
    return _Leaf(_kind(role), path[at][1], above, drawn)


def _kind(role: str) -> str:
    if role in _HEADINGS:
        return "heading"
    if role in _ITEMS:
        return "item"
    if role in _CELLS:
        return "cell"
    return {"P": "paragraph", "Caption": "caption"}.get(role, "other")


def _blocks(page: int, ink: Ink, leaves: dict[int, _Leaf]) -> Iterator[Block]:
    """The blocks of a page in the order of the tree, all in its first column."""
    runs: dict[int, list[Run]] = {}
    pictures: dict[int, list[Picture]] = {}
    for run in ink.runs:
        if run.mark is not None:
            runs.setdefault(run.mark, []).append(run)
    for picture in ink.pictures:
        pictures.setdefault(picture.mark, []).append(picture)
    found: dict[int, tuple[_Leaf, list[Run], list[Picture]]] = {}
    for mark, leaf in leaves.items():
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


def _drawn_or_code(leaf: _Leaf, runs: list[Run], pictures: list[Picture]) -> str:
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
    if lines[0].text.isupper():
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
    """The blocks with the columns they stand in: text that jumps up and right opens one."""
    column, base, left = 0, 0.0, float("inf")
    for block in blocks:
        if block.kind == "cell" or not block.lines:
            yield replace(block, column=column)
            continue
        numbered = list[tuple[int, Line]]()
        for line in block.lines:
            if base - line.base > 2 * line.size and line.left > left + 5 * line.size:
                column, left = column + 1, line.left
            base, left = line.base, min(left, line.left)
            numbered.append((column, line))
        for at, pieces in groupby(numbered, key=lambda pair: pair[0]):
            yield replace(block, column=at, lines=tuple(line for _, line in pieces))
