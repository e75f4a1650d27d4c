"""The parts' structure trees as the tree of one tagged document."""

from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader
from sheets import joined, linked, notes, part, plan, question, root

TABLE = (
    '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
    "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
)


def parents(pdf: PdfReader) -> dict[int, Any]:
    items = root(pdf)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return {int(key): value for key, value in zip(items[::2], items[1::2], strict=True)}


def elements(pdf: PdfReader) -> list[Any]:
    found: list[Any] = []

    def walk(element: Any) -> None:
        found.append(element)
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = kid.get_object()
            if not isinstance(kid, int) and "/S" in kid:
                assert kid["/P"].get_object() == element
                walk(kid)

    walk(root(pdf)["/StructTreeRoot"]["/K"][0].get_object())
    return found


def test_one_document_holds_the_headings_of_all_parts_in_order() -> None:
    pdf = joined(part(question(1)), part(question(2)), part(question(3)), numbers=(1, 2, 3))
    kinds = [element["/S"] for element in elements(pdf)]
    assert kinds.count("/Document") == 1
    assert kinds.count("/H1") == 3


def test_no_two_parts_share_a_key() -> None:
    body = '<p style="break-before: page"><a href="https://go.dev/">a</a></p>'
    pdf = joined(part(question(1) + body), part(question(2) + body), numbers=(1, 2))
    items = root(pdf)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    keys = [int(key) for key in items[::2]]
    assert keys == sorted(set(keys))
    assert root(pdf)["/StructTreeRoot"]["/ParentTreeNextKey"] > max(keys)
    pages: list[Any] = list(pdf.pages)
    used = [int(page["/StructParents"]) for page in pages]
    used += [int(note["/StructParent"]) for page in pages for note in notes(page)]
    assert sorted(used) == keys


def test_every_page_leads_back_to_its_own_elements() -> None:
    pdf = joined(part(question(1)), part(question(2)), numbers=(1, 2))
    pages: list[Any] = list(pdf.pages)
    for page in pages:
        for element in parents(pdf)[int(page["/StructParents"])].get_object():
            assert element.get_object()["/Pg"].get_object() == page


def test_a_link_around_other_elements_is_one_link() -> None:
    text = '<a href="https://go.dev/">plain <code>code</code> <b>bold</b></a>'
    pdf = joined(part(question(1, text)), numbers=(1,))
    (note,) = notes(pdf.pages[0])
    assert parents(pdf)[int(note["/StructParent"])].get_object()["/S"] == "/Link"


def test_the_box_of_a_figure_moves_with_its_page() -> None:
    drawing = (
        "<img alt='A square' style='width: 10mm' src=\"data:image/svg+xml,"
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>\">"
    )
    made = plan(part(question(1, drawing)), numbers=(1,))
    boxes = []
    for binding in (0.0, 20.0):
        pdf = PdfReader(linked(replace(made, binding=binding)))
        (figure,) = (element for element in elements(pdf) if element["/S"] == "/Figure")
        boxes.append([float(value) for value in figure["/A"]["/BBox"]])
    left, low, right, high = boxes[0]
    by = 20 if made.leaves[0].side == "recto" else -20
    assert boxes[1] == pytest.approx([left + by, low, right + by, high], abs=0.01)


def test_cells_of_two_parts_have_names_of_their_own() -> None:
    pdf = joined(part(question(1) + TABLE), part(question(2) + TABLE), numbers=(1, 2))
    names = [str(e["/ID"]) for e in elements(pdf) if e["/S"] == "/TH" and "/ID" in e]
    assert len(names) == 4
    assert len(set(names)) == 4
    heads = [
        str(name)
        for e in elements(pdf)
        if e["/S"] == "/TD"
        for attributes in [e["/A"].get_object()]
        for one in (attributes if isinstance(attributes, list) else [attributes])
        for name in one.get_object().get("/Headers", [])
    ]
    assert heads
    assert set(heads) <= set(names)
