"""The font files of the book; each font that the engine comes upon has to be one of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any


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
