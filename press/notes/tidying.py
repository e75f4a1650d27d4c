"""Somebody's Markdown as lines that a book can hold, each with the number it had.

What is code is told from what is not, and headings have one form. Comments, links within
the page and signs that no font has are taken out and reported.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from press.notes import signs
from press.notes.markup import Markup, masked

_FENCE = re.compile(r"^\s*(?:(?:[-*+]|\d{1,5}[.)])\s+|>\s?)*(`{3,}|~{3,})(.*)$")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d{1,5}[.)])\s")
_HEADING = re.compile(r"^ {0,3}#{1,6}(?=\s|$)|^#{2,6}(?=\w)")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,}) *$")
_RULE = re.compile(r"^ {0,3}([-*_])(?: *\1){2,} *$")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]]+)\]:\s+<?(\S+?)>?(?:\s+[\"'(].*[\"')])?\s*$")
_ANCHOR = r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(#[^)]*\)"
# A line of a table of contents, or the way back to it.
_ANCHORS = re.compile(rf"^\s*(?:[-*+]|\d+[.)])?[\s*_|\d.:>-]*(?:{_ANCHOR}[\s*_|]*)+$")
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

_OPEN_BOLD = re.compile(r"^\s*(?:[-*+]\s+|\d+[.)]\s+)?\*\*(?!\s)(?:(?!\*\*).)+$")

Noted = tuple[int, str]


@dataclass(frozen=True)
class Line:
    """A line of the notes; where `code` is true nothing in it is structure."""

    number: int
    text: str
    code: bool = False

    @property
    def blank(self) -> bool:
        """Whether it holds nothing."""
        return not self.text.strip()

    @property
    def rule(self) -> bool:
        """Whether it is a horizontal rule."""
        return not self.code and bool(_RULE.match(self.text))


@dataclass
class Tidied:
    """The lines that are left, what cannot be printed, and trimmings that hold no text."""

    lines: list[Line] = field(default_factory=list)
    unplaced: list[Noted] = field(default_factory=list)
    taken: list[Noted] = field(default_factory=list)


def tidy(text: str, known: Container[int] | None = None) -> Tidied:
    """The lines of `text`, tidied; `known` are the code points that the fonts have."""
    out = Tidied()
    source = _without_front_matter(list(_source(text, out)), out)
    lines = list(_summaries(_without_comments(_marked(source), out), out))
    found = (_DEFINITION.match(line.text) for line in lines if not line.code)
    urls = {match[1].lower(): match[2] for match in found if match}
    out.lines = list(_setext([_cleaned(line, urls, known, out) for line in lines]))
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
    for line in lines:
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
        title = re.sub(r"<[^<>]*>", " ", found[1]).strip()
        before, after = text[: found.start()], text[found.end() :]
        yield Line(line.number, before)
        if _UNVEIL.match(title):
            out.taken.append((line.number, title))
        else:
            yield Line(line.number, "###### " + title.lstrip("# "))
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
        if _ANCHORS.match(text) and not _HEADING.match(text):
            lost(text)
            return Line(number, "")
        markup = Markup(urls, lost, lambda what: out.taken.append((number, what.strip())))
        changed = markup.clean(text)
        text = changed if changed.strip() or not text.strip() else ""
        if "<li" in line.text.lower() and re.match(r"\s*<li", line.text, re.IGNORECASE):
            text = "- " + text.strip()
        if _HEADING.match(text.lstrip()) and line.text.lstrip()[:1] in "#<":
            text, emoji = signs.without_emoji(text.lstrip())
            out.taken += [(number, one) for one in emoji]
    text, gone = signs.printable(text, known, line.code)
    for sign in gone:
        lost(f"the sign {sign}")
    return Line(number, text.rstrip() if line.code else text, line.code)


def _setext(lines: list[Line]) -> Iterator[Line]:
    """Headings that are underlined become headings that are marked."""
    skip = False
    for index, line in enumerate(lines):
        before = index == 0 or lines[index - 1].blank or lines[index - 1].rule
        under = lines[index + 1] if index + 1 < len(lines) else None
        match = _UNDERLINE.match(under.text) if under and not under.code else None
        alone = before and not line.blank and not line.code and not line.rule
        if skip:
            skip = False
            yield Line(line.number, "")
        elif match and alone and _titular(line.text, match[1]):
            skip = True
            yield Line(line.number, f"{'#' if match[1][0] == '=' else '##'} {line.text.strip()}")
        else:
            yield line


def _titular(text: str, underline: str) -> bool:
    """Whether a line over `---` is a title: many draw a rule there and leave out the blank."""
    if underline[0] == "=":
        return True
    sentence = text.rstrip().endswith((".", ":", ",", ";", "**"))
    return not sentence and len(text) < 80 and not re.match(r"\s*([-*+#>|]|\d+[.)]|Q\d*[:.])", text)


def joined(lines: Sequence[Line]) -> Iterator[Line]:
    """A bold question that goes on in the next lines is put on one."""
    rest = iter(lines)
    for line in rest:
        held = [line]
        while not held[0].code and _OPEN_BOLD.match(" ".join(one.text for one in held)):
            following = next(rest, None)
            if following is None:
                break
            held.append(following)
            if following.blank or following.code or len(held) > 3:
                yield from held
                held = []
                break
            if "**" in following.text:
                break
        if len(held) > 1 and "**" in held[-1].text:
            yield Line(line.number, " ".join(one.text.strip() for one in held))
        else:
            yield from held
