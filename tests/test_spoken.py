"""Names of links, scopes of headers and boxes of figures, as the typeset part carries them."""

from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader
from sheets import part, printed

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


def test_a_header_says_whether_it_heads_a_column_or_a_row() -> None:
    table = (
        '<table><thead><tr><th scope="col">A</th><th>B</th></tr></thead>'
        '<tbody><tr><th scope="row">1</th><td>2</td></tr></tbody></table>'
    )
    heads = of_kind(tagged(table), "/TH")
    assert [str(head["/A"]["/Scope"]) for head in heads] == ["/Column", "/Column", "/Row"]


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
