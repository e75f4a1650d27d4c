"""The sheets: two columns, whole cards that end level, nothing too small or too pale to read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import pytest
from books import ROOT
from inkreader import Colour, Fill, Run
from pagerules import stated
from printed import MM, Piece, Printed

from press.house import paper_size
from press.load import Manuscript
from press.prose import plain
from press.schema import LEVELS, Edition, Entry

Open = Callable[[str], Printed]
PUNCHED = "cheatsheet-a4-punched"
CHEATSHEETS = ("cheatsheet-a4", "cheatsheet-letter", PUNCHED)
SHEETS = (*CHEATSHEETS, "interview-day-a4", "interview-day-letter")
LEAST = 6.5
each = pytest.mark.parametrize("name", SHEETS)
each_cheatsheet = pytest.mark.parametrize("name", CHEATSHEETS)


@dataclass(frozen=True)
class Sheet:
    """A finished sheet and what its stylesheet says of it; lengths in pt."""

    pdf: Printed
    edition: Edition

    @property
    def size(self) -> tuple[float, float]:
        width, height = paper_size(self.edition)
        return width * MM, height * MM

    @cached_property
    def cards(self) -> list[Piece]:
        return self.pdf.of_kind("Art")

    @cached_property
    def css(self) -> str:
        return (ROOT / f"styles/editions/{self.edition.style}.css").read_text(encoding="utf-8")

    def sides(self, page: int) -> tuple[float, float]:
        """The margins on the left and on the right of a page."""
        margin = stated(self.edition.style)
        if not self.edition.settings.punch:
            return margin.left * MM, margin.right * MM
        inner = dict(re.findall(r"@page punched:(\w+) \{ margin-\w+: (\d+)mm \}", self.css))
        if page % 2:
            return margin.left * MM, float(inner["left"]) * MM
        return float(inner["right"]) * MM, margin.right * MM

    @cached_property
    def columns(self) -> list[tuple[tuple[float, float], tuple[float, float]]]:
        """For each page, where its columns begin and end."""
        gap = float(re.findall(r"column-gap: ([\d.]+)mm", self.css)[0]) * MM
        found = []
        for page in range(self.pdf.pages):
            left, right = self.sides(page)
            width = (self.size[0] - left - right - gap) / 2
            second = left + width + gap
            found.append(((left, left + width), (second, second + width)))
        return found

    def column_of(self, piece: Piece) -> int:
        """The column that holds all of a piece; fails if none does."""
        (page,) = piece.pages
        left = min(run.left for _, run in piece.runs)
        right = max(run.right for _, run in piece.runs)
        (found,) = [
            index
            for index, (begin, end) in enumerate(self.columns[page])
            if left > begin - 0.5 and right < end + 0.75
        ] or [-1]
        assert found >= 0, f"no column holds all of: {piece.text}"
        return found

    def feet(self, page: int) -> list[float]:
        """The heights of the last base line of each column of a page."""
        feet: dict[int, float] = {}
        for card in self.cards:
            if card.pages == (page,):
                # Cards come in reading order: the last one of a column stays.
                feet[self.column_of(card)] = min(run.base for _, run in card.runs)
        return [feet[column] for column in sorted(feet)]


@pytest.fixture
def sheet(name: str, printed: Open, editions: dict[str, Edition]) -> Sheet:
    return Sheet(printed(name), editions[name])


@each
def test_no_card_is_split_across_columns_or_pages(sheet: Sheet) -> None:
    cards = sheet.cards
    assert cards
    for card in cards:
        assert re.match(r"\d{3} ", card.text), "a card without its number is a part of another"
        assert len(card.pages) == 1
        sheet.column_of(card)


@each
def test_cards_are_read_down_one_column_and_then_the_other(sheet: Sheet) -> None:
    places = [(card.pages[0], sheet.column_of(card), -card.runs[0][1].base) for card in sheet.cards]
    assert all(one < other for one, other in pairwise(places))


@each
def test_the_columns_of_every_page_end_level(sheet: Sheet) -> None:
    for page in range(sheet.pdf.pages):
        left, right = sheet.feet(page)
        assert left == pytest.approx(right, abs=0.1), f"page {page + 1}"


@each
def test_all_pages_but_the_last_end_at_one_height(sheet: Sheet) -> None:
    feet = {round(sheet.feet(page)[0], 1) for page in range(sheet.pdf.pages - 1)}
    assert len(feet) == 1


@each
def test_no_band_is_parted_from_its_first_card(sheet: Sheet) -> None:
    pieces = [piece for piece in sheet.pdf.pieces if piece.kind in ("H2", "Art")]
    bands = [(one, other) for one, other in pairwise(pieces) if one.kind == "H2"]
    assert len(bands) == 16
    for band, card in bands:
        assert band.pages == card.pages
        assert sheet.column_of(band) == sheet.column_of(card)


@each
def test_a_band_has_the_colour_of_its_chapter(sheet: Sheet, manuscript: Manuscript) -> None:
    tokens = (ROOT / "styles/tokens.css").read_text(encoding="utf-8")
    grounds = [dict(sheet.pdf.grounds(page)) for page in range(sheet.pdf.pages)]
    for band, chapter in zip(sheet.pdf.of_kind("H2"), manuscript.chapters, strict=True):
        assert band.text == f"{chapter.number} {plain(chapter.text.title)}"
        page, run = band.runs[0]
        (colour,) = re.findall(rf"--{chapter.text.colour}: #(\w{{6}})", tokens)
        assert hexadecimal(grounds[page][run]) == colour


def test_where_colours_are_grey_each_chapter_still_has_a_mark_of_its_own(
    manuscript: Manuscript,
) -> None:
    marks = [chapter.text.mark for chapter in manuscript.chapters]
    assert None not in marks
    assert len(set(marks)) == len(marks)


@each
def test_nothing_is_too_small_to_read(sheet: Sheet) -> None:
    small = {
        (round(run.size, 2), run.font.partition("+")[2])
        for page in range(sheet.pdf.pages)
        for run in sheet.pdf.runs(page)
        if run.size < LEAST - 0.005
    }
    assert small == set()


def hexadecimal(colour: Colour) -> str:
    return "".join(f"{round(part * 255):02x}" for part in colour)


def luminance(colour: Colour) -> float:
    """The relative luminance of WCAG 2.2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grey(colour: Colour) -> Colour:
    """What a printer that mixes the grey of ITU-R BT.601 makes of a colour."""
    level = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]
    return level, level, level


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_it_should_be() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    # The lightest grey that WCAG lets pass on white, and the first that it does not.
    assert contrast((0x76 / 255,) * 3, (1, 1, 1)) > 4.5 > contrast((0x77 / 255,) * 3, (1, 1, 1))
    assert contrast(grey((1, 1, 0)), (1, 1, 1)) == pytest.approx(1.29, abs=0.05)


@each
def test_all_text_stands_out_from_its_ground_in_colour_and_in_grey(sheet: Sheet) -> None:
    pairs = {
        (run.colour, ground)
        for page in range(sheet.pdf.pages)
        for run, ground in sheet.pdf.grounds(page)
    }
    # Ink on paper, quiet ink on paper, ten hues on paper, paper on ten hues.
    assert len(pairs) == 22
    for ink, ground in pairs:
        seen = min(contrast(ink, ground), contrast(grey(ink), grey(ground)))
        assert seen >= 4.5, (hexadecimal(ink), hexadecimal(ground), seen)


@each
def test_nothing_is_printed_where_home_printers_cannot(sheet: Sheet) -> None:
    width, height = sheet.size
    edge = 5 * MM
    for page in range(sheet.pdf.pages):
        for run in sheet.pdf.runs(page):
            assert edge <= run.left < run.right <= width - edge, (page, run)
            # A quarter of the size hangs below the base line, and the rest stands above it.
            bottom, top = run.base - run.size * 0.25, run.base + run.size * 0.75
            assert edge <= bottom < top <= height - edge, (page, run)
        for fill in sheet.pdf.fills(page):
            assert edge <= fill.left < fill.right <= width - edge, (page, fill)
            assert edge <= fill.bottom < fill.top <= height - edge, (page, fill)


@pytest.mark.parametrize("name", [PUNCHED])
def test_a_punched_sheet_leaves_room_for_holes_on_alternate_sides(sheet: Sheet) -> None:
    width, _ = sheet.size
    # ISO 838: the centres of the holes are 12 mm from the edge, the holes 6 mm wide.
    free = 20 * MM
    for page in range(sheet.pdf.pages):
        ink: list[Run | Fill] = [*sheet.pdf.runs(page), *sheet.pdf.fills(page)]
        left, right = min(one.left for one in ink), max(one.right for one in ink)
        if page % 2:
            assert width - right >= free > left, page
        else:
            assert left >= free > width - right, page


@each
def test_guide_words_stand_at_the_head_and_the_number_at_the_foot(
    sheet: Sheet, manuscript: Manuscript
) -> None:
    titles = {
        entry.id: plain(chapter.text.title)
        for chapter in manuscript.chapters
        for entry in chapter.text.entries
    }
    for page in range(sheet.pdf.pages):
        numbers = [int(card.text[:3]) for card in sheet.cards if page in card.pages]
        first, last = numbers[0], numbers[-1]
        here = "" if titles[first] == titles[last] else f"{titles[last]} "
        imprint = "The Go Interview Handbook, version 0.1, 22 November 2026"
        assert sheet.pdf.furniture(page) == [
            f"{first} {titles[first]}",
            f"{here}{last}",
            imprint,
            str(page + 1),
        ]
        body = [run.base for run in sheet.pdf.body(page)]
        around = [run.base for run in sheet.pdf.runs(page) if run.furniture]
        assert all(base > max(body) or base < min(body) for base in around)


@each
def test_the_first_page_is_headed_by_the_title(sheet: Sheet) -> None:
    (title,) = sheet.pdf.of_kind("H1")
    assert (title.text, title.pages) == ("The Go Interview Handbook", (0,))


@each
def test_the_legend_says_how_the_sheet_goes_with_the_handbook(sheet: Sheet) -> None:
    legend = " ".join(piece.text for piece in sheet.pdf.of_kind("P")[:1])
    assert legend == (
        f"{sheet.edition.title}. Numbers, colours and marks are the handbook’s: "
        "look there for full answers."
    )


@each_cheatsheet
def test_the_key_leads_to_every_chapter(sheet: Sheet, manuscript: Manuscript) -> None:
    # A title of two lines is two links.
    said = dict.fromkeys(jump.said for jump in sheet.pdf.jumps if jump.page == 0)
    assert list(said)[:16] == [
        f"Chapter {chapter.number}: {plain(chapter.text.title)}" for chapter in manuscript.chapters
    ]


def pictures(element: Any) -> Iterator[str]:
    """What is said for each picture under an element of the structure tree, in order."""
    element = element.get_object()
    if element.get("/S") == "/Figure":
        yield str(element["/Alt"])
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(kid, dict) and "/S" in kid:
            yield from pictures(kid)


@each_cheatsheet
def test_every_level_is_drawn_and_said(sheet: Sheet, entries: tuple[Entry, ...]) -> None:
    said = list(pictures(sheet.pdf.root["/StructTreeRoot"]["/K"][0]))
    assert said == [*LEVELS, *(entry.level for entry in entries)]


def test_a_sheet_of_one_level_has_no_marks_for_it(printed: Open) -> None:
    for name in ("interview-day-a4", "interview-day-letter"):
        assert list(pictures(printed(name).root["/StructTreeRoot"]["/K"][0])) == []


@pytest.mark.parametrize("name", ["cheatsheet-a4", "cheatsheet-letter"])
def test_a_cheat_sheet_fills_whole_leaves(name: str, printed: Open) -> None:
    assert printed(name).pages % 2 == 0
