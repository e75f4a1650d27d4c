"""Slugs: texts cast in one piece, to be drawn as often as they come.

To draw a text, WeasyPrint 70 makes the engine's layout for its style anew, sets it once more, and
goes through its glyphs one by one. Here one layout serves all texts of a style, a glyph that was
met before in the same width is written as it was then, and a text that comes again (a keyword, a
comma of the index) is the slug that was cast the first time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

_BYTES = ffi.sizeof("PangoGlyphInfo")
_FIELDS = _BYTES // ffi.sizeof("int")
"""Numbers that Pango has of a glyph: which one, width, two offsets, and what it begins."""

_SIZED = pango.pango_version() >= 14802
"""Whether a font knows its size (Pango, issue 530)."""

_SMALLEST = 1e-6
"""A size of which nothing is drawn."""


@dataclass(frozen=True, slots=True)
class Run:
    """What is shown in one font, as the operator that shows it (ISO 32000-1, 9.4.3)."""

    font: str
    size: float
    shown: bytes


Slug = tuple[Run, ...]
Glyph = tuple[int, int, int]
"""Which glyph of a font, its width, and by how much it is moved to the right, in units of Pango."""


class _Strange(Exception):
    """A text with something that only the engine knows how to draw."""


class Slugs:
    """What was cast for the pages of one document."""

    def __init__(self) -> None:
        self.cast: dict[tuple[str, int, float], Slug | None] = {}
        self.layouts: dict[int, Any] = {}
        self.letters: dict[tuple[int, float], _Letters] = {}

    def of(self, box: Any, stream: Any) -> Slug | None:
        """The slug of a box of text; nothing if the engine must draw it into `stream` itself."""
        layout = box.pango_layout
        # A style is that of all boxes that have the same, and lives as long as they do.
        key = (layout.text, id(box.style), layout.justification_spacing)
        if key not in self.cast:
            try:
                self.cast[key] = tuple(self._runs(box, stream)) if _plain(box) else None
            except _Strange:
                self.cast[key] = None
        return self.cast[key]

    def _runs(self, box: Any, stream: Any) -> Iterator[Run]:
        layout = self._set(box)
        line, _ = layout.get_first_line()
        for font, pieces in groupby(_pieces(line), lambda piece: piece.item.analysis.font):
            letters = self._letters(*stream.add_font(font))
            shown = "".join(letters.shown(piece, layout.text) for piece in pieces)
            yield Run(letters.font.hash, letters.size, b"[%b] TJ" % shown.encode())

    def _letters(self, font: Any, size: float) -> "_Letters":
        if not _SIZED or font.bitmap or font.png or font.svg or font.colr:
            raise _Strange
        key = (id(font), size)
        if key not in self.letters:
            self.letters[key] = _Letters(font, size)
        return self.letters[key]

    def _set(self, box: Any) -> Any:
        """The text of a box, set in a layout that is its style's, or its own if it is spaced."""
        style, spacing = box.style, box.pango_layout.justification_spacing
        spaced = spacing or style["word_spacing"]
        layout = None if spaced else self.layouts.get(id(style))
        if layout is None:
            layout = Layout(style, spacing)
            pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
            if not spaced:
                self.layouts[id(style)] = layout
        layout.set_text(box.pango_layout.text, justify=True)
        return layout


class _Letters:
    """How the glyphs of a font in one size are shown, as far as they were met."""

    def __init__(self, font: Any, size: float) -> None:
        self.font = font
        self.size = size
        self.known: dict[Glyph, str] = {}

    def shown(self, piece: Any, text: str) -> str:
        """The glyphs of a piece of a text, and by how much they are moved between."""
        info, count = piece.glyphs.glyphs, piece.glyphs.num_glyphs
        fields = memoryview(ffi.buffer(info, count * _BYTES)).cast("i")
        if any(fields[3::_FIELDS]):
            raise _Strange
        glyphs = list(zip(*(fields[one::_FIELDS].tolist() for one in range(3)), strict=True))
        try:
            shown = "".join(map(self.known.__getitem__, glyphs))
        except KeyError:
            shown = "".join(self._met(glyphs, piece, text))
        shown = f"<{shown}"
        return shown[:-1] if shown[-1] == "<" else f"{shown}>"

    def _met(self, glyphs: Sequence[Glyph], piece: Any, text: str) -> Iterator[str]:
        for index, glyph in enumerate(glyphs):
            if glyph not in self.known:
                self.known[glyph] = self._new(glyph, index, piece, text)
            yield self.known[glyph]

    def _new(self, glyph: Glyph, index: int, piece: Any, text: str) -> str:
        """How a glyph is shown that was not met before, in thousandths of the font's size."""
        number, width, right = glyph
        if number == pango.PANGO_GLYPH_EMPTY:
            return f">{-width / self.size}<"
        if number & pango.PANGO_GLYPH_UNKNOWN_FLAG:
            raise _Strange
        if number not in self.font.to_unicode:
            self.font.to_unicode[number] = _meant(piece, index, text)
        offset = right / self.size
        moved = self._width(number, piece) + offset - width * 1000 * FROM_UNITS / self.size
        before, behind = f">{-offset}<" if offset else "", f">{int(moved)}<" if moved else ""
        return f"{before}{number:04x}{behind}"

    def _width(self, number: int, piece: Any) -> float:
        if number not in self.font.widths:
            ink, logical = ffi.new("PangoRectangle *"), ffi.new("PangoRectangle *")
            pango.pango_font_get_glyph_extents(piece.item.analysis.font, number, ink, logical)
            self.font.widths[number] = round(logical.width * 1000 * FROM_UNITS / self.size)
        width: float = self.font.widths[number]
        return width


def _plain(box: Any) -> bool:
    """Whether there is something to be drawn of a text, and nothing but its glyphs."""
    style = box.style
    return bool(
        style["visibility"] == "visible"
        and style["text_decoration_line"] == "none"
        and style["font_size"] > _SMALLEST
        and box.text.strip()
    )


def _pieces(line: Any) -> Iterator[Any]:
    """The pieces of a line, each of which is in one font."""
    run = line.runs[0]
    while run != ffi.NULL:
        yield run.data
        run = run.next


def _meant(piece: Any, index: int, text: str) -> str:
    """What a glyph stands for: the characters of its cluster (ISO 32000-1, 9.10.3)."""
    item, clusters = piece.item, piece.glyphs.log_clusters
    if item.analysis.level % 2:
        end = item.length if index == 0 else clusters[index - 1]
    else:
        last = index == piece.glyphs.num_glyphs - 1
        end = item.length if last else clusters[index + 1]
    return text.encode()[item.offset + clusters[index] : item.offset + end].decode()
