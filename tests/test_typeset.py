"""A part typeset alone: its symbols, and everything that the engine would pass over."""

import pytest
from sheets import part, wrongs

from press.problems import Place


def test_a_sound_part_has_no_problems() -> None:
    assert wrongs(part("<p>Well set.</p>")) == []


def test_anchors_are_known_by_page_and_height() -> None:
    found = part('<p id="a">One</p><p id="b" style="break-before: page">Two</p>')
    assert found.pages == 2
    assert (found.anchors["a"].page, found.anchors["b"].page) == (0, 1)
    assert found.anchors["a"].x == pytest.approx(28.35, abs=0.01)
    assert found.anchors["a"].y == pytest.approx(255.12, abs=0.01)
    assert found.seen == (("a",), ("b",))


def test_an_entry_over_two_pages_is_seen_on_both() -> None:
    lines = "<p>line</p>" * 20
    found = part(f'<article id="e1">{lines}</article>')
    assert found.seen == (("e1",), ("e1",))
    assert found.anchors["e1"].page == 0


def test_a_character_that_no_font_has() -> None:
    found = part('<p id="q7">a ☃ b</p>', q7=Place("chapter.yaml", 12, 5))
    assert wrongs(found) == [
        "chapter.yaml:12:5: question 7: no font of the book has '☃' (U+2603); "
        "write it with another sign"
    ]


def test_a_link_to_an_anchor_that_is_not_there() -> None:
    assert wrongs(part('<p><a href="#nowhere">go</a></p>')) == [
        "book.yaml:3:1: part 'tiny': the typesetter says: No anchor #nowhere for internal URI "
        "reference; correct the template, the stylesheet or the content it names"
    ]


def test_a_rule_that_is_no_css() -> None:
    found = part("<p>x</p>", "\np { colour: red }\n")
    (wrong,) = wrongs(found)
    assert wrong.startswith("extra.css:2:5: stylesheet: ")
    assert "colour: red" in wrong
    assert wrong.endswith("; correct the rule, or remove it")


def test_a_faulty_stylesheet_is_reported_for_every_part() -> None:
    assert wrongs(part("<p>x</p>", "p { colour: blue }")) == wrongs(
        part("<p>x</p>", "p { colour: blue }")
    )


@pytest.mark.parametrize(
    "source",
    ["picture.png", "https://example.org/a.png", "file:///etc/passwd", "data:image/png;base64,AA"],
)
def test_a_picture_that_cannot_be_had(source: str) -> None:
    (wrong,) = wrongs(part(f'<p><img src="{source}" alt="a"></p>'))
    assert wrong.startswith("book.yaml:3:1: part 'tiny': the typesetter says: ")
    assert source[:20] in wrong


def test_a_font_of_the_machine_cannot_get_in() -> None:
    found = part("<p style=\"font-family: 'DejaVu Sans', Arial\">x</p>")
    (name,) = found.fonts.values()
    assert name.partition("-")[0] in {"SourceSerif4", "SourceSans3", "JetBrainsMono"}


def test_the_file_behind_every_font_is_named() -> None:
    found = part("<p>a <b>b</b> <i>c</i></p>")
    assert sorted(found.fonts.values()) == [
        "SourceSerif4-Bold.ttf",
        "SourceSerif4-It.ttf",
        "SourceSerif4-Regular.ttf",
    ]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert part("<h1>A</h1><p>b</p>").forme == part("<h1>A</h1><p>b</p>").forme
