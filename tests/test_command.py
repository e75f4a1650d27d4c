"""The command as a person types it: what it says, what it leaves, and its exit code."""

import re
import signal
import time
from pathlib import Path

import pytest
from books import BOOKS, GOOD, changed, copied
from printed import MM, Printed
from pypdf import PdfReader
from running import digests, ended, environment, run, spent, start

from press import __version__


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the good book was built."""
    folder = tmp_path_factory.mktemp("output")
    book = copied(tmp_path_factory.mktemp("good"))
    code, said, complaint = run("-b", book, "-o", folder)
    assert (code, complaint) == (0, "")
    (folder / "said.txt").write_text(said, encoding="utf-8")
    return folder


def test_help() -> None:
    code, said, _ = run("--help")
    assert code == 0
    assert "Without a command, build the default editions." in " ".join(said.split())
    for command in ("batch", "build", "check", "clean", "import", "list", "sheet", "survey"):
        assert re.search(rf"^  {command} ", said, re.MULTILINE)


def test_version() -> None:
    assert run("--version") == (0, f"The press, version {__version__}\n", "")


def test_list_shows_editions_and_chapters() -> None:
    code, said, complaint = run("list", "-b", GOOD)
    assert (code, complaint) == (0, "")
    assert "* handbook-a4            The handbook (8 to 20, a multiple of 4 pages)\n" in said
    assert "  2 maps                   43–45  Maps\n" in said


def test_check_says_that_nothing_is_wrong() -> None:
    code, said, complaint = run("check", "-b", GOOD)
    assert (code, complaint) == (0, "")
    assert said == ("2 chapters, 5 entries, 1 complete, 1 listings, 1 figures: nothing is wrong\n")
    assert run("check", "-q", "-b", GOOD) == (0, "", "")


def test_the_real_book_is_checked_quickly() -> None:
    before = spent()
    code, said, _ = run("check")
    assert code == 0
    assert said.startswith("16 chapters, 320 entries, ")
    assert spent() - before < 8


def test_a_plain_build_makes_every_edition_and_says_so(output: Path) -> None:
    said = (output / "said.txt").read_text(encoding="utf-8")
    assert sorted(digests(output)) == [
        "cheatsheet-a4.pdf", "ereader-7in.pdf", "handbook-a4.pdf", "interview-day-a4.pdf"
    ]  # fmt: skip
    for name in digests(output):
        pages = len(PdfReader(output / name).pages)
        assert re.search(rf"/{name} +{pages} +\S.* KiB +\d+\.\d\n", said)
    assert "handbook-a4: typeset slices, " in said


def test_nothing_is_done_when_nothing_has_changed(output: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in output.glob("*.pdf")}
    took = []
    for _ in range(3):  # of which one, at least, is not disturbed by other tests
        start = time.monotonic()
        code, said, _complaint = run("-b", GOOD, "-o", output)
        took.append(time.monotonic() - start)
    assert min(took) < 1
    assert code == 0
    assert said.count("unchanged\n") == 4
    assert "typeset" not in said
    assert {path: path.stat().st_mtime_ns for path in output.glob("*.pdf")} == before


def test_quiet_says_nothing(tmp_path: Path) -> None:
    words = ("cheatsheet-a4", "-q", "-b", GOOD, "-o", tmp_path)
    assert run(*words) == (0, "", "")
    assert run(*words) == (0, "", "")
    assert sorted(digests(tmp_path)) == ["cheatsheet-a4.pdf"]


def test_another_paper_for_one_run(output: Path) -> None:
    before = digests(output)
    code, _, complaint = run("handbook-a4", "--paper", "letter", "-b", GOOD, "-o", output)
    assert (code, complaint) == (0, "")
    pages = PdfReader(output / "handbook-a4-letter.pdf").pages
    assert {tuple(map(float, page.mediabox[2:])) for page in pages} == {(612, 792)}
    assert before.items() <= digests(output).items(), "the plain file is as it was"


def test_one_chapter_and_one_level_for_one_run(output: Path) -> None:
    before = digests(output)
    words = ("cheatsheet-a4", "-b", GOOD, "-o", output, "-q")
    assert run(*words, "--chapter", "2", "--level", "working")[0] == 0
    assert run(*words, "--chapter", "slices")[0] == 0
    one = PdfReader(output / "cheatsheet-a4-maps-working.pdf")
    two = PdfReader(output / "cheatsheet-a4-slices.pdf")
    for pdf, numbers in ((one, ["q44"]), (two, ["q41", "q42"])):
        assert [name for name in sorted(pdf.named_destinations) if name[0] == "q"] == numbers
    assert before.items() <= digests(output).items()


def test_a_punch_margin_for_one_run(output: Path) -> None:
    before = digests(output)
    words = ("cheatsheet-a4", "interview-day-a4", "-b", GOOD, "-o", output, "-q")
    assert run(*words, "--punch") == (0, "", "")
    for name in ("cheatsheet-a4", "interview-day-a4"):
        page = Printed(output / f"{name}-punched.pdf")
        assert min(one.left for one in page.runs(0)) >= 20 * MM
        assert min(one.left for one in Printed(output / f"{name}.pdf").runs(0)) < 20 * MM
    assert before.items() <= digests(output).items()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("handbok-a4",),
            "build.py: there is no edition 'handbok-a4'; did you mean 'handbook-a4'?\n",
        ),
        (("--paper", "leter"), "build.py: there is no paper 'leter'; did you mean 'letter'?\n"),
        (("--chapter", "map"), "build.py: there is no chapter 'map'; did you mean 'maps'?\n"),
        (("--level", "cor"), "build.py: there is no level 'cor'; did you mean 'core'?\n"),
        (
            ("--punch",),
            "build.py: edition 'handbook-a4' has no margin for punched holes; "
            "name one that has: cheatsheet-a4, interview-day-a4\n",
        ),
    ],
    ids=["edition", "paper", "chapter", "level", "punch"],
)
def test_a_word_that_means_nothing(words: tuple[str, ...], message: str, tmp_path: Path) -> None:
    assert run(*words, "-b", GOOD, "-o", tmp_path / "new") == (2, "", message)
    assert not (tmp_path / "new").exists()


def test_an_option_that_there_is_not() -> None:
    code, said, complaint = run("build", "--papr", "a4")
    assert (code, said) == (2, "")
    assert "No such option" in complaint
    assert "--paper" in complaint


def test_a_book_that_is_not_there(tmp_path: Path) -> None:
    for command in ("build", "check", "list"):
        code, said, complaint = run(command, "-b", tmp_path / "no")
        assert (code, said) == (2, "")
        assert complaint == (
            f"build.py: there is no folder '{tmp_path / 'no'}'; name a book's folder\n"
        )


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_bad_book_is_complained_of_and_nothing_is_written(command: str, tmp_path: Path) -> None:
    bad = BOOKS / "bad" / "duplicate-key"
    words = ("-o", tmp_path / "new") if command == "build" else ()
    code, said, complaint = run(command, "-b", bad, *words)
    assert (code, said) == (1, "")
    assert complaint == (bad / "expected.txt").read_text(encoding="utf-8")
    assert not (tmp_path / "new").exists()


def test_a_failed_build_leaves_the_last_good_pdf(tmp_path: Path) -> None:
    words = ("cheatsheet-a4", "-q", "-o", tmp_path / "out")
    assert run(*words, "-b", GOOD)[0] == 0
    before = digests(tmp_path / "out")
    root = changed(tmp_path, "book.yaml", "budget: {max: 2}", "budget: {min: 9}")
    code, said, complaint = run(*words, "-b", root)
    assert (code, said) == (1, "")
    assert "edition 'cheatsheet-a4': it has 1 page, at least 9 are allowed; " in complaint
    assert digests(tmp_path / "out") == before


def test_an_interrupted_build_leaves_the_old_pdf_whole(tmp_path: Path) -> None:
    root = copied(tmp_path)
    words = ("handbook-a4", "-b", root, "-o", tmp_path / "out")
    assert run(*words)[0] == 0
    before = digests(tmp_path / "out")
    maps = root / "chapters" / "maps.yaml"
    maps.write_text(maps.read_text(encoding="utf-8").replace("title: Maps", "title: Mappings"))
    process = start(*words, "-j", "2")
    assert process.stdout is not None
    assert process.stdout.readline().startswith("handbook-a4: ")
    process.send_signal(signal.SIGINT)
    code, _, complaint = ended(process)
    assert code == 130
    assert complaint == "\ninterrupted; nothing was changed that is not whole\n"
    assert digests(tmp_path / "out") == before
    left = [path.name for path in (tmp_path / "out").rglob(".*.pdf.*")]
    assert left == [], "no half-written file is left"


def test_the_bytes_do_not_hang_on_the_order_of_a_set(tmp_path: Path) -> None:
    made = []
    for seed, jobs in (("1", "1"), ("2", "4")):
        folder = tmp_path / seed
        env = environment(folder, PYTHONHASHSEED=seed)
        words = ("-q", "-j", jobs, "-b", copied(folder), "-o", folder / "out")
        assert run(*words, env=env) == (0, "", "")
        made.append(digests(folder / "out"))
    assert len(made[0]) == 4
    assert made[0] == made[1]


def test_notes_become_a_book_that_builds(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    code, said, wrong = run("import", "tests/notes/damaged.md", "--into", folder)
    assert (code, wrong) == (0, "")
    assert said.startswith("found ")
    assert f"wrote {folder}; build it with:" in said
    code, said, wrong = run("-b", folder, "-o", folder / "output")
    assert (code, wrong) == (0, "")
    assert "interview-day-a4: left out, its selection finds no entry to print" in said
    assert sorted(digests(folder / "output")) == [
        "cheatsheet-a4.pdf", "ereader-7in.pdf", "handbook-a4.pdf"
    ]  # fmt: skip


def test_an_import_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    code, said, wrong = run("import", "tests/notes/damaged.md", "--into", tmp_path)
    assert (code, said) == (2, "")
    assert wrong.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
