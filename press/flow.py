"""No great gap before a listing or a figure that did not fit: what follows it flows there first.

The engine puts a block that does not fit on the next page and leaves the rest of the page
white. Where that is more than a sixth of the text's height, the block is moved behind as
many of its own entry's next blocks as fill it, and the page is laid out again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

MOST = 1 / 6
"""The greatest gap, as a share of the text's height."""


@dataclass(frozen=True)
class Gap:
    """White at the end of a page before `element`: its height, and the most allowed, in px."""

    element: Any
    height: float
    allowed: float


def gap(page_box: Any, following: Any) -> Gap | None:
    """The gap at the end of a page, if it is too great and before something that may move.

    What may move is marked with `data-moves`, and has not begun on the page itself.
    """
    bottom = page_box.content_box_y() + page_box.height
    height = bottom - max(_ends(page_box), default=bottom)
    allowed = page_box.height * MOST
    if height <= allowed:
        return None
    first = _first(following)
    if first is None or any(first is element for element in _marked(page_box)):
        return None
    return Gap(first, height, allowed)


def entry_of(element: Any, root: Any) -> Any:
    """The box under `root` whose children the box of `element` is one of."""
    waiting = [root]
    while waiting:
        box = waiting.pop()
        children = getattr(box, "children", ())
        if any(child.element is element for child in children) and box.element is not element:
            return box
        waiting.extend(children)
    raise LookupError(element)


def move_behind(gap: Gap, entry: Any, page_boxes: Sequence[Any]) -> bool:
    """Move the block of a gap behind what fills it; `False` if there is nothing behind it.

    `entry` is the box that holds it before layout, which is changed; `page_boxes` are the pages
    on which all that is behind it has been laid out.
    """
    siblings = list(entry.children)
    at = next(i for i, sibling in enumerate(siblings) if sibling.element is gap.element)
    to, room = at, gap.height
    heights = _heights(page_boxes)
    while to + 1 < len(siblings) and room > 0:
        # Another block that may move is passed only if the gap is still too great without it.
        following = siblings[to + 1].element
        if room <= gap.allowed and following.get("data-moves") is not None:
            break
        to += 1
        room -= heights.get(id(following), 0.0)
    if to == at:
        return False
    siblings.insert(to, siblings.pop(at))
    entry.children = siblings
    return True


def _heights(page_boxes: Sequence[Any]) -> dict[int, float]:
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
            if isinstance(child, boxes.LineBox):
                yield child
                continue
            margin = isinstance(child, (AbsolutePlaceholder, boxes.MarginBox))
            if not margin and child.is_in_normal_flow():
                yield child
