"""Emoji, and other signs that no font of the book has."""

import re
import unicodedata
from collections.abc import Container

_SYMBOLS = (
    "\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a\u231b\u2328\u23cf\u23e9-\u23fa"
    "\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2934\u2935\u3030\u303d\u3297\u3299"
)
_LIKE_TEXT = "[\u2190-\u21ff\u203c\u2049\u00a9\u00ae\u2122\u2139](?=\ufe0f)"
_ONE = (
    "(?:[0-9#*]\ufe0f?\u20e3|[\U0001f1e6-\U0001f1ff]{2}|"
    f"(?:[{_SYMBOLS}]|{_LIKE_TEXT})[\ufe0e\ufe0f]?[\U0001f3fb-\U0001f3ff]?"
    "[\U000e0020-\U000e007f]*)"
)
_EMOJI = re.compile(f"(?:{_ONE}(?:\u200d{_ONE})*|[\ufe0e\ufe0f])")
_SPACED = re.compile(f"({_EMOJI.pattern})( ?)")

# What says the same and is in the fonts.
_ALIKE = dict(zip("✅✔☑❌✖❎➡⬅⬆⬇➜➔⭐", "✓✓✓✗✗✗→←↑↓→→★", strict=True)) | {
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "\u2013",
}


def without_emoji(text: str) -> tuple[str, list[str]]:
    """A heading without its emoji (joined sequences, flags and keycaps too), and these."""
    found = [emoji for emoji in _EMOJI.findall(text) if emoji not in "\ufe0e\ufe0f"]
    bare = _EMOJI.sub(" ", text)
    return (" ".join(bare.split()), found) if bare != text else (text, [])


def printable(
    text: str, known: Container[int] | None = None, code: bool = False
) -> tuple[str, list[str]]:
    """The text with signs that can be printed, and those that had to go.

    `known` are the code points that the fonts have; without it only emoji are doubted.
    A letter that they lack is named, as U+4E16, for a word is not to be lost; nothing goes
    from code, where a sign becomes an escape that means the same.
    """
    if text.isascii():
        return text, []
    gone: list[str] = []

    def emoji(found: re.Match[str]) -> str:
        sign, space = found[1], found[2]
        bare = sign.strip("\ufe0e\ufe0f")
        alike = _ALIKE.get(bare)
        if not bare:
            return space
        if known is not None and all(ord(char) in known for char in bare):
            return bare + space
        if alike and (known is None or ord(alike) in known):
            return alike + space
        if code:
            return "".join(f"\\U{ord(char):08X}" for char in sign) + space
        gone.append(sign)
        return ""

    text = _SPACED.sub(emoji, text)
    if known is None:
        return text, gone
    return "".join(_one(char, known, gone, code) for char in text), gone


def _one(char: str, known: Container[int], gone: list[str], code: bool) -> str:
    if ord(char) in known or char in "\t\n":
        return char
    # No-break and thin spaces, ligatures, full-width letters have plain equivalents.
    plain = _ALIKE.get(char) or unicodedata.normalize("NFKC", char)
    if all(ord(part) in known for part in plain):
        return plain
    if unicodedata.category(char) == "Cf":
        return ""
    if code:
        return f"\\u{ord(char):04X}" if ord(char) < 0x10000 else f"\\U{ord(char):08X}"
    gone.append(char)
    return f"U+{ord(char):04X} " if unicodedata.category(char)[0] in "LNM" else ""
