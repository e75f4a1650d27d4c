"""The third stage: which entries of a book an edition prints."""

from dataclasses import dataclass, replace
from functools import cached_property

from press.house import PAPERS, House
from press.load import Bound
from press.problems import BadContent, BadUsage, Problem, did_you_mean
from press.schema import LEVELS, Budget, Edition, Entry, Selection
from press.shapes import millimetres
from press.validate import Copy

MOST_BLEED = 10.0
"""mm by which ink may run over the edges: what bleeds is painted so far beyond, and more."""


@dataclass(frozen=True)
class Chosen:
    """A chapter with those of its entries that are printed."""

    chapter: Bound
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Issue:
    """An edition of a book with what it prints, in the order of the book.

    `bleed` is by how many mm ink runs over the edges, to be cut off.
    """

    copy: Copy
    edition: Edition
    chapters: tuple[Chosen, ...]
    bleed: float = 0.0

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the questions printed, in order."""
        return tuple(entry.id for chosen in self.chapters for entry in chosen.entries)


@dataclass(frozen=True)
class Override:
    """What somebody asks for in place of an edition's own data, for one run.

    `renamed` is whether the edition is then called for it, so as not to replace the plain one.
    """

    paper: str | None = None
    chapters: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    bleed: str | None = None
    punch: bool = False
    renamed: bool = True

    def __bool__(self) -> bool:
        return bool(self.paper or self.chapters or self.levels or self.bleed or self.punch)


def find_editions(
    copy: Copy, names: tuple[str, ...], *, every: bool = False
) -> tuple[Edition, ...]:
    """The editions called `names`, or the default ones, or `every` one.

    Raises `BadUsage` for an unknown name.
    """
    editions = {edition.name: edition for edition in copy.manuscript.book.editions}
    for name in names:
        if name not in editions:
            raise BadUsage(f"there is no edition '{name}'; {did_you_mean(name, editions)}")
    if names:
        return tuple(editions[name] for name in dict.fromkeys(names))
    return tuple(edition for edition in editions.values() if every or edition.default)


def overridden(copy: Copy, edition: Edition, override: Override, house: House) -> Edition:
    """`edition` with `override` applied, and named for it.

    A part of a book has fewer pages than the whole: its least number of pages falls to 1.
    Raises `BadUsage` for a paper, a chapter or a level that there is not, and for a punch
    margin that the edition's stylesheet does not have.
    """
    if not override:
        return edition
    if override.paper and override.paper not in PAPERS:
        raise BadUsage(
            f"there is no paper '{override.paper}'; {did_you_mean(override.paper, PAPERS)}"
        )
    for level in override.levels:
        if level not in LEVELS:
            raise BadUsage(f"there is no level '{level}'; {did_you_mean(level, LEVELS)}")
    if override.punch and not house.punched(edition.style):
        able = [e.name for e in copy.manuscript.book.editions if house.punched(e.style)]
        raise BadUsage(
            f"edition '{edition.name}' has no margin for punched holes; "
            + (f"name one that has: {', '.join(able)}" if able else "leave out --punch")
        )
    slugs = tuple(_slug(copy, chapter) for chapter in override.chapters)
    select = Selection.model_validate(
        {
            "chapters": slugs or edition.select.chapters,
            "levels": override.levels or edition.select.levels,
        }
    )
    narrowed = bool(slugs or override.levels)
    budget = Budget(max=edition.budget.max) if narrowed else edition.budget
    punch = override.punch and not edition.settings.punch
    marks = ("punched" if punch else None, "bleed" if override.bleed else None)
    words = (override.paper, *slugs, *override.levels, *marks) if override.renamed else ()
    return edition.model_copy(
        update={
            "name": "-".join((edition.name, *(word for word in words if word))),
            "paper": override.paper or edition.paper,
            "select": select,
            "budget": budget,
            "settings": edition.settings.model_copy(
                update={"punch": override.punch or edition.settings.punch}
            ),
        }
    )


def select(copy: Copy, edition: Edition) -> Issue:
    """What `edition` prints; `BadContent` if that is nothing at all."""
    wanted = edition.select
    chapters = []
    for chapter in copy.manuscript.chapters:
        if wanted.chapters is None or chapter.slug in wanted.chapters:
            entries = tuple(
                entry
                for entry in chapter.text.entries
                if wanted.levels is None or entry.level in wanted.levels
            )
            if entries:
                chapters.append(Chosen(chapter, entries))
    if not chapters:
        raise BadContent(
            [
                Problem(
                    copy.manuscript.edition_place(edition.name),
                    f"edition '{edition.name}'",
                    "its selection finds no entry to print",
                    "choose other chapters or levels, or give entries that level",
                )
            ]
        )
    return Issue(copy, edition, tuple(chapters))


def commission(
    copy: Copy,
    names: tuple[str, ...],
    override: Override,
    house: House,
    *,
    every: bool = False,
) -> tuple[tuple[Issue, ...], tuple[str, ...]]:
    """The issues to make, and the names of editions left out for want of entries.

    Somebody who names no edition gets those that the book can fill, of the default ones or of
    `every` one; a named one that it cannot fill, or a book that can fill none, is `BadContent`.
    """
    issues, empty, problems = [], [], list[Problem]()
    bleed = bleed_of(override.bleed)
    for edition in find_editions(copy, names, every=every):
        try:
            issue = select(copy, overridden(copy, edition, override, house))
            issues.append(replace(issue, bleed=bleed))
        except BadContent as error:
            empty.append(edition.name)
            problems += error.problems
    if problems and (names or not issues):
        raise BadContent(problems)
    return tuple(issues), tuple(empty)


def bleed_of(length: str | None) -> float:
    """A bleed in mm as it was asked for, such as 3mm or 0.125in; `BadUsage` if it is none."""
    if length is None:
        return 0.0
    try:
        bleed = millimetres(length)
    except ValueError:
        raise BadUsage(f"'{length}' is no bleed; write a length such as 3mm or 0.125in") from None
    if not 0 < bleed <= MOST_BLEED:
        raise BadUsage(f"a bleed of {length} is not possible; give more than 0 and up to 10mm")
    return bleed


def _slug(copy: Copy, word: str) -> str:
    """The chapter that a person calls `word`: its slug or its number in the book."""
    chapters = copy.manuscript.chapters
    for chapter in chapters:
        if word in (chapter.slug, str(chapter.number)):
            return chapter.slug
    known = [chapter.slug for chapter in chapters]
    raise BadUsage(f"there is no chapter '{word}'; {did_you_mean(word, known)}")
