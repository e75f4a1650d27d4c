"""Pages made ready for the knife: moved out of the fold, cut to size, marked, or left blank."""

from press.binding import Trim, crop_marks
from press.forme import Forme
from press.problems import Problem
from press.syntax import numbers
from press.typeset import Symbols
from press.writer import Writer

_SLACK = 0.6


def wrongly_sized(part: Symbols, locked: Forme, trim: Trim) -> list[Problem]:
    """The first page of a part that is of another size than the edition's."""
    for number, page in enumerate(locked.pages, 1):
        box = page.media
        if any(abs(one - other) > _SLACK for one, other in zip(box, trim.trimmed, strict=True)):
            wrong = f"its page {number} measures {box[2] - box[0]:.0f} × {box[3] - box[1]:.0f} pt"
            remedy = (
                f"let the stylesheet keep the edition's {trim.width:.0f} × {trim.height:.0f} pt"
            )
            return [Problem(part.place, f"part '{part.name}'", wrong, remedy)]
    return []


def boxes(trim: Trim) -> bytes:
    """The entries of a page that say how it is cut."""
    return b"/MediaBox%b/BleedBox%b/TrimBox%b" % (
        numbers(trim.media),
        numbers(trim.bled),
        numbers(trim.trimmed),
    )


class Wraps:
    """What is drawn before and behind the content of pages: streams that many pages share."""

    def __init__(self, writer: Writer, trim: Trim) -> None:
        self.writer = writer
        self.trim = trim
        self.streams: dict[bytes, int] = {}

    def around(self, by: float, over: bytes) -> tuple[int, int]:
        """The streams around the content of a page that is moved `by` pt to the right.

        What lies beyond the bleed is hidden, `over` is drawn, crop marks say where to cut.
        """
        left, low, right, high = self.trim.bled
        clip = f"q {left:.3f} {low:.3f} {right - left:.3f} {high - low:.3f} re W n "
        before = clip.encode() + f"q 1 0 0 1 {by:.3f} 0 cm".encode()
        behind = b"Q " + over + (b" Q " + crop_marks(self.trim) if self.trim.bleed else b" Q")
        return self._stream(before), self._stream(behind)

    def _stream(self, data: bytes) -> int:
        if data not in self.streams:
            self.streams[data] = self.writer.add_stream(data)
        return self.streams[data]
