"""The fonts of all parts merged, so that the finished PDF holds each of them once.

A part says which glyphs of a font it uses. The glyphs that all parts use are cut from the
repository's file, keeping their numbers, and every part refers to that.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import uharfbuzz

from press.forme import Forme, Fount
from press.numbering import Figures, figures
from press.syntax import name, numbers
from press.writer import Writer

_DROPPED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "STAT", "meta")
_ORDERING = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"


@dataclass
class _Face:
    """What is known of one font: its number, and the widths and texts of the glyphs in use."""

    number: int
    descriptor: bytes
    widths: dict[int, float] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)


class Typecase:
    """The fonts of the document of `writer`; `folder` holds the files they are cut from."""

    def __init__(self, writer: Writer, folder: Path) -> None:
        self.writer = writer
        self.folder = folder
        self.faces: dict[str, _Face] = {}

    def take(self, forme: Forme, base: int) -> None:
        """Note the glyphs that a forme uses, and tell it where its fonts will be."""
        told = b"".join(
            b"%b %d 0 R" % (name(fount.name), self._face(fount).number) for fount in forme.founts
        )
        self.writer.write(base + forme.fonts, b"<<" + told + b">>")

    def close(self) -> None:
        """Cut every font once."""
        for file, face in sorted(self.faces.items()):
            self._cut(file, face)

    def _face(self, fount: Fount) -> _Face:
        if fount.file not in self.faces:
            said = "".join(f"/{key} {value}" for key, value in fount.descriptor)
            self.faces[fount.file] = _Face(self.writer.reserve(), said.encode("latin-1"))
        face = self.faces[fount.file]
        widths, texts = dict(fount.widths), dict(fount.texts)
        _number(widths, texts, figures(self.folder / fount.file))
        for glyph, width in widths.items():
            face.widths.setdefault(glyph, width)
        for glyph, text in texts.items():
            face.texts.setdefault(glyph, text)
        return face

    def _cut(self, file: str, face: _Face) -> None:
        writer, glyphs = self.writer, sorted(face.widths)
        data = subset((self.folder / file).read_bytes(), glyphs)
        called = name(f"{_tag(data)}+{Path(file).stem}")
        outlines = writer.add_stream(data, b"/Length1 %d" % len(data))
        descriptor = writer.add(
            b"<<%b/FontName%b/FontFile2 %d 0 R>>" % (face.descriptor, called, outlines)
        )
        widths = b" ".join(b"%d%b" % (glyph, numbers([face.widths[glyph]])) for glyph in glyphs)
        inner = writer.add(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont%b%b/CIDToGIDMap/Identity"
            b"/FontDescriptor %d 0 R/W[%b]>>" % (called, _ORDERING, descriptor, widths)
        )
        texts = writer.add_stream(_character_map(face.texts))
        writer.write(
            face.number,
            b"<</Type/Font/Subtype/Type0/BaseFont%b/Encoding/Identity-H"
            b"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (called, inner, texts),
        )


def _number(widths: dict[int, float], texts: dict[int, str], known: Figures | None) -> None:
    """Where noughts are set, which figures will be printed over, there are all figures instead."""
    if known and known.nought in widths:
        del widths[known.nought]
        texts.pop(known.nought, None)
        for figure, (glyph, width) in enumerate(zip(known.glyphs, known.widths, strict=True)):
            widths.setdefault(glyph, width)
            texts.setdefault(glyph, f"{ord('0') + figure:04x}")


def subset(font: bytes, glyphs: Iterable[int]) -> bytes:
    """The TrueType `font` with the outlines of `glyphs` alone, their numbers unchanged."""
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    face = uharfbuzz.subset(uharfbuzz.Face(uharfbuzz.Blob(font)), wanted)
    return bytes(face.blob.data)


def _tag(data: bytes) -> str:
    """Six capitals that stand for a subset (ISO 32000-1, 9.6.4), the same for the same glyphs."""
    return "".join(chr(65 + byte % 26) for byte in sha256(data).digest()[:6])


def _character_map(texts: dict[int, str]) -> bytes:
    """A ToUnicode map: what text each glyph stands for."""
    pairs = sorted(texts.items())
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def",
        "1 begincodespacerange", "<0000> <ffff>", "endcodespacerange",
    ]  # fmt: skip
    for start in range(0, len(pairs), 100):
        run = pairs[start : start + 100]
        lines.append(f"{len(run)} beginbfchar")
        lines += [f"<{glyph:04x}> <{text}>" for glyph, text in run]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode()
