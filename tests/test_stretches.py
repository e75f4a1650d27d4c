"""Long contents, lists and indexes in stretches: nothing lost, nothing twice, none too long."""

from itertools import chain

import pytest
from books import GOOD, HOUSE, read
from markupsafe import Markup
from pypdf import PdfReader
from test_impression import impressed, text

from press.index import Letter, Line, List, PageRange, Term
from press.render import Renderer
from press.selection import select
from press.sheet import Sheet
from press.stretches import LINES, MENTIONS, divided, indexed, listed


def term(name: str, pages: int = 1, children: tuple[Term, ...] = ()) -> Term:
    numbers = tuple(PageRange(str(page), f"q{page}") for page in range(pages))
    return Term(Markup(name), name, numbers, children)


@pytest.mark.parametrize(
    ("weights", "most", "stretches"),
    [
        ((), 10, []),
        ((1,), 10, [(1,)]),
        ((3, 3, 4), 10, [(3, 3, 4)]),
        ((3, 3, 5), 10, [(3, 3), (5,)]),
        ((50,), 10, [(50,)]),
        ((1, 50, 1), 10, [(1,), (50,), (1,)]),
        ((0, 0), 10, [(0, 0)]),
        ((1,) * 9, 4, [(1,) * 3] * 3),
    ],
)
def test_as_few_as_can_be_and_about_as_heavy(
    weights: tuple[int, ...], most: int, stretches: list[tuple[int, ...]]
) -> None:
    assert divided(weights, lambda weight: weight, most) == stretches


def test_a_short_index_is_one_stretch() -> None:
    letters = (Letter("A", (term("a"),)), Letter("B", (term("b", children=(term("c"),)),)))
    assert indexed(letters) == [letters]


def test_a_long_index_is_divided_at_letters() -> None:
    letters = tuple(Letter(name, (term(name, MENTIONS // 3),)) for name in "ABCDEF")
    found = indexed(letters)
    assert len(found) > 1
    assert tuple(chain.from_iterable(found)) == letters


def test_a_letter_that_is_too_long_goes_on() -> None:
    terms = tuple(term(f"a{number}") for number in range(2 * MENTIONS))
    found = [letter for stretch in indexed((Letter("A", terms),)) for letter in stretch]
    assert tuple(chain.from_iterable(letter.terms for letter in found)) == terms
    assert [letter.opening for letter in found] == [True, *[False] * (len(found) - 1)]
    assert len(found) > 2


def test_what_stays_together_is_not_told_apart() -> None:
    many, fewer = (tuple(term(f"b{number}") for number in range(count)) for count in (1600, 1300))
    letters = (Letter("A", (term("a", 199),)), Letter("B", many), Letter("C", fewer))
    assert len(divided(many, lambda _: 2, MENTIONS)) == 2, "the letter is put in two pieces"
    for stretch in indexed(letters):
        names = [letter.name for letter in stretch]
        assert names == list(dict.fromkeys(names))
    lines = tuple(Line(number, f"l{number}", Markup("x")) for number in range(700))
    for part in listed((List("Listings", "listings", lines), List("Figures", "figures", lines))):
        assert len({one.anchor for one in part}) == len(part)


def test_lists_go_on_without_their_title() -> None:
    lines = tuple(Line(number, f"l{number}", Markup("x")) for number in range(LINES + 1))
    found = listed((List("Listings", "listings", lines), List("Figures", "figures", lines[:3])))
    pieces = list(chain.from_iterable(found))
    assert len(found) == 2
    assert [(piece.title, piece.opening) for piece in pieces] == [
        ("Listings", True),
        ("Listings", False),
        ("Figures", True),
    ]
    assert tuple(chain(*(piece.lines for piece in pieces[:2]))) == lines


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A press for which the tiny book is a long one."""
    monkeypatch.setattr("press.stretches.LINES", 2)
    monkeypatch.setattr("press.stretches.MENTIONS", 5)
    monkeypatch.setattr("press.render.LINES", 3)


def front(edition: int = 0) -> tuple[Sheet, ...]:
    copy = read(GOOD)
    return Renderer(select(copy, copy.manuscript.book.editions[edition]), HOUSE).front(("Index",))


@pytest.mark.usefixtures("short")
def test_all_of_a_divided_front_is_there_once() -> None:
    sheets = front()
    assert [(sheet.name, sheet.follows) for sheet in sheets] == [
        ("front", False), ("front 2", True), ("front 3", True), ("front 4", True)
    ]  # fmt: skip
    assert {sheet.matter for sheet in sheets} == {"front"}
    html = "".join(sheet.html for sheet in sheets)
    for anchor in ("title", "colophon", "contents", "preface", "conventions", "plans", "plan1"):
        assert html.count(f'id="{anchor}"') == 1
    for number in (41, 42, 43, 44, 45):
        assert html.count(f'<span class="number">{number}&#160;&#9;</span>') == 1
    assert html.count('href="book:index"') == 1


@pytest.mark.usefixtures("short")
def test_a_divided_book_follows_page_upon_page() -> None:
    whole = PdfReader(impressed(GOOD, 0))
    words = text(whole)
    assert words.count("Contents") == 1
    for title in ("Preface", "Conventions", "Study plans", "Listings", "Figures"):
        assert title in words
    labels = whole.page_labels
    # A stretch begins on whichever side is next: no page is blank between two of them.
    blank = [at for at, page in enumerate(whole.pages) if not page.extract_text().strip()]
    first = labels.index("1")
    contents = next(at for at, page in enumerate(whole.pages) if "Contents" in page.extract_text())
    assert not [at for at in blank if contents < at < first - 1]


@pytest.mark.usefixtures("short")
def test_contents_that_name_chapters_alone_are_as_long_as_these() -> None:
    sheets = front(1)
    assert ["to-chapter" in sheet.html for sheet in sheets] == [True, False, False]
    assert sheets[0].html.count('id="plan') == 0


def test_what_is_not_long_is_one_part() -> None:
    (sheet,) = front()
    assert (sheet.name, sheet.follows) == ("front", False)
