"""An answer divided: what to say in brief, and the rest. Every word stays, and once."""

import re

_ITEM = re.compile(r"^ {0,3}(?:[-*+]|(\d{1,5})[.)])\s+(?=\S)")
_FENCE = re.compile(r"^\s*(?:[-*+]\s+|\d+[.)]\s+|>\s?)*(`{3,}|~{3,})")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s+")
_BRIEF = 300
"""The longest list, in characters, that is put into a sentence."""


def short_and_answer(text: str) -> tuple[str, str]:
    """The short form of an answer in Markdown, and what remains for the long one."""
    blocks = _blocks(text)
    if not blocks:
        return "", ""
    first, rest = blocks[0], blocks[1:]
    if _HEADING.match(first) and rest and _is_prose(rest[0]):
        title = _HEADING.sub("", first).rstrip(" #:")
        first, rest = f"{title}: {rest[0]}", rest[1:]
    if _is_prose(first):
        listed = _as_sentence(rest[0]) if rest and first.rstrip().endswith(":") else ""
        if listed:
            first, rest = f"{first} {listed}", rest[1:]
        return _in_line(first), _together(rest)
    if all(line.startswith(">") for line in first.split("\n")):
        quoted = re.sub(r"^>\s?", "", first, flags=re.MULTILINE)
        short, more = short_and_answer(quoted)
        return short, _together([more, *rest] if more else rest)
    listed = _as_sentence(first)
    if listed:
        return _in_line(listed), _together(rest)
    items = _items(first)
    if len(items) > 1 and _is_prose(items[0]):
        return _in_line(items[0]), _together([_without_first(first), *rest])
    for at, block in enumerate(rest, 1):
        if _is_prose(block):
            return _in_line(block), _together(blocks[:at] + blocks[at + 1 :])
    return "The answer follows.", _together(blocks)


def _blocks(text: str) -> list[str]:
    """The text parted at blank lines and where a list begins; code and lists stay whole."""
    blocks: list[list[str]] = []
    fence, blank = "", True
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        inside = bool(blocks) and line.startswith("  ") and _ITEM.match(blocks[-1][0]) is not None
        starts = blank and not inside
        if fence:
            starts = False
            if mark and mark[1].startswith(fence) and line.strip() == mark[1]:
                fence = ""
        elif mark:
            fence = mark[1]
            starts = not inside
        elif _HEADING.match(line) or (blocks and _HEADING.match(blocks[-1][-1])):
            starts = True
        elif _ITEM.match(line) and blocks:
            listing = any(_ITEM.match(one) for one in blocks[-1])
            starts = not listing
        if not fence and not line.strip():
            blank = True
            if blocks and blocks[-1]:
                blocks[-1].append("")
            continue
        if starts or not blocks:
            blocks.append([])
        blocks[-1].append(line)
        blank = bool(fence == "" and mark)
    return [block for block in ("\n".join(lines).strip("\n") for lines in blocks) if block]


def _is_prose(block: str) -> bool:
    """Whether it is one paragraph of plain words."""
    if block.startswith("    ") or "\n\n" in block:
        return False
    special = re.compile(r"^ {0,3}(?:>|\||#{1,6}\s|`{3}|~{3})")
    return not any(special.match(line) or _ITEM.match(line) for line in block.split("\n"))


def _items(block: str) -> list[str]:
    """The items of a list; none if it is no list."""
    lines = block.split("\n")
    if not _ITEM.match(lines[0]):
        return []
    items: list[list[str]] = []
    for line in lines:
        match = _ITEM.match(line)
        if match and (not items or not line.startswith("  ")):
            # The number of a step is one of its words.
            items.append([(f"({match[1]}) " if match[1] else "") + line[match.end() :]])
        else:
            items[-1].append(line)
    return ["\n".join(item).strip() for item in items]


def _as_sentence(block: str) -> str:
    """A brief list of one-line items as a sentence; nothing if it is not that."""
    items = _items(block)
    flat = all(_is_prose(item) and "|" not in item for item in items)
    if not items or not flat or len(block) > _BRIEF:
        return ""
    if all(item.endswith((".", "?", "!")) for item in items):
        return " ".join(items)
    return "; ".join(item.rstrip(";,") for item in items).rstrip(".") + "."


def _without_first(block: str) -> str:
    """The list without its first item."""
    lines = block.split("\n")
    second = (i for i, x in enumerate(lines) if i and _ITEM.match(x) and not x.startswith("  "))
    return "\n".join(lines[next(second) :])


def _in_line(text: str) -> str:
    """A paragraph in one line; a break within it is a space."""
    return " ".join(re.sub(r"\\\n", "\n", text).split())


def _together(blocks: list[str]) -> str:
    return "\n\n".join(blocks).strip("\n")
