"""What the press brings to every book: templates, styles, marks, fonts and papers."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from press.problems import BadContent, Place, Problem, did_you_mean, shown_path
from press.schema import Edition, Trim
from press.shapes import millimetres
from press.sheet import COMMON, Style

_IMPORT = re.compile(
    r"\A(?:\s|/\*.*?\*/)*(?P<rule>@import\s+(['\"])(?P<name>[\w-]+)\.css\2\s*;)", re.DOTALL
)

PAPERS: dict[str, tuple[float, float]] = {
    "a4": (210.0, 297.0),
    "a5": (148.0, 210.0),
    "b5": (176.0, 250.0),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
    "6x9": (152.4, 228.6),
    "7x10": (177.8, 254.0),
}
"""Width and height in mm: ISO 216, ANSI/ASME Y14.1, and the book trade's trim sizes."""


@dataclass(frozen=True)
class House:
    """The folder that holds `templates/` and `styles/`."""

    root: Path

    @property
    def templates(self) -> Path:
        """One folder a layout."""
        return self.root / "templates"

    @property
    def styles(self) -> Path:
        """Tokens, base, components, and one sheet an edition."""
        return self.root / "styles"

    @property
    def fontconfig(self) -> Path:
        """The font configuration that knows the repository's fonts alone."""
        return self.styles / "fonts" / "fonts.conf"

    @cached_property
    def fonts(self) -> tuple[Path, ...]:
        """Every font that may be printed with."""
        return tuple(sorted((self.styles / "fonts").glob("*.ttf")))

    @property
    def profile(self) -> Path:
        """The ICC profile that says what the colours mean."""
        return self.styles / "colour" / "sRGB2014.icc"

    @property
    def layouts(self) -> list[str]:
        """The names of the layouts: folders with a template of page furniture."""
        return sorted(path.parent.name for path in self.templates.glob("*/furniture.html"))

    @property
    def sheets(self) -> list[str]:
        """The names of the editions' stylesheets."""
        return sorted(path.stem for path in (self.styles / "editions").glob("*.css"))

    @property
    def marks(self) -> list[str]:
        """The names of the chapters' marks."""
        return sorted(path.stem for path in (self.styles / "marks").glob("*.svg"))

    def stylesheets(self, style: str) -> tuple[Style, ...]:
        """An edition's sheets, in the order in which they apply.

        A sheet that begins with `@import "other.css";` takes the edition of that name first.
        Raises `BadContent` if there is none, or if sheets import each other in a circle.
        """
        common = tuple(self._style(self.styles / name) for name in COMMON)
        return common + self._edition_sheets(style, ())

    def _edition_sheets(self, style: str, before: tuple[str, ...]) -> tuple[Style, ...]:
        path = self.styles / "editions" / f"{style}.css"
        sheet = self._style(path)
        imported: tuple[Style, ...] = ()
        text = sheet.text
        while found := _IMPORT.match(text):
            other = found["name"]
            line = text[: found.start("rule")].count("\n") + 1
            if other not in self.sheets or other in (style, *before):
                wrong, remedy = f"it imports '{other}.css', which imports it", "let one stand alone"
                if other not in self.sheets:
                    wrong = f"it imports '{other}.css', which is not there"
                    remedy = did_you_mean(other, [name for name in self.sheets if name != style])
                place = Place(sheet.path, line)
                raise BadContent([Problem(place, "stylesheet", wrong, remedy)])
            imported += self._edition_sheets(other, (style, *before))
            # Blanked, not cut, so that places in the rest of the sheet stay what they are.
            text = text[: found.start("rule")] + " " * len(found["rule"]) + text[found.end() :]
        return (*imported, Style(sheet.path, text))

    @staticmethod
    def _style(path: Path) -> Style:
        return Style(shown_path(path), path.read_text(encoding="utf-8"))

    def punched(self, style: str) -> bool:
        """Whether an edition's stylesheets know a page that leaves room for punched holes."""
        return any("@page punched" in sheet.text for sheet in self.stylesheets(style))

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that at least one of the fonts can print."""
        return _characters(self.fonts)


@cache
def _characters(fonts: tuple[Path, ...]) -> frozenset[int]:
    from uharfbuzz import Blob, Face  # only `check` and a changed book need it

    return frozenset().union(*(Face(Blob.from_file_path(path)).unicodes for path in fonts))


def paper_size(edition: Edition) -> tuple[float, float]:
    """Width and height in mm of an edition's page; `KeyError` for an unknown name."""
    if isinstance(edition.paper, Trim):
        return millimetres(edition.paper.width), millimetres(edition.paper.height)
    return PAPERS[edition.paper]
