"""The drawings of a part, cut once however often they are printed.

The engine draws the leader of each line of the contents anew, with all that it needs, and so the
ground of each listing: most of the objects of a page of contents are the same as some other.
"""

import re
from collections.abc import Collection, Iterable
from typing import Any

import pydyf

TOKEN = re.compile(rb"\((?:[^()\\]|\\.)*\)|(?P<number>\d+) 0 R", re.DOTALL)
"""A reference in the text of an object, or a string, in which there is none."""

_SORTS = (None, "/Pattern", "/XObject")
"""What sort of objects draw, and are not one thing each, as elements of the structure are."""


class Cuts:
    """The objects of `pdf` that are like others; those that are `apart` are like none."""

    def __init__(self, pdf: Any, apart: Collection[int]) -> None:
        self.objects = pdf.objects
        self.apart = apart
        self.firsts: dict[int, int] = {}
        self.known: dict[tuple[bytes, bytes], int] = {}
        self.bodies: dict[int, bytes] = {}

    def first(self, number: int) -> int:
        """The number of the first object that draws the same; the others need not be written."""
        if number in self.firsts or number in self.apart:
            return self.firsts.get(number, number)
        # What it refers to may lead back to it.
        self.firsts[number] = number
        found = self.objects[number]
        if isinstance(found, pydyf.Stream):
            body = joined(found.stream)
            key = (self._told(pydyf.Dictionary(found.extra)), body)
            first = self.firsts[number] = self.known.setdefault(key, number)
            self.bodies[first] = body
        elif isinstance(found, dict) and found.get("Type") in _SORTS:
            self.firsts[number] = self.known.setdefault((self._told(found), b""), number)
        return self.firsts[number]

    def body(self, number: int) -> bytes:
        """What is in the stream that is the first to draw something."""
        return self.bodies[number]

    def _told(self, entries: Any) -> bytes:
        """A dictionary, in which all that draws the same has one number."""

        def told(found: re.Match[bytes]) -> bytes:
            number = found["number"]
            return found[0] if number is None else b"%d 0 R" % self.first(int(number))

        return TOKEN.sub(told, entries.data)


def joined(stream: Iterable[Any]) -> bytes:
    """The operators of a stream of the engine's, one below the other."""
    return b"\n".join([one if type(one) is bytes else pydyf._to_bytes(one) for one in stream])
