"""What is wrong only once a book's files are looked at together."""

from pathlib import Path

import pytest
from books import GOOD, changed, complaints, copied, read


def test_the_good_book_has_no_fault_and_brings_its_listing_and_its_drawing() -> None:
    copy = read(GOOD)
    assert list(copy.cuts) == [41]
    assert list(copy.drawings) == [41]
    assert copy.cuts[41].output == "false\ntrue"
    assert copy.drawings[41].startswith("<svg ")


def spoilt(folder: Path, *changes: tuple[str, str, str]) -> list[str]:
    """What is wrong with the good book after each of `changes` (file, old, new)."""
    root = copied(folder)
    for file, old, new in changes:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return complaints(root)


def test_faults_of_several_files_come_in_one_run_and_in_order(tmp_path: Path) -> None:
    found = spoilt(
        tmp_path,
        ("figures/window.svg", "<path", '<path style="a"'),
        ("chapters/slices.yaml", "mark: diamond", "mark: dimond"),
        ("book.yaml", "paper: a4", "paper: a44"),
        ("chapters/maps.yaml", "level: core", "level: hard"),
        ("listings/grow/grow.go", "// region print", "// region prints"),
    )
    assert [line.split(":")[0] for line in found] == [
        "book.yaml",
        "chapters/maps.yaml",
        "chapters/slices.yaml",
        "chapters/slices.yaml",
        "figures/window.svg",
    ]


@pytest.mark.parametrize(
    ("field", "old", "text"),
    [
        ("question", "May two goroutines", "question: May [two](/x) goroutines"),
        ("short", "Not without a lock.", "short: Not without [a lock](/x)."),
    ],
)
def test_a_bad_link_is_found_where_it_stands(
    tmp_path: Path, field: str, old: str, text: str
) -> None:
    (found,) = spoilt(tmp_path, ("chapters/maps.yaml", f"{field}: {old}", text))
    path, line, column, _ = found.split(":", 3)
    lines = (tmp_path / "book" / path).read_text(encoding="utf-8").split("\n")
    assert lines[int(line) - 1][int(column) - 1 :].startswith("/x)")
    assert f": question 45, {field}: a link leads to '/x'; " in found


def test_a_picture_in_a_followup_is_found_too(tmp_path: Path) -> None:
    (found,) = spoilt(
        tmp_path, ("chapters/slices.yaml", "reply: Give", "reply: See ![a](b.png), give")
    )
    assert found == (
        "chapters/slices.yaml:42:20: question 41, followups[2].reply: "
        "a picture stands in the text; use the field 'figure'"
    )


def test_numbers_ascend_from_one_chapter_to_the_next(tmp_path: Path) -> None:
    root = changed(tmp_path, "book.yaml", "  - slices\n  - maps\n", "  - maps\n  - slices\n")
    assert [line.partition(": ")[2] for line in complaints(root)] == [
        f"question {number}: it stands after question 45; "
        "put the entries in the order of their numbers"
        for number in (41, 42)
    ]


def test_a_book_that_states_no_span_may_leave_numbers_out(tmp_path: Path) -> None:
    found = spoilt(
        tmp_path,
        ("book.yaml", "questions: {first: 41, last: 45}\n", ""),
        ("chapters/maps.yaml", "id: 44", "id: 4444"),
        ("chapters/maps.yaml", "id: 45", "id: 5555"),
        ("chapters/slices.yaml", "see: [42, 45]", "see: [42]"),
        ("chapters/slices.yaml", "(book:q44)", "(book:q4444)"),
    )
    assert found == []


def test_every_number_that_a_stated_span_lacks_is_named(tmp_path: Path) -> None:
    found = spoilt(tmp_path, ("book.yaml", "{first: 41, last: 45}", "{first: 40, last: 47}"))
    assert [line.split(": ")[1] for line in found] == [
        "question 46",
        "question 47",
        "question 40",
    ]


def test_a_character_that_only_one_font_has_can_be_printed(tmp_path: Path) -> None:
    signs = ("chapters/maps.yaml", "Sort the keys", "Sort → ≤ ≥ ≠ the keys")
    assert spoilt(tmp_path, signs) == []


def test_each_character_that_no_font_has_is_named_at_its_place(tmp_path: Path) -> None:
    found = spoilt(tmp_path, ("book.yaml", "The Tiny Go Book", "The 小 Go 本"))
    assert [line.split("; ")[0] for line in found] == [
        "book.yaml:2:12: title: no font of the book has '小' (U+5C0F)",
        "book.yaml:2:17: title: no font of the book has '本' (U+672C)",
    ]


def test_an_edition_that_selects_two_unknown_chapters_hears_of_both(tmp_path: Path) -> None:
    found = spoilt(
        tmp_path, ("book.yaml", "select: {levels", "select: {chapters: [a, maps, b], levels")
    )
    assert ["'a'" in line or "'b'" in line for line in found] == [True, True]
