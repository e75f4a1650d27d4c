"""Pages made ready for the knife: moved out of the fold, cut to size, marked, or left blank."""

from pikepdf import Array, Name, Object, Page, Pdf

from press.binding import Trim, crop_marks
from press.problems import Place, Problem
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
            place = part.places.get("", Place(part.name))
            return [Problem(place, f"part '{part.name}'", wrong, remedy)]
    return []


def move(page: Object, by: float) -> None:
    """Move all that is on a page, with what is linked there, `by` pt to the right."""
    wrapped = Page(page)
    wrapped.contents_add(f"q 1 0 0 1 {by:.3f} 0 cm".encode(), prepend=True)
    wrapped.contents_add(b"Q")
    for annotation in page.get("/Annots", []) if by else []:
        left, low, right, high = (float(value) for value in annotation.Rect)
        annotation.Rect = Array([round(left + by, 3), low, round(right + by, 3), high])


def cut(page: Object, trim: Trim) -> None:
    """Give a page its boxes, hide what lies beyond the bleed, and mark where to cut."""
    _boxes(page, trim)
    wrapped = Page(page)
    left, low, right, high = trim.bled
    clip = f"q {left:.3f} {low:.3f} {right - left:.3f} {high - low:.3f} re W n"
    wrapped.contents_add(clip.encode(), prepend=True)
    wrapped.contents_add(b"Q " + crop_marks(trim) if trim.bleed else b"Q")
    wrapped.contents_coalesce()


def add_blank(pdf: Pdf, trim: Trim) -> None:
    """Add a page with nothing on it at all."""
    pdf.add_blank_page(page_size=(trim.width, trim.height))
    page = pdf.pages[-1].obj
    _boxes(page, trim)
    page.Tabs = Name.S


def _boxes(page: Object, trim: Trim) -> None:
    page.MediaBox, page.BleedBox = Array(trim.media), Array(trim.bled)
    page.TrimBox = Array(trim.trimmed)
    if "/CropBox" in page:
        del page.CropBox
