"""The structure of a typeset part: what its elements are, and what is said of them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from books import HOUSE
from pypdf import PdfReader
from sheets import part, printed, sheet, wrongs

from press.typeset import typeset

MM = 72 / 25.4
SQUARE = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>"
    "<rect width='1' height='1'/></svg>"
)


def tagged(body: str, css: str = "") -> PdfReader:
    return PdfReader(printed(part(body, css)))


def names(pdf: PdfReader) -> list[str]:
    return [
        str(note.get_object()["/Contents"])
        for page in pdf.pages
        for note in page.get("/Annots", [])
    ]


def of_kind(pdf: PdfReader, kind: str) -> list[Any]:
    def walk(element: Any) -> Iterator[Any]:
        element = element.get_object()
        if isinstance(element, int) or "/S" not in element:
            return
        if element["/S"] == kind:
            yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from walk(kid)

    root: Any = pdf.trailer["/Root"]
    return list(walk(root["/StructTreeRoot"]["/K"][0]))


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ('<a href="https://go.dev/doc">the home of\nGo</a>', "the home of Go, go.dev"),
        ('<a href="https://me:x@go.dev:8080?q">Go</a>', "Go, go.dev"),
        ('<a href="https://go.dev/">https://go.dev/</a>', "https://go.dev/"),
        ('<a href="mailto:gopher@go.dev">write to us</a>', "write to us"),
        ('<a href="https://go.dev/">«Größe»</a>', "«Größe», go.dev"),
        ('<a href="book:c7">7</a>', "7"),
    ],
)
def test_a_link_is_called_by_its_words(link: str, said: str) -> None:
    assert names(tagged(f"<p id='c7'>{link}</p>")) == [said]


def test_a_link_that_breaks_is_called_the_same_on_both_lines() -> None:
    words = "a link of so many words that no line of this small page can hold them all"
    found = names(tagged(f'<p><a href="https://go.dev/">{words}</a></p>'))
    assert found == [f"{words}, go.dev"] * 2


def test_what_stands_before_the_words_of_a_link_is_no_link_of_its_own() -> None:
    link = "<p><a href='https://go.dev/'>Go</a>"
    assert names(tagged(link, "a::before { content: '→ ' }")) == ["Go, go.dev"]


@pytest.mark.parametrize(("before", "page"), [("", 0), ("break-before: page;", 1)])
def test_the_box_of_a_figure_is_where_it_stands(before: str, page: int) -> None:
    css = f"img {{ {before} display: block; width: 20mm; height: 10mm; margin-left: 5mm }}"
    pdf = tagged(f'<p>Words.</p><img src="{SQUARE}" alt="A square">', css)
    (figure,) = of_kind(pdf, "/Figure")
    assert figure["/Alt"] == "A square"
    assert figure["/Pg"].get_object() == pdf.pages[page]
    top = (90 * MM) - (0 if before else 14)
    box = [float(value) for value in figure["/A"]["/BBox"]]
    assert box == pytest.approx([15 * MM, top - 10 * MM, 35 * MM, top], abs=0.1)


ITEM = ["LI", ["Lbl", "."], ["LBody", "."]]


def outline(element: Any) -> Any:
    """The roles of an element and of all in it; each mark is a dot."""
    element = element.get_object()
    if isinstance(element, int):
        return "."
    if "/S" not in element:
        return "link"
    kids = element.get("/K", [])
    return [element["/S"][1:], *map(outline, kids if isinstance(kids, list) else [kids])]


def roles(body: str, css: str = "") -> Any:
    root: Any = tagged(body, css).trailer["/Root"]
    return outline(root["/StructTreeRoot"]["/K"][0])[1:]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>One <b>two</b> <i>three</i>.", [["P", *"....."]]),
        ("<p>One <span style='padding: 1pt'>two</span>", [["P", ".", "."]]),
        ("<div><span>One</span></div>", [["Div", ["Span", "."]]]),
        ("<pre><code>a\nb</code></pre>", [["NonStruct", ".", "."]]),
        (
            "<p><a href='https://go.dev/'>one <b>two</b></a> three",
            [["P", ["Link", "link", ".", "."], "."]],
        ),
        (
            "<ul><li>One<ul><li>Two</ul></ul>",
            [["L", ITEM, ["L", ITEM]]],
        ),
        ("<ul class='plain'><li>One</ul>", [["L", ["LI", ["LBody", "."]]]]),
        ("<dl><dt>One<dd>Two</dl>", [["L", ["LI", ["LBody", "."]], ["LI", ["LBody", "."]]]]),
        (
            "<table><caption>One</caption><tr><td>Two</table>",
            [["Table", ["Caption", "."], ["TBody", ["TR", ["TD", "."]]]]],
        ),
        (f"<p>One <img src=\"{SQUARE}\" alt='Two'>", [["P", ".", ["Figure", "."]]]),
    ],
)  # fmt: skip
def test_what_says_nothing_is_no_element(body: str, found: Any) -> None:
    assert roles(body, ".plain { list-style: none } img { width: 5mm }") == found


def test_what_stands_in_the_margin_is_not_read() -> None:
    assert roles("<p>One.", "@page { @top-center { content: 'Two' } }") == [["P", "."]]


@pytest.mark.parametrize(
    ("html", "wrong"),
    [
        (
            f'<html lang="en"><body><p><img src="{SQUARE}"></p></body></html>',
            "a picture has no text for those who do not see it ('alt', or 'title' inside)",
        ),
        (
            '<html lang="en"><body><svg xmlns="http://www.w3.org/2000/svg" width="5" height="5"/>',
            "a picture has no text for those who do not see it ('alt', or 'title' inside)",
        ),
        ("<html><body><p>One.</p></body></html>", "the part does not say what language it is in"),
    ],
)
def test_what_a_listener_would_miss_is_a_problem(html: str, wrong: str) -> None:
    found = typeset(replace(sheet(""), html=html), HOUSE.fontconfig)
    remedy = "correct the template, the stylesheet or the content it names"
    assert wrongs(found) == [f"book.yaml:3:1: part 'tiny': the typesetter says: {wrong}; {remedy}"]
