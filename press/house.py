"""What the press brings to every book: templates, styles, marks, fonts and papers."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from press.problems import shown_path
from press.schema import Edition, Trim, millimetres

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
class Style:
    """A stylesheet: the path to show when it is at fault, and its text."""

    path: str
    text: str


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
        """An edition's sheets, in the order in which they apply."""
        names = ("tokens.css", "base.css", "components.css", f"editions/{style}.css")
        return tuple(
            Style(shown_path(self.styles / name), (self.styles / name).read_text(encoding="utf-8"))
            for name in names
        )

    def punched(self, style: str) -> bool:
        """Whether an edition's stylesheets know a page that leaves room for punched holes."""
        return any("@page punched" in sheet.text for sheet in self.stylesheets(style))

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that at least one of the fonts can print."""
        return _characters(self.fonts)


@cache
def _characters(fonts: tuple[Path, ...]) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # only `check` and a changed book need it

    found: set[int] = set()
    for path in fonts:
        with TTFont(path, lazy=True) as font:
            found.update(font.getBestCmap())
    return frozenset(found)


def paper_size(edition: Edition) -> tuple[float, float]:
    """Width and height in mm of an edition's page; `KeyError` for an unknown name."""
    if isinstance(edition.paper, Trim):
        return millimetres(edition.paper.width), millimetres(edition.paper.height)
    return PAPERS[edition.paper]
