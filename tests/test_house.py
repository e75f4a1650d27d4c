"""What the press brings to every book, and that its sheets keep to their own rules."""

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest
from books import HOUSE, ROOT

from press.house import PAPERS, House, paper_size
from press.problems import BadContent
from press.schema import Colour, Edition, Trim

SHEETS = sorted((ROOT / "styles").rglob("*.css"))
EDITIONS = sorted((ROOT / "styles/editions").glob("*.css"))


def rules(path: Path) -> str:
    """A sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def edition(paper: str | Trim) -> Edition:
    return Edition(name="a", title="A", layout="handbook", style="handbook", paper=paper)


@pytest.mark.parametrize("colour", get_args(Colour))
def test_every_colour_that_a_chapter_may_have_is_in_the_styles(colour: str) -> None:
    everything = "\n".join(rules(path) for path in SHEETS)
    assert re.search(rf"^\.{colour} \{{ --hue: var\(--{colour}\) \}}", everything, re.MULTILINE)
    assert re.search(rf"^ *--{colour}: #[0-9a-f]{{6}};", rules(ROOT / "styles/tokens.css"), re.M)


def test_colours_are_written_once_as_tokens() -> None:
    """Elsewhere a colour has a name; an edition may choose another name for a token."""
    raw = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|cmyk|device-cmyk)\(")
    found = []
    for path in SHEETS:
        if path.name != "tokens.css":
            found += [f"{path.name}: {match[0]}" for match in raw.finditer(rules(path))]
    assert found == []


@pytest.mark.parametrize("name", ["base.css", "components.css"])
def test_sizes_are_written_once_as_tokens(name: str) -> None:
    """What is left are ratios: em, %, and plain numbers."""
    sheet = rules(ROOT / "styles" / name)
    assert re.findall(r"(?<![\w.-])[\d.]+(?:pt|mm|cm|in|px|pc|q)\b", sheet) == []


def test_fonts_are_named_once_as_tokens() -> None:
    for path in SHEETS:
        for value in re.findall(r"font-family:\s*([^;}]+)", rules(path)):
            assert value.strip() in {"var(--serif)", "var(--sans)", "var(--mono)"}, path.name


def test_every_token_that_is_used_is_there() -> None:
    everything = "\n".join(rules(path) for path in SHEETS)
    templates = (path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.html"))
    made = set(re.findall(r"(--[a-z0-9-]+):", everything + "".join(templates)))
    assert set(re.findall(r"var\((--[a-z0-9-]+)", everything)) - made == set()


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_nothing_is_loaded_from_elsewhere(path: Path) -> None:
    """What a sheet imports is another of the house; what it draws with is in its own text."""
    imports = re.findall(r"@import ([^;]*);", rules(path))
    assert set(imports) <= {f'"{sheet}.css"' for sheet in HOUSE.sheets}
    assert re.findall(r"url\((?!['\"]?(?:#|data:image/svg))[^)]*\)", rules(path)) == []
    assert set(re.findall(r"https?://[^\s'\"]+", rules(path))) <= {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_no_sheet_uses_what_breaks_the_engine(path: Path) -> None:
    """Opacity breaks PDF/UA, and a page counter that is set anew misnumbers the contents."""
    assert not re.search(r"(?<![a-z-])opacity\s*:", rules(path))
    assert "counter-reset: page" not in rules(path)


def test_the_house_knows_what_is_in_its_folders() -> None:
    assert HOUSE.layouts == ["cheatsheet", "handbook"]
    assert HOUSE.sheets == [
        "cheatsheet",
        "ereader",
        "ereader-night",
        "handbook",
        "handbook-compact",
        "interview-day",
    ]
    assert len(HOUSE.marks) == 16


def test_sheets_apply_from_the_general_to_the_particular(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    assert [style.path for style in HOUSE.stylesheets("handbook")] == [
        "styles/tokens.css",
        "styles/base.css",
        "styles/components.css",
        "styles/editions/handbook.css",
    ]


def test_every_family_of_fonts_comes_with_its_licence() -> None:
    families = {font.stem.partition("-")[0] for font in HOUSE.fonts}
    licences = {path.stem.partition("-")[0] for path in HOUSE.fontconfig.parent.glob("*-OFL.txt")}
    assert families
    assert families == licences


def test_the_fonts_have_the_signs_that_web_subsets_lack() -> None:
    assert {ord(sign) for sign in "→←≤≥≠×–—…“”‘’│├└─é"} <= HOUSE.characters
    assert ord("🐹") not in HOUSE.characters


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", (210.0, 297.0)), ("letter", (215.9, 279.4)), ("a5", (148.0, 210.0))]
)
def test_a_named_paper_has_its_size(paper: str, size: tuple[float, float]) -> None:
    assert paper_size(edition(paper)) == size


def test_a_paper_without_name_gives_its_size() -> None:
    trim = Trim(width="6in", height="720pt")
    assert paper_size(edition(trim)) == pytest.approx((152.4, 254.0))


def test_papers_stand_upright() -> None:
    assert all(width < height for width, height in PAPERS.values())


def test_a_house_without_fonts_can_print_nothing(tmp_path: Path) -> None:
    assert House(tmp_path).characters == frozenset()


def house_with(folder: Path, **sheets: str) -> House:
    """A copy of the styles in `folder`, with edition sheets of these texts."""
    shutil.copytree(ROOT / "styles", folder / "styles")
    for name, text in sheets.items():
        (folder / "styles/editions" / f"{name}.css").write_text(text, encoding="utf-8")
    return House(folder)


def test_an_imported_sheet_comes_before_the_one_that_imports_it(tmp_path: Path) -> None:
    house = house_with(tmp_path, one="p { color: red }", two='/* So: */\n@import "one.css";\nb {}')
    *_, one, two = house.stylesheets("two")
    assert (Path(one.path).name, one.text) == ("one.css", "p { color: red }")
    assert Path(two.path).name == "two.css"
    assert two.text.split("\n")[2] == "b {}", "places in the rest stay what they are"
    assert "@import" not in two.text


@pytest.mark.parametrize(
    ("sheets", "message"),
    [
        (
            {"two": '@import "handbok.css";'},
            "two.css:1:1: stylesheet: it imports 'handbok.css', which is not there; "
            "did you mean 'handbook'?",
        ),
        (
            {"one": '@import "two.css";', "two": '\n@import "one.css";'},
            "one.css:1:1: stylesheet: it imports 'two.css', which imports it; let one stand alone",
        ),
    ],
    ids=["missing", "circle"],
)
def test_an_import_that_cannot_be_is_said(
    tmp_path: Path, sheets: dict[str, str], message: str
) -> None:
    house = house_with(tmp_path, **sheets)
    with pytest.raises(BadContent) as caught:
        house.stylesheets("two")
    assert message in str(caught.value)
