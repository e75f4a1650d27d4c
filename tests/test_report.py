"""What the press says of its work, to a person or to a pipe."""

from pathlib import Path

import pytest

from press.manifest import Line
from press.notes.bookfolder import Imported
from press.problems import Place, Problem
from press.report import Report, account, complain

LINE = Line("a", f"{'long-name-' * 9}.pdf", 2, "exactly 2", 2048, "0" * 64, 1.25)


def test_an_import_tells_what_it_found_and_what_it_could_not_place() -> None:
    imported = Imported(Path("book"), 2, 1, 1, 3, 4, ((7, "END of\nnotes"), (9, "x" * 200)))
    assert account(imported).split("\n") == [
        "found 2 chapters and 1 entry; repaired 1 damaged string; numbered 3 anew; "
        "4 without an answer",
        "not placed, or changed (whole in unplaced.md):",
        "  line 7: END of notes",
        f"  line 9: {'x' * 87}…",
        "wrote book; build it with:",
        "  python build.py --book book --output book/output",
    ]


def test_an_import_without_remainders_has_nothing_to_add() -> None:
    imported = Imported(Path("book"), 1, 20, 0, 0, 0, ())
    assert account(imported).split("\n")[:2] == [
        "found 1 chapter and 20 entries; repaired 0 damaged strings",
        "wrote book; build it with:",
    ]


def test_the_closing_table_never_cuts_a_name_short(capsys: pytest.CaptureFixture[str]) -> None:
    Report(quiet=False).table([LINE], "a/folder/far/away")
    head, row = capsys.readouterr().out.rstrip().split("\n")
    assert head.split() == ["file", "pages", "budget", "size", "seconds"]
    assert row.split() == [f"a/folder/far/away/{LINE.file}", "2", "exactly", "2", "2", "KiB", "1.2"]


def test_a_quiet_press_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Report(quiet=True) as report:
        report.expect(2)
        report.part("a", "b", 3, False)
        report.say("something")
        report.table([LINE], "output")
    assert capsys.readouterr().out == ""


def test_elsewhere_than_on_a_terminal_each_part_is_a_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with Report(quiet=False) as report:
        report.part("a", "one", 1, False)
        report.part("a", "two", 2, True)
        report.part("a", "two, furniture", 2, False)
    assert capsys.readouterr().out == "a: typeset one, 1 page\na: kept two, 2 pages\n"


def test_problems_go_to_the_standard_error_with_their_number(
    capsys: pytest.CaptureFixture[str],
) -> None:
    complain([Problem(Place("a", 1, 2), "x", "is wrong", "mend it")] * 2)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "a:1:2: x: is wrong; mend it\n" * 2 + "2 problems\n"
