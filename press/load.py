"""The first stage: a book's folder in, a manuscript out.

Loading finds what is wrong with each file by itself; `press.validate` looks at the files
together. So that one run can report everything, loading goes on with what it could read.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from press.faults import explain
from press.problems import BadContent, Place, Problem, shown_path
from press.schema import Book, Chapter, Entry
from press.strictyaml import Document, read_yaml

BOOK = "book.yaml"


@dataclass(frozen=True)
class Bound:
    """A chapter in its place in the book: its number counts from 1."""

    slug: str
    number: int
    text: Chapter
    source: Document

    def place(self, index: int, *field: str | int) -> Place:
        """Where a field of the entry at `index` stands."""
        entries = self.source.data["entries"]
        ids = [entry.get("id") if isinstance(entry, dict) else None for entry in entries]
        line = ids.index(self.text.entries[index].id)
        return self.source.place(("entries", line, *field))


@dataclass(frozen=True)
class Manuscript:
    """A book as it was read: `whole` is false where some of it could not be."""

    root: Path
    book: Book
    source: Document
    chapters: tuple[Bound, ...]
    known: frozenset[int]
    problems: tuple[Problem, ...]

    @property
    def whole(self) -> bool:
        """Whether every file of the book was read and has its right form."""
        return not self.problems


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
    for number, slug in enumerate(book.chapters, 1):
        try:
            text = read_yaml(inside(root, root / "chapters" / f"{slug}.yaml"))
        except BadContent as error:
            problems += error.problems
            continue
        known |= _numbers(text.data)
        chapter, wrong = _chapter(text)
        problems += wrong
        if chapter is not None:
            chapters.append(Bound(slug, number, chapter, text))
    problems += _strays(root, book, source)
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


def _chapter(source: Document) -> tuple[Chapter | None, list[Problem]]:
    """The chapter in `source`, or as much of it as is well formed, and what is not."""
    try:
        return Chapter.model_validate(source.data), []
    except ValidationError as error:
        problems = explain(error, source, Chapter)
    entries = source.data.get("entries")
    kept = [_entry(item) for item in entries] if isinstance(entries, list) else []
    good = tuple(entry for entry in kept if entry)
    if not good:
        return None, problems
    return Chapter.model_construct(title=str(source.data.get("title")), entries=good), problems


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


def _strays(root: Path, book: Book, source: Document) -> list[Problem]:
    """Chapter files that the book does not name: somebody wrote them to be printed."""
    here = {path.stem for path in (root / "chapters").glob("*.yaml")}
    return [
        Problem(
            source.key_place(("chapters",)),
            "chapters",
            f"chapters/{slug}.yaml is there but not named here",
            "add it to the list, or remove the file",
        )
        for slug in sorted(here - set(book.chapters))
    ]
