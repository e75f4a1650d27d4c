"""The pen that draws a page: the engine's own, which does at once what it is most often asked for.

What it writes is to the byte what the engine's would.
"""

from operator import is_not
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream

from press.slugs import Slug, Slugs
from press.symbols import every

_UNSEEN = {"font_size": 1, "visibility": "hidden"}
"""What the engine has to know of a text so as not to draw it."""


def cut_short(page_box: Any) -> frozenset[Any]:
    """The texts that the engine may cut short to the length of a line, where it ends in dots."""
    return frozenset(
        text
        for line in every(page_box)
        if isinstance(line, boxes.LineBox)
        and (line.text_overflow != "clip" or line.block_ellipsis != "none")
        for text in every(line)
    )


class Pen(Stream):  # type: ignore[misc]
    """Draws into the engine's `stream` with `slugs`, and numbers in `marks` what it draws.

    The texts in `cut` are left to the engine.
    """

    def __init__(
        self, stream: Any, marks: dict[Any, dict[str, Any]], slugs: Slugs, cut: frozenset[Any]
    ) -> None:
        self.__dict__ = stream.__dict__
        self._tags = marks
        self.slugs = slugs
        self.cut = cut
        self.ink: tuple[Any, ...] = (None, None, None)

    def marked(self, box: Any, tag: str) -> "_Mark":
        """Number what is drawn of a box while this lasts (ISO 32000-1, 14.6)."""
        number = len(self._tags)
        self._tags[box] = {"tag": tag, "mcid": number}
        self.stream += (b"/%b" % tag.encode(), b"<</MCID %d>>" % number, b"BDC")
        slug = None
        if isinstance(box, boxes.TextBox) and box not in self.cut:
            slug = self.slugs.of(box, self)
        if slug:
            self._print(box, slug)
        return _Mark(self.stream, box, drawn=slug is not None)

    def _print(self, box: Any, slug: Slug) -> None:
        """Draw a text that was cast."""
        self.set_color(box.style["color"])
        self.begin_text()
        x, y = pydyf._to_bytes(box.position_x), pydyf._to_bytes(box.position_y + box.baseline)
        self.stream.append(b"1 0 0 -1 %b %b Tm" % (x, y))
        for run in slug:
            self.set_font_size(run.font, run.size)
            self.stream.append(run.shown)
        self.end_text()

    def set_color(self, color: Any, stroke: bool = False) -> None:
        """Go on in another colour, unless it is the one that was asked for last."""
        # Whatever takes the colour back puts others in the place of the engine's two.
        ink = (color, self._current_color, self._current_alpha)
        if stroke or any(map(is_not, ink, self.ink)):
            super().set_color(color, stroke)
            if not stroke:
                self.ink = (color, self._current_color, self._current_alpha)


class _Mark:
    """What lasts while a box is drawn that has a number, or was `drawn` before the engine does."""

    def __init__(self, stream: list[Any], box: Any, *, drawn: bool) -> None:
        self.stream = stream
        self.box = box
        self.style = box.style
        if drawn:
            box.style = _UNSEEN

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self.stream.append(b"EMC")
        self.box.style = self.style
