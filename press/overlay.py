"""What comes onto finished pages as they are linked: their furniture, and their numbers."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from press.forme import Forme
from press.furniture import Lay
from press.numbering import Misprint, Numbering
from press.problems import BadContent
from press.rack import Set
from press.sheet import Slot
from press.typecase import Typecase
from press.typeset import Symbols
from press.writer import Writer

_BEYOND = b"/Type/XObject/Subtype/Form/BBox[-1000 -1000 5000 5000]/Resources %d 0 R"


@dataclass(frozen=True)
class Overlay:
    """The furniture of a part: pages that are laid over its own, each as one of `lays` says."""

    part: Set
    lays: tuple[Lay, ...]


@dataclass(frozen=True)
class Tap:
    """A place in pt on a page that leads to the anchor `target`."""

    rect: tuple[float, float, float, float]
    target: str


@dataclass(frozen=True)
class Over:
    """What is laid over a page: the number of a form, and the links in it."""

    form: int
    taps: tuple[Tap, ...]


def lay_over(writer: Writer, overlay: Overlay, case: Typecase, fonts: Path) -> list[Over]:
    """Write furniture as forms, which pages have as artifacts: nobody wants it read aloud.

    `fonts` is the folder of the font files. Returns what each page has. Raises `BadContent` if
    its numbers cannot be printed.
    """
    part, forme = overlay.part, overlay.part.forme
    base = writer.reserve(forme.count)
    case.take(forme, base)
    writer.forme(forme, base)
    shared = forme.resources.closed(base) + b"/XObject<<%b>>" % forme.drawings.closed(base)
    resources = writer.add(b"<</Font %d 0 R%b>>" % (base + forme.fonts, shared))
    contents = [zlib.decompress(page.content) for page in forme.pages]
    machine = Numbering(part.fonts, fonts)
    printed: dict[tuple[int, str], int] = {}
    found = []
    for lay in overlay.lays:
        key = (lay.page, lay.figures)
        if key not in printed:
            content, left = _printed(contents[lay.page], part, machine, lay.figures)
            if left:
                raise _misprint(part)
            printed[key] = writer.add_stream(content, _BEYOND % resources)
        links = forme.pages[lay.page].links
        taps = (Tap(link.rect, to) for link, to in zip(links, lay.targets, strict=True))
        found.append(Over(printed[key], tuple(taps)))
    return found


def number(part: Symbols, locked: Forme, folios: Mapping[str, str], fonts: Path) -> list[bytes]:
    """The compressed content of each page of a part, locked up as `locked`, with its numbers
    printed: `folios` gives the page number of each anchor.

    Raises `BadContent` for a number with more figures than there is room for, for an anchor
    that stands nowhere, and if the numbers do not stand on slashed noughts.
    """
    contents = [page.content for page in locked.pages]
    if not part.slots:
        return contents
    left = "".join(_figures(slot, folios, part) for slot in part.slots)
    machine = Numbering(part.fonts, fonts)
    for index, content in enumerate(contents):
        printed, rest = _printed(zlib.decompress(content), part, machine, left)
        if rest != left:
            contents[index], left = zlib.compress(printed), rest
    if left:
        raise _misprint(part)
    return contents


def _figures(slot: Slot, folios: Mapping[str, str], part: Symbols) -> str:
    folio = folios.get(slot.of, "")
    found = slot.figures(folio)
    if found is None or not folio.isdecimal():
        wrong = f"the page of '{slot.of}' is '{folio}', and there is room for {slot.width} figures"
        remedy = "print what is referred to, and give the edition's budget a 'max' as great"
        raise BadContent.at(part.place, f"part '{part.name}'", wrong, remedy)
    return found


def _printed(content: bytes, part: Symbols, machine: Numbering, figures: str) -> tuple[bytes, str]:
    try:
        return machine.printed(content, figures)
    except Misprint:
        raise _misprint(part) from None


def _misprint(part: Symbols) -> BadContent:
    wrong = "its numbers are not set as many times as its template asks for"
    remedy = "let the template print each where it asks for it, in 'slashed-zero' noughts"
    return BadContent.at(part.place, f"part '{part.name}'", wrong, remedy)
