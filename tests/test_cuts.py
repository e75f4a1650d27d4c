"""Drawings that are alike, written once."""

from sheets import part

from press.forme import Forme

LEADER = "background: radial-gradient(circle, #555 25%, #fff 30%) 0 0 / 4pt 1pt repeat-x"


def objects(forme: Forme) -> int:
    """How many objects a forme has that are streams."""
    return len(forme.loose)


def page(style: str, number: int) -> str:
    return "".join(f'<p style="{style}; break-before: page">line {at}</p>' for at in range(number))


def test_what_is_drawn_on_every_page_is_written_once() -> None:
    one, several = part(page(LEADER, 1)).forme, part(page(LEADER, 5)).forme
    assert objects(one) == objects(several) > 0
    assert len(several.pages) == 5


def test_what_differs_is_written_for_itself() -> None:
    both = part(page(LEADER, 1) + page(LEADER.replace("#555", "#777"), 1)).forme
    assert objects(both) > objects(part(page(LEADER, 2)).forme)


def test_a_picture_is_written_once() -> None:
    picture = (
        "<p><img alt='{}' style='width: 10mm; display: block' src=\"data:image/svg+xml,"
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>"
        "<rect width='1' height='1' opacity='.5'/></svg>\"></p>"
    )
    one = part(picture.format("A square")).forme
    two = part(picture.format("A square") + picture.format("Another")).forme
    assert objects(one) == objects(two)
    assert [len(found.pages[0].boxes) for found in (one, two)] == [1, 2]
