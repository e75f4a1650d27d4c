"""The e-reader's book: one column, no blank page, nothing set for a leaf that is turned."""

from collections.abc import Callable

import pytest
from printed import MM, Printed
from test_editions import headings

from press.schema import Entry

Open = Callable[[str], Printed]


@pytest.fixture
def ereader(printed: Open) -> Printed:
    return printed("ereader-7in")


def test_no_page_is_blank(ereader: Printed) -> None:
    assert [page for page in range(ereader.pages) if not ereader.body(page)] == []


def test_each_chapter_begins_a_page(ereader: Printed) -> None:
    for line in ereader.outline:
        if line.level == 1 and line.title[0].isdigit():
            first = ereader.body(line.page)[0]
            assert f"{first.text}" == f"Chapter {line.title.split()[0]}"


def test_text_begins_at_the_margin_on_left_and_right_hand_pages_alike(ereader: Printed) -> None:
    for page in range(1, ereader.pages):
        assert min(run.left for run in ereader.body(page)) == pytest.approx(6 * MM, abs=12), page
    for side in (0, 1):
        pages = range(4 + side, 60, 2)
        edge = min(run.left for page in pages for run in ereader.body(page))
        assert edge == pytest.approx(6 * MM, abs=0.1)


def test_questions_stand_in_one_column(ereader: Printed) -> None:
    for piece in headings(ereader).values():
        assert piece.runs[0][1].left < 8 * MM


def test_lines_are_not_justified(ereader: Printed, entries: tuple[Entry, ...]) -> None:
    ends = {
        round(run.right)
        for page in range(5, 25)
        for run in ereader.body(page)
        if run.font.endswith("SourceSerif4-Regular")
    }
    assert len(ends) > 20, "a ragged margin has line ends everywhere"


def test_a_reader_is_told_where_a_page_is(ereader: Printed) -> None:
    start = next(line.page for line in ereader.outline if line.title[0].isdigit())
    assert ereader.labels[start] == "1"
    assert ereader.root["/PageLayout"] == "/SinglePage"
