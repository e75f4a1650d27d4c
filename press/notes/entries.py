"""Which lines of a chapter are its questions, and what of the rest answers them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from press.notes.forms import Mark, heading, without_answer_label
from press.notes.tidying import Line, Noted

Group = tuple[str, int]

# How much a form says for being that of the questions, each time that it asks.
_WEIGHT = {"list-heading": 9.0, "bold": 5.0, "heading": 3.0, "list-bold": 2.5}
_NO_QUESTION = re.compile(
    r"^\W*(?:examples?|answers?|solutions?|explanation|notes?|output|code|references?|resources?|"
    r"links|summary|conclusion|further reading|licen[cs]e|contributing|follow[- ]?ups?)\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"^\s*(?:[-*+]\s+)?\W*B\W*[:.)]\W*\s")
_LISTS = ("list", "list-bold")


@dataclass(frozen=True)
class NoteEntry:
    """A question with its answer in Markdown; `line` is where it stood."""

    number: int | None
    question: str
    answer: str
    line: int


def primary(marks: Sequence[Mark]) -> Group | None:
    """The form that the questions have, if they are not labelled: the one that asks most."""
    scores: dict[Group, float] = defaultdict(float)
    first = True
    for one in marks:
        numbered = one.number is not None
        if one.kind == "labelled" or not (one.asks or (numbered and one.invites)):
            continue
        weight = _WEIGHT.get(one.kind, 1.0) * (2 if numbered and one.kind == "heading" else 1)
        # Questions come before the lists and headings of their answers.
        scores[one.kind, one.level] += weight * (3 if first else 1)
        first = False
    if scores:
        return max(scores, key=lambda group: scores[group])
    for group in ((one.kind, one.level) for one in marks if one.kind in ("heading", "bold")):
        alike = [one for one in marks if (one.kind, one.level) == group]
        if group[0] == "bold" or sum(one.number is not None for one in alike) > 1:
            return group
    return None


class Choice:
    """The questions among the marks of a chapter."""

    def __init__(self, marks: Mapping[int, Mark], usual: Group | None) -> None:
        """`usual` is the form that the questions have in the document as a whole."""
        self.marks = dict(sorted(marks.items()))
        everything = list(self.marks.values())
        labelled = [one for one in everything if one.kind == "labelled"]
        self.group = None if labelled else primary(everything)
        if not labelled and self.group is None and usual and usual[0] == "heading":
            # The chapter asks nothing, but others have their questions in such headings.
            self.group = usual
        self.levels = {one.level for one in labelled}
        if self.group and self.group[0] == "heading":
            self.levels.add(self.group[1])
        alike = [one for one in everything if (one.kind, one.level) == self.group]
        self.numbered = sum(one.number is not None for one in alike) * 2 > len(alike)
        self.lazy = sum(one.number == 1 for one in alike) * 2 > len(alike) > 1

    def questions(self) -> list[int]:
        """The indices of the lines on which entries begin."""
        chosen: list[int] = []
        before: int | None = None
        inner: int | None = None
        for at, one in self.marks.items():
            if not self._opens(one, before, inner):
                if one.kind == "heading" and self.group and self.group[0] in _LISTS:
                    before = None  # the numbers of a list begin anew below a heading
                inner = one.number if one.kind in _LISTS else inner
                continue
            chosen.append(at)
            inner = None
            if one.number is not None:
                before = one.number
            elif before is not None:
                before += 1
        return chosen

    def _opens(self, one: Mark, before: int | None, inner: int | None) -> bool:
        """`inner`: the last number of a list since the last question, whose own was `before`."""
        if one.kind == "labelled":
            return True
        if (one.kind, one.level) == self.group:
            return self._belongs(one, before, inner)
        later = one.number is not None and (before is None or one.number > before)
        if one.kind == "heading":
            return one.asks and (one.level in self.levels or later)
        if one.kind in ("bold", "list-heading"):
            return one.asks and later
        follows = before is not None and one.number == before + 1
        return one.kind in _LISTS and inner is None and follows and one.asks

    def _belongs(self, one: Mark, before: int | None, inner: int | None) -> bool:
        if one.kind == "list-heading":
            return True
        if one.kind == "heading":
            plain = not self.numbered and not _NO_QUESTION.match(one.question)
            return one.asks or one.number is not None or plain
        if one.kind == "plain-bold":
            return one.asks
        assert one.number is not None
        follows = before is None or one.number == before + 1
        if one.kind == "bold":
            return follows or one.asks
        if self.lazy:
            return one.invites
        skips = before is not None and one.number > before
        if inner is None:
            return follows or (skips and one.asks)
        # After a list in the answer: the next question, unless it could be that list's.
        return follows and (one.asks or (one.invites and one.number != inner + 1))


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
    if mark.kind in (*_LISTS, "list-heading", "labelled"):
        lines = _dedented(lines)
    question = mark.question
    if not question.strip("*_ "):
        question, lines = _first_paragraph(lines)
    if mark.label and (
        mark.number is None
        or not mark.label.lower().startswith(("q", "["))
        or "uestion" in mark.label
    ):
        taken.append((line, mark.label))
    lines = list(_unlabelled(lines, taken))
    return NoteEntry(mark.number, _neat(question), "\n".join(_broken(lines)).strip("\n"), line)


def _own(mark: Mark, body: Sequence[Line], ends_part: bool) -> tuple[Sequence[Line], list[Line]]:
    """The lines that belong to the entry, and those that come after it."""
    end = len(body)
    for at, line in enumerate(body):
        head = None if line.code else heading(line.text)
        above = head is not None and mark.level <= 6 and head[0] < mark.level
        section = above and head is not None and not _NO_QUESTION.match(head[1])
        if section or (ends_part and line.rule and at):
            end = at
            break
    # A heading right before the next question is that of a section.
    while end and (body[end - 1].blank or body[end - 1].rule or _is_heading(body[end - 1])):
        end -= 1
    return body[:end], [line for line in body[end:] if not line.blank and not line.rule]


def _is_heading(line: Line) -> bool:
    return not line.code and heading(line.text) is not None


def _dedented(lines: list[Line]) -> list[Line]:
    """An answer that is indented as the content of a list item, moved to the margin."""
    rest = [line for line in lines if not line.blank]
    indents = [len(line.text) - len(line.text.lstrip()) for line in rest]
    if rest and indents[0] == 0 and len(indents) > 1 and rest[0].number != rest[1].number:
        indents = indents[1:]  # the answer began on the question's line
    if not indents or indents[0] < 2:
        return lines
    width = min(indent for indent in indents if indent >= 2)
    return [
        Line(
            line.number,
            line.text[min(width, len(line.text) - len(line.text.lstrip())) :],
            line.code,
        )
        for line in lines
    ]


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
    match = re.fullmatch(r"(\*\*|__|\*|_)((?:(?!\1).)+)\1", text)
    return match[2].strip() if match else text


def _broken(lines: Sequence[Line]) -> Iterator[str]:
    """The texts of the lines; two spaces at the end, which break a line, are written `\\`."""
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else None
        if after is not None and line.blank and after.blank and not (line.code or after.code):
            continue
        breaks = line.text.endswith("  ") and not line.blank and not line.code
        text = line.text.rstrip()
        goes_on = after is not None and not after.blank and not after.code
        yield text + "\\" if breaks and goes_on and re.search(r"\w\W?$", text) else text
