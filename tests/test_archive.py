"""What a document claims of itself, and what it brings to back it."""

import datetime
from dataclasses import replace
from io import BytesIO
from typing import Any

from books import HOUSE
from pikepdf import Pdf
from pypdf import PdfReader
from sheets import IMPRINT, joined, linked, part, plan, question, root

from press.catalogue import Imprint


def made(imprint: Imprint = IMPRINT) -> bytes:
    return linked(replace(plan(part(question(1)), numbers=(1,)), imprint=imprint)).getvalue()


def test_the_colours_are_those_of_the_profile_in_the_repository() -> None:
    pdf = joined(part(question(1)), numbers=(1,))
    (intent,) = root(pdf)["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/Info"] == "sRGB2014"
    assert intent["/DestOutputProfile"]["/N"] == 3
    assert intent["/DestOutputProfile"].get_object().get_data() == HOUSE.profile.read_bytes()


def test_the_profile_lies_beside_its_licence() -> None:
    licence = HOUSE.profile.with_name(f"{HOUSE.profile.stem}-LICENCE.txt")
    assert "may be copied" in licence.read_text(encoding="utf-8")
    assert b"Copyright International Color Consortium" in HOUSE.profile.read_bytes()


def test_both_claims_are_made() -> None:
    with Pdf.open(BytesIO(made())) as pdf:
        assert pdf.pdf_version == "1.7"
        meta = pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert meta["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert meta.pdfa_status == "2A"


def test_the_two_places_for_metadata_agree() -> None:
    old = datetime.date(987, 6, 5)
    title = "Maps & <Slices>\nof “Go”"
    data = made(replace(IMPRINT, date=old, title=title, authors=("Ünal, A.", "B & C")))
    reader = PdfReader(BytesIO(data))
    info: Any = reader.metadata
    xmp = reader.xmp_metadata
    assert xmp is not None
    assert xmp.dc_title == {"x-default": title}
    assert info.title == title
    assert xmp.dc_creator == ["Ünal, A.", "B & C"]
    assert info.author == "Ünal, A., B & C"
    assert info["/CreationDate"] == info["/ModDate"] == "D:09870605000000Z"
    assert str(xmp.xmp_create_date) == "0987-06-05 00:00:00"
    assert info["/Producer"] == xmp.pdf_producer == "Tests"
    assert info["/Keywords"] == xmp.pdf_keywords == "one, two"
