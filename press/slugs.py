"""Slugs: texts cast in one piece, to be drawn as often as they come.

To draw a text, WeasyPrint 70 makes the engine's layout for its style anew, sets it once more, and
goes through its glyphs one by one. Here one layout serves all texts of a style, a glyph that was
met before in the same width is written as it was then, and a text that comes again (a keyword, a
comma of the index) is the slug that was cast the first time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

_FIELDS = ffi.sizeof("PangoGlyphInfo") // ffi.sizeof("int")
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
        self.letters: dict[tuple[int, float], dict[Glyph, str]] = {}

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
        run, before, text = line.runs[0], None, ""
        font, size = None, 0.0
        while run != ffi.NULL:
            piece, run = run.data, run.next
            if piece.item.analysis.font != before:
                before = piece.item.analysis.font
                if font is not None:
                    yield _run(font, size, text)
                font, size = stream.add_font(before)
                if not _SIZED or font.bitmap or font.png or font.svg or font.colr:
                    raise _Strange
                text = ""
            text += self._shown(piece, font, size, layout.text, stream)
        yield _run(font, size, text)

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

    def _shown(self, piece: Any, font: Any, size: float, text: str, stream: Any) -> str:
        """The glyphs of a piece of text in one font, between the numbers that move them."""
        count = piece.glyphs.num_glyphs
        fields = memoryview(ffi.buffer(piece.glyphs.glyphs, count * _FIELDS * 4)).cast("i")
        if any(fields[3::_FIELDS]):
            raise _Strange
        glyphs = list(zip(*(fields[one::_FIELDS].tolist() for one in range(3)), strict=True))
        letters = self.letters.setdefault((id(font), size), {})
        try:
            shown = "".join(map(letters.__getitem__, glyphs))
        except KeyError:
            shown = "".join(_met(letters, glyphs, piece, font, size, text, stream))
        shown = f"<{shown}"
        return shown[:-1] if shown[-1] == "<" else f"{shown}>"


def _plain(box: Any) -> bool:
    """Whether there is something to be drawn of a text, and nothing but its glyphs."""
    style = box.style
    return bool(
        style["visibility"] == "visible"
        and style["text_decoration_line"] == "none"
        and style["font_size"] > _SMALLEST
        and box.text.strip()
    )


def _run(font: Any, size: float, text: str) -> Run:
    return Run(font.hash, size, b"[%b] TJ" % text.encode())


def _met(
    letters: dict[Glyph, str],
    glyphs: Sequence[Glyph],
    piece: Any,
    font: Any,
    size: float,
    text: str,
    stream: Any,
) -> Iterator[str]:
    """Each of the glyphs as it is in `letters`, or new there."""
    for index, glyph in enumerate(glyphs):
        if glyph not in letters:
            letters[glyph] = _letter(glyph, index, piece, font, size, text, stream)
        yield letters[glyph]


def _letter(
    glyph: Glyph, index: int, piece: Any, font: Any, size: float, text: str, stream: Any
) -> str:
    """How a glyph is shown that was not met before, in thousandths of the font's size."""
    number, width, right = glyph
    if number == pango.PANGO_GLYPH_EMPTY:
        return f">{-width / size}<"
    if number & pango.PANGO_GLYPH_UNKNOWN_FLAG:
        raise _Strange
    if number not in font.to_unicode:
        font.to_unicode[number] = _meant(piece, index, text)
    offset = right / size
    moved = _width(font, size, number, piece, stream) + offset - width * 1000 * FROM_UNITS / size
    before, behind = f">{-offset}<" if offset else "", f">{int(moved)}<" if moved else ""
    return f"{before}{number:04x}{behind}"


def _width(font: Any, size: float, glyph: int, piece: Any, stream: Any) -> float:
    """The width of a glyph in thousandths of its font's size."""
    if glyph not in font.widths:
        pango.pango_font_get_glyph_extents(
            piece.item.analysis.font, glyph, stream.ink_rect, stream.logical_rect
        )
        font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
    width: float = font.widths[glyph]
    return width


def _meant(piece: Any, index: int, text: str) -> str:
    """What a glyph stands for: the characters of its cluster (ISO 32000-1, 9.10.3)."""
    item, clusters = piece.item, piece.glyphs.log_clusters
    if item.analysis.level % 2:
        end = item.length if index == 0 else clusters[index - 1]
    else:
        last = index == piece.glyphs.num_glyphs - 1
        end = item.length if last else clusters[index + 1]
    return text.encode()[item.offset + clusters[index] : item.offset + end].decode()
