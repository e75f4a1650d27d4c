"""The ink of a finished PDF: what text stands where on its pages, how large, on what ground.

It is read with PDFium from the file alone, so that a survey of the pages owes nothing to the
engine that set them. The ground of a text is what is painted where it stands on the page when
the text itself is taken away.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

Colour = tuple[int, int, int]
"""Red, green and blue from 0 to 255."""


@dataclass(frozen=True)
class Run:
    """Some text in one font on one line. Lengths in pt; `base` counts from the page's top."""

    text: str
    left: float
    right: float
    base: float
    size: float
    colour: Colour
    ground: Colour
    fixed: bool
    bold: bool
    mark: int | None


@dataclass(frozen=True)
class Picture:
    """Ink that is no text but belongs to the content: its edges in pt from the page's top left."""

    left: float
    right: float
    top: float
    bottom: float
    mark: int


@dataclass(frozen=True)
class Ink:
    """What is painted on one page; runs without a mark are artifacts, as folios are."""

    label: str
    width: float
    height: float
    runs: tuple[Run, ...]
    pictures: tuple[Picture, ...]


Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class _Found:
    """An object as PDFium has it, and what it has from the forms that it is in.

    That is a mark, a matrix, and how opaque they are from 0 to 1.
    """

    item: Any
    mark: int | None
    around: Matrix = (1, 0, 0, 1, 0, 0)
    opaque: float = 1.0

    @property
    def kind(self) -> int:
        return int(raw.FPDFPageObj_GetType(self.item))


def inked(document: pdfium.PdfDocument, number: int) -> Ink:
    """The ink of page `number`, counted from 0."""
    page = document[number]
    width, height = page.get_size()
    letters = raw.FPDFText_LoadPage(page.raw)
    found = list(_items(page))
    texts = [one for one in found if one.kind == raw.FPDF_PAGEOBJ_TEXT]
    runs = [run for text in texts for run in _runs(text, letters, height)]
    pictures = [_picture(one, height) for one in found if one.kind != raw.FPDF_PAGEOBJ_TEXT]
    raw.FPDFText_ClosePage(letters)
    for text in texts:
        raw.FPDFTextObj_SetTextRenderMode(text.item, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    bare = page.render(scale=1, draw_annots=False, may_draw_forms=False).to_pil().convert("RGB")
    label = document.get_page_label(number) or str(number + 1)
    return Ink(
        label,
        width,
        height,
        tuple(_grounded(run, alpha, bare) for run, alpha in runs),
        tuple(picture for picture in pictures if picture),
    )


def _items(page: pdfium.PdfPage) -> Iterator[_Found]:
    """Every object on a page and in its forms."""
    for at in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, at)
        yield from _inside(_Found(item, _mark(item)))


def _inside(found: _Found) -> Iterator[_Found]:
    if found.kind != raw.FPDF_PAGEOBJ_FORM:
        yield found
        return
    around = _multiplied(_matrix(found.item), found.around)
    opaque = found.opaque * _colour(found.item)[1]
    for at in range(raw.FPDFFormObj_CountObjects(found.item)):
        # Marks inside a form are not the page's own (ISO 32000-1, 14.7.4.3).
        inner = raw.FPDFFormObj_GetObject(found.item, at)
        yield from _inside(_Found(inner, found.mark, around, opaque))


def _mark(item: Any) -> int | None:
    number = raw.FPDFPageObj_GetMarkedContentID(item)
    return None if number < 0 else int(number)


def _matrix(item: Any) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _multiplied(one: Matrix, two: Matrix) -> Matrix:
    """The matrix that does what `one` does, then what `two` does."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
            e * p + f * r + t, e * q + f * s + u)  # fmt: skip


def _bounds(found: _Found) -> tuple[float, float, float, float]:
    """The left, bottom, right and top edges of an object on its page."""
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(found.item, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    corners = [_multiplied((1, 0, 0, 1, x, y), found.around) for x in (left, right)
               for y in (bottom, top)]  # fmt: skip
    across, up = [corner[4] for corner in corners], [corner[5] for corner in corners]
    return min(across), min(up), max(across), max(up)


def _picture(found: _Found, height: float) -> Picture | None:
    if found.mark is None:
        return None
    left, bottom, right, top = _bounds(found)
    return Picture(left, right, height - top, height - bottom, found.mark)


def _runs(found: _Found, letters: Any, height: float) -> Iterator[tuple[Run, float]]:
    """The text of one object and how opaque it is, unless it cannot be seen."""
    item = found.item
    text = _text(item, letters)
    mode = raw.FPDFTextObj_GetTextRenderMode(item)
    if not text.strip() or mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
        return
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(item, size)
    matrix = _multiplied(_matrix(item), found.around)
    left, _, right, _ = _bounds(found)
    font = raw.FPDFTextObj_GetFont(item)
    name = _name(font)
    colour, opaque = _colour(item, stroked=mode == raw.FPDF_TEXTRENDERMODE_STROKE)
    run = Run(
        text,
        left,
        right,
        height - matrix[5],
        round(size.value * (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5, 2),
        colour,
        colour,
        bool(raw.FPDFFont_GetFlags(font) & _FIXED) or "Mono" in name,
        any(weight in name.lower() for weight in _BOLD),
        found.mark,
    )
    yield run, found.opaque * opaque


# ISO 32000-1, table 123.
_FIXED = 1
_BOLD = ("bold", "black", "heavy")


def _text(item: Any, letters: Any) -> str:
    length = raw.FPDFTextObj_GetText(item, letters, None, 0)
    buffer = (ctypes.c_ushort * (length // 2))()
    raw.FPDFTextObj_GetText(item, letters, buffer, length)
    # PDFium says STX for a hyphen that ends a line.
    return bytes(buffer).decode("utf-16-le").rstrip("\0").replace("\x02", "-")


def _name(font: Any) -> str:
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def _colour(item: Any, stroked: bool = False) -> tuple[Colour, float]:
    """The colour of an object, and how opaque it is from 0 to 1."""
    parts = [ctypes.c_uint() for _ in range(4)]
    read = raw.FPDFPageObj_GetStrokeColor if stroked else raw.FPDFPageObj_GetFillColor
    read(item, *parts)
    red, green, blue, alpha = (part.value for part in parts)
    return (red, green, blue), alpha / 255


def _grounded(run: Run, opaque: float, bare: Image.Image) -> Run:
    """A run with the commonest colour under its letters, and its own colour as it shows there."""
    left = min(max(int(run.left), 0), bare.width - 1)
    top = min(max(int(run.base - run.size / 2), 0), bare.height - 1)
    right = min(max(round(run.right), left + 1), bare.width)
    bottom = min(max(int(run.base), top + 1), bare.height)
    box = bare.crop((left, top, right, bottom))
    counts: Any = box.getcolors(box.width * box.height)
    ground: Colour = max(counts)[1]
    red, green, blue = (
        round(own * opaque + under * (1 - opaque))
        for own, under in zip(run.colour, ground, strict=True)
    )
    return replace(run, colour=(red, green, blue), ground=ground)
