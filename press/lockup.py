"""A part locked up: the PDF that the engine has made of it, not yet written, as a forme.

Everything that can be done before the place of a part in the book is known is done here, beside
the typesetting: content is compressed, structure is written out, fonts give way to a list of what
is used of them.
"""

import re
import zlib
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

import pydyf

from press.cuts import TOKEN, Cuts, joined
from press.elements import Element, Note, Structure
from press.fontfiles import founts
from press.forme import DOCUMENT, Box, Forme, Link, Loose, Open, Pack, Page

_BOOK = "book:"
_TOGETHER = 400
"""Objects in a stream of objects."""


def lock_up(
    document: Any, pdf: Any, files: dict[str, str], structure: Structure | None = None
) -> Forme:
    """The forme of `pdf`, as the engine has made it of `document`, with its structure if there is.

    `files` names the file behind each font.
    """
    return _Lockup(pdf, structure).forme(document.fonts.values(), files)


class _Lockup:
    """Objects of a PDF by their numbers in a forme, as they are come upon."""

    def __init__(self, pdf: Any, structure: Structure | None) -> None:
        self.pdf = pdf
        self.pages = [self.object(reference) for reference in pdf.page_references]
        self.structure = structure or self._bare()
        self.local: dict[int, int] = {}
        self.count = 0
        self.elements: dict[Element, int] = {}
        self.places: dict[Element, int] = {}
        self.unwritten: deque[Element] = deque()
        self.waiting: deque[int] = deque()
        self.packed: list[tuple[int, Open]] = []
        self.loose: list[Loose] = []
        self.cuts = Cuts(pdf, self.local)
        for page in self.pages:
            self._known(page.number)
        for note in chain.from_iterable(self.structure.notes):
            self._known(note.annotation.number)

    def _bare(self) -> Structure:
        """That of pages whose parts nobody can tell from each other."""
        notes = [
            tuple(Note(self.object(one), "", None) for one in page.get("Annots", ()))
            for page in self.pages
        ]
        return Structure((), tuple(notes), ((),) * len(self.pages))

    def object(self, reference: bytes) -> Any:
        """The object of a reference."""
        return self.pdf.objects[_number(reference)]

    def forme(self, fonts: Iterable[Any], files: dict[str, str]) -> Forme:
        """All that the pages need, and their structure."""
        resources = self.object(self.pages[0]["Resources"])
        dictionary = self._known(_number(resources["Font"]))
        leaves = tuple(map(self._leaf, self.pages, self.structure.notes, self.structure.marked))
        tops = tuple(map(self._element, self.structure.tops))
        shared = self._open(_entries(resources, without=("Font", "XObject")))
        drawings = self._open(_entries(resources.get("XObject", {})))
        self._write_out()
        return Forme(
            self.count,
            dictionary,
            leaves,
            tuple(self._packs()),
            tuple(self.loose),
            shared,
            drawings,
            tops,
            tuple(founts(self.object, self.object(resources["Font"]), fonts, files)),
        )

    def _leaf(self, page: Any, notes: Iterable[Note], marked: Sequence[Element]) -> Page:
        links = tuple(map(self._link, notes))
        boxes = []
        for element in dict.fromkeys(marked):
            if element.box:
                self.places[element] = self._next()
                boxes.append(Box(self.places[element], _four(element.box)))
        return Page(
            _four(page["MediaBox"]),
            zlib.compress(joined(self.object(page["Contents"]).stream)),
            links,
            tuple(boxes),
            tuple(map(self._element, marked)),
        )

    def _link(self, note: Note) -> Link:
        annotation, element = note.annotation, note.element
        address = str(annotation["A"]["URI"].string)
        number = led = words = None
        if element is not None and address.startswith(_BOOK):
            number = self.elements[element] = self._next()
            led = self._told(element)
            kids = [kid for kid in element.kids if kid is not annotation]
            words = self._told(replace(element, role="Span", kids=kids))
        elif element is not None:
            number = self._element(element)
        where = _four(annotation["Rect"])
        return Link(self.local[annotation.number], where, address, note.said, number, led, words)

    def _element(self, element: Element) -> int:
        """The number in the forme of an element of the structure, which is written later."""
        if element.parent is None:
            return DOCUMENT
        if element not in self.elements:
            self.elements[element] = self._next()
            self.unwritten.append(element)
        return self.elements[element]

    def _told(self, element: Element) -> Open:
        """The text of an element."""
        assert element.parent is not None
        to = [self._element(element.parent), element.page]
        text = [b"<</Type/StructElem/S/%b/P %%7d 0 R/Pg %%7d 0 R" % element.role.encode()]
        if element in self.places:
            text.append(b"/A %7d 0 R")
            to.append(self.places[element])
        said = element.cell.entries if element.cell else b""
        if element.alternative:
            said += b"/Alt" + pydyf.String(element.alternative).data
        text += [said.replace(b"%", b"%%"), b"/K["]
        for kid in element.kids:
            if isinstance(kid, int):
                text.append(b"%d " % kid)
            elif isinstance(kid, Element):
                text.append(b"%7d 0 R ")
                to.append(self._element(kid))
            else:
                text.append(b"<</Type/OBJR/Obj %7d 0 R/Pg %7d 0 R>>")
                to += [self.local[kid.number], element.page]
        text.append(b"]>>")
        return Open(b"".join(text), tuple(to))

    def _next(self) -> int:
        self.count += 1
        return self.count - 1

    def _known(self, number: int) -> int:
        """The number in the forme of an object that is written elsewhere than in its packs."""
        if number not in self.local:
            self.local[number] = self._next()
        return self.local[number]

    def _wanted(self, number: int) -> int:
        """The number in the forme of an object, which is written if it is not elsewhere."""
        if number not in self.local:
            self.waiting.append(number)
        return self._known(number)

    def _open(self, data: bytes) -> Open:
        to: list[int] = []

        def opened(found: re.Match[bytes]) -> bytes:
            if found["number"] is None:
                return found[0]
            to.append(self._wanted(self.cuts.first(int(found["number"]))))
            return b"%7d 0 R"

        text = TOKEN.sub(opened, data.replace(b"%", b"%%"))
        return Open(text, tuple(to))

    def _write_out(self) -> None:
        while self.unwritten:
            element = self.unwritten.popleft()
            self.packed.append((self.elements[element], self._told(element)))
        while self.waiting:
            number = self.waiting.popleft()
            found = self.pdf.objects[number]
            if isinstance(found, pydyf.Stream):
                entries = self._open(_entries(found.extra, without=("Length", "Filter")))
                self.loose.append(
                    Loose(self.local[number], entries, zlib.compress(self.cuts.body(number)))
                )
            else:
                self.packed.append((self.local[number], self._open(found.data)))

    def _packs(self) -> Iterable[Pack]:
        ordered = sorted(self.packed, key=lambda pair: pair[0])
        for start in range(0, len(ordered), _TOGETHER):
            run = ordered[start : start + _TOGETHER]
            members = tuple(number for number, _ in run)
            position, places, to = 0, [], list(members)
            for _, one in run:
                places.append(b"%%7d %d" % position)
                # Room for a number is seven figures wide, and was written in three; a sign of
                # per cent stands for itself when it stands twice.
                position += len(one.text % ((0,) * len(one.to))) + 1
                to += one.to
            head = b" ".join(places) + b"\n"
            body = head + b"\n".join(one.text for _, one in run)
            first = len(head % ((0,) * len(members)))
            yield Pack(members, first, Open(body, tuple(to)))


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def _four(values: Iterable[float]) -> tuple[float, float, float, float]:
    left, one, right, other = (round(float(value), 3) + 0.0 for value in values)
    return left, min(one, other), right, max(one, other)


def _entries(dictionary: dict[str, Any], without: tuple[str, ...] = ()) -> bytes:
    """The entries of a dictionary that say anything, without its brackets."""
    kept = {
        key: value
        for key, value in dictionary.items()
        if key not in without and not (isinstance(value, dict) and not value)
    }
    return bytes(pydyf.Dictionary(kept).data)[2:-2]
