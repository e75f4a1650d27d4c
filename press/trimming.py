"""Pages made ready for the knife: moved out of the fold, cut to size, marked, or left blank."""

from pikepdf import Array, Name, Object, Page, Pdf

from press.binding import Trim, crop_marks
from press.problems import Problem
from press.typeset import Part

_SLACK = 0.6


def wrongly_sized(pages: list[Object], part: Part, trim: Trim) -> list[Problem]:
    """The first page of a part that is of another size than the edition's."""
    for number, page in enumerate(pages, 1):
        box = [float(value) for value in page.MediaBox]
        if any(abs(one - other) > _SLACK for one, other in zip(box, trim.trimmed, strict=True)):
            wrong = f"its page {number} measures {box[2] - box[0]:.0f} × {box[3] - box[1]:.0f} pt"
            remedy = (
                f"let the stylesheet keep the edition's {trim.width:.0f} × {trim.height:.0f} pt"
            )
            return [Problem(part.place, f"part '{part.name}'", wrong, remedy)]
    return []


class Wraps:
    """What is drawn before and behind the content of pages: streams that many pages share."""

    def __init__(self, pdf: Pdf, trim: Trim) -> None:
        self.pdf = pdf
        self.trim = trim
        self.streams: dict[bytes, Object] = {}

    def wrap(self, page: Object, by: float, over: bytes) -> None:
        """Cut a page, with what is on it moved `by` pt to the right and `over` drawn on it.

        It gets its boxes; what lies beyond the bleed is hidden; crop marks say where to cut.
        """
        _boxes(page, self.trim)
        left, low, right, high = self.trim.bled
        clip = f"q {left:.3f} {low:.3f} {right - left:.3f} {high - low:.3f} re W n "
        before = clip.encode() + f"q 1 0 0 1 {by:.3f} 0 cm".encode()
        behind = b"Q " + over + (b" Q " + crop_marks(self.trim) if self.trim.bleed else b" Q")
        own = page.Contents
        streams = list(own) if isinstance(own, Array) else [own]
        page.Contents = Array([self._stream(before), *streams, self._stream(behind)])
        for annotation in page.get("/Annots", []) if by else []:
            left, low, right, high = (float(value) for value in annotation.Rect)
            annotation.Rect = Array([round(left + by, 3), low, round(right + by, 3), high])

    def _stream(self, data: bytes) -> Object:
        if data not in self.streams:
            self.streams[data] = self.pdf.make_stream(data)
        return self.streams[data]


def add_blank(pdf: Pdf, trim: Trim, position: int) -> None:
    """Add a page with nothing on it at all, as the one at `position` from 0."""
    pdf.add_blank_page(page_size=(trim.width, trim.height))
    page = pdf.pages[-1].obj
    if position < len(pdf.pages) - 1:
        del pdf.pages[-1]
        pdf.pages.insert(position, Page(page))
    _boxes(page, trim)
    page.Tabs = Name.S


def _boxes(page: Object, trim: Trim) -> None:
    page.MediaBox, page.BleedBox = Array(trim.media), Array(trim.bled)
    page.TrimBox = Array(trim.trimmed)
    if "/CropBox" in page:
        del page.CropBox
