"""A Markdown document of questions and answers, taken apart into chapters and entries."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from press.notes import mojibake
from press.notes.chapters import NoteChapter, distinct, plain, titled, without_numbers
from press.notes.entries import NoteEntry, entry
from press.notes.forms import heading
from press.notes.layout import joined
from press.notes.leftovers import gathered
from press.notes.lines import Line, Noted, Tidied
from press.notes.outline import Outline
from press.notes.tidying import tidy


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
    are replaced or reported, see `press.notes.signs`.
    """
    mended, repaired = mojibake.repair(text)
    return _Reader(tidy(mended, known), name).notes(repaired)


class _Reader:
    def __init__(self, tidied: Tidied, name: str) -> None:
        self.lines = list(joined(tidied.lines))
        self.unplaced, self.taken, self.jumps = tidied.unplaced, tidied.taken, tidied.jumps
        self.outline = Outline(self.lines, tidied.veiled)
        at = self.outline.title
        self.title = name if at is None else self._titled(at)
        self.rules_part = self._rules_part()

    def notes(self, repaired: int) -> Notes:
        """The document; called once, as it fills the reports."""
        outline = self.outline
        starts = outline.chapters
        top = 0 if outline.title is None else outline.title + 1
        self._unplace(self.lines[: outline.title or 0])
        front = range(top, starts[0] if starts else len(self.lines))
        chosen = outline.chosen(front)
        sections = outline.sections(front, chosen) if chosen else []
        intro = range(top, min([*chosen, *sections, front.stop]))
        description = self._description(self.lines[intro.start : intro.stop])
        chapters = list(self._parts(None, range(intro.stop, front.stop), chosen, sections))
        for start, end in pairwise([*starts, len(self.lines)]):
            chapters += self._chapter(start, range(start + 1, end))
        return Notes(
            self.title,
            description,
            tuple(distinct(without_numbers(chapters, self.taken))),
            gathered(self.unplaced, self.lines, outline.listed, self.jumps),
            tuple(sorted(self.taken)),
            repaired,
        )

    def _rules_part(self) -> bool:
        """Whether most rules stand before a heading or a question, and so part entries."""
        marks = self.outline.marks
        after = [self.outline.after(at) for at, line in enumerate(self.lines) if line.rule]
        votes = Counter(at == len(self.lines) or at in marks for at in after)
        return votes[True] > votes[False]

    def _entries(self, chosen: list[int], span: range) -> tuple[NoteEntry, ...]:
        return tuple(
            entry(
                self.outline.marks[at],
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
        chosen = self.outline.chosen(span)
        if not chosen:
            self._unplace(self.lines[start : span.stop])
            return
        yield from self._parts(start, span, chosen, self.outline.sections(span, chosen))

    def _parts(
        self, start: int | None, span: range, chosen: Sequence[int], sections: Sequence[int]
    ) -> Iterator[NoteChapter]:
        """A chapter and the sections in it, each as a chapter if it has questions."""
        opening = ""
        for at, end in pairwise([start, *sections, span.stop]):
            assert end is not None
            part = range(span.start if at == start else (at or 0) + 1, end)
            inside = [i for i in chosen if i in part]
            if at is not None and not inside:
                self._unplace([self.lines[at]])
            if at not in (None, start) and not inside:
                self._unplace(self.lines[part.start : part.stop])
                continue
            before = self._opening(self.lines[part.start : inside[0] if inside else part.stop])
            opening = f"{opening}\n\n{before}".strip("\n")
            if not inside:
                continue
            title = self.title if at is None else self._titled(at)
            above = "" if at is None else self._above(at)
            line = self.lines[self.outline.title or 0 if at is None else at].number
            yield NoteChapter(title, opening, self._entries(inside, part), line, above)
            opening = ""

    def _above(self, at: int) -> str:
        return titled(self.outline.parent(at))[0]

    def _opening(self, before: Sequence[Line]) -> str:
        """The text before a chapter's first question, unless it is more than plain text."""
        asides = [line for line in before if not line.code and heading(line.text)]
        opening = [line for line in before if not (line in asides or line.rule)]
        prose = not any(line.code or line.text.lstrip()[:1] in ("|", "<") for line in opening)
        self._unplace(asides if prose else before)
        return "\n".join(line.text.rstrip() for line in opening).strip("\n") if prose else ""

    def _titled(self, at: int) -> str:
        text, taken = titled(self.outline.heads[at][1])
        self.taken += [(self.lines[at].number, one) for one in taken]
        return text or f"Chapter at line {self.lines[at].number}"

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
        return plain(" ".join(" ".join(first).split()))

    def _unplace(self, lines: Sequence[Line]) -> None:
        self.unplaced += [
            (line.number, line.text.strip()) for line in lines if not line.blank and not line.rule
        ]
