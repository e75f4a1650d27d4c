"""The pen that draws a page: the engine's own, which does at once what it is most often asked for.

What it writes is to the byte what the engine's would. A page has the same words many times over
(the keywords of its listings, the commas of the index), which the engine has set anew each time.
"""

from operator import is_not
from typing import Any

import pydyf
from weasyprint.pdf.stream import Stream

_UPRIGHT = (1, 0, 0, -1)
_MOST = 500
"""Texts that stand at a time."""


class Casts:
    """Texts of a part that stand while it is drawn, as set."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, int, float], _Cast] = {}

    def of(self, box: Any) -> "_Cast":
        """The text of a box, as set where it was first drawn in the same style."""
        layout = box.pango_layout
        # A style is that of all boxes that have the same, and lives as long as they do.
        key = (layout.text, id(box.style), layout.justification_spacing)
        cast = self.found.get(key)
        if cast is None:
            if len(self.found) == _MOST:
                self.melt()
            cast = self.found[key] = _Cast(layout)
        return cast

    def melt(self) -> None:
        """Let go of all of them."""
        for cast in self.found.values():
            cast.melt()
        self.found.clear()


class _Cast:
    """A text that the engine has set, and believes that it sets and breaks up each time."""

    def __init__(self, layout: Any) -> None:
        self._layout = layout
        self._stands = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._layout, name)

    def reactivate(self, style: Any) -> None:
        """Set the text, once."""
        if not self._stands:
            self._layout.reactivate(style)
            self._stands = True

    def deactivate(self) -> None:
        """Leave it standing."""

    def melt(self) -> None:
        """Break it up."""
        if self._stands:
            self._layout.deactivate()
            self._stands = False


class Pen(Stream):  # type: ignore[misc]
    """Draws into the engine's `stream`, and numbers in `marks` what it draws.

    Without `casts`, each text is set for itself.
    """

    def __init__(
        self, stream: Any, marks: dict[Any, dict[str, Any]], casts: Casts | None = None
    ) -> None:
        self.__dict__ = stream.__dict__
        self._tags = marks
        self.casts = casts
        self.ink: tuple[Any, ...] = (None, None, None)

    def marked(self, box: Any, tag: str) -> "_Mark":
        """Number what is drawn of a box while this lasts (ISO 32000-1, 14.6)."""
        number = len(self._tags)
        self._tags[box] = {"tag": tag, "mcid": number}
        self.stream += (b"/%b" % tag.encode(), b"<</MCID %d>>" % number, b"BDC")
        return _Mark(self.stream, box, self.casts)

    def set_text_matrix(self, a: float, b: float, c: float, d: float, e: float, f: float) -> None:
        """Say where text begins, and how it is turned: it seldom is."""
        if (a, b, c, d) == _UPRIGHT:
            x, y = pydyf._to_bytes(e), pydyf._to_bytes(f)
            self.stream.append(b"1 0 0 -1 %b %b Tm" % (x, y))
        else:
            super().set_text_matrix(a, b, c, d, e, f)

    def set_color(self, color: Any, stroke: bool = False) -> None:
        """Go on in another colour, unless it is the one that was asked for last."""
        # Whatever takes the colour back puts others in the place of the engine's two.
        ink = (color, self._current_color, self._current_alpha)
        if stroke or any(map(is_not, ink, self.ink)):
            super().set_color(color, stroke)
            if not stroke:
                self.ink = (color, self._current_color, self._current_alpha)


class _Mark:
    """What lasts while a box is drawn that has a number."""

    def __init__(self, stream: list[Any], box: Any, casts: Casts | None) -> None:
        self.stream = stream
        self.box = box
        self.layout = getattr(box, "pango_layout", None) if casts else None
        if casts and self.layout is not None:
            box.pango_layout = casts.of(box)

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self.stream.append(b"EMC")
        if self.layout is not None:
            self.box.pango_layout = self.layout
