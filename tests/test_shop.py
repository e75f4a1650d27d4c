"""What is kept beside a book: safe from other builds, from damage, and from being cleaned away."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from books import HOUSE, ROOT, copied
from running import digests, ended, run, start, typeset

from press.problems import BadUsage
from press.storeroom import cache_folder, cleaned, part_store, shelf_file


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the good book in `book` and two of its editions in `out`."""
    folder = tmp_path_factory.mktemp("built")
    assert run(*words(copied(folder), folder / "out"), "-j", "1") == (0, "", "")
    return folder


def words(book: Path, output: Path) -> tuple[str | Path, ...]:
    return ("handbook-a4", "cheatsheet-a4", "-q", "-b", book, "-o", output)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_two_builds_of_a_book_at_once(built: Path, tmp_path: Path) -> None:
    command = words(copied(tmp_path), tmp_path / "out")
    both = [start(*command, "-j", "1"), start(*command, "-j", "2")]
    assert [ended(process) for process in both] == [(0, "", "")] * 2
    assert digests(tmp_path / "out") == digests(built / "out")
    assert not list(tmp_path.rglob(".*.part.*"))


@contextmanager
def vandal(folder: Path) -> Iterator[list[int]]:
    """Damages whatever comes into `folder`, for as long as it can; counts what it has hit."""
    hit = [0]
    stop = threading.Event()

    def damage() -> None:
        while not stop.wait(0.01):
            for number, path in enumerate(folder.rglob("*.part")):
                data = path.read_bytes()
                spoilt = (data[:-7], b"", data[:500] + b"?" + data[501:], b"{}\n")[number % 4]
                path.write_bytes(spoilt)
                hit[0] += 1

    thread = threading.Thread(target=damage)
    thread.start()
    try:
        yield hit
    finally:
        stop.set()
        thread.join()


def test_damage_while_it_builds_changes_nothing(built: Path, tmp_path: Path) -> None:
    book = copied(tmp_path)
    with vandal(book / ".press") as hit:
        assert run(*words(book, tmp_path / "cold"), "-j", "2") == (0, "", "")
        assert run(*words(book, tmp_path / "warm"), "-j", "1") == (0, "", "")
    assert hit[0] > 20
    assert digests(tmp_path / "cold") == digests(built / "out")
    assert digests(tmp_path / "warm") == digests(built / "out")


def test_parts_are_kept_beside_the_book_or_in_the_users_cache(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    book = copied(tmp_path)
    assert cache_folder(book) == book / ".press"
    (book / ".press").rmdir()
    (book / ".press").write_text("no folder", encoding="utf-8")
    kept = cache_folder(book)
    assert kept.parent == tmp_path / "cache" / "the-press"
    command = (*words(book, tmp_path / "out")[:2], *words(book, tmp_path / "out")[3:])
    assert run(*command, "-j", "1")[0] == 0
    assert digests(tmp_path / "out") == digests(built / "out")
    parts = [path for path in files(kept) if path.suffix == ".part"]
    assert len(parts) == len(files(built / "book" / ".press")) > 5
    (tmp_path / "out" / "handbook-a4.pdf").unlink()
    code, said, _ = run(*command, "-j", "1")
    assert (code, typeset(said)) == (0, [])
    assert cleaned(book, tmp_path / "out") > 5
    assert not kept.exists()
    assert (book / ".press").read_text(encoding="utf-8") == "no folder"


def test_parts_have_the_room_that_they_are_given(tmp_path: Path) -> None:
    book = copied(tmp_path)
    for number in range(20):
        path = book / ".press" / "parts" / f"{number}.part"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes(100_000))
        os.utime(path, (number, number))
    command = ("interview-day-a4", "-q", "-j", "1", "--keep", "1", "-b", book)
    assert run(*command, "-o", tmp_path / "out") == (0, "", "")
    kept = files(book / ".press")
    assert 900_000 < sum(path.stat().st_size for path in kept) <= 1_000_000
    names = {path.stem for path in kept}
    assert "19" in names, "as much is kept as there is room for"
    assert "0" not in names
    assert len(names - {str(number) for number in range(20)}) == 2, "the newest are kept"


def test_what_was_made_of_texts_is_kept_for_the_user_and_not_in_the_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    book = copied(tmp_path)
    assert run(*words(book, tmp_path / "out"), "-j", "1") == (0, "", "")
    first = digests(tmp_path / "out")
    (shelf,) = (tmp_path / "cache").rglob("standing.json")
    assert shelf == shelf_file(book)
    told = shelf.read_text(encoding="utf-8")
    assert "It allocates a larger array" in told
    assert not [path for path in files(book) if path.suffix == ".json"]

    # A word more in the book's own folder says nothing, one on the user's shelf is printed.
    forged = told.replace("It allocates a larger array", "It allocates a longer array")
    (book / ".press" / "standing.json").write_text(forged, encoding="utf-8")
    for path in (book / ".press" / "parts").glob("*"):
        path.unlink()
    assert run(*words(book, tmp_path / "again"), "-j", "1") == (0, "", "")
    assert digests(tmp_path / "again") == first
    shelf.write_text("{" + told, encoding="utf-8")
    assert run(*words(book, tmp_path / "third"), "-j", "1") == (0, "", "")
    assert digests(tmp_path / "third") == first


def test_parts_that_come_with_a_book_are_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = copied(tmp_path)
    command = (*words(book, tmp_path / "out")[:2], "-b", book, "-j", "1", "-o")
    said = {}
    for user in ("one", "other", "one again"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / user.split()[0]))
        code, told, complaint = run(*command, tmp_path / user)
        assert (code, complaint) == (0, "")
        said[user] = sorted(typeset(told))
    assert said["other"] == said["one"] != []
    assert said["one again"] == []
    assert digests(tmp_path / "one") == digests(tmp_path / "other")
    secret = tmp_path / "one" / "the-press" / "secret"
    assert secret.stat().st_mode & 0o777 == 0o600


def test_where_no_secret_can_be_kept_nothing_is_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    book = copied(tmp_path)
    assert part_store(book, HOUSE).secret != part_store(book, HOUSE).secret
    # Fontconfig has nowhere to keep anything either, and says so.
    assert run("cheatsheet-a4", "-q", "-b", book, "-o", tmp_path / "out")[:2] == (0, "")


def test_clean_removes_what_is_kept_and_nothing_else(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    command = words(copied(tmp_path), tmp_path / "out")
    book, output = tmp_path / "book", tmp_path / "out"
    before = files(book)
    assert run(*command, "-j", "1") == (0, "", "")
    kept = [path for path in files(tmp_path) if {".press", "the-press"} & {*path.parts}]
    kept = [path for path in kept if path.name != "secret"]
    (book / ".press" / "mine.pdf").write_bytes(b"%PDF")
    pdfs = digests(output)
    assert run("clean", "-b", book, "-o", output) == (0, f"{len(kept)} files removed\n", "")
    assert files(book) == sorted([*before, book / ".press" / "mine.pdf"])
    assert digests(output) == pdfs
    assert [path.name for path in output.iterdir() if path.suffix != ".pdf"] == []
    assert run("clean", "-b", book, "-o", output) == (0, "0 files removed\n", "")
    assert run("clean", "-q", "-b", book, "-o", output) == (0, "", "")
    assert cleaned(book, tmp_path / "no") == 0
    with pytest.raises(BadUsage, match="there is no folder"):
        cleaned(tmp_path / "no", output)


def test_no_link_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    mine = tmp_path / "mine"
    mine.mkdir()
    for name in ("a.part", "b.json"):
        (mine / name).write_text("mine", encoding="utf-8")
    book, output = copied(tmp_path), tmp_path / "out"
    output.mkdir()
    (book / ".press").symlink_to(mine)
    (output / ".press").symlink_to(mine)
    assert cache_folder(book).is_relative_to(tmp_path / "cache")
    assert cleaned(book, output) == 0
    (book / ".press").unlink()
    (book / ".press").mkdir()
    (book / ".press" / "parts").symlink_to(mine)
    (book / ".press" / "c.part").symlink_to(mine / "a.part")
    assert cleaned(book, output) == 0
    assert {path.read_text(encoding="utf-8") for path in files(mine)} == {"mine"}
    assert len(files(mine)) == 2


def test_a_build_with_nothing_to_do_loads_no_engine(built: Path) -> None:
    command = [sys.executable, "-X", "importtime", "build.py"]
    command += map(str, words(built / "book", built / "out"))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.split("\n")}
    assert "press.manifest" in loaded
    for name in ("weasyprint", "pydantic", "jinja2", "pikepdf", "yaml", "fontTools", "distributed"):
        assert name not in loaded
