"""A block that does not fit lets what follows it flow before it."""

import re
from itertools import groupby

import pytest
from books import HOUSE
from pypdf import PdfReader
from sheets import printed, sheet

from press.typeset import Part, typeset

# 100 × 100 mm with margins of 10 mm: 226 pt of height are 16 lines of 14 pt.
LINE = 14


def lines(count: int, word: str) -> str:
    return "".join(f"<p>{word}{number}</p>" for number in range(1, count + 1))


def block(count: int, moves: bool = True, word: str = "block") -> str:
    """A figure of so many lines that cannot be broken."""
    mark = "data-moves" if moves else ""
    return f'<figure {mark} style="break-inside: avoid">{lines(count, word)}</figure>'


def set_(*parts: str) -> Part:
    found = typeset(sheet(f"<article>{''.join(parts)}</article>"), HOUSE.fontconfig)
    assert found.problems == ()
    return found


def pages(found: Part) -> list[str]:
    """The words of each page in order, numbers left out and repeats made one."""
    read = []
    for page in PdfReader(printed(found)).pages:
        words = re.findall(r"([a-z]+)\d", page.extract_text())
        read.append(" ".join(word for word, _ in groupby(words)))
    return read


def test_what_follows_fills_the_gap() -> None:
    found = set_(lines(10, "before"), block(8), lines(6, "behind"))
    assert pages(found) == ["before behind", "block"]


def test_no_more_goes_before_than_the_gap_asks_for() -> None:
    tail = "".join(f"<div>{lines(4, word)}</div>" for word in ("one", "two"))
    found = set_(lines(10, "before"), block(8), tail)
    assert pages(found) == ["before one two", "two block"]
    three = set_(lines(10, "before"), block(8), tail, f"<div>{lines(2, 'three')}</div>")
    assert pages(three) == ["before one two", "two block three"]


def test_a_gap_of_up_to_a_sixth_stays() -> None:
    """Two lines of sixteen are less than a sixth, three are more."""
    assert pages(set_(lines(14, "before"), block(8), lines(4, "behind"))) == [
        "before", "block behind",
    ]  # fmt: skip
    assert pages(set_(lines(13, "before"), block(8), lines(4, "behind")))[0] == "before behind"


def test_a_block_that_is_not_marked_stays() -> None:
    found = set_(lines(10, "before"), block(8, moves=False), lines(6, "behind"))
    assert pages(found) == ["before", "block behind"]


def test_a_block_with_nothing_behind_it_stays() -> None:
    assert pages(set_(lines(10, "before"), block(8))) == ["before", "block"]


def test_of_two_blocks_each_finds_its_place() -> None:
    found = set_(
        lines(10, "before"), block(8, word="first"), lines(4, "middle"),
        block(12, word="second"), lines(7, "behind"),
    )  # fmt: skip
    assert pages(found) == ["before middle", "first behind", "second"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_next_entry_is_not_called_upon(count: int) -> None:
    body = f"<article>{lines(10, 'before')}{block(8)}</article>"
    body += f"<article>{lines(count, 'other')}</article>"
    found = typeset(sheet(body), HOUSE.fontconfig)
    assert pages(found) == ["before", "block other"]
