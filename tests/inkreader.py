"""What ink stands where on a page: a small reader of the content streams of a PDF.

It knows what the tests ask for, runs of text and filled boxes, and no more.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from pathlib import Path
from struct import unpack
from typing import Any

from pikepdf import Name, Page, Pdf, String, parse_content_stream

Matrix = tuple[float, float, float, float, float, float]
Colour = tuple[float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (1, 1, 1)
_CHARACTERS = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")


@dataclass(frozen=True)
class Run:
    """Some text in one font on one line; lengths in pt from the page's bottom left."""

    text: str
    left: float
    right: float
    base: float
    size: float
    font: str
    mark: int | None
    furniture: bool
    colour: Colour = BLACK


@dataclass(frozen=True)
class Fill:
    """A rectangle filled with one colour; lengths in pt from the page's bottom left."""

    left: float
    bottom: float
    right: float
    top: float
    colour: Colour

    def holds(self, run: Run) -> bool:
        """Whether `run` begins and ends on it."""
        inside = self.left - 0.1 <= run.left and run.right <= self.right + 0.1
        return inside and self.bottom <= run.base <= self.top


@dataclass(frozen=True)
class Face:
    """One font of the document: its name, and the text and width of each of its glyphs."""

    name: str
    embedded: bytes
    texts: dict[int, str]
    widths: dict[int, float]


@dataclass(frozen=True)
class _State:
    matrix: Matrix = IDENTITY
    face: Face | None = None
    size: float = 0
    mark: int | None = None
    furniture: bool = False
    colour: Colour = BLACK
    patterned: bool = False


class InkReader:
    """Reads the runs of text on the pages of one document."""

    def __init__(self, file: Path | BytesIO) -> None:
        # By qpdf: pypdf takes five times as long for a page.
        self.pdf = Pdf.open(file)
        self.pages: list[Any] = [page.obj for page in self.pdf.pages]
        self._faces: dict[int, Face] = {}

    def runs(self, page: int) -> list[Run]:
        """All the text of a page (counted from 0), in the order in which it is painted."""
        return [ink for ink in self.painted(page) if isinstance(ink, Run)]

    def painted(self, page: int) -> list[Run | Fill]:
        """Text and filled rectangles of a page, in the order in which they are painted."""
        source = self.pages[page]
        if "/Contents" not in source:
            return []
        return list(self._read(Page(source), source, _State()))

    @cached_property
    def faces(self) -> list[Face]:
        """Every font that a page or a form of the document names, each once."""
        for page in self.pages:
            forms = page.get("/Resources", {}).get("/XObject", {})
            for holder in (page, *(form for _, form in forms.items())):
                for font in _fonts(holder).values():
                    self._face(font)
        return list(self._faces.values())

    def _read(self, content: Any, holder: Any, state: _State) -> Iterator[Run | Fill]:
        fonts, stack, around = _fonts(holder), [state], [(state.mark, state.furniture)]
        line, path = IDENTITY, list[list[float]]()
        for step in parse_content_stream(content):
            operands = list[Any](step.operands)
            match bytes(step.operator):
                # Those that come most often come first.
                case b"Tf":
                    face = self._face(fonts[str(operands[0])])
                    stack[-1] = replace(stack[-1], face=face, size=float(operands[1]))
                case b"BT":
                    line = IDENTITY
                case b"Tm":
                    line = multiplied(tuple(map(float, operands)), IDENTITY)
                case b"TJ":
                    yield _run(operands[0], stack[-1], line, *around[-1])
                case b"BDC" | b"BMC":
                    data = operands[1] if len(operands) > 1 else {}
                    mark, artifact = around[-1]
                    artifact = artifact or operands[0] == Name.Artifact
                    around.append((data.get("/MCID", mark), artifact))
                case b"EMC":
                    around.pop()
                case b"q":
                    stack.append(stack[-1])
                case b"Q":
                    stack.pop()
                case b"cm":
                    matrix = multiplied(tuple(map(float, operands)), stack[-1].matrix)
                    stack[-1] = replace(stack[-1], matrix=matrix)
                case b"rg":
                    red, green, blue = map(float, operands)
                    stack[-1] = replace(stack[-1], colour=(red, green, blue), patterned=False)
                case b"scn" if isinstance(operands[0], Name):
                    stack[-1] = replace(stack[-1], patterned=True)
                case b"g" | b"k" | b"sc" | b"scn":
                    raise NotImplementedError(f"a colour is set with {step.operator}")
                case b"re":
                    path.append(list(map(float, operands)))
                # Two boxes filled with `f*` are a border: what is between them.
                case b"n" | b"S" | b"f*":
                    path.clear()
                case b"f":
                    # A picture that is laid as a pattern is no ground of one colour.
                    yield from (_fill(box, stack[-1]) for box in path if not stack[-1].patterned)
                    path.clear()
                case b"Do":
                    form = holder["/Resources"]["/XObject"][str(operands[0])]
                    if form["/Subtype"] == "/Form":
                        inner = tuple(map(float, form.get("/Matrix", IDENTITY)))
                        below = _State(
                            multiplied(inner, stack[-1].matrix), None, 0, *around[-1],
                            stack[-1].colour,
                        )  # fmt: skip
                        yield from self._read(form, form, below)

    def _face(self, font: Any) -> Face:
        key, _ = font.objgen
        if key not in self._faces:
            self._faces[key] = _face(font)
        return self._faces[key]


def multiplied(one: Iterable[float], two: Matrix) -> Matrix:
    """The matrix that does what `one` does, then what `two` does."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
            e * p + f * r + t, e * q + f * s + u)  # fmt: skip


def _fonts(holder: Any) -> dict[str, Any]:
    return dict(holder.get("/Resources", {}).get("/Font", {}).items())


def _run(items: Any, state: _State, line: Matrix, mark: int | None, furniture: bool) -> Run:
    face = state.face
    assert face is not None, "text is shown before a font is chosen"
    glyphs, width = list[int](), 0.0
    for item in items:
        if not isinstance(item, String):
            width -= float(item)
            continue
        raw = bytes(item)
        here = unpack(f">{len(raw) // 2}H", raw)
        glyphs += here
        width += sum(map(face.widths.__getitem__, here))
    matrix = multiplied(line, state.matrix)
    scale = (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5
    return Run(
        "".join(map(face.texts.__getitem__, glyphs)),
        matrix[4],
        matrix[4] + width / 1000 * state.size * scale,
        matrix[5],
        state.size * scale,
        face.name,
        mark,
        furniture,
        state.colour,
    )


def _fill(box: list[float], state: _State) -> Fill:
    x, y, width, height = box
    corners = [
        multiplied((1, 0, 0, 1, *at), state.matrix)[4:] for at in ((x, y), (x + width, y + height))
    ]
    (left, right), (bottom, top) = (sorted(ends) for ends in zip(*corners, strict=True))
    return Fill(left, bottom, right, top, state.colour)


def _face(font: Any) -> Face:
    inner = font["/DescendantFonts"][0]
    items, widths = list(inner["/W"]), dict[int, float]()
    for first, run in zip(items[::2], items[1::2], strict=True):
        widths |= {int(first) + i: float(width) for i, width in enumerate(run)}
    texts = {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _CHARACTERS.findall(font["/ToUnicode"].read_bytes())
    }
    program = inner["/FontDescriptor"]["/FontFile2"].read_bytes()
    return Face(str(font["/BaseFont"]).lstrip("/"), program, texts, widths)
