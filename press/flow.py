"""No great gap before a listing or a figure that did not fit: what follows it flows there first.

The engine puts a block that does not fit on the next page and leaves the rest of the page
white. Where that is more than a sixth of the text's height, the block is moved behind as
many of its own entry's next blocks as fill it, and the part is laid out again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

MOST = 1 / 6
"""The greatest gap, as a share of the text's height."""

PASSES = 8
"""How often a part is laid out again at the most."""


@dataclass(frozen=True)
class Gap:
    """White at the end of a page before `element`: its height, and the most allowed, in px."""

    page: int
    element: Any
    height: float
    allowed: float


def gaps(page_boxes: list[Any]) -> Iterator[Gap]:
    """Every gap that is too great, before an element marked with `data-moves`."""
    begun: set[int] = set()
    for number, (page_box, following) in enumerate(pairwise(page_boxes)):
        begun.update(id(element) for element in _marked(page_box))
        bottom = page_box.content_box_y() + page_box.height
        height = bottom - max(_ends(page_box), default=bottom)
        allowed = page_box.height * MOST
        if height > allowed:
            first = _first(following)
            if first is not None and id(first) not in begun:
                yield Gap(number, first, height, allowed)


def settled(lay_out: Callable[[Any], Any], root: Any) -> Any:
    """The document of the tree `root`, laid out until no block can be moved to fill a gap.

    `lay_out` makes a document of a tree; the tree is changed. What has nothing behind it in
    its entry stays where it is.
    """
    document = lay_out(root)
    stuck: set[int] = set()
    for _ in range(PASSES):
        pages = [page._page_box for page in document.pages]
        found = next((gap for gap in gaps(pages) if id(gap.element) not in stuck), None)
        if found is None:
            break
        if _move_behind(found, root, pages):
            document = lay_out(root)
        else:
            stuck.add(id(found.element))
    return document


def _move_behind(gap: Gap, root: Any, page_boxes: list[Any]) -> bool:
    """Move the block of a gap behind what fills it; `False` if there is nothing behind it."""
    parent = next(one for one in root.iter() if gap.element in list(one))
    siblings = list(parent)
    at = siblings.index(gap.element)
    to, room = at, gap.height
    heights = _heights(page_boxes)
    while to + 1 < len(siblings) and room > 0:
        # Another block that may move is passed only if the gap is still too great without it.
        if room <= gap.allowed and siblings[to + 1].get("data-moves") is not None:
            break
        to += 1
        room -= heights.get(id(siblings[to]), 0.0)
    if to == at:
        return False
    parent.remove(gap.element)
    parent.insert(to, gap.element)
    return True


def _heights(page_boxes: list[Any]) -> dict[int, float]:
    """The height of each element that stands as a block, over all pages, in px."""
    found: dict[int, float] = {}
    for page_box in page_boxes:
        for box in page_box.descendants():
            if isinstance(box, boxes.BlockLevelBox) and box.element is not None:
                height = box.margin_height()
                found[id(box.element)] = found.get(id(box.element), 0.0) + height
    return found


def _marked(box: Any) -> Iterator[Any]:
    for below in box.descendants():
        if below.element is not None and below.element.get("data-moves") is not None:
            yield below.element


def _ends(box: Any) -> Iterator[float]:
    """Where each line and picture in the flow ends, from the page's top."""
    if isinstance(box, boxes.LineBox):
        yield box.position_y + box.height
    elif isinstance(box, boxes.ReplacedBox):
        yield box.position_y + box.margin_height()
    else:
        for child in _in_flow(box):
            yield from _ends(child)


def _first(box: Any) -> Any | None:
    """The marked element that holds the first line or picture of a page."""
    if box.element is not None and box.element.get("data-moves") is not None:
        return box.element
    first = next(_in_flow(box), None)
    return None if first is None or isinstance(first, boxes.LineBox) else _first(first)


def _in_flow(box: Any) -> Iterator[Any]:
    if isinstance(box, boxes.ParentBox):
        for child in box.children:
            margin = isinstance(child, (AbsolutePlaceholder, boxes.MarginBox))
            if not margin and child.is_in_normal_flow():
                yield child
