"""What a problem looks like in print, and how problems come together."""

from pathlib import Path

import pytest

from press.problems import BadContent, Place, Problem, did_you_mean, shown_path


def problem(line: int, wrong: str = "it is empty") -> Problem:
    return Problem(Place("book.yaml", line, 3), "title", wrong, "write its text")


def test_a_problem_is_one_line_that_an_editor_can_follow() -> None:
    assert str(problem(7)) == "book.yaml:7:3: title: it is empty; write its text"


def test_problems_come_in_the_order_of_their_places_and_each_once() -> None:
    error = BadContent([problem(10), problem(9), problem(10), problem(2)])
    assert [found.place.line for found in error.problems] == [2, 9, 10]
    assert str(error) == "\n".join(str(problem(line)) for line in (2, 9, 10))


def test_two_faults_at_one_place_are_both_said() -> None:
    error = BadContent([problem(4), problem(4, "it is too long")])
    assert [found.wrong for found in error.problems] == ["it is empty", "it is too long"]


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("titel", "did you mean 'title'?"),
        ("titles", "did you mean 'title'?"),
        ("xyz", "known are date, title"),
    ],
)
def test_the_remedy_for_an_unknown_word(word: str, remedy: str) -> None:
    assert did_you_mean(word, ["title", "date"]) == remedy


def test_where_nothing_is_known_nothing_is_listed() -> None:
    assert did_you_mean("xyz", []) == "none are known here, remove it"


def test_paths_are_shown_from_where_the_person_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert shown_path(here / "content" / "book.yaml") == "content/book.yaml"
    assert shown_path(Path("content/book.yaml")) == "content/book.yaml"
    assert shown_path(tmp_path / "elsewhere.yaml") == str(tmp_path / "elsewhere.yaml")
