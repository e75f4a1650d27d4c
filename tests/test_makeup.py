"""Columns are made up after the engine has filled them: they end level on every page."""

import re
from itertools import pairwise

import pytest
from inkreader import InkReader, Run
from pypdf import PdfReader
from sheets import MM, part, printed, wrongs

from press.typeset import Part

# Columns of 38 mm on a page with 80 mm for text: 113 pt by 226 pt, sixteen lines of 14 pt.
LEVELLED = """
    div { columns: 2; column-gap: 4mm; column-fill: auto; align-content: space-between }
    p { break-inside: avoid; margin-top: 4pt }
    h2 { font: inherit; background: #ddd; margin: 8pt 0 0; break-after: avoid }
"""
FOOT = 10 * MM


def cards(*lines: int, first: int = 0) -> str:
    """Cards of so many lines each; the first line of each is its name, counted from `first`."""
    return "".join(
        f'<p id="e{name}">card{name}{"<br>line" * (count - 1)}</p>'
        for name, count in enumerate(lines, first)
    )


def columns(found: Part) -> list[list[list[Run]]]:
    """The lines of each column of each page, from the top."""
    assert wrongs(found) == []
    reader = InkReader(printed(found))
    pages = []
    for number in range(found.pages):
        runs = sorted(reader.runs(number), key=lambda run: -run.base)
        pages.append([[r for r in runs if r.left < 50 * MM], [r for r in runs if r.left > 50 * MM]])
    return pages


def names(column: list[Run]) -> list[str]:
    return [run.text for run in column if run.text.startswith("card")]


def gaps(column: list[Run]) -> set[float]:
    """The spaces between the cards of a column, in pt."""
    found = set()
    for one, other in pairwise(column):
        if other.text.startswith("card"):
            found.add(round(one.base - other.base - 14, 2))
    return found


def test_every_page_ends_level_at_its_foot() -> None:
    found = columns(part(f"<div>{cards(*[3, 2, 3, 4, 2] * 5)}</div>", LEVELLED))
    assert len(found) == 3
    for left, right in found[:-1]:
        assert left[-1].base == pytest.approx(right[-1].base)
        # Of its 14 pt the last line has 3.5 below the base line.
        assert left[-1].base == pytest.approx(FOOT + 3.5, abs=0.1)
    left, right = found[-1]
    assert left[-1].base == pytest.approx(right[-1].base)


def test_the_space_is_shared_out_evenly() -> None:
    for page in columns(part(f"<div>{cards(*[3, 2, 3, 4, 2] * 5)}</div>", LEVELLED)):
        for column in page:
            (gap,) = gaps(column)
            assert gap >= 4


def test_nothing_is_lost_doubled_or_put_out_of_order() -> None:
    found = columns(part(f"<div>{cards(*[3, 2, 3, 4, 2] * 5)}</div>", LEVELLED))
    read = [name for page in found for column in page for name in names(column)]
    assert read == [f"card{number}" for number in range(25)]


def test_the_last_page_is_divided_as_evenly_as_can_be() -> None:
    # Filled column by column, all but the last card would stand on the left.
    ((left, right),) = columns(part(f"<div>{cards(5, 4, 2, 3, 3)}</div>", LEVELLED))
    assert (names(left), names(right)) == (["card0", "card1"], ["card2", "card3", "card4"])
    assert left[-1].base == pytest.approx(right[-1].base)
    assert left[0].base == pytest.approx(right[0].base)
    # Nine lines and one space make 130 pt, eight lines and two spaces 120 pt.
    assert (gaps(left), gaps(right)) == ({4.0}, {4.0 + 10 / 2})


def test_a_heading_stays_with_what_follows_it() -> None:
    body = f"<div>{cards(4, 4)}<h2>heading</h2>{cards(4, 4, first=2)}</div>"
    ((left, right),) = columns(part(body, LEVELLED))
    assert [run.text for run in right][:2] == ["heading", "card2"]
    # The space behind a heading does not grow: it stands as close to its text as ever.
    assert right[0].base - right[1].base == pytest.approx(18)
    assert left[-1].base == pytest.approx(right[-1].base)


def test_more_space_takes_more_of_the_stretch() -> None:
    body = f"<div>{cards(2, 2)}<h2>heading</h2>{cards(2, 9, first=2)}</div>"
    ((left, right),) = columns(part(body, LEVELLED))
    assert left[-1].base == pytest.approx(right[-1].base)
    first = left[1].base - left[2].base - 14
    before = left[3].base - left[4].base - 14
    assert before == pytest.approx(2 * first)


def test_a_background_goes_where_its_text_goes() -> None:
    body = f"<div>{cards(4, 4)}<h2>heading</h2>{cards(4, 4, first=2)}</div>"
    found = part(body, LEVELLED)
    page = PdfReader(printed(found)).pages[0]
    contents = page.get_contents()
    assert contents is not None
    boxes = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\nf", contents.get_data())
    (x, y, width, height) = next(map(float, box) for box in boxes if float(box[2]) < 200)
    (heading,) = (run for run in columns(found)[0][1] if run.text == "heading")
    assert heading.left == pytest.approx(x * 0.75, abs=0.1)
    top = 100 * MM - y * 0.75
    assert top - height * 0.75 < heading.base < top
    assert width * 0.75 == pytest.approx(38 * MM, abs=0.1)


def test_anchors_are_found_where_the_cards_went() -> None:
    found = part(f"<div>{cards(5, 4, 2, 3, 3)}</div>", LEVELLED)
    assert [found.anchors[f"e{i}"].x > 50 * MM for i in range(5)] == [
        False,
        False,
        True,
        True,
        True,
    ]
    assert found.anchors["e0"].y == pytest.approx(found.anchors["e2"].y)


def test_a_last_page_is_filled_where_that_sets_it_no_looser() -> None:
    # On the first page 2 cards of 7 lines leave 30 pt a column; on the last 24 pt are to spare.
    found = columns(part(f"<div>{cards(7, 7, 7, 7, 5, 4, 5, 5, 4, 5)}</div>", LEVELLED))
    assert len(found) == 2
    feet = {round(column[-1].base, 1) for page in found for column in page}
    assert len(feet) == 1


@pytest.mark.parametrize("missing", ["column-fill: auto", "align-content: space-between"])
def test_only_what_the_stylesheet_asks_for_is_made_up(missing: str) -> None:
    css = LEVELLED.replace(missing, "")
    ((left, right),) = columns(part(f"<div>{cards(5, 4, 2, 3, 3)}</div>", css))
    assert gaps(left) | gaps(right) == {4.0}


def test_a_block_broken_between_two_columns_is_left_alone() -> None:
    css = LEVELLED.replace("break-inside: avoid", "orphans: 2; widows: 2")
    ((left, right),) = columns(part(f"<div>{cards(6, 14, 4)}</div>", css))
    assert names(left) == ["card0", "card1"]
    assert [run.text for run in right][:1] == ["line"]


def test_a_single_card_is_left_where_it_is() -> None:
    ((left, right),) = columns(part(f"<div>{cards(3)}</div>", LEVELLED))
    assert (len(left), right) == (3, [])
