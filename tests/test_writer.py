"""A PDF written as a stream can be read, and its bytes say nothing but what is in it."""

from io import BytesIO

import pytest
from pikepdf import Pdf

from press.forme import DOCUMENT, NOTHING, Loose, Open, Pack
from press.writer import Writer


def written(texts: dict[str, str], *, skip: int = 0) -> bytes:
    """A document with some objects in its catalogue, and so many numbers that are not used."""
    out = BytesIO()
    writer = Writer(out)
    writer.reserve(skip)
    entries = b"".join(
        b"/%b %d 0 R" % (name.encode(), writer.add(text.encode())) for name, text in texts.items()
    )
    pages = writer.add(b"<</Type/Pages/Count 0/Kids[]>>")
    root = writer.add(b"<</Type/Catalog/Pages %d 0 R%b>>" % (pages, entries))
    writer.close(root, writer.add(b"<</Title(x)>>"))
    return out.getvalue()


def test_what_is_written_can_be_read() -> None:
    many = {f"K{number}": f"<</N {number}>>" for number in range(500)}
    with Pdf.open(BytesIO(written(many, skip=7))) as pdf:
        assert [int(pdf.Root[f"/K{number}"].N) for number in range(500)] == list(range(500))
        assert pdf.docinfo.Title == "x"
        assert pdf.check_pdf_syntax() == []


def test_the_same_objects_make_the_same_bytes_and_others_another_name() -> None:
    one, again, other = (written({"K": text}) for text in ("<</A 1>>", "<</A 1>>", "<</A 2>>"))
    assert one == again
    with Pdf.open(BytesIO(one)) as first, Pdf.open(BytesIO(other)) as second:
        assert first.trailer.ID != second.trailer.ID


def test_an_object_is_written_once() -> None:
    writer = Writer(BytesIO())
    number = writer.stream(writer.reserve(), b"", packed=False)
    with pytest.raises(ValueError, match="object 1 is written twice"):
        writer.stream(number, b"")


def test_a_forme_is_given_its_numbers() -> None:
    body = Open(b"%7d 0 %7d 38\n<</To %7d 0 R/Above %7d 0 R>>\n(100%%)", (2, 3, 4, DOCUMENT))
    first = len(b"%7d 0 %7d 38\n" % (0, 0))
    loose = Loose(4, Open(b"/From %7d 0 R", (2,)), b"")
    forme = type(NOTHING)(
        5, 1, (), (Pack((2, 3), first, body),), (loose,), Open(b""), Open(b""), (), ()
    )
    out = BytesIO()
    writer = Writer(out)
    document = writer.add(b"<</S/Document>>")
    base = writer.reserve(forme.count)
    writer.forme(forme, base, document)
    pages = writer.add(b"<</Type/Pages/Count 0/Kids[]>>")
    entries = (pages, base + 2, base + 3)
    root = writer.add(b"<</Type/Catalog/Pages %d 0 R/One %d 0 R/Two %d 0 R>>" % entries)
    writer.close(root, writer.add(b"<<>>"))
    with Pdf.open(BytesIO(out.getvalue())) as pdf:
        assert pdf.Root.Two == "100%"
        assert pdf.Root.One.Above.S == "/Document"
        assert pdf.Root.One.To.From == pdf.Root.One


def test_what_is_read_together_stands_together() -> None:
    out = BytesIO()
    writer = Writer(out)
    for number in range(4):
        writer.write(writer.reserve(), b"(page %d)" % number, beside="pages")
        writer.add(b"(other %d)" % number)
    writer.close(writer.add(b"<<>>"), writer.add(b"<<>>"))
    assert out.getvalue().count(b"/Type/ObjStm/N 4/") == 1
