"""A PDF's objects read one at a time, and what is no PDF refused."""

from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String
from test_writer import written

from press.readback import Readback, Reference, Unreadable


def saved(document: Pdf, mode: ObjectStreamMode = ObjectStreamMode.generate) -> BytesIO:
    """A document as another program writes it."""
    out = BytesIO()
    document.save(out, object_stream_mode=mode)
    return out


def root(file: BytesIO) -> tuple[Readback, dict[str, object]]:
    read = Readback(file)
    return read, read.get(read.trailer["Root"])


def test_values_of_every_kind() -> None:
    text = "<</A 1/B -2.5/C(a \\(b\\) c)/D<0aff>/E[true false null]/F/x#20y/G<<>>/H[1 0 R 2]>>"
    read, catalogue = root(BytesIO(written({"K": text})))
    assert read.get(catalogue["K"]) == {
        "A": 1,
        "B": -2.5,
        "C": b"a \\(b\\) c",
        "D": b"0aff",
        "E": [True, False, None],
        "F": "x y",
        "G": {},
        "H": [Reference(1), 2],
    }


def test_every_object_of_many_streams() -> None:
    texts = {f"K{number}": f"<</N {number}>>" for number in range(5000)}
    read, catalogue = root(BytesIO(written(texts)))
    for number in (4999, 0, *range(0, 5000, 7)):
        assert read.get(catalogue[f"K{number}"]) == {"N": number}


def test_what_another_program_writes() -> None:
    document = Pdf.new()
    document.add_blank_page(page_size=(100, 200))
    document.Root.Long = document.make_indirect(Array([String("x" * 9000), Name("/End")]))
    document.Root.Stream = document.make_stream(b"words", Dictionary(Own=7))
    read, catalogue = root(saved(document))
    pages = read.get(catalogue["Pages"])
    assert pages["Count"] == 1
    assert read.get(pages["Kids"][0])["MediaBox"] == [0, 0, 100, 200]
    assert read.get(catalogue["Long"]) == [b"x" * 9000, "End"]
    assert read.get(catalogue["Stream"])["Own"] == 7


def test_a_reference_to_nothing() -> None:
    read, _ = root(BytesIO(written({}, skip=3)))
    assert read.get(Reference(2)) is None
    with pytest.raises(Unreadable, match="has no object 999"):
        read.get(Reference(999))


def test_a_table_that_is_no_stream_is_not_read() -> None:
    document = Pdf.new()
    document.add_blank_page()
    with pytest.raises(Unreadable, match="no object begins at byte"):
        Readback(saved(document, ObjectStreamMode.disable))


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        (b"startxref", b"startnone", "does not say where its objects are"),
        (b"%%EOF", b"%%EOF and more", "does not say where its objects are"),
        (b"/Type/XRef", b"/Type/Xref", "its table of objects is no stream"),
        (b"stream\nx", b"stream\ny", "is damaged"),
    ],
)
def test_what_is_damaged_is_refused(old: bytes, new: bytes, wrong: str) -> None:
    whole = written({"K": "<</N 1>>"})
    assert old in whole
    with pytest.raises(Unreadable, match=wrong):
        root(BytesIO(whole.replace(old, new)))


@pytest.mark.parametrize("cut", [10, 100, 300])
def test_what_is_cut_short_is_refused(cut: int) -> None:
    with pytest.raises(Unreadable):
        root(BytesIO(written({"K": "<</N 1>>"})[:-cut]))
