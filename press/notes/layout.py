"""How lines hang together: titles over rules, bold over two lines, breaks within one."""

import re
from collections.abc import Iterable, Iterator, Sequence

from press.notes.forms import heading
from press.notes.lines import Line

_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,}) *$")
_OPEN_BOLD = re.compile(r"^\s*(?:[-*+]\s+|\d+[.)]\s+)?\*\*(?!\s)(?:(?!\*\*).)+$")
_HANGING = re.compile(r"^( *(?:>\s?)*)((?:[-*+]|\d{1,6}[.)])\s+)?")


def broken(lines: Iterable[Line]) -> Iterator[Line]:
    """A line that markup has broken (one newline) or parted (more), as several lines.

    A break is two spaces at the end of a line, as in Markdown.
    """
    for line in lines:
        if "\n" not in line.text:
            yield line
            continue
        if heading(line.text.lstrip().replace("\n", " ")):
            yield Line(line.number, " ".join(line.text.split()), line.code, line.asked)
            continue
        found = _HANGING.match(line.text.lstrip("\n"))
        assert found is not None
        hang = found[1] + " " * len(found[2] or "")
        parts = re.split(r"(\n+)", line.text.rstrip(" ").lstrip("\n"))
        for at in range(0, len(parts), 2):
            text, after = parts[at].rstrip(), parts[at + 1] if at + 1 < len(parts) else ""
            text = hang + text.lstrip() if at and text else text
            if text or not after:
                yield Line(line.number, text + "  " * (after == "\n"), line.code)
            if len(after) > 1:
                yield Line(line.number, hang.rstrip())


def setext(lines: Sequence[Line]) -> Iterator[Line]:
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
