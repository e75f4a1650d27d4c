"""The e-reader's book: one column, no blank page, nothing set for a leaf that is turned."""

from collections.abc import Callable

import pytest
from inkreader import BLACK, WHITE
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
        assert min(run.left for run in ereader.body(page)) > 5 * MM - 0.1, page
    for side in (0, 1):
        pages = range(4 + side, 60, 2)
        edge = min(run.left for page in pages for run in ereader.body(page))
        assert edge == pytest.approx(5 * MM, abs=0.1)


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


def test_nothing_that_is_read_is_small_or_grey(ereader: Printed) -> None:
    """10.5 pt or larger, and black; on the plate of a chapter's opener it is white.

    Words in drawings are as small as the drawing makes them.
    """
    drawn = {run for piece in ereader.of_kind("Figure") for _, run in piece.runs}
    for page in range(ereader.pages):
        for run in set(ereader.runs(page)) - drawn:
            assert run.size > 10.45, (page, run)
            assert run.colour in (BLACK, WHITE), (page, run)


def test_every_page_has_places_to_tap(ereader: Printed) -> None:
    """Each is at least 7 mm high, at the page's foot; none but the first page lacks a way back."""
    taps: dict[int, list[tuple[str, float, float]]] = {}
    for jump in ereader.jumps:
        low, high = sorted((jump.rect[1], jump.rect[3]))
        if low < 1:
            taps.setdefault(jump.page, []).append((jump.said, jump.rect[0], high - low))
    for page in range(ereader.pages):
        assert all(high >= 7 * MM for _, _, high in taps[page]), page
        said = [said for said, _, _ in sorted(taps[page], key=lambda tap: tap[1])]
        assert "Contents" in said, page
        assert len(said) >= 2, page
