"""The interview-day sheet: the core questions on one leaf."""

from collections.abc import Callable

import pytest
from printed import Printed, bare

from press.load import Manuscript
from press.prose import plain
from press.schema import Entry

Open = Callable[[str], Printed]


@pytest.fixture
def sheet(printed: Open) -> Printed:
    return printed("interview-day-a4")


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


def test_guide_words_name_the_first_and_last_question_of_a_side(sheet: Printed) -> None:
    for page in (0, 1):
        numbers = [card.text[:3] for card in sheet.of_kind("Art") if card.pages == (page,)]
        assert sheet.furniture(page) == [f"{numbers[0]}–{numbers[-1]}", str(page + 1)]
