"""Text that runs out of its box: the engine clips it or lets it hang, and says nothing.

The laid-out boxes are walked, because they alone know where a line really ended.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from press.symbols import name_of

_SLACK = 0.75
_PT = 0.75
_BLANK = " \t\n\u200b"


@dataclass(frozen=True)
class Spill:
    """A run of text outside its box: how far in pt, on which side, near which anchor."""

    anchor: str
    text: str
    by: float
    side: str


def spills(page_box: Any) -> list[Spill]:
    """Every run of text on a page that leaves the box it is set in, or the page's area.

    Lengths in the engine are CSS pixels, 96 to the inch; `Spill.by` is in pt.
    """
    area = (
        page_box.content_box_x(),
        page_box.content_box_y(),
        page_box.content_box_x() + page_box.width,
        page_box.content_box_y() + page_box.height,
    )
    walk = _Walk((0.0, 0.0, page_box.margin_width(), page_box.margin_height()))
    for child in page_box.children:
        walk.down(child, None, walk.sheet if isinstance(child, boxes.MarginBox) else area)
    return walk.found


class _Walk:
    """Through the boxes of a page: the size of its `sheet`, and what is `found` on it."""

    def __init__(self, sheet: tuple[float, ...]) -> None:
        self.sheet = sheet
        self.found: list[Spill] = []
        self.near = ""

    def down(self, box: Any, container: Any, area: tuple[float, ...]) -> None:
        """Look at a box and all in it; no generator, for there are thousands."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        self.near = name_of(box) or self.near
        if isinstance(box, boxes.TextBox):
            self.found += _text(box, container, area, self.near)
        elif isinstance(box, boxes.ReplacedBox):
            by = box.position_x + box.width - area[2]
            if by > _SLACK:
                self.found.append(Spill(self.near, "a picture", by * _PT, "right"))
        elif isinstance(box, boxes.LineBox):
            for child in box.children:
                self.down(child, container, area)
        elif isinstance(box, boxes.ParentBox):
            if not box.is_in_normal_flow() and not box.is_floated():
                area = self.sheet
            if isinstance(box, boxes.BlockContainerBox):
                container, area = box, _clipped(box, area)
            for child in box.children:
                self.down(child, container, area)


def _clipped(box: Any, area: tuple[float, ...]) -> tuple[float, ...]:
    """`area`, or what is left of it inside a block that hides whatever leaves it."""
    if box.style["overflow"] == "visible":
        return area
    left, top = box.padding_box_x(), box.padding_box_y()
    right, bottom = left + box.padding_width(), top + box.padding_height()
    return (area[0], area[1], min(area[2], right), min(area[3], bottom))


def _text(box: Any, container: Any, area: tuple[float, ...], anchor: str) -> Iterator[Spill]:
    text = box.text.strip(_BLANK)
    if not text:
        return
    right = box.position_x + box.width * len(box.text.rstrip(_BLANK)) / len(box.text)
    limit = area[2]
    if container is not None and isinstance(container.width, (int, float)):
        limit = min(limit, container.content_box_x() + container.width)
    if right - limit > _SLACK:
        yield Spill(anchor, text, (right - limit) * _PT, "right")
    # To the left, text may hang into the margin, but not leave the paper.
    if -box.position_x > _SLACK:
        yield Spill(anchor, text, -box.position_x * _PT, "left")
    # The box of a line set solid begins above or below its ink: only the base line is sure.
    below = box.position_y + box.baseline - area[3]
    if below > _SLACK:
        yield Spill(anchor, text, below * _PT, "bottom")
