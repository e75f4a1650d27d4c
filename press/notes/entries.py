"""An entry: the line that asks, and what of the lines after it answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from press.notes.forms import VEILED, Mark, heading, is_aside, without_answer_label
from press.notes.lines import Line, Noted

_CHOICE = re.compile(r"^\s*(?:[-*+]\s+)?\W*B\W*[:.)]\W*\s")
# At the start of a line they end the paragraph above, where no break can stand.
_BLOCK = re.compile(r"^\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,7}\s|>|\||`{3}|~{3})")


@dataclass(frozen=True)
class NoteEntry:
    """A question with its answer in Markdown; `line` is where it stood."""

    number: int | None
    question: str
    answer: str
    line: int


def entry(
    mark: Mark,
    line: int,
    body: Sequence[Line],
    ends_part: bool,
    unplaced: list[Noted],
    taken: list[Noted],
) -> NoteEntry:
    """The entry that `mark` opens; `ends_part`: what follows a rule is no longer its own."""
    own, others = _own(mark, body, ends_part)
    unplaced += [(other.number, other.text.strip()) for other in others]
    lines = [Line(line, mark.rest), *own] if mark.rest else list(own)
    lines = [one for one in lines if not one.rule]
    listed = mark.item or mark.kind == "list-heading"
    if listed or (mark.kind == "labelled" and not any(line.code for line in lines)):
        lines = _dedented(lines, bool(mark.rest))
    question = mark.question
    if mark.kind == "labelled" and not (mark.rest or mark.asks) and lines and _ends(lines[0]):
        question, lines = f"{question} {lines[0].text.strip()}", lines[1:]
    if not question.strip("*_ "):
        question, lines = _first_paragraph(lines)
    if mark.label and (mark.number is None or not re.match(r"\[?Q[^a-z]*$", mark.label, re.I)):
        taken.append((line, mark.label))
    lines = list(_unlabelled(lines, taken))
    return NoteEntry(mark.number, _neat(question), "\n".join(_broken(lines)).strip("\n"), line)


def _own(mark: Mark, body: Sequence[Line], ends_part: bool) -> tuple[Sequence[Line], list[Line]]:
    """The lines that belong to the entry, and those that come after it."""
    end = len(body)
    for at, line in enumerate(body):
        head = None if line.code else heading(line.text)
        above = head is not None and mark.level <= 6 and head[0] < mark.level
        section = above and head is not None and not is_aside(head[1])
        if section or (ends_part and line.rule and at):
            end = at
            break
    # A heading right before the next question is that of a section.
    while end and (body[end - 1].blank or body[end - 1].rule or _is_heading(body[end - 1])):
        end -= 1
    return body[:end], [line for line in body[end:] if not line.blank and not line.rule]


def _ends(line: Line) -> bool:
    """Whether a question that began on the line above ends here."""
    return not line.code and line.text.endswith("?") and not _BLOCK.match(line.text)


def _is_heading(line: Line) -> bool:
    return not line.code and heading(line.text) is not None


def _dedented(lines: list[Line], begun: bool) -> list[Line]:
    """An answer that is indented as the content of a list item, moved to the margin.

    `begun`: its first line stood on the question's.
    """
    rest = [line for line in lines if not line.blank][begun:]
    if not rest or rest[0].indent < 2:
        return lines
    width = min(line.indent for line in rest if line.indent >= 2)
    moved: list[Line] = []
    for at, line in enumerate(lines):
        if line.indent < 2 and at and _BLOCK.match(line.text):
            return [*moved, *lines[at:]]  # the list is over
        moved.append(Line(line.number, line.text[min(width, line.indent) :], line.code))
    return moved


def _first_paragraph(lines: list[Line]) -> tuple[str, list[Line]]:
    """The question where its mark had only a number."""
    start = next((at for at, line in enumerate(lines) if not line.blank), len(lines))
    end = start
    while end < len(lines) and not lines[end].blank and not lines[end].code:
        ended = end > start and lines[end - 1].text.rstrip("*_ ").endswith("?")
        if ended or (end > start and without_answer_label(lines[end].text)[1]):
            break
        end += 1
    return " ".join(line.text.strip() for line in lines[start:end]), lines[end:]


def _unlabelled(lines: Sequence[Line], taken: list[Noted]) -> Iterator[Line]:
    """The answer without the `A:` before it."""
    # `A: …` before `B: …` is not the answer but a choice.
    begun = any(_CHOICE.match(line.text) for line in lines if not line.code)
    for line in lines:
        if not begun and not line.blank and not line.code:
            begun = True
            text, label = without_answer_label(line.text)
            if label:
                taken.append((line.number, label))
                line = Line(line.number, text)
        yield line


def _neat(question: str) -> str:
    """The question in one line, without emphasis around the whole of it."""
    text = " ".join(question.split())
    match = re.fullmatch(r"(\*{1,3}|_{1,3})((?:(?!\1).)+)\1", text)
    return match[2].strip() if match else text


def _broken(lines: Sequence[Line]) -> Iterator[str]:
    """The texts of the lines; two spaces at the end, which break a line, are written `\\`."""
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else None
        if after is not None and line.blank and after.blank and not (line.code or after.code):
            continue
        text = line.text.rstrip()
        if not line.code:
            text = text.replace(VEILED, "######") if text.startswith(VEILED) else text
        breaks = line.text.endswith("  ") and not line.blank and not line.code
        yield text + "\\" if breaks and _goes_on(text, after) else text


def _goes_on(text: str, after: Line | None) -> bool:
    """Whether the line is of the same paragraph as the next, so that it can be broken."""
    if after is None or after.blank or after.code or re.match(r"\s*(?:#|\|)", text):
        return False
    quoted = text.lstrip().startswith(">") and re.match(r"\s*>\s*\w", after.text) is not None
    return bool(re.search(r"\w", text)) and (quoted or not _BLOCK.match(after.text))
