"""The sheets of books that are not the handbook: long titles, wide numbers, few chapters."""

import re
from pathlib import Path

import pytest
from books import GOOD, changed
from printed import Printed
from test_impression import impressed

CHEATSHEET, INTERVIEW_DAY = 2, 3
LONG = "A title that is longer than any line at the head of a page has room for, " * 3


def sheet(root: Path, edition: int, folder: Path) -> Printed:
    path = folder / "sheet.pdf"
    path.write_bytes(impressed(root, edition).getvalue())
    return Printed(path)


@pytest.mark.parametrize("edition", [CHEATSHEET, INTERVIEW_DAY])
def test_a_long_title_is_cut_in_what_stands_around_the_text(edition: int, tmp_path: Path) -> None:
    root = changed(tmp_path, "chapters/slices.yaml", "title: Slices", f"title: {LONG}Slices")
    (root / "book.yaml").write_text(
        (root / "book.yaml").read_text().replace("title: The Tiny Go Book", f"title: {LONG}")
    )
    pdf = sheet(root, edition, tmp_path)
    first, last, imprint, folio = pdf.furniture(0)
    assert first.startswith("41 A title that is longer than any line")
    assert imprint.startswith("A title that is longer than any line")
    assert (first[-1], imprint[-1], folio) == ("…", "…", "1")
    assert last in ("Maps 43", "Maps 45")
    # In the text itself it is whole.
    assert pdf.of_kind("H2")[0].text.startswith(f"1 {LONG.strip()}")


def renumbered(folder: Path, *numbers: int) -> Path:
    """A copy of the good book whose five questions have other numbers."""
    root = changed(folder, "book.yaml", "questions: {first: 41, last: 45}\n", "")
    for path in (root / "book.yaml", *(root / "chapters").glob("*.yaml")):
        text = re.sub(r"\bq?4[1-5]\b", lambda found: _other(found[0], numbers), path.read_text())
        path.write_text(text)
    return root


def _other(name: str, numbers: tuple[int, ...]) -> str:
    return name[:-2] + str(numbers[int(name[-1]) - 1])


def test_a_wide_number_does_not_run_into_its_question(tmp_path: Path) -> None:
    root = renumbered(tmp_path, *range(12341, 12346))
    for heading in sheet(root, CHEATSHEET, tmp_path).of_kind("H3"):
        number, question = [run for _, run in heading.runs if run.text.strip()][:2]
        assert number.text.startswith("1234")
        # The question is set with the word space before it, 0.2 em.
        assert question.text.startswith(" ")
        assert question.left - number.right + 0.2 * question.size > 0.15 * question.size


def test_questions_begin_at_one_edge_whatever_their_numbers(tmp_path: Path) -> None:
    pdf = sheet(renumbered(tmp_path, 7, 8, 12, 115, 116), CHEATSHEET, tmp_path)
    edges = set()
    for heading in pdf.of_kind("H3"):
        number, question = [run for _, run in heading.runs if run.text.strip()][:2]
        assert number.text.isdigit()
        edges.add(round(question.left - number.left, 1))
    assert len(edges) == 1


def test_a_sheet_of_one_chapter_has_no_key_to_chapters(tmp_path: Path) -> None:
    assert sheet(GOOD, CHEATSHEET, tmp_path).jumps != []
    root = changed(
        tmp_path,
        "book.yaml",
        "layout: cheatsheet\n",
        "layout: cheatsheet\n    select: {chapters: [maps]}\n",
    )
    jumps = sheet(root, CHEATSHEET, tmp_path).jumps
    assert not [jump for jump in jumps if jump.said.startswith("Chapter")]


def test_a_book_without_a_handbook_does_not_speak_of_one(tmp_path: Path) -> None:
    legend = "look there for full answers"
    assert any(legend in piece.text for piece in sheet(GOOD, CHEATSHEET, tmp_path).of_kind("P"))
    root = changed(tmp_path, "book.yaml", "layout: handbook", "layout: cheatsheet")
    path = root / "book.yaml"
    path.write_text(path.read_text().replace("layout: handbook", "layout: cheatsheet"))
    assert not any(legend in piece.text for piece in sheet(root, CHEATSHEET, tmp_path).of_kind("P"))
