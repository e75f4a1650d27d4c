"""A finished PDF, and the questions that a reader would ask about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from inkreader import WHITE, Colour, Face, Fill, InkReader, Run
from pikepdf import Array
from pypdf import PdfReader
from pypdf.generic import Destination

MM = 72 / 25.4


@dataclass(frozen=True)
class Piece:
    """An element of the structure tree: its kind, its pages from 0, its text and its ink."""

    kind: str
    runs: tuple[tuple[int, Run], ...]

    @property
    def text(self) -> str:
        return spoken(run for _, run in self.runs)

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(sorted({page for page, run in self.runs if run.text.strip()}))


@dataclass(frozen=True)
class Line:
    """A line of the outline."""

    title: str
    page: int
    top: float
    level: int
    open: bool


@dataclass(frozen=True)
class Jump:
    """A link inside the document: where it stands and where it leads."""

    page: int
    rect: tuple[float, float, float, float]
    target: int
    top: float
    said: str


class Printed:
    """One edition as it left the press. Pages count from 0 here, as labels do not."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reader = PdfReader(path)
        self._ink = InkReader(path)
        # For what concerns all pages or elements: pypdf takes ten times as long.
        self.document = self._ink.pdf
        self._painted: dict[int, list[Run | Fill]] = {}
        self._runs: dict[int, list[Run]] = {}

    @property
    def root(self) -> Any:
        return self.reader.trailer["/Root"]

    @cached_property
    def pages(self) -> int:
        return len(self._ink.pages)

    @cached_property
    def labels(self) -> list[str]:
        return self.reader.page_labels

    @cached_property
    def sizes(self) -> set[tuple[float, float]]:
        """The sizes of the pages in mm."""
        found = set()
        for page in self.document.pages:
            left, low, right, high = map(float, page.trimbox)
            found.add((round((right - left) / MM, 1), round((high - low) / MM, 1)))
        return found

    @cached_property
    def faces(self) -> list[Face]:
        return self._ink.faces

    def painted(self, page: int) -> list[Run | Fill]:
        """All text and all filled rectangles on a page, in the order in which they are painted."""
        if page not in self._painted:
            self._painted[page] = self._ink.painted(page)
        return self._painted[page]

    def runs(self, page: int) -> list[Run]:
        """All text on a page, with its furniture."""
        if page not in self._runs:
            inks = self.painted(page)
            self._runs[page] = [ink for ink in inks if isinstance(ink, Run) and ink.text.strip()]
        return self._runs[page]

    def body(self, page: int) -> list[Run]:
        return [run for run in self.runs(page) if not run.furniture]

    def fills(self, page: int) -> list[Fill]:
        """All filled rectangles on a page."""
        return [ink for ink in self.painted(page) if isinstance(ink, Fill)]

    def grounds(self, page: int) -> list[tuple[Run, Colour]]:
        """All text on a page, with the colour of what it is printed on."""
        found, below = list[tuple[Run, Colour]](), list[Fill]()
        for ink in self.painted(page):
            if isinstance(ink, Fill):
                below.insert(0, ink)
            elif ink.text.strip():
                found.append((ink, next((f.colour for f in below if f.holds(ink)), WHITE)))
        return found

    def furniture(self, page: int) -> list[str]:
        """The running head and the folio, each as it reads, from left to right."""
        runs = sorted((run for run in self.runs(page) if run.furniture), key=lambda r: -r.base)
        lines: dict[int, list[Run]] = {}
        for run in runs:
            lines.setdefault(round(run.base), []).append(run)
        return [part for line in lines.values() for part in _apart(line)]

    def folio(self, page: int) -> str:
        """The printed number of a page, or nothing."""
        found = [text for text in self.furniture(page) if re.fullmatch(r"\d{1,4}|[ivxlc]+", text)]
        return found[-1] if found else ""

    def blank(self, page: int) -> bool:
        return "/Contents" not in self._ink.pages[page]

    @cached_property
    def pieces(self) -> list[Piece]:
        """Every element of the structure tree in reading order, with all the text under it."""
        return list(self._walk(self.document.Root.StructTreeRoot.K[0]))

    def of_kind(self, kind: str) -> list[Piece]:
        return [piece for piece in self.pieces if piece.kind == kind]

    @cached_property
    def outline(self) -> list[Line]:
        return list(self._outline(self.document.Root.Outlines, 1))

    @cached_property
    def jumps(self) -> list[Jump]:
        """Every link that leads to a page of the same document."""
        found = []
        for number, page in enumerate(self._ink.pages):
            for note in page.get("/Annots", []):
                if note["/A"]["/S"] == "/GoTo":
                    target, _, _, top, _ = note["/A"]["/D"]
                    left, low, right, high = map(float, note["/Rect"])
                    said = str(note["/Contents"])
                    page_ = self._numbers[target.objgen]
                    found.append(Jump(number, (left, low, right, high), page_, float(top), said))
        return found

    @cached_property
    def names(self) -> dict[str, Destination]:
        return self.reader.named_destinations

    def page_of(self, destination: Destination) -> int:
        number = self.reader.get_destination_page_number(destination)
        assert number is not None
        return number

    @cached_property
    def _numbers(self) -> dict[tuple[int, int], int]:
        """The number of each page by those of its object."""
        return {page.objgen: index for index, page in enumerate(self._ink.pages)}

    @cached_property
    def _marked(self) -> dict[tuple[int, int], list[tuple[int, Run]]]:
        """The runs of text by their page and their mark on it."""
        found: dict[tuple[int, int], list[tuple[int, Run]]] = {}
        for page in range(self.pages):
            for run in self.body(page):
                if run.mark is not None:
                    found.setdefault((page, run.mark), []).append((page, run))
        return found

    def _walk(self, element: Any) -> Iterator[Piece]:
        inner, below = list[tuple[int, Run]](), list[Piece]()
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                page = self._numbers[element.Pg.objgen]
                inner += self._marked.get((page, kid), [])
            elif "/S" in kid:
                pieces = list(self._walk(kid))
                inner += pieces[0].runs
                below += pieces
        yield Piece(str(element["/S"]).lstrip("/"), tuple(inner))
        yield from below

    def _outline(self, parent: Any, level: int) -> Iterator[Line]:
        node = parent.get("/First")
        while node is not None:
            target, _, _, top, _ = node["/Dest"] if "/Dest" in node else node["/A"]["/D"]
            page = self._numbers[target.objgen]
            shown = int(node.get("/Count", 0)) >= 0
            yield Line(str(node["/Title"]), page, float(top), level, shown)
            yield from self._outline(node, level + 1)
            node = node.get("/Next")


def spoken(runs: Any) -> str:
    """Runs of text as they read: a space between lines and wherever there is a gap."""
    text, before = "", None
    for run in runs:
        if before is not None and (
            abs(run.base - before.base) > 0.5 or run.left - before.right > 0.12 * run.size
        ):
            text += " "
        text, before = text + run.text, run
    return " ".join(text.split())


def bare(text: str) -> str:
    """A text without its white space: where a line breaks is the typesetter's affair."""
    return "".join(text.split())


def _apart(line: list[Run]) -> list[str]:
    """The runs on one line that stand wide apart, each as it reads."""
    groups: list[list[Run]] = []
    for run in sorted(line, key=lambda one: one.left):
        if groups and run.left - groups[-1][-1].right < 30:
            groups[-1].append(run)
        else:
            groups.append([run])
    return [spoken(group) for group in groups]
