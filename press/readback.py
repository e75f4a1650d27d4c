"""The objects of a finished PDF, read one at a time, each where the table of objects says it is.

The libraries that read PDFs hold what they know of each object of a document, which takes
hundreds of bytes for each; a large book has hundreds of thousands. Here the table stays as it is
written (ISO 32000-1, 7.5.8), and what was read is forgotten.
"""

import re
import zlib
from collections.abc import Callable
from functools import lru_cache
from typing import IO, Any, NamedTuple

_TOKEN = re.compile(
    rb"[\0\t\n\f\r ]*(?:(?P<open><<|\[)|(?P<close>>>|\])|/(?P<name>[^\0\t\n\f\r /<>\[\](){}%]*)"
    rb"|(?P<reference>\d+) \d+ R\b|(?P<number>[-+]?[\d.]+)|(?P<word>true|false|null)\b"
    rb"|\((?P<text>(?:[^()\\]|\\.)*)\)|<(?P<hex>[\dA-Fa-f\s]*)>)",
    re.DOTALL,
)
_HEAD = re.compile(rb"\s*\d+ \d+ obj\b")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_CHUNK = 4096
_ROWS = 12
"""The predictor of tables whose rows say in what they differ from the row above (7.4.4.4)."""


class Unreadable(ValueError):
    """What was written is no PDF, or not of the kind that the press writes."""


class Reference(NamedTuple):
    """A reference to the object of this number."""

    number: int


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


class Readback:
    """The document in `file`; `trailer` leads to all else.

    Mappings, lists, `Name`, numbers, `bytes` for strings; of a stream, its dictionary. Raises
    `Unreadable` for what is not written with a stream for its table, or cannot be understood.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        end = file.seek(0, 2)
        file.seek(max(end - _CHUNK, 0))
        start = _START.search(file.read())
        if start is None:
            raise Unreadable("it does not say where its objects are")
        self.trailer, table = self._stream(int(start[1]))
        if self.trailer.get("Type") != "XRef":
            raise Unreadable("its table of objects is no stream")
        self.widths: list[int] = self.trailer["W"]
        if self.trailer.get("DecodeParms", {}).get("Predictor", 1) >= _ROWS:
            table = _unpredicted(table, sum(self.widths))
        self.table = table
        self.pack = lru_cache(8)(self._pack)

    def get(self, value: Any) -> Any:
        """`value`, or the object that it refers to."""
        if not isinstance(value, Reference):
            return value
        kind, place, index = self._entry(value.number)
        if kind == 1:
            return self._value(place)[0]
        if kind == 2:
            places, body = self.pack(place)
            return _parsed(body, places[index])[0]
        return None

    def _entry(self, number: int) -> tuple[int, int, int]:
        at = number * sum(self.widths)
        found = []
        for width in self.widths:
            found.append(int.from_bytes(self.table[at : at + width], "big"))
            at += width
        if at > len(self.table):
            raise Unreadable(f"its table has no object {number}")
        return found[0], found[1], found[2]

    def _pack(self, number: int) -> tuple[list[int], bytes]:
        """Where the objects begin that are written in a stream, and what is in it (7.5.7)."""
        kind, place, _ = self._entry(number)
        if kind != 1:
            raise Unreadable(f"object {number} is no stream")
        entries, body = self._stream(place)
        numbers = [int(word) for word in body[: entries["First"]].split()]
        return [entries["First"] + offset for offset in numbers[1::2]], body + b"\n"

    def _stream(self, place: int) -> tuple[dict[str, Any], bytes]:
        entries, end = self._value(place)
        if not isinstance(entries, dict) or "Length" not in entries:
            raise Unreadable(f"there is no stream at byte {place}")
        self.file.seek(end)
        found = re.match(rb"\s*stream\r?\n", self.file.read(20))
        self.file.seek(end + (found.end() if found else 0))
        try:
            return entries, zlib.decompress(self.file.read(self.get(entries["Length"])))
        except zlib.error:
            raise Unreadable(f"the stream at byte {place} is damaged") from None

    def _value(self, place: int) -> tuple[Any, int]:
        """The object at a place, and where in the file it ends."""
        size = _CHUNK
        while True:
            self.file.seek(place)
            data = self.file.read(size)
            head = _HEAD.match(data)
            if head is None:
                raise Unreadable(f"no object begins at byte {place}")
            try:
                value, end = _parsed(data, head.end())
            except Unreadable:
                if len(data) < size:
                    raise
                size *= 4
            else:
                return value, place + end


def _parsed(data: bytes, at: int) -> tuple[Any, int]:
    """The value that begins in `data` at a place, and where it ends (7.3)."""
    around: list[tuple[bytes, list[Any]]] = []
    size = len(data)
    while True:
        token = _TOKEN.match(data, at)
        # A word at the very end may go on.
        if token is None or token.end() == size:
            raise Unreadable(f"what begins with {data[at : at + 20]!r} is no value")
        at, kind = token.end(), token.lastgroup
        assert kind
        text = token[kind]
        if kind in _SIMPLE:
            value = _SIMPLE[kind](text)
        elif kind == "open":
            around.append((text, []))
            continue
        elif around:
            opened, value = around.pop()
            if opened == b"<<":
                value = dict(zip(value[::2], value[1::2], strict=False))
        else:
            raise Unreadable("something ends that has not begun")
        if not around:
            return value, at
        around[-1][1].append(value)


@lru_cache(1000)
def _name(text: bytes) -> Name:
    # Spaces and the like are written as figures (7.3.5).
    plain = re.sub(rb"#(..)", lambda sign: bytes.fromhex(sign[1].decode()), text)
    return Name(plain, "latin-1")


_SIMPLE: dict[str, Callable[[bytes], Any]] = {
    "name": _name,
    "number": lambda text: float(text) if b"." in text else int(text),
    "reference": lambda text: Reference(int(text)),
    "word": {b"true": True, b"false": False, b"null": None}.__getitem__,
    "text": bytes,
    "hex": bytes,
}


def _unpredicted(table: bytes, width: int) -> bytes:
    rows = bytearray()
    above = bytes(width)
    for at in range(0, len(table), width + 1):
        row = table[at + 1 : at + 1 + width]
        if table[at] == 2:
            row = bytes((one + other) % 256 for one, other in zip(row, above, strict=True))
        elif table[at]:
            raise Unreadable("its table of objects is packed in a way that is not known")
        rows += row
        above = row
    return bytes(rows)
