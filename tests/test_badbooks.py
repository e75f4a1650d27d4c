"""Each bad book gets its exact lines on the standard error, exit code 1, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest
from books import BAD, ROOT, copied

import build


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Paths in messages are relative to the repository's folder, where a person works."""
    monkeypatch.chdir(ROOT)
    return monkeypatch


@pytest.mark.parametrize("book", BAD, ids=lambda book: book.name)
def test_check_says_exactly_what_is_wrong(
    book: Path, at_home: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(book)
    at_home.setattr(sys, "argv", ["build.py", "check", "-b", str(book.relative_to(ROOT))])
    code = build.main()
    printed = capsys.readouterr()
    assert printed.err == (book / "expected.txt").read_text(encoding="utf-8")
    assert printed.out == ""
    assert code == 1
    assert files(book) == before


def test_check_finds_nothing_wrong_with_the_good_book(
    tmp_path: Path, at_home: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # A copy of its own: beside the good book itself, others may be keeping parts just now.
    book = copied(tmp_path)
    before = files(book)
    at_home.setattr(sys, "argv", ["build.py", "check", "-b", str(book)])
    assert build.main() == 0
    printed = capsys.readouterr()
    assert printed.out == (
        "2 chapters, 5 entries, 1 complete, 1 listings, 1 figures: nothing is wrong\n"
    )
    assert printed.err == ""
    assert files(book) == before


def test_a_bad_book_is_not_built(tmp_path: Path) -> None:
    """The command as a person runs it: no traceback, and not even an empty folder is left."""
    book, output = "tests/books/bad/several-problems", tmp_path / "output"
    command = [sys.executable, "build.py", "-b", book, "-o", str(output)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr == (ROOT / book / "expected.txt").read_text(encoding="utf-8")
    assert not output.exists()


def test_there_are_bad_books_of_every_kind() -> None:
    assert len(BAD) > 80
    assert [book.name for book in (ROOT / "tests/books/bad").iterdir() if book not in BAD] == []


@pytest.mark.parametrize("book", BAD, ids=lambda book: book.name)
def test_every_line_leads_to_a_place_that_is_there(book: Path) -> None:
    lines = (book / "expected.txt").read_text(encoding="utf-8").splitlines()
    for line in lines[:-1] or lines:
        path, row, column, rest = line.split(":", 3)
        assert "; " in rest
        if "it is not there" not in rest:
            text = (ROOT / path).read_bytes().decode("utf-8", "replace").split("\n")
            assert 1 <= int(row) <= len(text)
            assert 1 <= int(column) <= len(text[int(row) - 1]) + 1
