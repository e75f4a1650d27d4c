"""The font files of the book; each font that the engine comes upon has to be one of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pydyf

from press.forme import Fount


class FontFiles:
    """The TrueType files in a folder."""

    def __init__(self, folder: Path) -> None:
        self.names = {path.read_bytes(): path.name for path in folder.glob("*.ttf")}
        self.whole = {data: data for data in self.names}

    def uncut(self) -> dict[Any, Any]:
        """Room for the fonts that the engine comes upon while it draws, which it leaves whole."""
        return _Uncut(self.whole)

    def behind(self, document: Any) -> tuple[dict[str, str], list[str]]:
        """The file behind each font of a drawn document, and the families that have none here."""
        files, foreign = {}, []
        for font in document.fonts.values():
            if font.file_content in self.names:
                files[font.hash] = self.names[font.file_content]
            else:
                foreign.append(font.family)
        return files, foreign


def founts(
    of: Callable[[bytes], Any],
    dictionary: Mapping[str, bytes],
    fonts: Iterable[Any],
    files: Mapping[str, str],
) -> Iterator[Fount]:
    """What is used of each font; there may be several of the engine's for one of the PDF's.

    `of` gives the object of a reference, `files` the file behind each font of the `dictionary`.
    """
    fonts = sorted(fonts, key=lambda font: str(font.hash))
    for name, reference in sorted(dictionary.items()):
        # A font that is none of the book's is a problem of the part, which is not printed.
        if name not in files:
            continue
        widths: dict[int, float] = {}
        texts: dict[int, str] = {}
        for font in fonts:
            if font.hash == name:
                for glyph, width in sorted(font.widths.items()):
                    widths.setdefault(glyph, round(float(width), 3))
                for glyph, text in sorted(font.to_unicode.items()):
                    texts.setdefault(glyph, text.encode("utf-16-be").hex())
        (inner,) = of(reference)["DescendantFonts"]
        described = of(of(inner)["FontDescriptor"])
        said = pydyf.Dictionary(
            {key: value for key, value in described.items() if not key.startswith("FontFile")}
        )
        descriptor = tuple(
            (key, pydyf._to_bytes(value).decode("latin-1"))
            for key, value in said.items()
            if key != "FontName"
        )
        yield Fount(name, files[name], widths, texts, descriptor)


class _Uncut(dict[Any, Any]):
    """Fonts of a part, which are cut when the book is linked, and not for each part: for each
    length of a list of glyphs the engine would have a type of C parsed.
    """

    def __init__(self, whole: Mapping[bytes, bytes]) -> None:
        super().__init__()
        self.whole = whole

    def __setitem__(self, key: Any, font: Any) -> None:
        font.subset = _left_whole
        # The engine has read the file for itself, which need not stand beside ours.
        font.file_content = self.whole.get(font.file_content, font.file_content)
        super().__setitem__(key, font)


def _left_whole(to_unicode: object, hinting: object) -> None:
    pass
