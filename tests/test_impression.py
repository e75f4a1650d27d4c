"""The good book through all stages, in every edition, in this very process."""

import re
import shutil
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from books import GOOD, HOUSE, ROOT, changed, read
from pypdf import PdfReader
from sheets import taken

from press.bindery import Printed
from press.folios import roman
from press.house import House
from press.impression import due, impression
from press.problems import BadContent
from press.schema import Budget
from press.selection import Issue, select
from press.typeset import typeset


def impressed(
    root: Path, edition: int, house: House = HOUSE, issue: Issue | None = None
) -> BytesIO:
    copy = read(root)
    chosen = issue or select(copy, copy.manuscript.book.editions[edition])
    stages = impression(chosen, house)
    parts = None
    while True:
        try:
            sheets = next(stages) if parts is None else stages.send(parts)
        except StopIteration as end:
            printed: Printed = end.value
            found = taken(printed)
            assert printed.pages == len(PdfReader(found).pages)
            return found
        parts = tuple(typeset(sheet, house.fontconfig) for sheet in due(sheets))


@cache
def good(edition: int) -> PdfReader:
    return PdfReader(impressed(GOOD, edition))


def text(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


@pytest.mark.parametrize("edition", range(4))
def test_every_edition_can_be_made(edition: int) -> None:
    assert text(PdfReader(impressed(GOOD, edition)))


def test_all_that_an_entry_holds_is_printed() -> None:
    printed = text(good(0))
    for words in (
        "What happens when append runs out of capacity?",
        "It allocates a larger array, copies the elements",
        "A slice is a pointer, a length and a capacity.",
        "Room left: no allocation, one array.",
        "twofold",
        "“old” slice knows nothing of it",
        "Listing 41 The second append moves the elements",
        "Figure 41 Two slices, one array",
        "Calling append and dropping its result.",
        "By how much does it grow?",
        "Do not rely on a number.",
        "slices.Grow",
    ):
        assert words in printed


def test_the_pages_of_the_handbook_follow_each_other() -> None:
    pdf = good(0)
    assert pdf.page_labels == [*(roman(n) for n in range(1, 9)), *(str(n) for n in range(1, 13))]
    openers = [
        n for n, page in enumerate(pdf.pages) if re.search(r"Chapter \d", page.extract_text())
    ]
    assert [number % 2 for number in openers] == [0, 0]


def test_a_reference_to_nowhere_is_reported_at_its_question(tmp_path: Path) -> None:
    for name in ("templates", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    template = tmp_path / "templates" / "handbook" / "chapter.html"
    old = template.read_text(encoding="utf-8")
    link = '<a href="book:q999">there</a>'
    template.write_text(old.replace("{{ entry.short }}", "{{ entry.short }}" + link))
    with pytest.raises(BadContent) as caught:
        impressed(GOOD, 0, House(tmp_path))
    found = [str(problem) for problem in caught.value.problems]
    assert len(found) == 5, "one for each question"
    slices = (GOOD / "chapters" / "slices.yaml").read_text(encoding="utf-8").split("\n")
    line = slices.index("  - id: 42") + 1
    assert found[-1].endswith(
        f"books/good/chapters/slices.yaml:{line}:5: question 42: the reference 'book:q999' leads "
        "nowhere; name a question that this edition prints"
    )


def test_an_entry_printed_twice_stops_the_press(tmp_path: Path) -> None:
    for name in ("templates", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    template = tmp_path / "templates" / "cheatsheet" / "sheet.html"
    old = template.read_text(encoding="utf-8")
    template.write_text(old.replace('id="q{{ entry.number }}"', ""))
    with pytest.raises(BadContent, match="the questions are not each printed once and in order"):
        impressed(GOOD, 2, House(tmp_path))


def test_a_budget_missed_by_the_book_is_said_with_what_would_help(tmp_path: Path) -> None:
    root = changed(tmp_path, "book.yaml", "min: 8, max: 20, multiple: 4", "max: 4")
    with pytest.raises(BadContent) as caught:
        impressed(root, 0)
    assert str(caught.value).partition(": edition ")[2] == (
        "'handbook-a4': it has 17 pages, 1 to 4 are allowed; cut 13 (the longest entries are "
        "41, 42, 44), select fewer, or set styles/editions/handbook.css closer"
    )


def test_a_question_that_an_edition_does_not_print_is_named_and_not_linked() -> None:
    copy = read(GOOD)
    handbook = copy.manuscript.book.editions[0]
    only = handbook.select.model_copy(update={"levels": ("working",)})
    chosen = select(copy, handbook.model_copy(update={"select": only, "budget": Budget()}))
    pdf = PdfReader(impressed(GOOD, 0, issue=chosen))
    named = {int(number) for found in chosen.chapters for e in found.entries for number in e.see}
    missing = named - set(chosen.numbers)
    assert missing
    text = "".join(page.extract_text() for page in pdf.pages)
    for number in missing:
        assert f"{number}" in text
    said = {
        str(note.get_object().get("/Contents"))
        for page in pdf.pages
        for note in page.get("/Annots", [])
    }
    assert not [words for words in said if words in {str(number) for number in missing}]
