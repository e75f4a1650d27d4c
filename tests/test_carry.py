"""What continues at the top of a page or a column says so."""

from sheets import MM, part

from press.sheet import Carried
from press.typeset import Part


def carried(found: Part) -> list[list[str]]:
    assert found.problems == ()
    return [[one.text for one in page] for page in found.carried]


def lines(count: int) -> str:
    return "".join(f"<p>line {number}</p>" for number in range(count))


def test_a_block_that_breaks_is_named_on_the_next_page() -> None:
    found = part(f'<div data-carry="Listing 7,\n continued">{lines(20)}</div>')
    assert carried(found) == [[], ["Listing 7, continued"]]


def test_it_is_named_on_every_page_that_it_reaches() -> None:
    found = part(f'<div data-carry="so">{lines(40)}</div>')
    assert carried(found) == [[], ["so"], ["so"]]


def test_a_block_that_begins_a_page_is_not_continued() -> None:
    found = part(f'{lines(16)}<div data-carry="so">{lines(3)}</div>')
    assert carried(found) == [[], []]


def test_the_innermost_block_is_named() -> None:
    inner = f'<div data-carry="context, continued">{lines(20)}</div>'
    assert carried(part(f'<div data-carry="C, continued">{inner}</div>'))[1] == [
        "context, continued"
    ]


def test_of_an_inner_block_that_begins_there_the_outer_one_is_named() -> None:
    inner = f'<div data-carry="inner">{lines(3)}</div>'
    found = part(f'<div data-carry="outer">{lines(16)}{inner}</div>')
    assert carried(found) == [[], ["outer"]]


def test_each_column_says_what_it_continues_above_itself() -> None:
    css = ".columns { columns: 2; column-gap: 10mm; column-fill: auto; height: 70mm }"
    found = part(f'<div class="columns"><div data-carry="so">{lines(20)}</div></div>', css)
    assert found.carried == ((Carried(round(55 * MM, 2), 0.0, "so"),),)


def test_cells_of_a_row_are_no_columns() -> None:
    table = "<table><tr><td>a<br>b<td>c<br>d</table>"
    assert carried(part(f'<div data-carry="so">{lines(2)}{table}</div>')) == [[]]


def test_a_column_below_a_heading_says_it_there() -> None:
    css = (
        ".columns { columns: 2; column-gap: 10mm; column-fill: auto; height: 50mm }\n"
        "h1 { font-size: 10pt; line-height: 20mm }"
    )
    inner = f'<div data-carry="so">{lines(14)}</div>'
    ((one,),) = part(f'<h1>Index</h1><div class="columns">{inner}</div>', css).carried
    assert one == Carried(round(55 * MM, 2), round(20 * MM, 2), "so")
