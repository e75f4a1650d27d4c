"""The table of the survey: how it is written, where it goes, and what bad input is told."""

import shutil
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from books import GOOD, ROOT
from setting import found, listing, surveyed, text

from press.problems import BadContent
from press.survey import Survey, surveys
from press.typography import END, START, table, with_table


def run(*words: str | Path) -> tuple[int, str, str]:
    """What `python build.py survey WORDS` gives: exit code, standard output, standard error."""
    command = [sys.executable, "build.py", "survey", *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def complaint(path: Path) -> str:
    """What is wrong with the PDF in `path`."""
    with pytest.raises(BadContent) as error:
        surveys({"set": path})
    return str(error.value).removeprefix(f"{path}:1:1: survey: ")


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split(" | ")]


def test_a_row_tells_all_measures(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(5) + listing(12) + text(2))
    header, rule, row = table([survey]).splitlines()
    assert len(cells(header)) == len(cells(rule)) == len(cells(row))
    assert dict(zip(cells(header), cells(row), strict=True)) == {
        "edition": "set",
        "pages": "2",
        "characters a line": "59 (59–59)",
        "headings at foot": "0",
        "widows, orphans": "0, 0",
        "ladders, hyphens across pages": "0, 0",
        "listings split (short, silent)": "1 (0, 1)",
        "largest gap (over a sixth)": "0% on 1 (0)",
        "on the grid: text, listings": "100%, 100%",
        "facing pages uneven": "–",
        "smallest type": "10 pt (“words words words words…”, 1)",
        "contrast (in grey)": "21.0:1 (21.0:1)",
        "PDF": f"`{sha256((tmp_path / 'set.pdf').read_bytes()).hexdigest()[:8]}`",
    }


def test_a_page_without_running_text_has_dashes(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, "<h1>A heading</h1>")
    *_, row = table([survey]).splitlines()
    assert cells(row)[2] == "–"
    assert cells(row)[6:10] == ["–", "–", "–, –", "–"]


def test_a_bar_in_a_text_does_not_break_the_table(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(1) + '<p style="font-size: 6pt">a|b</p>')
    assert "a\\|b" in table([survey])


def written(page: Path, survey: Survey, editions: list[str]) -> list[str]:
    """The lines between the marks of `page` once `survey` is written into it."""
    page.write_bytes(with_table(page, [survey], editions))
    return page.read_text(encoding="utf-8").partition(START)[2].partition(END)[0].split("\n")


def test_the_table_goes_between_the_marks(tmp_path: Path) -> None:
    survey, page = surveyed(tmp_path, text(2)), tmp_path / "page.md"
    page.write_text(f"before\n{START}\nold\n{END}\nafter\n", encoding="utf-8")
    assert "\n".join(written(page, survey, ["set"])) == f"\n\n{table([survey])}\n\n"
    assert page.read_text(encoding="utf-8").startswith(f"before\n{START}\n")
    assert page.read_text(encoding="utf-8").endswith(f"\n{END}\nafter\n")


def test_the_rows_of_other_editions_stay_as_they_are(tmp_path: Path) -> None:
    page, first = tmp_path / "page.md", surveyed(tmp_path, text(2))
    page.write_text(f"{START}{END}", encoding="utf-8")
    other, second = (
        replace(first, book=replace(first.book, name=name, digest=digit * 64))
        for name, digit in (("other", "1"), ("set", "2"))
    )
    written(page, other, ["set", "other"])
    written(page, first, ["set", "other"])
    _, _, _, _, *rows = written(page, second, ["set", "other"])
    assert [(cells(row)[0], cells(row)[-1]) for row in rows[:-2]] == [
        ("set", "`22222222`"),
        ("other", "`11111111`"),
    ]
    assert "| other |" not in "\n".join(written(page, second, ["set"]))


@pytest.mark.parametrize("text_", ["no marks", START, END, f"{END} {START}"])
def test_a_page_without_the_marks(tmp_path: Path, text_: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(text_, encoding="utf-8")
    with pytest.raises(BadContent, match=r"it lacks the line .*; mend it, or use --stdout"):
        with_table(page, [], [])


def test_no_page_to_write_to(tmp_path: Path) -> None:
    with pytest.raises(BadContent, match="there is no such page"):
        with_table(tmp_path / "page.md", [], [])


def test_no_pdf(tmp_path: Path) -> None:
    assert complaint(tmp_path / "none.pdf") == "there is no such PDF; build it first"


def test_a_folder_for_a_pdf(tmp_path: Path) -> None:
    assert complaint(tmp_path) == "it cannot be read: Is a directory; name a PDF"


def test_no_tags(tmp_path: Path) -> None:
    path = tmp_path / "bare.pdf"
    surveyed(tmp_path, text(2))
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(path)
    assert complaint(path) == "it has no tags to tell what is a heading; build it tagged"


def test_tags_on_nothing(tmp_path: Path) -> None:
    path = tmp_path / "bare.pdf"
    surveyed(tmp_path, text(2))
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        pdf.Root.StructTreeRoot.K = pikepdf.Array()
        pdf.save(path)
    assert complaint(path) == "no text in it is tagged; build it tagged"


def test_a_tree_of_tags_that_runs_into_itself(tmp_path: Path) -> None:
    path = tmp_path / "round.pdf"
    surveyed(tmp_path, text(2))
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        top = pdf.Root.StructTreeRoot.K[0]
        top.K.append(top)
        pdf.save(path)
    (survey,) = surveys({"round": path})
    assert len(survey.book.texts) == 1


def test_half_a_pdf(tmp_path: Path) -> None:
    surveyed(tmp_path, text(2))
    path = tmp_path / "half.pdf"
    path.write_bytes((tmp_path / "set.pdf").read_bytes()[:600])
    assert complaint(path) == "it is not a whole PDF; build it again"


def test_a_locked_pdf(tmp_path: Path) -> None:
    surveyed(tmp_path, text(2))
    path = tmp_path / "locked.pdf"
    with pikepdf.open(tmp_path / "set.pdf") as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    assert complaint(path) == "it is locked with a password; build it without one"


def test_the_command_measures_pdfs_by_their_paths(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(11))
    first, second = tmp_path / "set.pdf", tmp_path / "other.pdf"
    shutil.copy(first, second)
    code, said, complaint = run(first, second, "--problems")
    assert (code, complaint) == (0, "")
    assert [cells(line)[0] for line in said.splitlines()[2:4]] == [str(first), str(second)]
    (widow,) = found(survey, "widows")
    assert f"{first}: {widow}" in said
    assert f"{second}: {widow}" in said


def test_the_command_builds_what_it_measures(tmp_path: Path) -> None:
    code, said, complaint = run("-b", GOOD, "-o", tmp_path / "output", "handbook-a4")
    assert (code, complaint) == (0, "")
    assert cells(said.splitlines()[2])[0] == "handbook-a4"
    assert (tmp_path / "output" / "handbook-a4.pdf").exists()


def test_an_edition_that_there_is_not() -> None:
    code, said, complaint = run("handbok-a4")
    assert (code, said) == (2, "")
    assert "there is no edition 'handbok-a4'; did you mean 'handbook-a4'?" in complaint


def test_all_editions_and_one_of_them() -> None:
    code, said, complaint = run("handbook-a4", "--all")
    assert (code, said) == (2, "")
    assert complaint == "build.py: --all is for all editions; name none, or leave it out\n"


def test_all_missing_pdfs_are_reported_together(tmp_path: Path) -> None:
    code, said, complaint = run(tmp_path / "one.pdf", tmp_path / "two.pdf")
    assert (code, said) == (1, "")
    assert complaint == (
        f"{tmp_path}/one.pdf:1:1: survey: there is no such PDF; build it first\n"
        f"{tmp_path}/two.pdf:1:1: survey: there is no such PDF; build it first\n"
        "2 problems\n"
    )
