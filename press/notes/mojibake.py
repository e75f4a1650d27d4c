"""Encoding damage and its repair: UTF-8 that something read as Mac Roman, CP1252 or CP437.

ftfy goes first, line by line. It judges a line as a whole and leaves it alone when in doubt,
so what it leaves is looked at once more, sequence by sequence.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from ftfy import TextFixerConfig, fix_and_explain

# Only the encoding is mended: quotes, ligatures, widths, entities and accents stay.
_FTFY = TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    # This step takes the Mac Roman spelling of ≠ for a damaged †; `_Codec` is safer.
    decode_inconsistent_utf8=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
)

# A closing quotation mark whose last byte, 0x9d, got lost: CP1252 has no character for it.
_CLOSING = re.compile(
    "â€(?![" + re.escape(bytes(range(0x80, 0xC0)).decode("sloppy-windows-1252")) + "])"
)
# The first byte of an emoji is U+F8FF in Mac Roman, which some programs throw away.
_HEADLESS = re.compile(r"^(#{1,6} +)(ü\S\S)(?= )")
# After √ and ¬ these make sense as mathematics: √π, ¬≤.
_MATHS = set("∞±≤≥µ∂∑∏π∫Ω≠")
_ROUNDS = 3

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def repair(text: str) -> tuple[str, int]:
    """The text with its encoding damage mended, and how many damaged strings there were."""
    mended, strings = [], 0
    for line in text.split("\n"):
        good = line if line.isascii() else _line(line)
        strings += _differences(line, good)
        mended.append(good)
    return "\n".join(mended), strings


def decode(raw: bytes) -> tuple[str, int]:
    """The text of a file, and how many runs of bytes in it were not the UTF-8 they should be.

    Raises `UnicodeError` for a file that is no text at all.
    """
    for bom, codec in _BOMS:
        if raw.startswith(bom):
            return raw.decode(codec).removeprefix("\ufeff"), 0
    if b"\0" in raw:
        # Latin text in UTF-16 has a zero in every other byte, and nothing else has.
        for start, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
            if raw[start::2].count(0) > len(raw) * 0.4:
                return raw.decode(codec), 0
        raise UnicodeError("it holds zero bytes, so it is no text")
    try:
        return raw.decode("utf-8"), 0
    except UnicodeDecodeError:
        return _guess(raw)


def _guess(raw: bytes) -> tuple[str, int]:
    """Keep what is UTF-8; read the rest in whichever old code page makes better words."""
    kept = raw.decode("utf-8", "surrogateescape")
    best = max(("sloppy-windows-1252", "mac_roman"), key=lambda codec: _likely(kept, codec))
    return re.subn(r"[\udc80-\udcff]+", lambda run: _reread(run[0], best), kept)


def _reread(escaped: str, codec: str) -> str:
    return escaped.encode("utf-8", "surrogateescape").decode(codec)


def _likely(kept: str, codec: str) -> int:
    """How much better than another code page `codec` fits the bytes that are not UTF-8."""
    score = 0
    for found in re.finditer(r"(?<=(.))?([\udc80-\udcff])(?=(.))?", kept, re.DOTALL):
        char = _reread(found[2], codec)
        word = bool((found[1] and found[1].islower()) or (found[3] and found[3].islower()))
        if char == "\u2019" and word and found[3]:
            score += 4  # an apostrophe within a word
        elif char in "éèêàâçùûôîïëäöüßñáíóúøåæœ":
            score += 3 if word else 1
        elif char in "ÉÈÀÇÄÖÜÑÁÍÓÚØÅÆ":
            score += 1 if not (found[1] and found[1].islower()) else -2
        elif char in "\u2018\u2019“”\u2013—…•«»°©®€£§™\u00a0→±\u00d7":
            score += 1
        else:
            score -= 2
    return score


def _line(line: str) -> str:
    for _ in range(_ROUNDS):
        before = line
        if "â€œ" in line:
            line = _CLOSING.sub("”", line)
        line = fix_and_explain(line, _FTFY).text
        for codec in _CODECS:
            line = codec.runs.sub(codec.mend, line)
        line = _HEADLESS.sub(_with_head, line)
        if line == before:
            break
    return line


def _with_head(found: re.Match[str]) -> str:
    try:
        char = ("\uf8ff" + found[2]).encode("mac_roman").decode("utf-8")
    except UnicodeError:
        return found[0]
    return found[1] + char if unicodedata.category(char) == "So" else found[0]


def _differences(before: str, after: str) -> int:
    if before == after:
        return 0
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return sum(step[0] != "equal" for step in steps)


@dataclass(frozen=True)
class _Codec:
    """A code page as which UTF-8 can be read by mistake, and its way back."""

    name: str
    bytes_of: dict[str, int]
    runs: re.Pattern[str]

    def mend(self, run: re.Match[str]) -> str:
        """The run decoded, as a whole where it is a word, else what is plausible of it."""
        raw = bytes(self.bytes_of[char] for char in run[0])
        try:
            good = raw.decode("utf-8")
        except UnicodeDecodeError:
            return run[0]
        if _is_word(good):
            return good
        mended, start = "", 0
        for char in good:
            end = start + len(char.encode())
            seen = run[0][start:end]
            around = run.string[: run.start() + start][-2:], run.string[run.start() + end :][:2]
            mended += char if _plausible(self.name, char, seen, *around) else seen
            start = end
        return mended


def _codec(name: str) -> _Codec:
    table = {bytes([i]).decode(name): i for i in range(0x80, 0x100)}
    if name == "mac_roman":  # the same signs as other programs write them
        table |= {"\u2126": table["Ω"], "\u03bc": table["µ"], "\u0394": table["∆"]}

    def chars(first: int, last: int) -> str:
        return "[" + "".join(re.escape(c) for c, i in table.items() if first <= i <= last) + "]"

    more = chars(0x80, 0xBF)
    two, three, four = chars(0xC2, 0xDF), chars(0xE0, 0xEF), chars(0xF0, 0xF4)
    run = f"(?:{two}{more}|{three}{more}{{2}}|{four}{more}{{3}})+"
    return _Codec(name, table, re.compile(run))


_CODECS = tuple(map(_codec, ("mac_roman", "sloppy-windows-1252", "cp437")))


def _is_word(text: str) -> bool:
    """Three letters or more of one script other than Latin, which no accident spells."""
    scripts = {unicodedata.name(char, "?").split()[0] for char in text}
    return len(text) > 2 and len(scripts) == 1 and text.isalpha() and "LATIN" not in scripts


def _plausible(codec: str, char: str, seen: str, before: str, after: str) -> bool:
    """Whether `char` was meant where `seen` stands between `before` and `after`."""
    if unicodedata.category(char) in ("Cn", "Cc", "Co"):
        return False
    code = ord(char)
    if len(seen) == 4:
        return True
    if len(seen) == 3:
        signs = 0x2000 <= code <= 0x2BFF or 0xFE0E <= code <= 0xFE0F or code == 0xFFFD
        return signs or 0x1E00 <= code <= 0x1EFF
    inside = before[-1:].islower() and after[:1].islower()
    if codec == "mac_roman" and seen[0] in "√¬":
        return inside if seen[1] in _MATHS else seen[0] == "√" or not char.isalpha()
    if codec == "sloppy-windows-1252" and seen[0] in "ÃÂ":
        return (seen[0] == "Ã" or not char.isalpha()) and not before[-1:].isupper()
    return False
