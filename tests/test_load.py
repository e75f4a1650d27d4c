"""A book's folder becomes a manuscript, whole or with a list of what is wrong."""

import re
import shutil
from pathlib import Path

import pytest
from books import GOOD, changed, complaints, copied

from press.load import load
from press.problems import BadContent


def test_the_good_book_is_read_whole() -> None:
    manuscript = load(GOOD)
    assert manuscript.whole
    assert manuscript.book.title == "The Tiny Go Book"
    assert manuscript.book.version == "1.10"
    assert [(c.number, c.slug) for c in manuscript.chapters] == [(1, "slices"), (2, "maps")]
    assert manuscript.known == {41, 42, 43, 44, 45}


def test_every_field_of_an_entry_knows_its_line() -> None:
    chapter = load(GOOD).chapters[0]
    lines = (GOOD / "chapters/slices.yaml").read_text(encoding="utf-8").split("\n")
    for index, field in ((0, "id"), (0, "caption"), (1, "short"), (1, "see")):
        path = ("listing", "caption") if field == "caption" else (field,)
        assert f"{field}: " in lines[chapter.place(index, *path).line - 1]


def test_what_can_be_read_is_read_beside_what_cannot(tmp_path: Path) -> None:
    root = changed(tmp_path, "chapters/maps.yaml", "level: working", "level: wroking")
    manuscript = load(root)
    assert not manuscript.whole
    assert [entry.id for entry in manuscript.chapters[1].text.entries] == [43, 45]
    assert len(manuscript.problems) == 1


def test_places_are_right_behind_an_entry_that_could_not_be_read(tmp_path: Path) -> None:
    root = changed(tmp_path, "chapters/maps.yaml", "level: working", "level: wroking")
    lines = (root / "chapters/maps.yaml").read_text(encoding="utf-8").split("\n")
    place = load(root).chapters[1].place(1, "id")
    assert lines[place.line - 1].strip() == "- id: 45"


def test_a_reference_to_an_entry_with_a_fault_of_its_own_is_no_second_fault(
    tmp_path: Path,
) -> None:
    root = changed(tmp_path, "chapters/maps.yaml", "    level: expert", "    levle: expert")
    assert complaints(root) == [
        "chapters/maps.yaml:20:5: question 45: unknown key 'levle'; did you mean 'level'?"
    ]


def test_a_book_without_its_own_file_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(BadContent, match="it is not there; create it"):
        load(tmp_path)


def test_other_files_beside_the_chapters_are_left_alone(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "chapters" / "notes.txt").write_text("Later.", encoding="utf-8")
    assert load(root).whole


@pytest.mark.parametrize("file", ["book.yaml", "chapters/maps.yaml"])
def test_no_file_is_read_from_outside_the_book(tmp_path: Path, file: str) -> None:
    root = copied(tmp_path)
    outside = tmp_path / "outside.yaml"
    shutil.move(root / file, outside)
    (root / file).symlink_to(outside)
    assert complaints(root) == [
        f"{file}:1:1: file: it leads out of the book's folder; put the file itself into the book"
    ]


def test_a_listing_from_outside_the_book_is_not_there(tmp_path: Path) -> None:
    root = copied(tmp_path)
    shutil.move(root / "listings/grow", tmp_path / "grow")
    (root / "listings/grow").symlink_to(tmp_path / "grow")
    assert any("there is no Go file in listings/grow" in line for line in complaints(root))


def test_a_drawing_from_outside_the_book_is_not_there(tmp_path: Path) -> None:
    root = copied(tmp_path)
    shutil.move(root / "figures/window.svg", tmp_path / "window.svg")
    (root / "figures/window.svg").symlink_to(tmp_path / "window.svg")
    assert any("figures/window.svg is not there" in line for line in complaints(root))


def test_an_edition_is_found_by_the_longest_name_that_a_run_begins_with(tmp_path: Path) -> None:
    root = copied(tmp_path)
    book = root / "book.yaml"
    text = book.read_text(encoding="utf-8")
    head, tail = text.split("editions:\n")
    block = re.split(r"(?m)^(?=  - name: )", tail)[1]
    twin = block.replace("handbook-a4", "handbook-a4-wide")
    book.write_text(f"{head}editions:\n{block}{twin}", encoding="utf-8")
    manuscript = load(root)
    first, second = (manuscript.source.place(("editions", i)) for i in (0, 1))
    assert first != second
    assert manuscript.edition_place("handbook-a4") == first
    assert manuscript.edition_place("handbook-a4-letter") == first
    assert manuscript.edition_place("handbook-a4-wide") == second
    assert manuscript.edition_place("handbook-a4-wide-letter-core") == second
