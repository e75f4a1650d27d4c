"""What comes onto finished pages as they are linked: their furniture, and their numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, Pdf

from press.furniture import Lay
from press.numbering import Misprint, Numbering
from press.problems import BadContent
from press.sheet import Slot
from press.typecase import Typecase
from press.typeset import Part

_BEYOND = Array([-1000, -1000, 5000, 5000])


@dataclass(frozen=True)
class Overlay:
    """The furniture of a part: pages that are laid over its own, each as one of `lays` says."""

    part: Part
    lays: tuple[Lay, ...]


@dataclass(frozen=True)
class Tap:
    """A place on a page that leads to the anchor `target`."""

    page: Object
    rect: Object
    target: str


def lay_over(
    pdf: Pdf, overlay: Overlay, pages: Sequence[Object], case: Typecase, fonts: Path
) -> list[Tap]:
    """Lay furniture over `pages`, as artifacts: nobody wants it read aloud.

    `fonts` is the folder of the font files. Returns the links in it. Raises `BadContent` if
    its numbers cannot be printed.
    """
    part = overlay.part
    source = Pdf.open(BytesIO(part.pdf))
    case.take(source, part.fonts)
    forms, links = [], []
    for over in source.pages:
        links.append([link.Rect for link in over.obj.get("/Annots", [])])
        over.trimbox = over.mediabox = _BEYOND
        form = pdf.copy_foreign(over.as_form_xobject())
        # Shared by all forms that are printed from it.
        form.Resources = pdf.make_indirect(form.Resources)
        forms.append(form)
    case.give(forms[0].Resources.Font, part.fonts)
    machine = Numbering(part.fonts, fonts)
    printed: dict[tuple[int, str], Object] = {}
    taps: list[Tap] = []
    for page, lay in zip(pages, overlay.lays, strict=True):
        key = (lay.page, lay.figures)
        if key not in printed:
            printed[key] = _form(pdf, forms[lay.page], part, machine, lay.figures)
        resources = Dictionary(dict(page.Resources.items()))
        resources.XObject = Dictionary(dict(page.Resources.get("/XObject", {}).items()))
        resources.XObject[Name("/Furniture")] = printed[key]
        page.Resources = resources
        taps += map(Tap, [page] * len(lay.targets), links[lay.page], lay.targets)
    return taps


def _form(pdf: Pdf, blank: Object, part: Part, machine: Numbering, figures: str) -> Object:
    """A copy of the form `blank` with `figures` printed on it."""
    content, left = _printed(blank, part, machine, figures)
    if left:
        raise _misprint(part)
    form = pdf.make_stream(content)
    for name in ("/Type", "/Subtype", "/BBox", "/Matrix", "/Resources", "/Group"):
        if name in blank:
            form[name] = blank[name]
    return form


def number(
    pdf: Pdf, part: Part, pages: Sequence[Object], slots: Sequence[Slot],
    folios: Mapping[str, str], fonts: Path,
) -> None:  # fmt: skip
    """Print the numbers of a part: `folios` gives the page number of each anchor.

    Raises `BadContent` for a number with more figures than there is room for, for an anchor
    that stands nowhere, and if the numbers do not stand on slashed noughts.
    """
    if not slots:
        return
    left = "".join(_figures(slot, folios, part) for slot in slots)
    machine = Numbering(part.fonts, fonts)
    for page in pages:
        content, rest = _printed(page.Contents, part, machine, left)
        if rest != left:
            page.Contents, left = pdf.make_stream(content), rest
    if left:
        raise _misprint(part)


def _figures(slot: Slot, folios: Mapping[str, str], part: Part) -> str:
    folio = folios.get(slot.of, "")
    found = slot.figures(folio)
    if found is None or not folio.isdecimal():
        wrong = f"the page of '{slot.of}' is '{folio}', and there is room for {slot.width} figures"
        remedy = "print what is referred to, and give the edition's budget a 'max' as great"
        raise BadContent.at(part.place, f"part '{part.name}'", wrong, remedy)
    return found


def _printed(stream: Object, part: Part, machine: Numbering, figures: str) -> tuple[bytes, str]:
    try:
        return machine.printed(stream.read_bytes(), figures)
    except Misprint:
        raise _misprint(part) from None


def _misprint(part: Part) -> BadContent:
    wrong = "its numbers are not set as many times as its template asks for"
    remedy = "let the template print each where it asks for it, in 'slashed-zero' noughts"
    return BadContent.at(part.place, f"part '{part.name}'", wrong, remedy)
