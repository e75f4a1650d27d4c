"""The first stage: a book's folder in, a manuscript out.

Loading finds what is wrong with each file by itself; `press.validate` looks at the files
together. So that one run can report everything, loading goes on with what it could read.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from press.document import Document, Where
from press.faults import explain
from press.problems import BadContent, Place, Problem, did_you_mean, shown_path
from press.schema import Book, Chapter, Entry, Span
from press.strictyaml import read_yaml

BOOK = "book.yaml"


@dataclass(frozen=True)
class Bound:
    """A chapter in its place in the book: its number counts from 1.

    `positions` says which of the file's entries were read: those of the right form. `whole`
    is false where anything was left out.
    """

    slug: str
    number: int
    text: Chapter
    source: Document
    positions: tuple[int, ...]
    whole: bool

    def place(self, index: int, *field: str | int) -> Place:
        """Where a field of the entry at `index` stands."""
        return self.source.place(self.where(index, *field))

    def where(self, index: int, *field: str | int) -> Where:
        """The way to a field of the entry at `index` in the file's own data."""
        return ("entries", self.positions[index], *field)


@dataclass(frozen=True)
class Manuscript:
    """A book as it was read: `whole` is false where some of it could not be."""

    root: Path
    book: Book
    source: Document
    chapters: tuple[Bound, ...]
    known: frozenset[int]
    problems: tuple[Problem, ...]

    def edition_place(self, name: str, *field: str) -> Place:
        """Where the edition called `name`, or the one that a run's own name begins with, stands."""
        names = [edition.name for edition in self.book.editions]
        known = [other for other in names if name == other or name.startswith(f"{other}-")]
        index = names.index(max(known, key=len))
        return self.source.place(("editions", index, *field))

    @property
    def whole(self) -> bool:
        """Whether every file of the book was read and has its right form."""
        return not self.problems

    @property
    def span(self) -> Span | None:
        """The numbers that the book promises; one that ends before it begins promises none."""
        span = self.book.questions
        return span if span and span.first <= span.last else None

    def lacks(self, number: int) -> bool:
        """Whether there is no such question; not so if its absence itself is reported."""
        promised = self.span is not None and self.span.first <= number <= self.span.last
        return self.whole and not promised and number not in self.known


def load(root: Path) -> Manuscript:
    """Read the book in the folder `root`.

    Raises `BadContent` if `book.yaml` itself cannot be used; the problems of chapters
    come with the manuscript.
    """
    source = read_yaml(inside(root, root / BOOK))
    try:
        book = Book.model_validate(source.data)
    except ValidationError as error:
        raise BadContent(explain(error, source, Book)) from None
    problems: list[Problem] = []
    chapters: list[Bound] = []
    known: set[int] = set()
    missing: list[int] = []
    for number, slug in enumerate(dict.fromkeys(book.chapters), 1):
        path = root / "chapters" / f"{slug}.yaml"
        if not path.exists():
            missing.append(number - 1)
            continue
        try:
            text = read_yaml(inside(root, path))
        except BadContent as error:
            problems += error.problems
            continue
        known |= _numbers(text.data)
        chapter, positions, wrong = _chapter(text)
        problems += wrong
        if chapter is not None:
            chapters.append(Bound(slug, number, chapter, text, positions, not wrong))
    strays = sorted({path.stem for path in (root / "chapters").glob("*.yaml")} - {*book.chapters})
    problems += _unnamed(missing, strays, source)
    return Manuscript(root, book, source, tuple(chapters), frozenset(known), tuple(problems))


def inside(root: Path, path: Path) -> Path:
    """`path`, unless it leads out of the folder `root` through a link: then `BadContent`."""
    if not path.resolve().is_relative_to(root.resolve()):
        raise BadContent(
            [
                Problem(
                    Place(shown_path(path.parent / path.name)),
                    "file",
                    "it leads out of the book's folder",
                    "put the file itself into the book",
                )
            ]
        )
    return path


def _chapter(source: Document) -> tuple[Chapter | None, tuple[int, ...], list[Problem]]:
    """The chapter in `source`, or as much of it as is well formed, and what is not."""
    try:
        chapter = Chapter.model_validate(source.data)
        return chapter, tuple(range(len(chapter.entries))), []
    except ValidationError as error:
        problems = explain(error, source, Chapter)
    items = source.data.get("entries")
    read = enumerate(map(_entry, items)) if isinstance(items, list) else ()
    kept = {position: entry for position, entry in read if entry}
    if not kept:
        return None, (), problems
    title = str(source.data.get("title"))
    chapter = Chapter.model_construct(title=title, entries=tuple(kept.values()))
    return chapter, tuple(kept), problems


def _entry(data: object) -> Entry | None:
    try:
        return Entry.model_validate(data)
    except ValidationError:
        return None


def _numbers(data: dict[str, Any]) -> set[int]:
    entries = data.get("entries")
    if not isinstance(entries, list):
        return set()
    found = (entry.get("id") for entry in entries if isinstance(entry, dict))
    return {number for number in found if isinstance(number, int)}


def _unnamed(missing: list[int], strays: list[str], source: Document) -> list[Problem]:
    """Chapters that are named but not there, or there but not named: each fault said once.

    Somebody wrote a file that no book names to be printed, so it is not passed over.
    """
    names = source.data["chapters"]
    if missing:
        return [
            Problem(
                source.place(("chapters", index)),
                "chapters",
                f"chapters/{names[index]}.yaml is not there",
                did_you_mean(names[index], strays) if strays else "write it, or remove the name",
            )
            for index in missing
        ]
    return [
        Problem(
            source.key_place(("chapters",)),
            "chapters",
            f"chapters/{slug}.yaml is there but not named here",
            "add it to the list, or remove the file",
        )
        for slug in strays
    ]
