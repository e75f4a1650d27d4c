"""A part written anew is the same part."""

from io import BytesIO

from pikepdf import Pdf
from pypdf import PdfReader
from sheets import part, question

from press.repacking import repacked


def test_nothing_is_lost() -> None:
    pdf = part(question(1, '<a href="https://go.dev">there</a>')).pdf
    again = repacked(pdf)
    one, other = (PdfReader(BytesIO(data)) for data in (pdf, again))
    assert [page.extract_text() for page in other.pages] == [
        page.extract_text() for page in one.pages
    ]
    with Pdf.open(BytesIO(again)) as document:
        assert "/StructTreeRoot" in document.Root
        assert document.pages[0].Annots[0].A.URI == "https://go.dev"


def test_the_same_part_gives_the_same_bytes() -> None:
    pdf = part(question(1)).pdf
    assert repacked(pdf) == repacked(pdf)
    assert repacked(repacked(pdf)) == repacked(pdf)
