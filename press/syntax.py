"""How values are written in a PDF (ISO 32000-1, 7.3)."""

from collections.abc import Iterable
from functools import lru_cache

import pydyf


@lru_cache(10_000)
def text(words: str) -> bytes:
    """A text string."""
    return bytes(pydyf.String(words).data)


def name(word: str) -> bytes:
    """A name."""
    return bytes(pydyf.name(word))


def numbers(values: Iterable[float]) -> bytes:
    """An array of numbers."""
    return b"[" + b" ".join(b"%.9g" % value for value in values) + b"]"


def reference(number: int) -> bytes:
    """A reference to an object."""
    return b"%d 0 R" % number


def references(found: Iterable[int]) -> bytes:
    """An array of references."""
    return b"[" + b" ".join(map(reference, found)) + b"]"
