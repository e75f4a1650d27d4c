"""Tables in notes: those of questions and answers taken apart, the others made square."""

import re
from collections.abc import Iterator, Sequence

from press.notes.forms import Mark, heading, mark
from press.notes.lines import Line, Tidied

_DELIMITER = re.compile(r"^(?=.*\|)(?!- )\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_BAR = re.compile(r"(?<!\\)\|")
_PREFIX = re.compile(r"^\s*(?:>\s?)*")
_QUESTION = re.compile(r"(?:(?:interview )?questions?|q|ques)(?: text)?", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?:(?:short |model |sample )?answers?|a|ans|explanation|response|reply|solution)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:(?:s|sl|sr|q)[. ]*)?(?:no|nr|num|number|id)\.?|#|№|q\.?#", re.IGNORECASE)


def without_tables(lines: Sequence[Line], out: Tidied) -> Iterator[Line]:
    """The lines with the rows of questions and answers as entries, other tables squared."""
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        if end == at:
            yield lines[at]
            at += 1
            continue
        rows = lines[at:end]
        names = [re.sub(r"[*_`:?]", "", cell).strip() for cell in _cells(rows[0].text)]
        asked = next((i for i, name in enumerate(names) if _QUESTION.fullmatch(name)), None)
        answered = next((i for i, name in enumerate(names) if _ANSWER.fullmatch(name)), None)
        if asked is not None and answered is not None:
            out.taken.append((rows[0].number, " | ".join(_cells(rows[0].text))))
            yield from _entries(rows[2:], names, asked, answered)
        else:
            yield from _squared(rows)
        if end < len(lines) and not lines[end].blank:
            yield Line(rows[-1].number, "")
        at = end


def _end(lines: Sequence[Line], at: int) -> int:
    """Where the table ends that begins at `at`; `at` itself if none does."""
    two = lines[at : at + 2]
    if len(two) < 2 or any(line.code for line in two):
        return at
    head, under = (_PREFIX.sub("", line.text) for line in two)
    if "|" not in head or not _DELIMITER.match(under) or _DELIMITER.match(head):
        return at
    if heading(head):
        return at
    end = at + 2
    while end < len(lines) and not lines[end].code and _BAR.search(lines[end].text):
        end += 1
    return end


def _cells(text: str) -> list[str]:
    bare = _PREFIX.sub("", text).strip()
    bare = re.sub(r"(?<!\\)\|$", "", bare.removeprefix("|"))
    return [cell.strip() for cell in _BAR.split(bare)]


def _squared(rows: Sequence[Line]) -> Iterator[Line]:
    """The rows, all with as many cells as the longest has."""
    cells = [_cells(row.text.replace("\n", " ")) for row in rows]
    width = max(map(len, cells))
    ragged = any(len(row) < width for row in cells)
    prefix = _PREFIX.match(rows[0].text)
    assert prefix is not None
    for at, (row, line) in enumerate(zip(cells, rows, strict=True)):
        text = line.text.replace("\n", " ")
        if ragged:
            row = row + ["---" if at == 1 else ""] * (width - len(row))
            text = f"{prefix[0]}| {' | '.join(row)} |"
        yield Line(line.number, text)


def _entries(
    rows: Sequence[Line], names: Sequence[str], asked: int, answered: int
) -> Iterator[Line]:
    """An entry for each row; other columns follow the answer, with their names."""
    for row in rows:
        cells = [cell.replace("\\|", "|") for cell in _cells(row.text)]
        question = " ".join(cells[asked].split()) if asked < len(cells) else ""
        number: int | None = None
        texts = [cells[answered]] if answered < len(cells) else []
        for at, cell in enumerate(cells):
            if at in (asked, answered) or not cell:
                continue
            name = names[at] if at < len(names) else ""
            if _NUMBER.fullmatch(name) and cell.rstrip(".").isdecimal() and len(cell) < 7:
                number = int(cell.rstrip("."))
            else:
                texts.append(f"{name}: {cell}" if name else cell)
        yield Line(row.number, "", asked=_mark(question, number) if question else None)
        for text in texts:
            yield Line(row.number, text)
            yield Line(row.number, "")


def _mark(question: str, number: int | None) -> Mark:
    found = mark(f"# {question}")
    if found and found.question and (found.number is not None or found.label):
        number = found.number if number is None else number
        return Mark("row", 7, number, found.question, label=found.label)
    return Mark("row", 7, number, question)
