"""The finished PDF read once more: budgets, paper and fonts."""

from collections.abc import Callable
from io import BytesIO

import pytest
from books import GOOD, read
from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf

from press.binding import Trim
from press.problems import BadContent
from press.proof import allowed, proof
from press.schema import Budget
from press.selection import Issue, select
from press.writer import Writer

A4 = (595.28, 841.89)


def pdf(
    pages: int, size: tuple[float, float] = A4, change: Callable[[Pdf], None] | None = None
) -> BytesIO:
    document = Pdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=size)
    document.Root.StructTreeRoot = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    if change:
        change(document)
    out = BytesIO()
    document.save(out, object_stream_mode=ObjectStreamMode.generate)
    return out


def issue(**budget: int) -> Issue:
    copy = read(GOOD)
    edition = copy.manuscript.book.editions[0]
    return select(copy, edition.model_copy(update={"budget": Budget(**budget)}))


def said(data: BytesIO, wanted: Issue) -> str:
    with pytest.raises(BadContent) as caught:
        proof(data, wanted, Trim(*A4), frozenset({"Ours-Regular"}))
    return str(caught.value).partition("edition 'handbook-a4': ")[2]


def test_a_sound_document_is_counted() -> None:
    assert proof(pdf(4), issue(min=4, max=4), Trim(*A4), frozenset()) == 4


@pytest.mark.parametrize(
    ("pages", "budget", "message"),
    [
        (
            3,
            {"max": 2},
            "it has 3 pages, 1 to 2 are allowed; cut 1 (the longest entries are 41, 42, 44), "
            "select fewer, or set styles/editions/handbook.css closer",
        ),
        (
            1,
            {"min": 2, "max": 2},
            "it has 1 page, exactly 2 are allowed; select more entries, set "
            "styles/editions/handbook.css wider, or lower the least",
        ),
        (
            2,
            {"max": 1},
            "it has 2 pages, exactly 1 is allowed; cut 1 (the longest entries are 41, 42, 44), "
            "select fewer, or set styles/editions/handbook.css closer",
        ),
        (
            6,
            {"min": 2, "max": 8, "multiple": 4},
            "it has 6 pages, 2 to 8, a multiple of 4 are allowed; add 2 or cut 2",
        ),
        (
            5,
            {"min": 6},
            "it has 5 pages, at least 6 are allowed; select more entries, set "
            "styles/editions/handbook.css wider, or lower the least",
        ),
    ],
)
def test_a_budget_that_is_missed(pages: int, budget: dict[str, int], message: str) -> None:
    assert said(pdf(pages), issue(**budget)) == message


def test_the_message_points_at_the_budget_in_the_book() -> None:
    with pytest.raises(BadContent) as caught:
        proof(pdf(9), issue(max=2), Trim(*A4), frozenset())
    place = caught.value.problems[0].place
    lines = (GOOD / "book.yaml").read_text(encoding="utf-8").split("\n")
    assert place.path.endswith("tests/books/good/book.yaml")
    assert lines[place.line - 1] == "    budget: {min: 8, max: 20, multiple: 4}"
    assert lines[place.line - 1][place.column - 1 :].startswith("{min: 8")


def test_a_page_of_another_size() -> None:
    assert said(pdf(1, (612, 792)), issue()) == (
        "page 1 measures 612 × 792 pt; let the stylesheet keep the edition's 595 × 842 pt"
    )


@pytest.mark.parametrize(
    ("name", "embedded"), [("ABCDEF+Ours-Regular", False), ("ABCDEF+Theirs-Bold", True)]
)
def test_a_font_that_is_not_embedded_or_not_ours(name: str, embedded: bool) -> None:
    def change(document: Pdf) -> None:
        descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name(f"/{name}"))
        if embedded:
            descriptor.FontFile2 = document.make_stream(b"x")
        font = Dictionary(Type=Name.Font, DescendantFonts=[Dictionary(FontDescriptor=descriptor)])
        form = document.make_stream(b"", Resources=Dictionary(Font=Dictionary(F=font)))
        # Not on the page itself, but in what is laid over it.
        document.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Furniture=form))

    assert said(pdf(1, change=change), issue()) == (
        f"the font {name.partition('+')[2]} is not embedded, or not ours; "
        "name fonts of styles/fonts alone"
    )


@pytest.mark.parametrize(
    ("kids", "count", "why"),
    [
        ("4 0 R", 2, "it has 1 pages and says otherwise"),
        ("2 0 R", 1, "its pages go round in a circle"),
        ("9 0 R", 1, "its table has no object 9"),
        ("7", 1, "'int' object is not subscriptable"),
    ],
)
def test_pages_that_are_not_what_they_are_said_to_be(kids: str, count: int, why: str) -> None:
    out = BytesIO()
    writer = Writer(out)
    root, pages, info, page = (writer.reserve() for _ in range(4))
    writer.write(root, b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot<<>>>>" % pages)
    writer.write(pages, b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, kids.encode()))
    writer.write(page, b"<</Type/Page/MediaBox[0 0 595.28 841.89]>>")
    writer.write(info, b"<<>>")
    writer.close(root, info)
    assert said(out, issue()) == f"what was made of it is no PDF ({why}); report this as a bug"


def test_what_is_no_pdf() -> None:
    assert said(BytesIO(b"%PDF-1.7 and no more"), issue()) == (
        "what was made of it is no PDF (it does not say where its objects are); "
        "report this as a bug"
    )


def test_a_document_without_structure() -> None:
    def change(document: Pdf) -> None:
        del document.Root.StructTreeRoot

    assert said(pdf(1, change=change), issue()) == (
        "it has no structure tree; report this as a bug"
    )


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        ({}, "at least 1"),
        ({"min": 2, "max": 2, "multiple": 2}, "exactly 2"),
        ({"min": 2, "max": 8, "multiple": 4}, "2 to 8, a multiple of 4"),
        ({"min": 2, "max": 8}, "2 to 8"),
    ],
)
def test_a_budget_in_words(budget: dict[str, int], words: str) -> None:
    assert allowed(issue(**budget).edition) == words
