"""The symbols of a laid-out part: where each named element stands, and on which pages.

The engine takes an `id` for a style of its own, and then computes every style below it anew:
a chapter of twenty entries costs twenty times the styles of one. So names are hidden from it
before layout, and found again on the boxes.
"""

import re
from collections.abc import Iterator
from typing import Any

_HIDDEN = "data-name"
_TARGET = re.compile(r"#(.+)")


def hide_names(root: Any) -> None:
    """Hide the `id` of every element under `root` that no link within the part asks for."""
    wanted = {
        found[1]
        for element in root.iter()
        if (found := _TARGET.fullmatch(element.get("href") or ""))
    }
    for element in root.iter():
        name = element.get("id")
        if name is not None:
            element.set(_HIDDEN, name)
            if name not in wanted:
                del element.attrib["id"]


def name_of(box: Any) -> str:
    """The name of the element that a box stands for, or nothing."""
    return "" if box.element is None else box.element.get(_HIDDEN) or ""


def named(page_box: Any) -> dict[str, tuple[float, float]]:
    """Where each named element begins on a page, in CSS pixels from the page's top left.

    An element that goes on from the page before begins where its piece does.
    """
    found: dict[str, tuple[float, float]] = {}
    for name, box in _named(page_box):
        if name not in found:
            x, y, *_ = box.hit_area()
            found[name] = (x, y)
    return found


def _named(page_box: Any) -> Iterator[tuple[str, Any]]:
    for box in every(page_box):
        if name := name_of(box):
            yield name, box


def every(box: Any) -> Iterator[Any]:
    """`box` and all that is below it, in the order in which it stands on the page.

    The engine's own walk goes through as many generators as a box stands deep.
    """
    waiting = [box]
    while waiting:
        box = waiting.pop()
        yield box
        waiting.extend(reversed(box.children))
