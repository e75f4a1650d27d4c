"""A rack for what is not wanted now: formes until the book is written, texts until they are set.

A little stays at hand. What comes after that is put by in a file without a name, which goes with
the rack, so that a large book takes no more memory than a small one.
"""

import pickle
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import partial
from tempfile import TemporaryFile
from typing import IO, Any, TypeVar

from press.forme import Forme
from press.typeset import Part, Symbols

ROOM = 6_000_000
"""Bytes that stay at hand."""

T = TypeVar("T")


@dataclass(frozen=True)
class Racked(Symbols):
    """A part whose forme is on a rack, from which it is brought whenever it is asked for."""

    bring: Callable[[], Forme]

    @property
    def forme(self) -> Forme:
        """The part's pages."""
        return self.bring()


Set = Part | Racked
"""A typeset part, whose forme is at hand or on a rack."""


class Rack:
    """Holds things until it is closed; `room` is how many bytes of them stay at hand."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self.file: IO[bytes] | None = None

    def put(self, thing: T, weight: int) -> Callable[[], T]:
        """Put by a thing of about `weight` bytes; returns what brings it back.

        Raises `OSError` if there is no room for it on the disk either.
        """
        if weight <= self.room:
            self.room -= weight
            return lambda: thing
        if self.file is None:
            self.file = TemporaryFile()  # noqa: SIM115 - it is closed with the rack
        start = self.file.seek(0, 2)
        # Nobody else can write to a file that has no name, so what is read is what was written.
        pickle.dump(thing, self.file, pickle.HIGHEST_PROTOCOL)
        return partial(self._brought, start)

    def racked(self, part: Part) -> Racked:
        """`part`, with its forme put by."""
        known = {field.name: getattr(part, field.name) for field in fields(Symbols)}
        return Racked(**known, bring=self.put(part.forme, part.forme.weight))

    def close(self) -> None:
        """Throw away what is held; none of it can be brought any more."""
        if self.file is not None:
            self.file.close()

    def _brought(self, start: int) -> Any:
        assert self.file is not None
        self.file.seek(start)
        return pickle.load(self.file)
