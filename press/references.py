"""The web of references between entries: what they name under `see` and `terms`."""

from collections.abc import Iterator

from press.load import Bound, Manuscript
from press.problems import Problem


def wrong_references(manuscript: Manuscript) -> Iterator[Problem]:
    """What entries refer to that is not there, is themselves, or is named already."""
    for chapter in manuscript.chapters:
        for index in range(len(chapter.text.entries)):
            yield from _see(manuscript, chapter, index)
            yield from _terms(chapter, index)


def _see(manuscript: Manuscript, chapter: Bound, index: int) -> Iterator[Problem]:
    entry = chapter.text.entries[index]
    where = f"question {entry.id}, see"
    for position, number in enumerate(entry.see):
        place = chapter.place(index, "see", position)
        if number == entry.id:
            yield Problem(place, where, "it refers to itself", "name another question")
        elif number in entry.see[:position]:
            yield Problem(place, where, f"it names {number} twice", "name it once")
        elif manuscript.lacks(number):
            yield Problem(
                place, where, f"there is no question {number}", "name one that the book has"
            )


def _terms(chapter: Bound, index: int) -> Iterator[Problem]:
    entry = chapter.text.entries[index]
    for key, term in enumerate(entry.terms):
        if term in entry.terms[:key]:
            yield Problem(
                chapter.place(index, "terms", key),
                f"question {entry.id}, terms",
                f"it names '{term}' twice",
                "name it once",
            )
