"""Where a word may break that is too long for a line: at its joints, and nowhere else.

The engine can be told to break a word anywhere, but then it breaks words that would have
fitted on the next line. So it is told to break none, and long ones are given places where they
may: behind a mark such as a slash or a full stop, before a capital inside a name, and where
there is no joint for long, every so many characters.
"""

import re
from collections.abc import Iterator
from html import escape

LONG = 28
"""Characters of a word that every edition's lines hold; a longer one may break."""

BREAK = "\u200b"
"""A space of no width: a place to break that nobody sees, hears or copies."""

_REST = 14
_WORD = re.compile(rf"\S{{{LONG + 1},}}")
_JOINT = re.compile(r"(?<=[./_=,:;&?#(])(?=\w)|(?<=\w-)(?=\w)|(?<=[a-z0-9])(?=[A-Z])")


def breakable(text: str) -> str:
    """`text` as HTML, with places to break in its long words."""
    found, end = [], 0
    for word in _WORD.finditer(text):
        found.append(escape(text[end : word.start()], quote=False))
        found.append(BREAK.join(escape(piece, quote=False) for piece in _pieces(word[0])))
        end = word.end()
    return "".join(found) + escape(text[end:], quote=False)


def _pieces(word: str) -> Iterator[str]:
    for piece in _JOINT.split(word):
        if len(piece) <= LONG:
            yield piece
        else:
            yield from (piece[at : at + _REST] for at in range(0, len(piece), _REST))
