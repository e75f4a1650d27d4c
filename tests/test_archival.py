"""What a machine reads in the finished PDFs: metadata, tags, and where they lead."""

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from pikepdf import Array
from printed import Printed
from test_editions import NAMES

from press.load import Manuscript

Open = Callable[[str], Printed]
UA = "http://www.aiim.org/pdfua/ns/id/"
PDFA = "http://www.aiim.org/pdfa/ns/id/"
every = pytest.mark.parametrize("name", NAMES)


@every
def test_it_says_what_it_is(name: str, printed: Open, manuscript: Manuscript) -> None:
    pdf, book = printed(name), manuscript.book
    info: Any = pdf.reader.metadata
    assert (info.title, info.subject) == (book.title, book.description)
    assert info.author == ", ".join(book.authors)
    assert info["/Keywords"] == ", ".join(book.keywords)
    assert info["/CreationDate"] == info["/ModDate"] == f"D:{book.date:%Y%m%d}000000Z"
    xmp = pdf.reader.xmp_metadata
    assert xmp is not None
    assert xmp.dc_title == {"x-default": book.title}
    assert xmp.dc_creator == list(book.authors)
    assert xmp.dc_identifier == book.identifier
    assert xmp.dc_rights == {"x-default": book.rights}
    assert pdf.root["/Lang"] == book.language


@every
def test_it_claims_to_be_accessible_and_archival(name: str, printed: Open) -> None:
    pdf = printed(name)
    xmp = ElementTree.fromstring(pdf.root["/Metadata"].get_data())
    assert [part.text for part in xmp.iter(f"{{{UA}}}part")] == ["1"]
    assert [part.text for part in xmp.iter(f"{{{PDFA}}}part")] == ["2"]
    assert [level.text for level in xmp.iter(f"{{{PDFA}}}conformance")] == ["A"]
    assert len(pdf.root["/OutputIntents"]) == 1
    assert pdf.root["/MarkInfo"]["/Marked"].value
    assert pdf.root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert {str(page.Tabs) for page in pdf.document.pages} == {"/S"}


@every
def test_all_text_is_read_aloud_once(name: str, printed: Open) -> None:
    pdf = printed(name)
    (document,) = pdf.of_kind("Document")
    spoken = sorted((page, run.mark or 0, run.left) for page, run in document.runs)
    there = sorted(
        (page, run.mark or 0, run.left) for page in range(pdf.pages) for run in pdf.body(page)
    )
    assert spoken == there


@every
def test_every_mark_leads_back_to_its_element(name: str, printed: Open) -> None:
    pdf = printed(name)
    tree = list[Any](pdf.document.Root.StructTreeRoot.ParentTree.Nums)
    keys = [int(key) for key in tree[::2]]
    assert keys == sorted(set(keys)), "two parts share a key"
    parents = dict(zip(keys, tree[1::2], strict=True))
    for number, page in enumerate(pdf.document.pages):
        if pdf.blank(number):
            continue
        elements = parents[int(page.StructParents)]
        for run in pdf.body(number):
            assert run.mark is not None, (number, run)
            assert run.mark in marks(elements[run.mark])
        for note in page.get("/Annots", []):
            assert parents[int(note.StructParent)].S == "/Link"


@every
def test_every_link_is_called_by_words(name: str, printed: Open) -> None:
    pdf = printed(name)
    said = {str(note.Contents) for page in pdf.document.pages for note in page.get("/Annots", [])}
    assert said & set(pdf.names) == set()
    assert [words for words in said if not re.search(r"[^\W\d_]{2}", words)] == []


@every
def test_no_heading_stands_inside_a_heading(name: str, printed: Open) -> None:
    root = printed(name).document.Root.StructTreeRoot
    nested = []

    def walk(element: Any, around: str) -> None:
        if "/S" not in element:
            return
        kind = str(element["/S"])
        heading = kind in ("/H1", "/H2", "/H3")
        if heading and around:
            nested.append((around, kind))
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, Array) else [kids]:
            if not isinstance(kid, int):
                walk(kid, kind if heading else around)

    walk(root.K[0], "")
    assert nested == []


def marks(element: Any) -> list[int]:
    kids = element.K
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, int)]
