"""A part locked up: the PDF that the engine has made of it, not yet written, as a forme.

Everything that can be done before the place of a part in the book is known is done here, beside
the typesetting: content is compressed, structure is written out, fonts give way to a list of what
is used of them.
"""

import re
import zlib
from collections import deque
from collections.abc import Iterable
from functools import partial
from itertools import chain
from typing import Any

import pydyf

from press.cuts import TOKEN, Cuts, joined
from press.forme import DOCUMENT, Box, Forme, Fount, Link, Loose, Open, Pack, Page

_BOOK = "book:"
_TOGETHER = 400
"""Objects in a stream of objects."""


def lock_up(document: Any, pdf: Any, files: dict[str, str]) -> Forme:
    """The forme of `pdf`, as the engine has made it of `document`.

    `files` names the file behind each font.
    """
    return _Lockup(pdf).forme(document.fonts.values(), files)


class _Lockup:
    """Objects of a PDF by their numbers in a forme, as they are come upon."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.pages = [self.object(reference) for reference in pdf.page_references]
        self.notes = [[self.object(one) for one in page.get("Annots", ())] for page in self.pages]
        self.local: dict[int, int] = {}
        self.count = 0
        self.waiting: deque[int] = deque()
        self.packed: list[tuple[int, Open]] = []
        self.loose: list[Loose] = []
        self.cuts = Cuts(pdf, self.local)
        for page in self.pages:
            self._known(page.number)
        for note in chain.from_iterable(self.notes):
            self._known(note.number)

    def object(self, reference: bytes) -> Any:
        """The object of a reference."""
        return self.pdf.objects[_number(reference)]

    def forme(self, fonts: Iterable[Any], files: dict[str, str]) -> Forme:
        """All that the pages need, and their structure."""
        resources = self.object(self.pages[0]["Resources"])
        dictionary = self._known(_number(resources["Font"]))
        top, parents = self._structure()
        leaves = tuple(map(partial(self._leaf, parents), self.pages, self.notes))
        tops = tuple(self._wanted(_number(kid)) for kid in top)
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
            tuple(_founts(self.pdf, self.object(resources["Font"]), fonts, files)),
        )

    def _structure(self) -> tuple[Iterable[bytes], dict[int, Any]]:
        """The elements below the document's; and those of the marks of each page and link."""
        if "StructTreeRoot" not in self.pdf.catalog:
            return (), {}
        root = self.object(self.pdf.catalog["StructTreeRoot"])
        (top,) = root["K"]
        self.local[_number(top)] = DOCUMENT
        nums = self.object(root["ParentTree"])["Nums"]
        parents = dict(zip(nums[::2], nums[1::2], strict=True))
        for note in chain.from_iterable(self.notes):
            if _address(note).startswith(_BOOK) and "StructParent" in note:
                self._known(_number(parents[note["StructParent"]]))
        return self.object(top)["K"], parents

    def _leaf(self, parents: dict[int, Any], page: Any, notes: list[Any]) -> Page:
        marks = [_number(one) for one in parents.get(page.get("StructParents"), ())]
        found = [self.pdf.objects[number] for number in dict.fromkeys(marks)]
        boxes = tuple(self._box(element) for element in found if element["S"] == "/Figure")
        return Page(
            _four(page["MediaBox"]),
            zlib.compress(joined(self.object(page["Contents"]).stream)),
            tuple(self._link(note, parents.get(note.get("StructParent"))) for note in notes),
            boxes,
            tuple(map(self._wanted, marks)),
        )

    def _box(self, figure: Any) -> Box:
        """The place of a figure, which moves with its page, as an object of its own."""
        where = _four(figure["A"]["BBox"])
        place = pydyf.Dictionary()
        self.pdf.add_object(place)
        figure["A"] = place.reference
        return Box(self._known(place.number), where)

    def _link(self, note: Any, parent: bytes | None) -> Link:
        address = _address(note)
        element = led = words = None
        if parent is not None:
            element = self._wanted(_number(parent))
            if address.startswith(_BOOK):
                found = self.object(parent)
                led = self._open(found.data)
                kids = pydyf.Array(kid for kid in found["K"] if not self._leads(kid))
                plain = pydyf.Dictionary({**found, "S": "/Span", "K": kids})
                words = self._open(plain.data)
        said = note["Contents"].string if "Contents" in note else ""
        where = _four(note["Rect"])
        return Link(self.local[note.number], where, address, said, element, led, words)

    def _leads(self, kid: Any) -> bool:
        return isinstance(kid, bytes) and self.object(kid).get("Type") == "/OBJR"

    def _known(self, number: int) -> int:
        """The number in the forme of an object that is written elsewhere than in its packs."""
        if number not in self.local:
            self.local[number] = self.count
            self.count += 1
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


def _address(note: Any) -> str:
    return str(note["A"]["URI"].string)


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


def _founts(
    pdf: Any, dictionary: dict[str, bytes], fonts: Iterable[Any], files: dict[str, str]
) -> Iterable[Fount]:
    """What is used of each font; there may be several of the engine's for one of the PDF's."""
    fonts = sorted(fonts, key=lambda font: str(font.hash))
    for name, reference in sorted(dictionary.items()):
        # A font that is none of the book's is a problem of the part, which is not printed.
        if name not in files:
            continue
        widths: dict[int, float] = {}
        texts: dict[int, str] = {}
        for font in fonts:
            if font.hash == name:
                for glyph, width in sorted(font.widths.items()):
                    widths.setdefault(glyph, round(float(width), 3))
                for glyph, text in sorted(font.to_unicode.items()):
                    texts.setdefault(glyph, text.encode("utf-16-be").hex())
        (inner,) = pdf.objects[_number(reference)]["DescendantFonts"]
        described = pdf.objects[_number(pdf.objects[_number(inner)]["FontDescriptor"])]
        said = pydyf.Dictionary(
            {key: value for key, value in described.items() if not key.startswith("FontFile")}
        )
        descriptor = tuple(
            (key, pydyf._to_bytes(value).decode("latin-1"))
            for key, value in said.items()
            if key != "FontName"
        )
        yield Fount(name, files[name], widths, texts, descriptor)
