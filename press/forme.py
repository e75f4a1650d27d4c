"""A forme: the pages of a part as objects of a PDF whose numbers are still open.

It is to a part what an object file is to a module. Objects are numbered within the forme, from 0
for its first page; where one refers to another, its text has room for a number. The linker gives
each forme a range of numbers, and so writes a part without reading what is in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

DOCUMENT = -1
"""Refers to the element of the document, below which all parts' elements are hung."""


@dataclass(frozen=True)
class Open:
    """The text of an object, with `%7d` where each of the objects `to` is referred to.

    The room is always the same, so that texts are as long whatever the numbers are.
    """

    text: bytes
    to: tuple[int, ...] = ()

    def closed(self, base: int, document: int = 0) -> bytes:
        """The text for a forme whose first number is `base`."""
        return self.text % numbered(self.to, base, document)


@dataclass(frozen=True)
class Pack:
    """Objects written together in one stream (ISO 32000-1, 7.5.7): `first` is where the text of
    the first of `members` begins in `body`; before it are their numbers, which are open too.
    """

    members: tuple[int, ...]
    first: int
    body: Open


@dataclass(frozen=True)
class Loose:
    """An object that is a stream: its number, its dictionary without brackets, and its data."""

    number: int
    entries: Open
    data: bytes


@dataclass(frozen=True)
class Link:
    """The annotation of a link: where it is in pt, where it leads, and what is said of it.

    `element` is the number of what it is in the structure, if that is tagged. For a link within
    the book there is the text of that element, as one that leads somewhere and as mere words.
    """

    number: int
    rect: tuple[float, float, float, float]
    address: str
    said: str
    element: int | None
    led: Open | None
    words: Open | None


@dataclass(frozen=True)
class Box:
    """Where a figure stands: the number of its attributes, and the rectangle in pt."""

    number: int
    rect: tuple[float, float, float, float]


@dataclass(frozen=True)
class Page:
    """A page: its size in pt, compressed content, links, figures, and the elements of its marks."""

    media: tuple[float, float, float, float]
    content: bytes
    links: tuple[Link, ...]
    boxes: tuple[Box, ...]
    marked: tuple[int, ...]


@dataclass(frozen=True)
class Fount:
    """The glyphs that a part uses of the font `file`: their widths, and their texts as hex.

    `name` is what pages call it, `descriptor` what the PDF says of the font as a whole.
    """

    name: str
    file: str
    widths: dict[int, float]
    texts: dict[int, str]
    descriptor: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Forme:
    """Pages locked up for the press.

    `count` numbers are taken: pages first, then all else; `fonts` is that of the dictionary of
    fonts. `resources` are the entries that all pages share, `drawings` those of their forms and
    pictures. `tops` are the elements of the structure below the document's.
    """

    count: int
    fonts: int
    pages: tuple[Page, ...]
    packs: tuple[Pack, ...]
    loose: tuple[Loose, ...]
    resources: Open
    drawings: Open
    tops: tuple[int, ...]
    founts: tuple[Fount, ...]

    @property
    def weight(self) -> int:
        """How many bytes it takes, about."""
        pages = sum(len(page.content) for page in self.pages)
        packs = sum(len(pack.body.text) + 36 * len(pack.body.to) for pack in self.packs)
        return pages + packs + sum(len(loose.data) for loose in self.loose)


NOTHING = Forme(0, 0, (), (), (), Open(b""), Open(b""), (), ())
"""The forme of a part that could not be set."""


def numbered(to: Sequence[int], base: int, document: int = 0) -> tuple[int, ...]:
    """The numbers in the document of objects of a forme."""
    return tuple([base + one if one >= 0 else document for one in to])
