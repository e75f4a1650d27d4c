"""Characters that cannot be printed, and those that could but would say nothing."""

import datetime
import unicodedata
from collections.abc import Iterator
from typing import Any

from press.document import Document, Where
from press.faults import named
from press.house import House
from press.problems import Problem

_MUTE = frozenset({"Cc", "Co", "Cs"})
_MARK = "\ufeff"


def mute(text: str) -> list[str]:
    """The characters of `text` that say nothing, though some font may have a sign for them.

    These are control characters, those of private use (ISO 19005-2, 6.2.11.7.3) and the
    byte order mark (6.2.11.7.2). Line ends and tabs are spaces to a reader, so not among them.
    """
    # Almost no text has any, and this is found out a hundred times as fast.
    if text.replace("\n", "").replace("\t", "").isprintable():
        return []
    found = set(text) - {"\n", "\t"}
    return sorted(one for one in found if unicodedata.category(one) in _MUTE or one == _MARK)


def silence(character: str) -> tuple[str, str]:
    """What is wrong with a mute character, and the remedy."""
    code = f"U+{ord(character):04X}"
    return f"the character {code} says nothing to a reader", "remove it, or write it in words"


def unprintable(source: Document, house: House) -> Iterator[Problem]:
    """Each character in the texts of `source` that cannot be printed, where it first stands."""
    if not _odd(source.data, house):
        return
    for where, text in _strings(source.data, ()):
        silent = mute(text)
        for character in silent:
            place = source.find(where, character)
            yield Problem(place, named(where, source), *silence(character))
        for character in sorted(set(text) - {"\n", *silent}):
            if ord(character) not in house.characters:
                yield Problem(
                    source.find(where, character),
                    named(where, source),
                    f"no font of the book has '{character}' (U+{ord(character):04X})",
                    "write it in words or with another sign",
                )


def _odd(data: Any, house: House) -> bool:
    """Whether there is any such character at all: one look at all texts together."""
    found = set().union(*(text for _, text in _strings(data, ())))
    return (
        bool(mute("".join(found))) or not {ord(one) for one in found - {"\n"}} <= house.characters
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
