"""Which questions an edition prints, and what the command line changes in that."""

from dataclasses import replace
from pathlib import Path

import pytest
from books import GOOD, HOUSE, changed, read

from press.problems import BadContent, BadUsage
from press.schema import Selection
from press.selection import Override, find_editions, overridden, select
from press.validate import Copy


@pytest.fixture(scope="module")
def copy() -> Copy:
    return read(GOOD)


def printed(copy: Copy, **wanted: object) -> tuple[int, ...]:
    (edition,) = find_editions(copy, ("cheatsheet-a4",))
    selection = Selection.model_validate(wanted)
    return select(copy, edition.model_copy(update={"select": selection})).numbers


def test_an_edition_prints_everything_in_the_order_of_the_book(copy: Copy) -> None:
    assert printed(copy) == (41, 42, 43, 44, 45)


def test_chapters_and_levels_narrow_it(copy: Copy) -> None:
    assert printed(copy, levels=["core"]) == (41, 43)
    assert printed(copy, chapters=["maps"]) == (43, 44, 45)
    assert printed(copy, chapters=["maps"], levels=["core", "expert"]) == (43, 45)


def test_the_order_of_the_selection_does_not_matter(copy: Copy) -> None:
    assert printed(copy, chapters=["maps", "slices"]) == (41, 42, 43, 44, 45)


def test_a_chapter_with_nothing_to_print_is_left_out(copy: Copy) -> None:
    (edition,) = find_editions(copy, ("cheatsheet-a4",))
    wanted = edition.model_copy(update={"select": Selection(levels=("expert",))})
    assert [chosen.chapter.slug for chosen in select(copy, wanted).chapters] == ["maps"]


def test_an_edition_of_nothing_is_an_error(copy: Copy) -> None:
    with pytest.raises(BadContent) as caught:
        printed(copy, chapters=["slices"], levels=["expert"])
    assert str(caught.value).endswith(
        ": edition 'cheatsheet-a4': its selection finds no entry to print; "
        "choose other chapters or levels, or give entries that level"
    )


class TestNames:
    def test_without_names_the_default_editions_are_meant(self, copy: Copy) -> None:
        names = [edition.name for edition in find_editions(copy, ())]
        assert names == ["handbook-a4", "ereader-7in", "cheatsheet-a4", "interview-day-a4"]

    def test_every_edition_is_more_than_the_default_ones(self, tmp_path: Path) -> None:
        old, new = "    budget: {max: 2}\n", "    budget: {max: 2}\n    default: false\n"
        copy = read(changed(tmp_path, "book.yaml", old, new))
        kept = ["handbook-a4", "ereader-7in", "interview-day-a4"]
        assert [edition.name for edition in find_editions(copy, ())] == kept
        assert len(find_editions(copy, (), every=True)) == 4

    def test_names_are_taken_in_their_order_and_once(self, copy: Copy) -> None:
        wanted = ("cheatsheet-a4", "handbook-a4", "cheatsheet-a4")
        found = find_editions(copy, wanted)
        assert [edition.name for edition in found] == ["cheatsheet-a4", "handbook-a4"]

    def test_an_unknown_name_brings_a_near_one(self, copy: Copy) -> None:
        with pytest.raises(BadUsage) as caught:
            find_editions(copy, ("handbok-a4",))
        assert str(caught.value) == (
            "there is no edition 'handbok-a4'; did you mean 'handbook-a4'?"
        )


class TestOverrides:
    def override(self, copy: Copy, name: str, override: Override) -> tuple[str, tuple[int, ...]]:
        (edition,) = find_editions(copy, (name,))
        issue = select(copy, overridden(copy, edition, override, HOUSE))
        return issue.edition.name, issue.numbers

    def test_nothing_asked_nothing_changed(self, copy: Copy) -> None:
        (edition,) = find_editions(copy, ("handbook-a4",))
        assert overridden(copy, edition, Override(), HOUSE) is edition

    def test_another_paper_is_another_file_of_the_same_book(self, copy: Copy) -> None:
        found = self.override(copy, "handbook-a4", Override(paper="letter"))
        assert found == ("handbook-a4-letter", (41, 42, 43, 44, 45))

    @pytest.mark.parametrize("word", ["maps", "2"])
    def test_a_chapter_by_name_or_number(self, copy: Copy, word: str) -> None:
        found = self.override(copy, "handbook-a4", Override(chapters=(word,)))
        assert found == ("handbook-a4-maps", (43, 44, 45))

    def test_a_level_replaces_the_editions_own(self, copy: Copy) -> None:
        found = self.override(copy, "interview-day-a4", Override(levels=("expert",)))
        assert found == ("interview-day-a4-expert", (45,))

    def test_a_part_of_a_book_may_be_short_but_not_longer(self, copy: Copy) -> None:
        (edition,) = find_editions(copy, ("handbook-a4",))
        part = overridden(copy, edition, Override(levels=("core",)), HOUSE).budget
        assert (part.min, part.max, part.multiple) == (1, 20, 1)
        assert overridden(copy, edition, Override(paper="letter"), HOUSE).budget == edition.budget

    def test_a_punch_margin_is_another_file(self, copy: Copy) -> None:
        (edition,) = find_editions(copy, ("cheatsheet-a4",))
        punched = overridden(copy, edition, Override(punch=True), HOUSE)
        assert (punched.name, punched.settings.punch) == ("cheatsheet-a4-punched", True)
        assert punched.budget == edition.budget

    def test_who_has_a_punch_margin_gets_no_other(self, copy: Copy) -> None:
        (edition,) = find_editions(copy, ("cheatsheet-a4",))
        settings = edition.settings.model_copy(update={"punch": True})
        already = edition.model_copy(update={"settings": settings})
        assert overridden(copy, already, Override(punch=True), HOUSE) == already

    def test_who_has_no_room_for_holes_says_so(self, copy: Copy) -> None:
        (edition,) = find_editions(copy, ("ereader-7in",))
        with pytest.raises(BadUsage) as caught:
            overridden(copy, edition, Override(punch=True), HOUSE)
        assert str(caught.value) == (
            "edition 'ereader-7in' has no margin for punched holes; "
            "name one that has: cheatsheet-a4, interview-day-a4"
        )

    def test_a_book_without_such_editions_has_none_to_name(self, copy: Copy) -> None:
        (edition,) = find_editions(copy, ("handbook-a4",))
        book = copy.manuscript.book.model_copy(update={"editions": (edition,)})
        other = replace(copy, manuscript=replace(copy.manuscript, book=book))
        with pytest.raises(BadUsage, match="has no margin for punched holes; leave out --punch"):
            overridden(other, edition, Override(punch=True), HOUSE)

    @pytest.mark.parametrize(
        ("override", "said"),
        [
            (Override(paper="leter"), "there is no paper 'leter'; did you mean 'letter'?"),
            (Override(chapters=("map",)), "there is no chapter 'map'; did you mean 'maps'?"),
            (Override(chapters=("3",)), "there is no chapter '3'; known are maps, slices"),
            (Override(levels=("cor",)), "there is no level 'cor'; did you mean 'core'?"),
        ],
    )
    def test_what_there_is_not_is_said(self, copy: Copy, override: Override, said: str) -> None:
        (edition,) = find_editions(copy, ("handbook-a4",))
        with pytest.raises(BadUsage) as caught:
            overridden(copy, edition, override, HOUSE)
        assert str(caught.value) == said
