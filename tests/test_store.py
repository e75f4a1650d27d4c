"""Typeset parts kept from one build to the next, and never believed when they are damaged."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from books import HOUSE
from sheets import part, sheet

from press.problems import Place, Problem
from press.sheet import Sheet, Style
from press.store import Store

SHEET = sheet('<p id="q1">x</p>')
PART = part(
    '<p id="q1">See <a href="book:q2">100 %</a> (or <a href="https://go.dev">go</a>).</p>'
    "<img alt='A square' style='width: 10mm' src=\"data:image/svg+xml,"
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>\">"
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "parts", HOUSE.fontconfig)


def test_a_part_comes_back_as_it_was(store: Store) -> None:
    assert store.find(SHEET) is None
    store.keep(SHEET, PART)
    assert store.find(SHEET) == PART


def test_places_are_those_of_today(store: Store) -> None:
    store.keep(SHEET, PART)
    moved = Sheet(SHEET.name, SHEET.html, SHEET.styles, {"": Place("book.yaml", 99)})
    found = store.find(moved)
    assert found is not None
    assert found.places == {"": Place("book.yaml", 99)}


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\x00", b"null", b"[1]", b"{}\n%PDF"])
def test_a_damaged_part_is_not_found(store: Store, damage: bytes) -> None:
    store.keep(SHEET, PART)
    (kept,) = store.folder.iterdir()
    kept.write_bytes(damage)
    assert store.find(SHEET) is None


def test_half_a_part_is_not_found(store: Store) -> None:
    store.keep(SHEET, PART)
    (kept,) = store.folder.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert store.find(SHEET) is None


def test_what_was_not_used_for_longest_is_swept_away(tmp_path: Path) -> None:
    store = Store(tmp_path, HOUSE.fontconfig)
    sheets = [sheet(f'<p id="q1">{number}</p>') for number in range(4)]
    for number, one in enumerate(sheets):
        store.keep(one, PART)
        os.utime(tmp_path / f"{store.key(one)}.part", (number, number))
    assert store.sweep() == 0, "there is room for them all"
    assert store.find(sheets[0]) is not None, "the oldest is used once more"
    size = (tmp_path / f"{store.key(sheets[0])}.part").stat().st_size
    small = Store(tmp_path, HOUSE.fontconfig, limit=2 * size)
    assert small.sweep() == 2
    assert [small.find(one) is not None for one in sheets] == [True, False, False, True]


def test_a_store_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file", HOUSE.fontconfig)
    store.keep(SHEET, PART)
    assert store.find(SHEET) is None


def test_a_part_with_problems_is_not_kept(store: Store) -> None:
    problem = Problem(Place("a"), "b", "c", "d")
    store.keep(SHEET, replace(PART, problems=(problem,)))
    assert store.find(SHEET) is None


@pytest.mark.parametrize(
    "other",
    [
        Sheet("other", SHEET.html, SHEET.styles, {}),
        Sheet(SHEET.name, SHEET.html + " ", SHEET.styles, {}),
        Sheet(SHEET.name, SHEET.html, (*SHEET.styles, Style("x.css", "p {}")), {}),
        Sheet(SHEET.name, SHEET.html, (), {}),
        Sheet(SHEET.name, SHEET.html, SHEET.styles, {}, matter="front"),
        Sheet(SHEET.name, SHEET.html, SHEET.styles, {}, tagged=False),
    ],
    ids=["name", "html", "style", "no style", "front", "untagged"],
)
def test_whatever_changes_a_part_changes_its_key(store: Store, other: Sheet) -> None:
    assert store.key(other) != store.key(SHEET)


def test_other_fonts_change_every_key(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text("<fontconfig/>")
    one = Store(tmp_path, tmp_path / "fonts.conf").key(SHEET)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "fonts.conf").write_text("<fontconfig/>")
    (tmp_path / "other" / "new.ttf").write_bytes(b"font")
    assert Store(tmp_path, tmp_path / "other" / "fonts.conf").key(SHEET) != one


def test_what_a_killed_build_left_half_written_is_swept_away(store: Store) -> None:
    store.keep(SHEET, PART)
    halves = [store.folder / f".{store.key(SHEET)}.part.{end}" for end in ("old", "new")]
    for half in halves:
        half.write_bytes(b"%P")
    os.utime(halves[0], (1, 1))
    assert store.sweep() == 0
    assert [half.exists() for half in halves] == [False, True], "one may still be written"
    assert store.find(SHEET) == PART
