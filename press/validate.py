"""The second stage: what is wrong with a book once its files are looked at together."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import figures, listings, measures
from press.characters import unprintable
from press.editions import wrong_cross_references, wrong_editions
from press.house import House
from press.listings import Cut
from press.load import Bound, Manuscript
from press.problems import BadContent, Place, Problem, did_you_mean
from press.references import too_few_referrers, wrong_references
from press.terms import alike
from press.texts import wrong_texts


@dataclass(frozen=True)
class Copy:
    """A book without faults, with the listings and drawings that its entries print."""

    manuscript: Manuscript
    cuts: dict[int, Cut]
    drawings: dict[int, str]


def validate(manuscript: Manuscript, house: House) -> Copy:
    """Check everything that can be checked without typesetting.

    Raises `BadContent` with the problems of loading and of validating together.
    """
    problems = list(manuscript.problems)
    cuts: dict[int, Cut] = {}
    drawings: dict[int, str] = {}
    numbering = list(_numbers(manuscript))
    problems += numbering
    problems += _twice(manuscript)
    problems += wrong_editions(manuscript, house)
    problems += wrong_cross_references(manuscript)
    problems += unprintable(manuscript.source, house)
    problems += wrong_texts(manuscript)
    problems += wrong_references(manuscript)
    problems += too_few_referrers(manuscript)
    problems += alike(manuscript)
    for chapter in manuscript.chapters:
        problems += unprintable(chapter.source, house)
        problems += _mark(chapter, house)
        for index, entry in enumerate(chapter.text.entries):
            try:
                if entry.listing:
                    place = chapter.place(index, "listing")
                    cuts[entry.id] = listings.cut(manuscript.root, entry.listing, place)
            except BadContent as error:
                problems += error.problems
            try:
                if entry.figure:
                    place = chapter.place(index, "figure")
                    drawings[entry.id] = figures.drawing(manuscript.root, entry.figure.name, place)
            except BadContent as error:
                problems += error.problems
            problems += measures.of_entry(
                chapter, index, manuscript.book.measures, cuts.get(entry.id)
            )
        # What a chapter has too few of cannot be told while its entries are in question.
        if chapter.whole and not numbering:
            problems += measures.of_chapter(chapter, manuscript.book.measures)
    if problems:
        raise BadContent(problems)
    return Copy(manuscript, cuts, drawings)


def _numbers(manuscript: Manuscript) -> Iterator[Problem]:
    """Each number once, ascending through the book, and none left out of a stated span."""
    span = manuscript.span
    first: dict[int, Place] = {}
    before, astray = 0, False
    for chapter in manuscript.chapters:
        for index, entry in enumerate(chapter.text.entries):
            place, where = chapter.place(index, "id"), f"question {entry.id}"
            if entry.id in first:
                astray = True
                yield Problem(
                    place,
                    where,
                    f"the number {entry.id} is given a second time",
                    f"number it anew (the first is at {first[entry.id]})",
                )
                continue
            first[entry.id] = place
            if span and not span.first <= entry.id <= span.last:
                astray = True
                yield Problem(
                    place,
                    where,
                    f"the number is not among {span.first} to {span.last}",
                    "correct it, or 'questions' in book.yaml",
                )
                continue
            if entry.id < before:
                yield Problem(
                    place,
                    where,
                    f"it stands after question {before}",
                    "put the entries in the order of their numbers",
                )
            before = max(before, entry.id)
    # A number given wrongly leaves a gap where it belongs: that is one fault, not two.
    if span and manuscript.whole and not astray:
        yield from _gaps(manuscript, first)


def _gaps(manuscript: Manuscript, found: dict[int, Place]) -> Iterator[Problem]:
    span = manuscript.span
    assert span is not None
    for number in range(span.first, span.last + 1):
        if number in found:
            continue
        later = [other for other in found if other > number]
        place = found[min(later)] if later else manuscript.source.place(("questions", "last"))
        yield Problem(
            place,
            f"question {number}",
            "it is missing from the book",
            "add it before this, or correct 'questions' in book.yaml",
        )


def _twice(manuscript: Manuscript) -> Iterator[Problem]:
    """A listing or a figure that two entries print: one of them means another."""
    first: dict[tuple[str, str, str], int] = {}
    for chapter in manuscript.chapters:
        for index, entry in enumerate(chapter.text.entries):
            shown = [("figure", entry.figure.name, "")] if entry.figure else []
            if entry.listing:
                shown.append(("listing", entry.listing.name, entry.listing.region))
            for key in shown:
                other = first.setdefault(key, entry.id)
                if other != entry.id:
                    yield Problem(
                        chapter.place(index, key[0], "name"),
                        f"question {entry.id}, {key[0]}",
                        f"question {other} prints '{key[1]}' already",
                        "name another, or another region",
                    )


def _mark(chapter: Bound, house: House) -> Iterator[Problem]:
    mark = chapter.text.mark
    if mark is not None and mark not in house.marks:
        yield Problem(
            chapter.source.place(("mark",)),
            "mark",
            f"there is no mark '{mark}'",
            did_you_mean(mark, house.marks),
        )
