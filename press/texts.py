"""The Markdown texts of a book: where each stands, and what in them cannot be printed."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import prose
from press.document import Document, Where, spelled
from press.load import Bound, Manuscript
from press.problems import Place, Problem
from press.schema import LEVELS, Book

_NAMES = ("title", "question", "alt")
"""Texts by which something is called where it is not seen."""


@dataclass(frozen=True)
class Written:
    """A text, what it is called, and where it stands; `entry` is the number of its entry."""

    source: Document
    field: Where
    where: str
    text: str
    entry: int | None = None

    def place(self, words: str) -> Place:
        """Where `words` stand in the text, or the text itself if they are not as written."""
        return self.source.find(self.field, words)


def written(manuscript: Manuscript) -> Iterator[Written]:
    """Each Markdown text of a book: its own, then those of its chapters."""
    for field, text in _of_book(manuscript.book):
        yield Written(manuscript.source, field, spelled(field), text)
    for chapter in manuscript.chapters:
        yield from _of_chapter(chapter)


def wrong_texts(manuscript: Manuscript) -> Iterator[Problem]:
    """What stands in a book's texts that cannot be printed, or not be read aloud."""
    for text in written(manuscript):
        for wanted, wrong, remedy in prose.faults(text.text):
            yield Problem(text.place(wanted), text.where, wrong, remedy)
        for number in prose.links(text.text):
            if manuscript.lacks(number):
                yield Problem(
                    text.place(f"book:q{number}"),
                    text.where,
                    f"there is no question {number}",
                    "link to one that the book has",
                )
        if text.field[-1] in _NAMES and not prose.plain(text.text).strip():
            place = text.source.place(text.field)
            yield Problem(place, text.where, "it prints nothing", "write it in words")


def _of_book(book: Book) -> Iterator[tuple[Where, str]]:
    for key in ("preface", "anatomy", "conventions"):
        if text := getattr(book, key):
            yield (key,), text
    for level in LEVELS:
        if text := getattr(book.levels, level):
            yield ("levels", level), text
    for index, plan in enumerate(book.plans):
        yield ("plans", index, "title"), plan.title
        if plan.note:
            yield ("plans", index, "note"), plan.note


def _of_chapter(chapter: Bound) -> Iterator[Written]:
    for key in ("title", "summary", "opening"):
        if text := getattr(chapter.text, key):
            yield Written(chapter.source, (key,), key, text)
    for index, entry in enumerate(chapter.text.entries):
        known = {key: getattr(entry, key) for key in ("question", "short", "answer", "pitfall")}
        texts: list[tuple[Where, str]] = [((key,), text) for key, text in known.items() if text]
        if entry.listing:
            texts.append((("listing", "caption"), entry.listing.caption))
        if entry.figure:
            texts.append((("figure", "caption"), entry.figure.caption))
            texts.append((("figure", "alt"), entry.figure.alt))
        for number, followup in enumerate(entry.followups):
            texts.append((("followups", number, "ask"), followup.ask))
            texts.append((("followups", number, "reply"), followup.reply))
        for field, text in texts:
            where = f"question {entry.id}, {spelled(field)}"
            yield Written(chapter.source, chapter.where(index, *field), where, text, entry.id)
