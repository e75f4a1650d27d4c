"""The fonts of all parts merged, so that the finished PDF holds each of them once.

A part brings its own subset of a font. The glyphs that all parts use are cut once more
from the repository's file, keeping their numbers, and every part then refers to that.
"""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import uharfbuzz
from pikepdf import Array, Dictionary, Name, Object, Pdf

from press.numbering import Figures, figures

_PAIR = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>")
_DROPPED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "STAT", "meta")


@dataclass
class _Face:
    """What is known of one font: the widths and the texts of the glyphs that are used."""

    descriptor: Object
    font: Object
    widths: dict[int, float] = field(default_factory=dict)
    texts: dict[int, bytes] = field(default_factory=dict)


class Typecase:
    """The fonts of the document `pdf`; `folder` holds the files they are cut from."""

    def __init__(self, pdf: Pdf, folder: Path) -> None:
        self.pdf = pdf
        self.folder = folder
        self.faces: dict[str, _Face] = {}
        self.pending: list[tuple[Object, str, str]] = []

    def take(self, source: Pdf, files: dict[str, str]) -> None:
        """Note the glyphs that `source` uses; `files` names the file behind each font.

        The fonts are emptied in `source`, so that copying its pages does not bring them.
        """
        fonts = source.pages[0].obj.Resources.Font
        for key in sorted(fonts.keys()):
            name = str(key).lstrip("/")
            font = fonts[key]
            descendant = font.DescendantFonts[0]
            copied = self.pdf.copy_foreign
            if files[name] not in self.faces:
                descriptor = Dictionary(
                    {
                        item: value
                        for item, value in descendant.FontDescriptor.items()
                        if not item.startswith("/FontFile")
                    }
                )
                self.faces[files[name]] = _Face(
                    copied(source.make_indirect(descriptor)),
                    copied(
                        source.make_indirect(Dictionary(CIDSystemInfo=descendant.CIDSystemInfo))
                    ),
                )
            face = self.faces[files[name]]
            widths = _widths(descendant.W)
            texts = {
                int(glyph, 16): text for glyph, text in _PAIR.findall(font.ToUnicode.read_bytes())
            }
            _number(widths, texts, figures(self.folder / files[name]))
            for glyph, width in widths.items():
                face.widths.setdefault(glyph, width)
            for glyph, text in texts.items():
                face.texts.setdefault(glyph, text)
            fonts[key] = Dictionary()

    def give(self, fonts: Object, files: dict[str, str]) -> None:
        """Remember that the copied resource `fonts` wants the merged fonts, when they are cut."""
        self.pending += [(fonts, name, file) for name, file in sorted(files.items())]

    def close(self) -> None:
        """Cut every font once and put it wherever it is wanted."""
        cut = {file: self._cut(file, face) for file, face in sorted(self.faces.items())}
        for fonts, name, file in self.pending:
            fonts[Name(f"/{name}")] = cut[file]

    def _cut(self, file: str, face: _Face) -> Object:
        glyphs = sorted(face.widths)
        data = subset((self.folder / file).read_bytes(), glyphs)
        name = Name(f"/{_tag(data)}+{Path(file).stem}")
        stream = self.pdf.make_stream(data)
        stream.Length1 = len(data)
        descriptor = face.descriptor
        descriptor.FontName = name
        descriptor.FontFile2 = stream
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=face.font.CIDSystemInfo,
            CIDToGIDMap=Name.Identity,
            FontDescriptor=descriptor,
            W=Array([item for glyph in glyphs for item in (glyph, Array([face.widths[glyph]]))]),
        )
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=name,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([self.pdf.make_indirect(descendant)]),
                ToUnicode=self.pdf.make_stream(_character_map(face.texts)),
            )
        )


def _number(widths: dict[int, float], texts: dict[int, bytes], known: Figures | None) -> None:
    """Where noughts are set, which figures will be printed over, there are all figures instead."""
    if known and known.nought in widths:
        del widths[known.nought]
        texts.pop(known.nought, None)
        for figure, (glyph, width) in enumerate(zip(known.glyphs, known.widths, strict=True)):
            widths.setdefault(glyph, width)
            texts.setdefault(glyph, b"%04x" % (ord("0") + figure))


def subset(font: bytes, glyphs: list[int]) -> bytes:
    """The TrueType `font` with the outlines of `glyphs` alone, their numbers unchanged."""
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    face = uharfbuzz.subset(uharfbuzz.Face(uharfbuzz.Blob(font)), wanted)
    return bytes(face.blob.data)


def _widths(array: Object) -> dict[int, float]:
    """The widths in a PDF `W` array of runs: first glyph, then one width each."""
    found: dict[int, float] = {}
    items = list(array)
    for first, run in zip(items[::2], items[1::2], strict=True):
        for offset, width in enumerate(run):
            found[int(first) + offset] = round(float(width), 3)
    return found


def _tag(data: bytes) -> str:
    """Six capitals that stand for a subset (ISO 32000-1, 9.6.4), the same for the same glyphs."""
    return "".join(chr(65 + byte % 26) for byte in sha256(data).digest()[:6])


def _character_map(texts: dict[int, bytes]) -> bytes:
    """A ToUnicode map: what text each glyph stands for."""
    pairs = sorted(texts.items())
    lines = [
        b"/CIDInit /ProcSet findresource begin", b"12 dict begin", b"begincmap",
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        b"/CMapName /Adobe-Identity-UCS def", b"/CMapType 2 def",
        b"1 begincodespacerange", b"<0000> <ffff>", b"endcodespacerange",
    ]  # fmt: skip
    for start in range(0, len(pairs), 100):
        run = pairs[start : start + 100]
        lines.append(b"%d beginbfchar" % len(run))
        lines += [b"<%04x> <%s>" % pair for pair in run]
        lines.append(b"endbfchar")
    lines += [b"endcmap", b"CMapName currentdict /CMap defineresource pop", b"end", b"end"]
    return b"\n".join(lines)
