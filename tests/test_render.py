"""The templates filled: content is never evaluated, and an undefined name is an error."""

import shutil
from pathlib import Path
from types import CodeType

import pytest
from books import GOOD, HOUSE, ROOT, changed, read
from jinja2 import Environment

from press.engine import Engine
from press.house import House
from press.problems import BadContent, shown_path
from press.render import Renderer, blank
from press.selection import Issue, select
from press.symbols import every


def issue(root: Path = GOOD, edition: int = 0) -> Issue:
    copy = read(root)
    return select(copy, copy.manuscript.book.editions[edition])


def spoilt(folder: Path, template: str, text: str) -> House:
    """A house whose `template` reads `text`."""
    for name in ("templates", "styles"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "templates" / template).write_text(text, encoding="utf-8")
    return House(folder)


def refusal(house: House) -> str:
    with pytest.raises(BadContent) as caught:
        tuple(Renderer(issue(), house).body())
    return str(caught.value)


def test_an_undefined_name_is_an_error_at_its_line(tmp_path: Path) -> None:
    house = spoilt(tmp_path, "handbook/chapter.html", "<p>\n{{ chapter.nothing }}\n</p>")
    path = shown_path(tmp_path / "templates" / "handbook" / "chapter.html")
    assert refusal(house) == (
        f"{path}:2:1: template: 'dict object' has no attribute 'nothing'; correct the template"
    )


def test_a_template_that_is_no_template(tmp_path: Path) -> None:
    house = spoilt(tmp_path, "handbook/chapter.html", "<p>\n\n{% for %}\n</p>")
    path = shown_path(tmp_path / "templates" / "handbook" / "chapter.html")
    assert refusal(house).startswith(f"{path}:3:1: template: ")


def test_an_error_in_a_macro_is_placed_in_the_macro(tmp_path: Path) -> None:
    text = (ROOT / "templates" / "macros.html").read_text(encoding="utf-8")
    house = spoilt(tmp_path, "macros.html", text.replace("entry.listing.code", "entry.listing.cod"))
    line = text[: text.index("entry.listing.code")].count("\n") + 1
    assert refusal(house).startswith(f"{shown_path(tmp_path / 'templates' / 'macros.html')}:{line}")


def test_content_is_never_evaluated(tmp_path: Path) -> None:
    root = changed(tmp_path, "chapters/maps.yaml", 'keys "random"?', "{{ 6 * 7 }} {% x %} <b>&?")
    _, sheet = Renderer(issue(root), HOUSE).body()
    html = sheet.html
    assert "{{ 6 * 7 }} {% x %} &lt;b&gt;&amp;?" in html


def test_a_title_is_escaped_wherever_it_stands(tmp_path: Path) -> None:
    root = changed(tmp_path, "book.yaml", "The Tiny Go Book", "Less <i>is</i> & more")
    renderer = Renderer(issue(root), HOUSE)
    (front,) = renderer.front(())
    assert front.html.count("Less &lt;i&gt;is&lt;/i&gt; &amp; more") >= 2
    assert "<i>is" not in front.html


def test_each_chapter_is_a_part_and_a_sheet_is_one() -> None:
    assert [part.name for part in Renderer(issue(), HOUSE).body()] == ["slices", "maps"]
    assert [part.name for part in Renderer(issue(edition=2), HOUSE).body()] == ["sheet"]


def test_a_part_knows_where_its_questions_are_written() -> None:
    _, sheet = Renderer(issue(), HOUSE).body()
    places = sheet.places
    lines = (GOOD / "chapters" / "maps.yaml").read_text(encoding="utf-8").split("\n")
    for number in (43, 44, 45):
        place = places[f"q{number}"]
        assert place.path.endswith("books/good/chapters/maps.yaml")
        assert lines[place.line - 1] == f"  - id: {number}"


def test_there_is_no_index_without_terms() -> None:
    assert Renderer(issue(), HOUSE).index(()) == ()


def test_a_template_that_was_changed_is_read_again(tmp_path: Path) -> None:
    house = spoilt(tmp_path, "handbook/chapter.html", "<p>first</p>")
    (*_, before) = Renderer(issue(), house).body()
    path = tmp_path / "templates" / "handbook" / "chapter.html"
    path.write_text("<p>second</p>", encoding="utf-8")
    (*_, after) = Renderer(issue(), House(tmp_path)).body()
    assert (before.html, after.html) == ("<p>first</p>", "<p>second</p>")


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house = spoilt(tmp_path, "handbook/chapter.html", "<p>only once</p>")
    compiled = []
    compile_source = Environment._compile

    def counted(environment: Environment, source: str, filename: str) -> CodeType:
        compiled.append(Path(filename).name)
        return compile_source(environment, source, filename)

    monkeypatch.setattr(Environment, "_compile", counted)
    for _ in range(2):
        tuple(Renderer(issue(), house).body())
    assert compiled == ["chapter.html"]


def test_who_has_read_an_empty_page_has_read_the_styles_of_all_parts() -> None:
    one = issue()
    engine = Engine.at(HOUSE.fontconfig)
    read = engine.styled(blank(one.copy.manuscript.book, one.edition, HOUSE))
    for sheet in Renderer(one, HOUSE).body():
        assert engine.styled(sheet) is read


@pytest.mark.parametrize("edition", range(2))
def test_no_text_of_a_part_is_white_alone_or_set_twice(edition: int) -> None:
    """The engine sets the last text of an inline box with room on its right twice."""
    for sheet in Renderer(issue(edition=edition), HOUSE).body():
        document = Engine.at(HOUSE.fontconfig).layout(sheet)
        boxes = [box for page in document.pages for box in every(page._page_box)]
        texts = [box.text for box in boxes if hasattr(box, "text")]
        roomy = [
            (box.element_tag, box.element.get("class"))
            for box in boxes
            if type(box).__name__ == "InlineBox" and box.margin_right + box.padding_right
        ]
        assert len(texts) > 30
        assert [text for text in texts if not text.strip()] == []
        assert roomy == []
