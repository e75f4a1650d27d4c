"""Boxes that stand in the flow, and know it.

The engine asks each box some ten times whether it floats, is laid out absolutely, runs in a margin
or is a note, and finds in the styles each time that it does none of these; to know which page a
block may stand on, it asks all that is in it. None of this changes once the boxes are made.
"""

from functools import cache
from typing import Any

from weasyprint.formatting_structure import boxes


class _InFlow:
    """A box in the flow."""

    style: Any

    def is_in_normal_flow(self) -> bool:
        """Whether it stands where it is written."""
        return True

    def _no(self) -> bool:
        return False

    is_floated = is_footnote = is_note = is_absolutely_positioned = is_running = _no


class _OnePage(_InFlow):
    """A box in the flow, all of which may stand on the same pages."""

    page_values = boxes.Box.page_values


@cache
def _settled(kind: Any, place: Any) -> Any:
    return type(kind.__name__, (place, kind), {})


def settle(root: Any) -> None:
    """Let each box below `root`, before it is laid out, know what it will be asked."""
    for child in root.children:
        settle(child)
    if root.is_in_normal_flow():
        page = root.style["page"]
        one = all(
            isinstance(child, _OnePage) and child.style["page"] == page for child in root.children
        )
        kind: Any = type(root)
        root.__class__ = _settled(kind, _OnePage if one else _InFlow)
