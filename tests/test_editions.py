"""What holds for every edition of the real book, as a reader finds it in the PDF."""

import io
import re
from collections.abc import Callable

import pytest
from fontTools.ttLib import TTFont
from pagerules import STYLES, margins
from printed import MM, Piece, Printed, bare
from pypdf.generic import Destination

from press.house import paper_size
from press.load import Manuscript
from press.prose import plain
from press.schema import Edition, Entry

NAMES = (
    "handbook-a4",
    "ereader-7in",
    "cheatsheet-a4",
    "interview-day-a4",
    "cheatsheet-letter",
    "cheatsheet-a4-punched",
    "interview-day-letter",
)
Open = Callable[[str], Printed]
every = pytest.mark.parametrize("name", NAMES)


def headings(pdf: Printed) -> dict[int, Piece]:
    """The heading of each question, by its number, in reading order."""
    found: dict[int, Piece] = {}
    for piece in [*pdf.of_kind("H2"), *pdf.of_kind("H3")]:
        number = re.match(r"(\d{3}) \D", piece.text)
        if number:
            assert int(number[1]) not in found, f"{piece.text} is printed twice"
            found[int(number[1])] = piece
    return found


def wanted(edition: Edition, entries: tuple[Entry, ...]) -> list[int]:
    levels = edition.select.levels
    return [entry.id for entry in entries if levels is None or entry.level in levels]


def test_every_edition_of_a_plain_build_is_among_these(editions: dict[str, Edition]) -> None:
    assert {name for name, edition in editions.items() if edition.default} <= set(NAMES)
    assert set(NAMES) <= set(editions)


@every
def test_it_keeps_to_its_page_budget(
    name: str, printed: Open, editions: dict[str, Edition]
) -> None:
    budget, pages = editions[name].budget, printed(name).pages
    assert budget.max is not None
    assert budget.min <= pages <= budget.max
    assert pages % budget.multiple == 0


@every
def test_every_page_has_the_size_of_the_paper(
    name: str, printed: Open, editions: dict[str, Edition]
) -> None:
    assert printed(name).sizes == {paper_size(editions[name])}


@every
def test_every_question_is_a_heading_once_and_in_order(
    name: str,
    printed: Open,
    editions: dict[str, Edition],
    entries: tuple[Entry, ...],
    questions: dict[int, str],
) -> None:
    found = headings(printed(name))
    assert list(found) == wanted(editions[name], entries)
    for number, piece in found.items():
        said = re.sub(r"^\d+ (?:CORE |WORKING |EXPERT )?", "", piece.text)
        assert bare(said) == bare(questions[number])


@every
def test_every_short_answer_is_printed_under_its_question(
    name: str, printed: Open, entries: tuple[Entry, ...]
) -> None:
    articles = [bare(piece.text) for piece in printed(name).of_kind("Art")]
    shorts = {entry.id: bare(plain(entry.short)) for entry in entries}
    # An article that goes on over a page is in pieces there; the first has the number.
    begun = [text for text in articles if re.match(r"\d{3}\D", text) and int(text[:3]) in shorts]
    by_number = {int(text[:3]): text for text in reversed(begun)}
    missing = [number for number, text in by_number.items() if shorts[number][:60] not in text]
    assert missing == []


@every
def test_the_outline_leads_to_each_chapter_and_question(
    name: str, printed: Open, questions: dict[int, str], manuscript: Manuscript
) -> None:
    pdf = printed(name)
    found = headings(pdf)
    lines = {int(line.title.split()[0]): line for line in pdf.outline if line.level == 2}
    assert list(lines) == list(found)
    for number, line in lines.items():
        assert line.title == f"{number} {questions[number]}"
        page, run = found[number].runs[0]
        assert (line.page, 0 < line.top - run.base < 20) == (page, True), line
    chapters = [line for line in pdf.outline if line.level == 1 and line.title[0].isdigit()]
    assert [line.title for line in chapters] == [
        f"{chapter.number} {chapter.text.title}" for chapter in manuscript.chapters
    ]
    assert not any(line.open for line in chapters), "questions are folded under their chapter"


@every
def test_the_printed_folio_is_the_label_that_a_viewer_shows(name: str, printed: Open) -> None:
    pdf = printed(name)
    assert len(pdf.labels) == pdf.pages
    silent = [page for page in range(pdf.pages) if not pdf.folio(page)]
    for page in set(range(pdf.pages)) - set(silent):
        assert pdf.folio(page) == pdf.labels[page]
    # The title page is counted, but its number is not printed.
    assert [page for page in silent if not pdf.blank(page)] in ([], [0])


@every
def test_every_named_place_is_where_it_says(name: str, printed: Open) -> None:
    pdf = printed(name)
    found = headings(pdf)
    for number, piece in found.items():
        place = pdf.names[f"q{number}"]
        assert isinstance(place, Destination)
        assert pdf.page_of(place) == piece.runs[0][0]
    assert {f"c{number}" for number in range(1, 17)} <= set(pdf.names)


@every
def test_every_link_lands_on_what_it_names(name: str, printed: Open) -> None:
    pdf = printed(name)
    found = headings(pdf)
    openers = {line.title: line.page for line in pdf.outline if line.level == 1}
    for jump in pdf.jumps:
        if question := re.match(r"Question (\d+): ", jump.said):
            page, run = found[int(question[1])].runs[0]
            assert (jump.target, 0 < jump.top - run.base < 20) == (page, True), jump
        elif label := re.match(r"Page (.+)$", jump.said):
            assert pdf.labels[jump.target] == label[1], jump
        elif other := re.match(r"(Listing|Figure) (\d+): ", jump.said):
            place = pdf.names[f"{other[1][0].lower()}{other[2]}"]
            assert isinstance(place, Destination)
            assert pdf.page_of(place) == jump.target, jump
        else:
            title = re.sub(r"^Chapter (\d+):", r"\1", jump.said)
            assert jump.target == openers[title], jump


@every
def test_every_link_lies_on_some_text(name: str, printed: Open) -> None:
    pdf = printed(name)
    for jump in pdf.jumps:
        left, right = jump.rect[0], jump.rect[2]
        low, high = sorted((jump.rect[1], jump.rect[3]))
        assert any(
            low <= run.base <= high and run.left < right and run.right > left
            for run in pdf.runs(jump.page)
        ), jump


@every
def test_every_font_is_embedded_and_ours(name: str, printed: Open) -> None:
    names = [face.name for face in printed(name).faces]
    assert all(re.fullmatch(r"[A-Z]{6}\+.+", name) for name in names)
    stems = [name.partition("+")[2] for name in names]
    assert sorted(stems) == sorted(set(stems)), "a font is there twice"
    for face, stem in zip(printed(name).faces, stems, strict=True):
        ours = TTFont(io.BytesIO((STYLES / "fonts" / f"{stem}.ttf").read_bytes()), lazy=True)
        cut = TTFont(io.BytesIO(face.embedded), lazy=True)
        for glyph in face.widths:
            one, other = (
                font["glyf"][font.getGlyphName(glyph)].getCoordinates(font["glyf"])[0]
                for font in (ours, cut)
            )
            assert list(one) == list(other), f"glyph {glyph} of {stem} is not the one in our file"


@every
def test_no_text_stands_outside_the_margins(
    name: str, printed: Open, editions: dict[str, Edition]
) -> None:
    pdf = printed(name)
    width, height = paper_size(editions[name])
    for page in range(pdf.pages):
        margin = margins(editions[name], pdf.pages, verso=page % 2 == 1)
        for run in pdf.body(page):
            assert run.left >= (margin.left - margin.hang) * MM - 0.5, (page, run)
            # Space at the end of a line is no ink; the narrowest of our spaces is 0.2 em.
            space = 0.6 if "Mono" in run.font else 0.2
            blank = (len(run.text) - len(run.text.rstrip())) * space * run.size
            assert run.right - blank <= (width - margin.right) * MM + 0.75, (page, run)
            assert run.base >= margin.bottom * MM - 0.5, (page, run)
            assert run.base + run.size * 0.6 <= (height - margin.top) * MM, (page, run)


@every
def test_no_page_prints_one_text_over_another(name: str, printed: Open) -> None:
    pdf = printed(name)
    for page in range(pdf.pages):
        runs = sorted(pdf.runs(page), key=lambda run: run.base)
        for index, one in enumerate(runs):
            for other in runs[index + 1 :]:
                if other.base - one.base > 2:
                    break
                shared = min(one.right, other.right) - max(one.left, other.left)
                assert shared < 1.5, (page, one, other)
