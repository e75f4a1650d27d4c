"""What is wrong with what a book states of itself: editions, chapters, cross-references."""

from collections.abc import Iterator

from press.document import Where
from press.house import PAPERS, House
from press.load import Manuscript
from press.problems import Problem, did_you_mean


def wrong_editions(manuscript: Manuscript, house: House) -> Iterator[Problem]:
    """Editions that name what there is not, and names given twice."""
    book, source = manuscript.book, manuscript.source
    for index, slug in enumerate(book.chapters):
        if slug in book.chapters[:index]:
            place = source.place(("chapters", index))
            yield Problem(place, "chapters", f"'{slug}' is named a second time", "name it once")
    if book.questions and book.questions.first > book.questions.last:
        yield Problem(
            source.place(("questions",)),
            "questions",
            "the first number is above the last",
            "exchange them",
        )
    names = [edition.name for edition in book.editions]
    for index, edition in enumerate(book.editions):
        where = f"edition '{edition.name}'"

        def wrong(
            key: Where, what: str, remedy: str, where: str = where, index: int = index
        ) -> Problem:
            return Problem(source.place(("editions", index, *key)), where, what, remedy)

        if edition.name in names[:index]:
            yield wrong(("name",), "the name is given a second time", "choose another")
        if edition.layout not in house.layouts:
            yield wrong(
                ("layout",),
                f"there is no layout '{edition.layout}'",
                did_you_mean(edition.layout, house.layouts),
            )
        if edition.style not in house.sheets:
            yield wrong(
                ("style",),
                f"there is no stylesheet '{edition.style}'",
                did_you_mean(edition.style, house.sheets),
            )
        elif edition.settings.punch and not house.punched(edition.style):
            able = ", ".join(style for style in house.sheets if house.punched(style))
            yield wrong(
                ("settings", "punch"),
                f"the stylesheet '{edition.style}' has no margin for punched holes",
                f"leave punch out, or choose one that has ({able})",
            )
        if isinstance(edition.paper, str) and edition.paper not in PAPERS:
            yield wrong(
                ("paper",),
                f"there is no paper '{edition.paper}'",
                did_you_mean(edition.paper, PAPERS),
            )
        if edition.budget.max is not None and edition.budget.max < edition.budget.min:
            yield wrong(("budget",), "the most pages are fewer than the least", "exchange them")
        for slug in edition.select.chapters or ():
            if slug not in book.chapters:
                yield wrong(
                    ("select", "chapters"),
                    f"there is no chapter '{slug}'",
                    did_you_mean(slug, book.chapters),
                )


def wrong_cross_references(manuscript: Manuscript) -> Iterator[Problem]:
    """What `see_also` leads to that no entry lists under `terms`."""
    if not manuscript.whole:
        return
    entries = (entry for chapter in manuscript.chapters for entry in chapter.text.entries)
    known = {term.partition(": ")[0] for entry in entries for term in entry.terms}
    for term, others in manuscript.book.see_also.items():
        for position, other in enumerate(others):
            place = manuscript.source.place(("see_also", term, position))
            if other == term:
                yield Problem(place, "see_also", f"'{term}' refers to itself", "name another term")
            elif other not in known:
                wrong = f"no entry lists '{other}' under 'terms'"
                yield Problem(place, "see_also", wrong, did_you_mean(other, known))
