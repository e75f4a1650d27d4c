"""Page make-up: columns of blocks that end level, which the engine does not offer.

A container with `column-fill: auto; align-content: space-between` is filled column by column
and then made up here. The space between its blocks grows, where there is some already, until
the last lines of all columns of a page stand on one height. On the last page the blocks are
first divided among the columns as evenly as they can be: the engine's own balancing sets
everything anew for each try, which takes several times as long.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from weasyprint.document import Page

_Group = Sequence[Any]
_LOOSE = 2.0
"""By how many times itself the space on a last page may grow before white is left below."""


@dataclass(frozen=True)
class _Frame:
    """The columns of one container on one page; lengths in CSS pixels."""

    page: int
    container: Any
    foot: float

    @property
    def columns(self) -> list[Any]:
        return [child for child in self.container.children if child.is_column]

    @property
    def blocks(self) -> list[Any]:
        return [block for column in self.columns for block in column.children]


def make_up(document: Any) -> bool:
    """Level the columns of a laid-out WeasyPrint `document`; whether its style asks for it.

    Blocks are moved, never set anew. A last page where a block is broken between two columns
    is left as it is; so is a column with no space in it that could grow.
    """
    frames: dict[Any, list[_Frame]] = {}
    for number, page in enumerate(document.pages):
        for frame in _frames(page._page_box, number):
            frames.setdefault(frame.container.element, []).append(frame)
    for *filled, last in frames.values():
        loosest = 0.0
        for frame in filled:
            groups = [column.children for column in frame.columns]
            loosest = max(loosest, _spread(frame, groups, frame.foot))
        _end(last, loosest)
        for frame in (*filled, last):
            document.pages[frame.page] = Page(document.pages[frame.page]._page_box)
    return bool(frames)


def _frames(page_box: Any, number: int) -> Iterator[_Frame]:
    foot = page_box.content_box_y() + page_box.height
    waiting = list(page_box.children)
    while waiting:
        box = waiting.pop()
        children = getattr(box, "children", ())
        if any(child.is_column for child in children):
            style = box.style
            if style["column_fill"] == "auto" and "space-between" in style["align_content"]:
                yield _Frame(number, box, foot)
        else:
            waiting.extend(children)


def _end(frame: _Frame, loosest: float) -> None:
    """Make up the last page: to its foot if it is nearly full, or no looser than those before."""
    groups = _divided(frame)
    if groups is None:
        return
    needed = [_stretch(group, frame.foot - _top(frame)) for group in groups]
    # Where the engine began a second column, nothing else can stand below the first.
    if len(frame.columns) > 1 and max(needed) <= max(loosest, _LOOSE):
        _spread(frame, groups, frame.foot)
    else:
        _spread(frame, groups, _top(frame) + max(map(_height, groups)))


def _divided(frame: _Frame) -> Sequence[_Group] | None:
    """All blocks of a page, as evenly divided among its columns as their order allows."""
    blocks, count = frame.blocks, frame.container.style["column_count"]
    elements = [block.element for block in blocks]
    if len(set(elements)) < len(elements) or len(blocks) < count:
        return None
    cuts = [index for index, pair in enumerate(pairwise(blocks), 1) if _may_part(*pair)]
    divisions = (
        [blocks[begin:end] for begin, end in pairwise((0, *chosen, len(blocks)))]
        for chosen in combinations(cuts, count - 1)
    )
    return min(divisions, key=_unevenness, default=None)


def _unevenness(groups: Sequence[_Group]) -> float:
    heights = [_height(group) for group in groups]
    return max(heights) - min(heights)


def _may_part(one: Any, other: Any) -> bool:
    return "avoid" not in (one.style["break_after"], other.style["break_before"])


def _gap(one: Any, other: Any) -> float:
    """The space between two blocks, by the margins that their style asks for."""
    # The engine sets the margin of a block at the head of a column to 0, so boxes tell nothing.
    margins = (one.style["margin_bottom"], other.style["margin_top"])
    return max((m.value for m in margins if m != "auto" and m.unit == "px"), default=0.0)


def _elastic(one: Any, other: Any) -> float:
    """How much of the stretch the space between two blocks takes, beside that of others."""
    return _gap(one, other) if _may_part(one, other) else 0.0


def _height(group: _Group) -> float:
    gaps = sum(_gap(one, other) for one, other in pairwise(group))
    return float(gaps + sum(block.border_height() for block in group))


def _stretch(group: _Group, height: float) -> float:
    """By what part of itself the space between blocks must grow to make a column of `height`."""
    elastic = sum(_elastic(one, other) for one, other in pairwise(group))
    return max(0.0, height - _height(group)) / elastic if elastic else 0.0


def _top(frame: _Frame) -> float:
    return float(frame.columns[0].content_box_y())


def _spread(frame: _Frame, groups: Sequence[_Group], foot: float) -> float:
    """Set each of `groups` as a column that ends at `foot`; the greatest stretch there was."""
    first = frame.columns[0]
    count = frame.container.style["column_count"]
    pitch = first.width + (frame.container.width - count * first.width) / max(1, count - 1)
    columns, stretches = [], []
    for number, group in enumerate(groups):
        stretch = _stretch(group, foot - _top(frame))
        stretches.append(stretch)
        column = first.copy_with_children(list(group))
        column.position_x = first.position_x + number * pitch
        columns.append(column)
        y = _top(frame)
        for index, block in enumerate(group):
            if index:
                before = group[index - 1]
                y += _gap(before, block) + stretch * _elastic(before, block)
            x = column.content_box_x() + block.margin_left
            _move(block, x - block.border_box_x(), y - block.border_box_y())
            y += block.border_height()
    frame.container.children = columns
    return max(stretches)


def _move(block: Any, right: float, down: float) -> None:
    block.translate(right, down)
    # The engine has already measured where backgrounds are painted, and does not move that.
    for box in block.descendants():
        if getattr(box, "background", None):
            layers = [_moved(layer, right, down) for layer in box.background.layers]
            box.background = box.background._replace(layers=layers)


def _moved(layer: Any, right: float, down: float) -> Any:
    def moved(area: Any) -> Any:
        return area if area == "unused" else (area[0] + right, area[1] + down, *area[2:])

    return layer._replace(
        painting_area=moved(layer.painting_area),
        positioning_area=moved(layer.positioning_area),
        clipped_boxes=[moved(area) for area in layer.clipped_boxes],
    )
