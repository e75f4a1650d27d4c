"""Somebody's Markdown as lines that a book can hold, each with the number it had.

What is code is told from what is not, and headings have one form. Comments, links within
the page and signs that no font has are taken out and reported.
"""

import re
from collections.abc import Container, Iterable, Iterator
from html import unescape

from press.notes import signs
from press.notes.forms import VEILED
from press.notes.layout import broken, setext
from press.notes.lines import Line, Tidied
from press.notes.markup import Markup, masked
from press.notes.tables import without_tables

_FENCE = re.compile(r"^\s*(?:(?:[-*+]|\d{1,5}[.)])\s+|>\s?)*(`{3,}|~{3,})(.*)$")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d{1,5}[.)])\s")
_HEADING = re.compile(r"^ {0,3}#{1,7}(?=\s|$)|^#{2,6}(?=\w)")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]]+)\]:\s+<?(\S+?)>?(?:\s+[\"'(].*[\"')])?\s*$")
_ANCHOR = r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(#[^)]*\)"
# A line of a table of contents, or the way back to it.
_ANCHORS = re.compile(rf"^\s*(?:[-*+]|\d+[.)])?[\s*_|\d.:>-]*(?:{_ANCHOR}[\s*_|]*)+$")
_EMPTY = r"(?:\s*</?(?:b|strong|i|em|p|div|sub|sup|br|center)\b[^<>]*>)*\s*"
_HTML_JUMP = re.compile(rf"^{_EMPTY}<a\s[^<>]*href=[\"']#[^<>]*>[^<>]*</a>{_EMPTY}$", re.IGNORECASE)
_KEYCAPS = re.compile("^([ #*-]*)((?:[0-9]\ufe0f?\u20e3)+) *")
_PRE = re.compile(r"^\s*<pre\b[^<>]*>\s*(?:<code\b[^<>]*>)?", re.IGNORECASE)
_PRE_END = re.compile(r"(?:</code>)?\s*</pre>\s*", re.IGNORECASE)
# Control characters, byte order marks and lone surrogates: YAML does not allow them.
_ODD = re.compile("[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
# They would break a line in YAML, but did not in the editor that counted the lines.
_SPACES = str.maketrans("\x0b\x0c\x85\u2028\u2029", "     ")
_SUMMARY = re.compile(r"<summary[^>]*>(.*?)</summary>", re.IGNORECASE)
_UNVEIL = re.compile(
    r"^\W*(?:(?:show|view|see|click|tap|reveal|expand|toggle|open)\b.*|(?:the )?(?:answers?|"
    r"solutions?|explanation)\W*)$",
    re.IGNORECASE,
)


def tidy(text: str, known: Container[int] | None = None) -> Tidied:
    """The lines of `text`, tidied; `known` are the code points that the fonts have."""
    out = Tidied()
    source = _without_front_matter(list(_source(text, out)), out)
    lines = list(_summaries(_without_comments(_marked(_fenced(source)), out), out))
    found = (_DEFINITION.match(line.text) for line in lines if not line.code)
    urls = {match[1].lower(): match[2] for match in found if match}
    cleaned = [_cleaned(line, urls, known, out) for line in lines]
    out.lines = list(setext(list(broken(without_tables(cleaned, out)))))
    out.unplaced.sort(key=lambda noted: noted[0])
    return out


def _source(text: str, out: Tidied) -> Iterator[Line]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        good = line.translate(_SPACES).expandtabs(4)
        for char in _ODD.findall(good):
            out.unplaced.append((number, f"the character U+{ord(char):04X}"))
        yield Line(number, _ODD.sub("", good))


def _without_front_matter(lines: list[Line], out: Tidied) -> list[Line]:
    """The lines without a block of `key: value` between `---` and `---` at the very top."""
    if lines[0].text.rstrip() != "---":
        return lines
    ends = (i for i, line in enumerate(lines) if i and line.text.rstrip() in ("---", "..."))
    end = next(ends, 0)
    inner = lines[1:end]
    if not inner or not re.match(r"\w[\w -]*:", inner[0].text):
        return lines
    out.unplaced += [(line.number, line.text.strip()) for line in inner if not line.blank]
    return lines[end + 1 :]


def _fenced(lines: Iterable[Line]) -> Iterator[Line]:
    """What stands in `<pre>` becomes code between fences."""
    fence, inside = "", False
    for line in lines:
        match = None if inside else _FENCE.match(line.text)
        if match and not fence:
            fence = match[1]
        elif match and match[1].startswith(fence) and not match[2].strip():
            fence = ""
        start = None if inside or fence else _PRE.match(line.text)
        if not (start or inside):
            yield line
            continue
        if start:
            yield Line(line.number, "~~~~")
        text = line.text[start.end() if start else 0 :]
        end = _PRE_END.search(text)
        inside = end is None
        code = text[: end.start()] if end else text
        if code.strip() or not (start or end):
            yield Line(line.number, unescape(code))
        if end:
            yield Line(line.number, "~~~~")
            if text[end.end() :].strip():
                yield Line(line.number, text[end.end() :])


def _marked(lines: Iterable[Line]) -> Iterator[Line]:
    """Mark the lines that are code: fenced, or indented where no list is open."""
    fence, in_list, blank, code = "", False, True, False
    for line in lines:
        match = _FENCE.match(line.text)
        if fence:
            yield Line(line.number, line.text, True)
            if match and match[1].startswith(fence) and not match[2].strip():
                fence, blank = "", False
        elif match and not (match[1][0] == "`" and "`" in match[2]):
            fence = match[1]
            yield Line(line.number, line.text, True)
        else:
            indented = line.text.startswith("    ") and not line.blank
            code = indented and not in_list and (blank or code)
            if _BULLET.match(line.text) and not code:
                in_list = True
            elif not line.blank and not line.text.startswith(" ") and blank:
                in_list = False
            blank = line.blank
            yield Line(line.number, line.text, code)


def _without_comments(lines: Iterable[Line], out: Tidied) -> Iterator[Line]:
    inside = False
    for line in lines:
        text, kept = line.text, ""
        if line.code and not inside:
            yield line
            continue
        while text:
            at = text.find("-->") if inside else masked(text).find("<!--")
            before = text if at < 0 else text[:at]
            text = "" if at < 0 else text[at + (3 if inside else 4) :]
            if not inside:
                kept += before
            elif before.strip():
                out.unplaced.append((line.number, before.strip()))
            inside = inside != (at >= 0)
        yield Line(line.number, kept)


def _summaries(lines: Iterable[Line], out: Tidied) -> Iterator[Line]:
    """What a `<details>` is called becomes a heading, unless it only says "Answer"."""
    opened: Line | None = None
    depth = 0
    for line in lines:
        if not line.code:
            if depth > 0:
                out.veiled.add(line.number)
            low = line.text.lower()
            depth += low.count("<details") - low.count("</details>")
        if line.code:
            yield line
            continue
        text = line.text
        if opened:
            text, line = f"{opened.text} {text.strip()}", opened
        opened = None
        low = text.lower()
        if "<summary" in low and "</summary>" not in low and len(text) < 1000:
            opened = Line(line.number, text)
            continue
        found = _SUMMARY.search(text)
        if not found:
            yield Line(line.number, text)
            continue
        title = re.sub(r"</?(?:h\d|p|br|div)\b[^<>]*>", " ", found[1], flags=re.I).strip()
        before, after = text[: found.start()], text[found.end() :]
        yield Line(line.number, before)
        if _UNVEIL.match(re.sub(r"<[^<>]*>", " ", title).strip()):
            out.taken.append((line.number, title))
        else:
            yield Line(line.number, f"{VEILED} {title.lstrip('# ')}")
        yield Line(line.number, after.lstrip())
    if opened:
        yield opened


def _cleaned(line: Line, urls: dict[str, str], known: Container[int] | None, out: Tidied) -> Line:
    number, text = line.number, line.text

    def lost(what: str) -> None:
        out.unplaced.append((number, what.strip()))

    if not line.code:
        if _DEFINITION.match(text):
            out.taken.append((number, text.strip()))
            return Line(number, "")
        if (_ANCHORS.match(text) or _HTML_JUMP.match(text)) and not _HEADING.match(text):
            lost(text)
            out.jumps.add(number)
            return Line(number, "")
        markup = Markup(urls, lost, lambda what: out.taken.append((number, what.strip())))
        changed = markup.clean(text)
        text = changed if changed.strip() or not text.strip() else ""
        if "<li" in line.text.lower() and re.match(r"\s*<li", line.text, re.IGNORECASE):
            text = "- " + text.strip()
        text = _KEYCAPS.sub(lambda m: m[1] + re.sub(r"\D", "", m[2]) + ". ", text)
        if _HEADING.match(text.lstrip()) and line.text.lstrip()[:1] in "#<":
            text, emoji = signs.without_emoji(text.lstrip())
            out.taken += [(number, one) for one in emoji]
    text, gone = signs.printable(text, known, line.code)
    for sign in gone:
        lost(f"the sign {sign}")
    return Line(number, text.rstrip() if line.code else text, line.code)
