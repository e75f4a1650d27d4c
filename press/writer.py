"""A PDF written from the first object to the last, of which no more than its places is kept.

Small objects go into streams of objects, and their places into a stream as well (ISO 32000-1,
7.5.7 and 7.5.8). The document's identifier is made of its bytes, so the same objects in the same
order make the same file.
"""

import zlib
from array import array
from collections.abc import Iterator
from hashlib import sha256
from struct import Struct
from typing import IO

from press.forme import Forme

_TOGETHER = 200
_FREE, _PLAIN, _PACKED = range(3)
_ENTRY = Struct(">BIH")


class Writer:
    """Writes a PDF to `out`; every number that is reserved is to be written once."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out
        self.at = 0
        self.digest = sha256()
        # For each number: how it is written, where, and which of a stream's objects it is.
        self.kinds, self.places, self.indices = (
            array("B", [_FREE]),
            array("I", [0]),
            array("H", [0]),
        )
        self.waiting: dict[str, list[tuple[int, bytes]]] = {}
        # The second line tells programs that look no further that this is no text.
        self._put(b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n")

    def reserve(self, count: int = 1) -> int:
        """The first of `count` numbers that nothing else has."""
        first = len(self.kinds)
        self.kinds.extend([_FREE] * count)
        self.places.extend([0] * count)
        self.indices.extend([0] * count)
        return first

    def write(self, number: int, text: bytes, beside: str = "") -> int:
        """Write an object that is not a stream; its number again.

        Whoever reads one reads all that were written `beside` it in the same stream.
        """
        waiting = self.waiting.setdefault(beside, [])
        waiting.append((number, text))
        if len(waiting) == _TOGETHER:
            self._flush(beside)
        return number

    def add(self, text: bytes) -> int:
        """Write an object that is not a stream; the number that it was given."""
        return self.write(self.reserve(), text)

    def stream(self, number: int, data: bytes, entries: bytes = b"", *, packed: bool = True) -> int:
        """Write a stream; `data` is compressed already, if it is `packed`. Its number again."""
        self._place(number, _PLAIN, self.at)
        self._stream(number, data, entries + b"/Filter/FlateDecode" if packed else entries)
        return number

    def add_stream(self, data: bytes, entries: bytes = b"") -> int:
        """Compress and write a stream; the number that it was given."""
        return self.stream(self.reserve(), zlib.compress(data), entries)

    def forme(self, forme: Forme, base: int, document: int = 0) -> None:
        """Write what a forme with the numbers from `base` brings besides pages and links.

        `document` is the number of the element above those of its structure.
        """
        for pack in forme.packs:
            members = [base + member for member in pack.members]
            self._pack(members, pack.first, pack.body.closed(base, document))
        for loose in forme.loose:
            self.stream(base + loose.number, loose.data, loose.entries.closed(base, document))

    def close(self, root: int, info: int) -> None:
        """Write where everything is; `root` is the catalogue, `info` the document's particulars."""
        for beside in tuple(self.waiting):
            self._flush(beside)
        number, start = self.reserve(), self.at
        # The table holds its own place too.
        self._place(number, _PLAIN, start)
        packer = zlib.compressobj()
        table = b"".join(map(packer.compress, self._rows())) + packer.flush()
        name = self.digest.hexdigest()[:32].encode()
        entries = (
            b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]"
            % (len(self.kinds), root, info, name, name)
        )  # fmt: skip
        self._stream(number, table, entries + b"/Filter/FlateDecode")
        self._put(b"startxref\n%d\n%%%%EOF\n" % start)

    def _rows(self) -> Iterator[bytes]:
        """The table's rows, some at a time: all of them as objects would take much room."""
        for first in range(0, len(self.kinds), _TOGETHER):
            some = slice(first, first + _TOGETHER)
            rows = map(_ENTRY.pack, self.kinds[some], self.places[some], self.indices[some])
            yield b"".join(rows)

    def _flush(self, beside: str) -> None:
        waiting = self.waiting.pop(beside)
        places, position = [], 0
        for number, text in waiting:
            places.append(b"%d %d" % (number, position))
            position += len(text) + 1
        head = b" ".join(places) + b"\n"
        body = head + b"\n".join(text for _, text in waiting)
        self._pack([number for number, _ in waiting], len(head), body)

    def _pack(self, members: list[int], first: int, body: bytes) -> None:
        number = self.reserve()
        for index, member in enumerate(members):
            self._place(member, _PACKED, number, index)
        entries = b"/Type/ObjStm/N %d/First %d" % (len(members), first)
        self.stream(number, zlib.compress(body), entries)

    def _stream(self, number: int, data: bytes, entries: bytes) -> None:
        head = b"%d 0 obj\n<<%b/Length %d>>\nstream\n" % (number, entries, len(data))
        self._put(head + data + b"\nendstream\nendobj\n")

    def _place(self, number: int, kind: int, place: int, index: int = 0) -> None:
        if self.kinds[number]:
            raise ValueError(f"object {number} is written twice")
        self.kinds[number], self.places[number], self.indices[number] = kind, place, index

    def _put(self, data: bytes) -> None:
        self.out.write(data)
        self.digest.update(data)
        self.at += len(data)
