"""The sheets: two columns, whole cards, and nothing too small to read."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from books import ROOT
from pagerules import stated
from printed import MM, Piece, Printed

Open = Callable[[str], Printed]
SHEETS = {"cheatsheet-a4": "cheatsheet", "interview-day-a4": "interview-day"}
LEAST = 6.5
each = pytest.mark.parametrize("name", SHEETS)


def columns(name: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where the two columns begin and end, in pt."""
    style = SHEETS[name]
    sheet = (ROOT / f"styles/editions/{style}.css").read_text(encoding="utf-8")
    gap = float(re.findall(r"column-gap: ([\d.]+)mm", sheet)[0])
    margin = stated(style)
    width = (210 - margin.left - margin.right - gap) / 2
    second = margin.left + width + gap
    return ((margin.left * MM, (margin.left + width) * MM), (second * MM, (second + width) * MM))


def column_of(piece: Piece, name: str) -> int:
    """The column that holds all of a card; fails if none does."""
    left = min(run.left for _, run in piece.runs)
    right = max(run.right for _, run in piece.runs)
    (found,) = [
        index
        for index, (begin, end) in enumerate(columns(name))
        if left > begin - 0.5 and right < end + 0.75
    ] or [-1]
    assert found >= 0, f"no column holds all of: {piece.text}"
    return found


@each
def test_no_card_is_split_across_columns_or_pages(name: str, printed: Open) -> None:
    cards = printed(name).of_kind("Art")
    assert cards
    for card in cards:
        assert re.match(r"\d{3} ", card.text), "a card without its number is a part of another"
        assert len(card.pages) == 1
        column_of(card, name)


@each
def test_cards_are_read_down_one_column_and_then_the_other(name: str, printed: Open) -> None:
    places = [
        (card.pages[0], column_of(card, name), -card.runs[0][1].base)
        for card in printed(name).of_kind("Art")
    ]
    assert all(one < other for one, other in pairwise(places))


@each
def test_both_columns_of_every_page_are_used(name: str, printed: Open) -> None:
    pdf = printed(name)
    used = {(card.pages[0], column_of(card, name)) for card in pdf.of_kind("Art")}
    assert used == {(page, column) for page in range(pdf.pages) for column in (0, 1)}


@each
def test_no_band_is_parted_from_its_first_card(name: str, printed: Open) -> None:
    pieces = [piece for piece in printed(name).pieces if piece.kind in ("H2", "Art")]
    bands = [(one, other) for one, other in pairwise(pieces) if one.kind == "H2"]
    assert len(bands) == 16
    for band, card in bands:
        assert band.pages == card.pages
        assert column_of(band, name) == column_of(card, name)


@each
def test_nothing_is_too_small_to_read(name: str, printed: Open) -> None:
    pdf = printed(name)
    small = {
        (round(run.size, 2), run.font.partition("+")[2])
        for page in range(pdf.pages)
        for run in pdf.runs(page)
        if run.size < LEAST - 0.005
    }
    assert small == set()


@each
def test_the_first_page_is_headed_by_the_title(name: str, printed: Open) -> None:
    (title,) = printed(name).of_kind("H1")
    assert (title.text, title.pages) == ("The Go Interview Handbook", (0,))


def test_the_cheat_sheet_fills_whole_leaves(printed: Open) -> None:
    assert printed("cheatsheet-a4").pages % 2 == 0
