"""Pages counted as a binder counts them."""

import pytest

from press.folios import Extent, Leaf, imposed, ranges, roman, starts


def shown(leaves: tuple[Leaf, ...]) -> list[str]:
    """Each page as its folio, a blank one in brackets."""
    return [f"({leaf.folio})" if leaf.blank else leaf.folio for leaf in leaves]


@pytest.mark.parametrize(
    ("number", "figures"),
    [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (49, "xlix"), (99, "xcix"),
     (388, "ccclxxxviii")],
)  # fmt: skip
def test_roman_figures(number: int, figures: str) -> None:
    assert roman(number) == figures


def test_front_matter_is_numbered_apart() -> None:
    leaves = imposed([Extent(3, front=True), Extent(2), Extent(1)], two_sided=False)
    assert shown(leaves) == ["i", "ii", "iii", "1", "2", "3"]


def test_in_a_book_of_two_sides_every_part_opens_on_the_right() -> None:
    leaves = imposed([Extent(3, front=True), Extent(3), Extent(2), Extent(1)], two_sided=True)
    assert shown(leaves) == ["i", "ii", "iii", "(iv)", "1", "2", "3", "(4)", "5", "6", "7"]
    assert {leaves[at].side for at in starts(leaves).values()} == {"recto"}


def test_odd_folios_are_on_the_right() -> None:
    leaves = imposed([Extent(2, front=True), Extent(3), Extent(3)], two_sided=True)
    body = [leaf for leaf in leaves if leaf.folio.isdigit()]
    assert {int(leaf.folio) % 2 for leaf in body if leaf.side == "recto"} == {1}
    assert {int(leaf.folio) % 2 for leaf in body if leaf.side == "verso"} == {0}


def test_a_book_of_two_sides_is_filled_up_to_the_printers_sheet() -> None:
    leaves = imposed([Extent(2, front=True), Extent(3)], two_sided=True, multiple=4)
    assert shown(leaves) == ["i", "ii", "1", "2", "3", "(4)", "(5)", "(6)"]


def test_a_book_of_one_side_has_no_blank_page() -> None:
    leaves = imposed([Extent(1, front=True), Extent(3), Extent(1)], two_sided=False, multiple=4)
    assert shown(leaves) == ["i", "1", "2", "3", "4"]


def test_parts_keep_their_pages_in_order() -> None:
    leaves = imposed([Extent(1, front=True), Extent(2), Extent(2)], two_sided=True)
    printed = [(leaf.part, leaf.index) for leaf in leaves if not leaf.blank]
    assert printed == [(0, 0), (1, 0), (1, 1), (2, 0), (2, 1)]
    assert starts(leaves) == {0: 0, 1: 2, 2: 4}


@pytest.mark.parametrize(
    ("folios", "runs"),
    [
        ([], []),
        ([7], [(7, 7)]),
        ([3, 1, 2], [(1, 3)]),
        ([5, 5, 5], [(5, 5)]),
        ([12, 13, 14, 20], [(12, 14), (20, 20)]),
        ([1, 3, 5], [(1, 1), (3, 3), (5, 5)]),
    ],
)
def test_neighbouring_pages_are_joined(folios: list[int], runs: list[tuple[int, int]]) -> None:
    assert list(ranges(folios)) == runs
