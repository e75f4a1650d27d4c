"""Inline boxes that change nothing but the look of letters, taken out before lines are broken.

Around each keyword of a listing is such a box, and one around all of its code. Letters have
their style without them, while the engine measures, copies, paints and tags every one.
"""

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import strut

from press.symbols import name_of

_SILENT = frozenset({"b", "code", "em", "i", "span", "strong"})
"""Elements for which the engine has no tag, or one that is pruned."""

_SIDES = ("top", "right", "bottom", "left")
_ROOM = tuple(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES)
_RULES = (*(f"border_{side}_width" for side in _SIDES), "outline_width")
_AS_SET = {
    "anchor": None,
    "bookmark_level": "none",
    "border_image_source": ("none", None),
    "box_shadow": (),
    "float": "none",
    "mask_border_source": ("none", None),
    "opacity": 1,
    "overflow": "visible",
    "position": "static",
    "string_set": "none",
    "transform": (),
    "vertical_align": "baseline",
    "z_index": "auto",
}
"""What the styles of a box must say if nothing of it is to be seen."""


def unwrap(root: Any) -> None:
    """Put in the place of each plain inline box below `root` what is in it."""
    _Unwrapping().below(root)


class _Unwrapping:
    """What was found of styles, of which a part has far fewer than boxes."""

    def __init__(self) -> None:
        self.unseen: dict[tuple[int, int], bool] = {}

    def below(self, box: Any) -> None:
        """Take out what is plain below `box`."""
        for child in box.children:
            self.below(child)
        kinds = {type(child) for child in box.children}
        # Beside a float, the engine ends lines elsewhere for boxes than for text.
        if (
            boxes.InlineBox in kinds
            and isinstance(box, (boxes.LineBox, boxes.InlineBox))
            and not any(issubclass(kind, boxes.BlockLevelBox) for kind in kinds)
        ):
            box.children = [
                inner
                for child in box.children
                for inner in (child.children if self._wraps(child, box) else (child,))
            ]

    def _wraps(self, box: Any, around: Any) -> bool:
        """Whether nothing of `box`, itself in the box `around`, is to be seen but its text."""
        return (
            type(box) is boxes.InlineBox
            and box.element_tag in _SILENT
            and bool(box.children)
            and all(isinstance(child, boxes.TextBox) for child in box.children)
            and not name_of(box)
            and (len(box.children) == 1 or box.style["white_space"] == "pre")
            and self._is_unseen(box.style, around.style)
        )

    def _is_unseen(self, style: Any, around: Any) -> bool:
        key = id(style), id(around)
        if key not in self.unseen:
            self.unseen[key] = _plain(style) and _tame(style, around)
        return self.unseen[key]


def _plain(style: Any) -> bool:
    return (
        all(getattr(style[name], "value", None) == 0 for name in _ROOM)
        and not any(style[name] for name in _RULES)
        and all(style[name] == value for name, value in _AS_SET.items())
        and getattr(style["background_color"], "alpha", None) == 0
        and not any(kind != "none" for kind, _ in style["background_image"])
    )


def _tame(style: Any, around: Any) -> bool:
    """Whether a box ends no line that what is `around` it would not, and moves none: its strut,
    which stands in each of its lines, is within that of the other.
    """
    height, above = strut(style)
    room, base = strut(around)
    return (
        (style["white_space"] == around["white_space"] != "pre-line" or _flowing(style, around))
        and style["direction"] == around["direction"]
        # There the engine moves a box, and leaves what is in it where it was.
        and around["vertical_align"] not in ("top", "bottom")
        and above <= base
        and height - above <= room - base
    )


def _flowing(*styles: Any) -> bool:
    """Whether spaces and ends of lines are no more than spaces between words."""
    return all(style["white_space"] in ("normal", "nowrap") for style in styles)
