"""What continues from one column to the next, so that the next can say so at its top.

Templates mark what may break with `data-carry`, the words to print above its rest.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from press.sheet import Carried

_PT = 0.75


def carried(page_boxes: list[Any]) -> tuple[tuple[Carried, ...], ...]:
    """For each laid-out page, what its columns continue."""
    begun: dict[int, Any] = {}
    found = []
    for page_box in page_boxes:
        here: list[Carried] = []
        top = page_box.content_box_y()
        for around in _lines(page_box, ()):
            here += _continued(around, begun, top)
            begun.update({id(box.element): box for box in around})
        found.append(tuple(here))
    return tuple(found)


def _continued(around: tuple[Any, ...], begun: dict[int, Any], top: float) -> Iterator[Carried]:
    """The innermost of the boxes `around` a line that is a further piece of one begun before, where
    the text of the page begins at `top`.
    """
    for box in reversed(around):
        if begun.get(id(box.element), box) is not box:
            text = " ".join(box.element.get("data-carry").split())
            left, down = box.border_box_x(), box.border_box_y() - top
            yield Carried(round(left * _PT, 2), round(down * _PT, 2), text)
            return


def _lines(box: Any, around: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """For every line of text under `box` in order, the marked boxes that hold it."""
    if not isinstance(box, boxes.ParentBox) or isinstance(box, boxes.MarginBox):
        return
    if box.element is not None and box.element.get("data-carry") and not box.element_tag.count(":"):
        around = (*around, box)
    for child in box.children:
        if isinstance(child, boxes.LineBox):
            yield around
        elif child.is_in_normal_flow():
            yield from _lines(child, around)
