"""Characters that none of the book's fonts has: paper would show an empty box."""

import datetime
from collections.abc import Iterator
from typing import Any

from press.document import Document, Where
from press.faults import named
from press.house import House
from press.problems import Problem


def unprintable(source: Document, house: House) -> Iterator[Problem]:
    """Each character in the texts of `source` that cannot be printed, where it first stands."""
    for where, text in _strings(source.data, ()):
        for character in sorted(set(text) - {"\n"}):
            if ord(character) not in house.characters:
                yield Problem(
                    source.find(where, character),
                    named(where, source),
                    f"no font of the book has '{character}' (U+{ord(character):04X})",
                    "write it in words or with another sign",
                )


def _strings(data: Any, where: Where) -> Iterator[tuple[Where, str]]:
    if isinstance(data, str):
        yield where, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(value, (*where, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _strings(value, (*where, index))
    else:
        assert data is None or isinstance(data, (int, float, datetime.date))
