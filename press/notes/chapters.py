"""The chapters of notes and their titles."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from press.notes.entries import NoteEntry
from press.notes.lines import Noted

_SPAN = re.compile(
    r"\s*[(\[]\s*(?:(?:questions?|qs?)\b\.?\s*:?\s*)?"
    r"(?:q?\d+\s*(?:[-\u2013—]|to)\s*q?\d+|\d+\s*questions?)\s*[)\]]\s*$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"^(?:(?:chapter|part|section|module|unit)\s+)?(\d{1,3})\s*(?:[.):]|\s[\u2013—-])\s+(?=\S)",
    re.I,
)
LINKED = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)\)")


@dataclass(frozen=True)
class NoteChapter:
    """A chapter: its title, the text before its first question, and its entries.

    `above` is the title of what it is a section of.
    """

    title: str
    opening: str
    entries: tuple[NoteEntry, ...]
    line: int
    above: str = ""


def titled(head: str) -> tuple[str, list[str]]:
    """The title in a heading, without emphasis, links and the span of its questions.

    And what was taken off.
    """
    taken = [url for _, url in LINKED.findall(head)]
    text = re.sub(r"^\[\W*\]\s*", "", plain(LINKED.sub(r"\1", head)))
    span = _SPAN.search(text)
    if span and span.start():
        taken.append(span[0].strip())
        text = text[: span.start()]
    return text.strip(" :"), taken


def plain(text: str) -> str:
    """A title or a description without emphasis and links."""
    text = LINKED.sub(r"\1 (\2)", text)
    return re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text).strip()


def without_numbers(chapters: Sequence[NoteChapter], taken: list[Noted]) -> Iterator[NoteChapter]:
    """Take the numbers off the titles if all have them in order: the book numbers its own."""
    found = [_NUMBERING.match(chapter.title) for chapter in chapters]
    numbers = [int(match[1]) for match in found if match]
    steps = all(after in (1, before + 1) for before, after in pairwise(numbers))
    in_order = steps and len(numbers) == len(chapters)
    for chapter, match in zip(chapters, found, strict=True):
        if match and in_order and (len(chapters) > 1 or match[0][0].isdigit()):
            taken.append((chapter.line, match[0].strip()))
            yield replace(chapter, title=chapter.title[match.end() :])
        else:
            yield chapter


def distinct(chapters: Iterable[NoteChapter]) -> Iterator[NoteChapter]:
    """Chapters of one title told apart by the titles of what they are sections of."""
    every = list(chapters)
    count = Counter(chapter.title.casefold() for chapter in every)
    for chapter in every:
        alone = count[chapter.title.casefold()] == 1 or not chapter.above
        yield chapter if alone else replace(chapter, title=f"{chapter.above}: {chapter.title}")
