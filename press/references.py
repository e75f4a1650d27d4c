"""The web of references between entries: what they name under `see` and `terms`."""

from collections.abc import Iterator

from press import prose
from press.load import Bound, Manuscript
from press.problems import Problem
from press.shapes import Bounds
from press.texts import written


def wrong_references(manuscript: Manuscript) -> Iterator[Problem]:
    """What entries refer to that is not there, is themselves, or is named already."""
    for chapter in manuscript.chapters:
        for index in range(len(chapter.text.entries)):
            yield from _see(manuscript, chapter, index)
            yield from _terms(chapter, index)


def too_few_referrers(manuscript: Manuscript) -> Iterator[Problem]:
    """Complete entries to which fewer or more other entries refer than the book's measure allows.

    An entry refers to what it names under `see` and to what its texts link to. While some of
    the book could not be read, nobody knows who refers to what.
    """
    bounds = manuscript.book.measures.referrers
    if bounds is None or not manuscript.whole:
        return
    found = _referrers(manuscript)
    for chapter in manuscript.chapters:
        for index, entry in enumerate(chapter.text.entries):
            count = len(found.get(entry.id, ()))
            if entry.complete and not bounds.hold(count):
                wrong, remedy = _told(entry.id, count, bounds)
                yield Problem(chapter.place(index, "id"), f"question {entry.id}", wrong, remedy)


def _told(number: int, count: int, bounds: Bounds) -> tuple[str, str]:
    wrong = f"{count or 'no'} other {'entry refers' if count < 2 else 'entries refer'} to it"
    if count > bounds.min:
        return f"{wrong}, {bounds} may", "let fewer name it"
    allowed = "" if bounds.min == 1 else f", {bounds} must"
    return f"{wrong}{allowed}", f"name it under 'see' of a related one, or link to book:q{number}"


def _referrers(manuscript: Manuscript) -> dict[int, set[int]]:
    """For each question, the other ones that refer to it."""
    found: dict[int, set[int]] = {}
    for chapter in manuscript.chapters:
        for entry in chapter.text.entries:
            for number in entry.see:
                found.setdefault(number, set()).add(entry.id)
    for text in written(manuscript):
        for number in prose.links(text.text) if text.entry is not None else ():
            found.setdefault(number, set()).add(text.entry or 0)
    return {number: others - {number} for number, others in found.items()}


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
