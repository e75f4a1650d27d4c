"""A Markdown document of questions and answers, taken apart into chapters and entries."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from press.notes import mojibake
from press.notes.entries import Choice, NoteEntry, entry, primary
from press.notes.forms import Mark, heading, mark
from press.notes.tidying import Line, Noted, Tidied, joined, tidy

_CONTENTS = re.compile(r"^\W*(?:table of )?(?:contents|toc|index|list of questions)\W*$", re.I)
_SPAN = re.compile(
    r"\s*[(\[]\s*(?:(?:questions?|qs?)\b\.?\s*:?\s*)?"
    r"(?:q?\d+\s*(?:[-\u2013—]|to)\s*q?\d+|\d+\s*questions?)\s*[)\]]\s*$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"^(?:(?:chapter|part|section|module|unit)\s+)?(\d{1,3})\s*(?:[.):]|\s[\u2013—-])\s+(?=\S)",
    re.I,
)
_LINKED = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)\)")


@dataclass(frozen=True)
class NoteChapter:
    """A chapter: its title, the text before its first question, and its entries."""

    title: str
    opening: str
    entries: tuple[NoteEntry, ...]
    line: int


@dataclass(frozen=True)
class Notes:
    """All of a document.

    `unplaced` are the lines that have no place in a book; `taken` the labels, anchors and
    emoji that were taken off what has.
    """

    title: str
    description: str
    chapters: tuple[NoteChapter, ...]
    unplaced: tuple[Noted, ...]
    taken: tuple[Noted, ...]
    repaired: int

    @property
    def entries(self) -> tuple[NoteEntry, ...]:
        """All entries, in the order in which they stand."""
        return tuple(entry for chapter in self.chapters for entry in chapter.entries)


def read_notes(text: str, name: str = "Notes", known: Container[int] | None = None) -> Notes:
    """Read the document `text`.

    `name` is its title where it has none; signs that are not among the `known` code points
    are replaced or reported, see `press.notesigns`.
    """
    mended, repaired = mojibake.repair(text)
    return _Reader(tidy(mended, known), name).notes(repaired)


class _Reader:
    def __init__(self, tidied: Tidied, name: str) -> None:
        self.lines = list(joined(tidied.lines))
        self.unplaced, self.taken = tidied.unplaced, tidied.taken
        self.heads: dict[int, tuple[int, str]] = {}
        self.marks: dict[int, Mark] = {}
        for at, line in enumerate(self.lines):
            if line.code or line.rule:
                continue
            head, found = heading(line.text), mark(line.text)
            if head:
                self.heads[at] = head
            if found:
                self.marks[at] = found
        self.title_at = self._title_at()
        self.title = name if self.title_at is None else self._titled(self.title_at)
        self.rules_part = self._rules_part()
        self.usual = primary([m for m in self.marks.values() if m.level > 2])

    def notes(self, repaired: int) -> Notes:
        """The document; called once, as it fills the reports."""
        starts = self._chapter_starts()
        top = 0 if self.title_at is None else self.title_at + 1
        self._unplace(self.lines[: self.title_at or 0])
        front = range(top, starts[0] if starts else len(self.lines))
        chosen = self._chosen(front)
        intro = self.lines[top : chosen[0] if chosen else front.stop]
        description = self._description(intro)
        chapters = []
        if chosen:
            at = self.lines[self.title_at or 0].number
            chapters.append(NoteChapter(self.title, "", self._entries(chosen, front), at))
        for start, end in pairwise([*starts, len(self.lines)]):
            chapters += self._chapter(start, range(start + 1, end))
        self.unplaced.sort(key=lambda noted: noted[0])
        return Notes(
            self.title,
            description,
            tuple(_without_numbers(chapters, self.taken)),
            tuple(self.unplaced),
            tuple(sorted(self.taken)),
            repaired,
        )

    def _title_at(self) -> int | None:
        """The line of the document's title: the first `#`, unless chapters came before."""
        for at, (level, _) in self.heads.items():
            if level == 1:
                return None if self.marks[at].kind == "labelled" else at
            if level == 2 or self.marks[at].kind == "labelled":
                break
        return None

    def _chapter_starts(self) -> list[int]:
        """Where chapters begin: at `##` and at a second `#`, unless these are questions."""
        level = {n: [at for at, head in self.heads.items() if head[0] == n] for n in (1, 2, 3)}
        ones = [at for at in level[1] if at != self.title_at]
        asking = [at for at in level[2] if self._is_question(at)]
        if len(asking) * 2 > len(level[2]):
            numbered = [at for at in level[2] if self.marks[at].number is not None]
            asking = sorted({*asking, *numbered})
        twos = [at for at in level[2] if at not in asking]
        if twos or asking or ones:
            return sorted(ones + twos)
        return [at for at in level[3] if self._opens_questions(at)]

    def _is_question(self, at: int) -> bool:
        """Whether a `##` heading is an entry: it asks, and no question stands below it."""
        one = self.marks[at]
        if one.kind == "labelled" or not one.asks:
            return one.kind == "labelled"
        end = next((i for i in self.heads if i > at and self.heads[i][0] <= 2), len(self.lines))
        below = [self.marks[i] for i in range(at + 1, end) if i in self.marks]
        return not any(m.kind in ("labelled", "list-heading") or m.asks for m in below)

    def _opens_questions(self, at: int) -> bool:
        if self.marks[at].kind == "labelled" or self.marks[at].asks:
            return False
        after = self._after(at)
        return (after in self.marks and self.marks[after].number is not None) or (
            after in self.marks and self.marks[after].invites
        )

    def _after(self, at: int) -> int:
        """The next line that is not blank."""
        rest = range(at + 1, len(self.lines))
        return next((i for i in rest if not self.lines[i].blank), len(self.lines))

    def _rules_part(self) -> bool:
        """Whether most rules stand before a heading or a question, and so part entries."""
        after = [self._after(at) for at, line in enumerate(self.lines) if line.rule]
        votes = Counter(at == len(self.lines) or at in self.marks for at in after)
        return votes[True] > votes[False]

    def _chosen(self, span: range) -> list[int]:
        marks = {at: one for at, one in self.marks.items() if at in span}
        return Choice(marks, self.usual).questions()

    def _entries(self, chosen: list[int], span: range) -> tuple[NoteEntry, ...]:
        return tuple(
            entry(
                self.marks[at],
                self.lines[at].number,
                self.lines[at + 1 : end],
                end == span.stop and (self.rules_part or self._footed(at, end)),
                self.unplaced,
                self.taken,
            )
            for at, end in zip(chosen, [*chosen[1:], span.stop], strict=True)
        )

    def _footed(self, at: int, end: int) -> bool:
        """Whether the document ends with a rule and one more line."""
        rest = [line for line in self.lines[at:end] if not line.blank]
        rules = sum(line.rule for line in rest)
        return end == len(self.lines) and rules == 1 and rest[-2].rule and not rest[-1].code

    def _chapter(self, start: int, span: range) -> Iterator[NoteChapter]:
        """The chapter that begins at `start`, unless it has no question."""
        contents = _CONTENTS.match(self.heads[start][1])
        chosen = [] if contents else self._chosen(span)
        if not chosen:
            self._unplace(self.lines[start : span.stop])
            return
        before = self.lines[span.start : chosen[0]]
        sections = [line for line in before if not line.code and heading(line.text)]
        opening = [line for line in before if not (line in sections or line.rule)]
        prose = not any(line.code or line.text.lstrip()[:1] in ("|", "<") for line in opening)
        self._unplace(sections if prose else before)
        text = "\n".join(line.text.rstrip() for line in opening).strip("\n") if prose else ""
        line = self.lines[start].number
        yield NoteChapter(self._titled(start), text, self._entries(chosen, span), line)

    def _titled(self, at: int) -> str:
        """The title in a heading, without the span of its questions and without emphasis."""
        title = self.heads[at][1]
        self.taken += [(self.lines[at].number, url) for _, url in _LINKED.findall(title)]
        text = _plain(_LINKED.sub(r"\1", title))
        span = _SPAN.search(text)
        if span and span.start():
            self.taken.append((self.lines[at].number, span[0].strip()))
            text = text[: span.start()]
        return text.strip(" :") or f"Chapter at line {self.lines[at].number}"

    def _description(self, intro: Sequence[Line]) -> str:
        """The first paragraph or quotation before the questions; the rest has no place."""
        pictures = {number for number, text in self.unplaced if text.startswith(("![", "<img"))}
        skipped = (x.blank or x.rule or x.number in pictures for x in intro)
        at = next((i for i, skip in enumerate(skipped) if not skip), len(intro))
        self._unplace(intro[:at])
        end = at
        while end < len(intro) and not (intro[end].blank or intro[end].rule or intro[end].code):
            end += 1
        first = [re.sub(r"^\s*>\s?", "", line.text) for line in intro[at:end]]
        if any(re.match(r"\s*(?:[-*+#|<]\s|\||#|\d+[.)]\s)", text) for text in first):
            first, end = [], at
        self._unplace(intro[end:])
        return _plain(" ".join(" ".join(first).split()))

    def _unplace(self, lines: Sequence[Line]) -> None:
        self.unplaced += [
            (line.number, line.text.strip()) for line in lines if not line.blank and not line.rule
        ]


def _plain(text: str) -> str:
    """A title or a description without emphasis and links."""
    text = _LINKED.sub(r"\1 (\2)", text)
    return re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text).strip()


def _without_numbers(chapters: Sequence[NoteChapter], taken: list[Noted]) -> Iterator[NoteChapter]:
    """Take the numbers off the titles if all have them in order: the book numbers its own."""
    found = [_NUMBERING.match(chapter.title) for chapter in chapters]
    numbers = [int(match[1]) for match in found if match]
    in_order = numbers == list(range(numbers[0], numbers[0] + len(chapters))) if numbers else False
    for chapter, match in zip(chapters, found, strict=True):
        if match and in_order and (len(chapters) > 1 or match[0][0].isdigit()):
            taken.append((chapter.line, match[0].strip()))
            yield replace(chapter, title=chapter.title[match.end() :])
        else:
            yield chapter
