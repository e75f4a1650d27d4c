"""What continues from one column to the next, so that the next can say so at its top.

Templates mark what may break with `data-carry`, the words to print above its rest.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from press.render import Carried

_PT = 0.75


def carried(page_boxes: list[Any]) -> tuple[tuple[Carried, ...], ...]:
    """For each laid-out page, what its columns continue."""
    begun: set[int] = set()
    found = []
    for page_box in page_boxes:
        here: list[Carried] = []
        lowest = float("inf")
        for line, around in _lines(page_box, ()):
            # A line above the one before it begins a column, or a page.
            if line.position_y < lowest:
                here += _continued(around, begun)
            lowest = line.position_y
            begun.update(id(box.element) for box in around)
        found.append(tuple(here))
    return tuple(found)


def _continued(around: tuple[Any, ...], begun: set[int]) -> Iterator[Carried]:
    """The innermost of the elements `around` a line that began before it."""
    for box in reversed(around):
        if id(box.element) in begun:
            text = " ".join(box.element.get("data-carry").split())
            yield Carried(round(box.border_box_x() * _PT, 2), text)
            return


def _lines(box: Any, around: tuple[Any, ...]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Every line of text under `box` in order, with the marked boxes that hold it."""
    if isinstance(box, boxes.LineBox):
        yield box, around
        return
    if not isinstance(box, boxes.ParentBox) or isinstance(box, boxes.MarginBox):
        return
    if box.element is not None and box.element.get("data-carry") and not box.element_tag.count(":"):
        around = (*around, box)
    for child in box.children:
        if child.is_in_normal_flow():
            yield from _lines(child, around)
