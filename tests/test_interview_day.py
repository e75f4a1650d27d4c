"""The interview-day sheet: the core questions on one leaf."""

from collections.abc import Callable

import pytest
from printed import Printed, bare

from press.load import Manuscript
from press.prose import plain
from press.schema import Entry

Open = Callable[[str], Printed]


@pytest.fixture(params=["interview-day-a4", "interview-day-letter"])
def sheet(request: pytest.FixtureRequest, printed: Open) -> Printed:
    return printed(request.param)


def test_it_is_one_leaf(sheet: Printed) -> None:
    assert sheet.pages == 2


def test_it_has_the_core_questions_and_no_others(
    sheet: Printed, entries: tuple[Entry, ...]
) -> None:
    core = [entry for entry in entries if entry.level == "core"]
    assert len(core) == 80
    cards = [card.text for card in sheet.of_kind("Art")]
    assert [bare(card) for card in cards] == [
        bare(f"{entry.id}{plain(entry.question)}{plain(entry.short)}") for entry in core
    ]


def test_every_chapter_has_its_band(sheet: Printed, manuscript: Manuscript) -> None:
    assert [band.text for band in sheet.of_kind("H2")] == [
        f"{chapter.number} {chapter.text.title}" for chapter in manuscript.chapters
    ]


def test_its_title_takes_one_line(sheet: Printed) -> None:
    title, legend = sheet.of_kind("H1")[0], sheet.of_kind("P")[0]
    assert len({round(run.base, 1) for _, run in (*title.runs, *legend.runs)}) == 1
