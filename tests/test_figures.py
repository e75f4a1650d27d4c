"""Drawings are taken only if they cannot reach outside themselves."""

from pathlib import Path

import pytest
from books import GOOD, ROOT

from press.figures import checked, drawing
from press.problems import BadContent, Place

HERE = Place("chapters/one.yaml", 8, 7)
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


def faults(inner: str, head: str = HEAD) -> list[str]:
    found = checked(f"{head}\n{inner}\n</svg>\n", "a.svg", "figure 'a'")
    return [str(problem).removeprefix("a.svg:") for problem in found]


def test_a_good_drawing_is_given_back_as_it_is() -> None:
    text = (GOOD / "figures/window.svg").read_text(encoding="utf-8")
    assert drawing(GOOD, "window", HERE) == text


@pytest.mark.parametrize(
    "path", sorted((ROOT / "styles/marks").glob("*.svg")), ids=lambda p: p.stem
)
def test_the_marks_keep_to_the_same_rules(path: Path) -> None:
    assert checked(path.read_text(encoding="utf-8"), path.name, path.stem) == []


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0H9" stroke="#222"/>',
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>',
        '<rect width="9" height="9" fill="url(#g)"/>',
        '<use href="#g"/>',
        '<text font-family="JetBrains Mono">a &lt; b &amp; c</text>',
        "<!-- a note -->",
    ],
)
def test_shapes_text_and_its_own_parts_are_allowed(inner: str) -> None:
    assert faults(inner) == []


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("<script/>", "the element <script> is not allowed"),
        ("<style>a{}</style>", "the element <style> is not allowed"),
        ("<foreignObject/>", "the element <foreignObject> is not allowed"),
        ('<animate attributeName="x"/>', "the element <animate> is not allowed"),
        ('<a href="#b"/>', "the element <a> is not allowed"),
        ('<path xmlns="http://example.org"/>', "the element <path> is not allowed"),
        ('<path onclick="a()"/>', "the attribute onclick is a script"),
        ('<path ONLOAD="a()"/>', "the attribute ONLOAD is a script"),
        ('<path class="a"/>', "the attribute class is not allowed"),
        ('<use href="b.svg#c"/>', "href refers to 'b.svg#c'"),
        ('<use href="javascript:a()"/>', "href refers to 'javascript:a()'"),
        (
            '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="file:///etc/passwd"/>',
            "href refers to 'file:///etc/passwd'",
        ),
        ('<path fill="URL( http://b )"/>', "fill refers to something outside"),
        ("<path clip-path=\"url('b.svg#c')\"/>", "clip-path refers to something outside"),
        ('<text font-family="Arial">a</text>', "the font 'Arial' is not the book's"),
        ("<?php a ?>", "it holds the instruction <?php?>"),
    ],
)
def test_what_reaches_outside_is_refused(inner: str, said: str) -> None:
    (found,) = faults(inner)
    assert found.startswith(f"2:1: figure 'a': {said}; ")


def test_every_fault_of_a_drawing_is_reported_in_one_run() -> None:
    found = faults('<script/>\n<path style="a" onclick="b"/>')
    assert [line.split(":")[0] for line in found] == ["2", "3", "3"]


def test_entities_that_grow_are_refused_before_they_do() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + HEAD
    found = faults("<title>&b;</title>", bomb)
    assert [line for line in found if "it declares a document type" in line]


def test_a_drawing_that_breaks_off_says_where() -> None:
    assert faults("<g>") == ["3:3: figure 'a': it is not XML: mismatched tag; correct it here"]


def test_a_drawing_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures/a.svg").write_bytes(b"<svg>\xe9</svg>")
    with pytest.raises(BadContent, match=r"figure 'a': it is not UTF-8; save it in UTF-8$"):
        drawing(tmp_path, "a", HERE)


def test_a_missing_drawing_is_reported_where_the_book_asks_for_it() -> None:
    with pytest.raises(BadContent) as caught:
        drawing(GOOD, "widow", HERE)
    assert str(caught.value) == (
        "chapters/one.yaml:8:7: figure 'widow': figures/widow.svg is not there; "
        "did you mean 'window'?"
    )
