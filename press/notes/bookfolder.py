"""Notes made into a book: a folder that loads, with every word that the notes had."""

import re
import shutil
import tempfile
import uuid
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from press.notes import mojibake
from press.notes.chapters import NoteChapter
from press.notes.entries import NoteEntry
from press.notes.lines import Noted
from press.notes.numbering import numbered
from press.notes.reading import Notes, read_notes
from press.notes.shortform import short_and_answer
from press.notes.yamlfile import slugs_of, write_yaml
from press.problems import BadContent, BadUsage, Place, Problem, shown_path
from press.schema import Colour
from press.schemafile import write_schemas

UNPLACED = "unplaced.md"
NO_ANSWER = "No answer yet."
_DATE = re.compile(
    r"^\W*(?:last\s+)?(?:date|updated|modified|published|version)\b\D{0,20}(\d{4}-\d\d-\d\d)\b",
    re.IGNORECASE | re.MULTILINE,
)

# The editions of the handbook. Only a sheet that must fit its leaf has a budget: how many
# pages somebody else's notes fill, nobody has promised.
_EDITIONS: tuple[dict[str, Any], ...] = (
    {
        "name": "handbook-a4",
        "title": "The handbook, to print and bind",
        "layout": "handbook",
        "style": "handbook",
        "paper": "a4",
        "sides": "two",
    },
    {
        "name": "ereader-7in",
        "title": "The handbook for e-readers of seven inches",
        "layout": "handbook",
        "style": "ereader",
        "paper": {"width": "119mm", "height": "158mm"},
        "settings": {"screen": True},
    },
    {
        "name": "cheatsheet-a4",
        "title": "The cheat sheet, every question in brief",
        "layout": "cheatsheet",
        "style": "cheatsheet",
        "paper": "a4",
    },
    {
        "name": "interview-day-a4",
        "title": "The interview-day sheet, one leaf with the core questions",
        "layout": "cheatsheet",
        "style": "interview-day",
        "paper": "a4",
        "select": {"levels": ["core"]},
        "budget": {"min": 2, "max": 2, "multiple": 2},
    },
)


@dataclass(frozen=True)
class Imported:
    """What an import found, and what it could not place: (line in the notes, text)."""

    folder: Path
    chapters: int
    entries: int
    repaired: int
    renumbered: int
    unanswered: int
    unplaced: tuple[Noted, ...]


def import_notes(source: Path, into: Path, known: Container[int] | None = None) -> Imported:
    """Make the book folder `into` from the Markdown document `source`.

    `known` are the code points that the book's fonts have. Raises `BadUsage` where `into`
    is taken or `source` is no file, `BadContent` where there is nothing to import.
    """
    name = shown_path(source)
    _check_free(into)
    text, misread = _read(source, name)
    notes = read_notes(text, _words(source.stem) or "Notes", known)
    if not any(chapter.entries for chapter in notes.chapters):
        raise BadContent(
            [
                Problem(
                    Place(name),
                    "notes",
                    "no question was found",
                    "write each as '**Q1: …?**', '### 1. …?', '### Q: …', 'Q: …' or '1. …?'",
                )
            ]
        )
    numbers, noted = numbered(notes, name)
    empty = [
        (entry.line, f"question {number} has no answer")
        for entry, number in zip(notes.entries, numbers, strict=True)
        if not entry.answer.strip()
    ]
    _write(notes, text, numbers, noted, into)
    return Imported(
        folder=into,
        chapters=len(notes.chapters),
        entries=len(numbers),
        repaired=notes.repaired + misread,
        renumbered=len(noted),
        unanswered=len(empty),
        unplaced=tuple(sorted([*notes.unplaced, *empty], key=lambda noted: noted[0])),
    )


def _check_free(into: Path) -> None:
    if into.exists() and not into.is_dir():
        raise BadUsage(f"{shown_path(into)} is a file; name a folder that is empty or new")
    taken = into.is_dir() and any(into.iterdir())
    if taken:
        raise BadUsage(f"{shown_path(into)} is not empty; name a folder that is empty or new")


def _read(source: Path, name: str) -> tuple[str, int]:
    try:
        raw = source.read_bytes()
    except FileNotFoundError:
        raise BadUsage(f"{name} is not there; name a Markdown file") from None
    except IsADirectoryError:
        raise BadUsage(f"{name} is a folder; name a Markdown file") from None
    except OSError as error:
        raise BadUsage(f"{name} cannot be read ({error.strerror}); name another file") from None
    try:
        return mojibake.decode(raw)
    except UnicodeError:
        raise BadContent(
            [Problem(Place(name), "file", "it is no text", "save it as Markdown in UTF-8")]
        ) from None


def _write(
    notes: Notes, text: str, numbers: Sequence[int], noted: Sequence[Noted], into: Path
) -> None:
    """Write the book beside `into` and move it there once it is whole."""
    target = into.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise BadUsage(
            f"{shown_path(into)} cannot be made ({error.strerror}); name another folder"
        ) from None
    try:
        (folder / "chapters").mkdir()
        slugs = slugs_of(chapter.title for chapter in notes.chapters)
        ids = iter(numbers)
        for index, (slug, chapter) in enumerate(zip(slugs, notes.chapters, strict=True)):
            data = _chapter(chapter, index, [next(ids) for _ in chapter.entries])
            write_yaml(folder / "chapters" / f"{slug}.yaml", "../schema/chapter.schema.json", data)
        write_yaml(
            folder / "book.yaml", "schema/book.schema.json", _book(notes, text, slugs, numbers)
        )
        (folder / UNPLACED).write_text(_unplaced(notes, noted), encoding="utf-8")
        write_schemas(folder)
        folder.chmod(0o755)
        folder.replace(target)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _book(notes: Notes, text: str, slugs: list[str], numbers: Sequence[int]) -> dict[str, Any]:
    count, chapters = len(numbers), len(slugs)
    plain = f"{count} question{'s' * (count != 1)} in {chapters} chapter{'s' * (chapters != 1)}."
    book = {
        "title": notes.title,
        "description": notes.description or plain,
        "authors": ["Unknown"],
        "language": "en",
        "version": "1",
        "date": _date(text),
        "rights": "All rights reserved.",
        "identifier": uuid.uuid5(uuid.NAMESPACE_URL, text.encode("utf-8", "replace").hex()).urn,
    }
    if numbers[-1] - numbers[0] + 1 == count:
        book["questions"] = {"first": numbers[0], "last": numbers[-1]}
    return book | {"chapters": slugs, "editions": list(_EDITIONS)}


def _chapter(chapter: NoteChapter, index: int, numbers: Sequence[int]) -> dict[str, Any]:
    colours = get_args(Colour)
    data: dict[str, Any] = {"title": chapter.title}
    if chapter.opening.strip():
        data["opening"] = chapter.opening
    data["colour"] = colours[index % len(colours)]
    data["entries"] = [
        _entry(entry, number) for entry, number in zip(chapter.entries, numbers, strict=True)
    ]
    return data


def _entry(entry: NoteEntry, number: int) -> dict[str, Any]:
    short, answer = short_and_answer(entry.answer)
    data = {
        "id": number,
        "question": entry.question or f"Question {number}",
        "level": "working",
        "short": short or NO_ANSWER,
    }
    return data | ({"answer": answer} if answer else {})


def _date(text: str) -> date:
    """The date that the notes give themselves; their file's own would change with each copy."""
    for found in _DATE.finditer(text):
        try:
            return date.fromisoformat(found[1])
        except ValueError:
            continue
    return date(2000, 1, 1)


def _words(name: str) -> str:
    """A file's name as a title."""
    return " ".join(re.split(r"[\s_-]+", name)).strip()


def _unplaced(notes: Notes, noted: Sequence[Noted]) -> str:
    """What the book's texts do not have, so that no word of the notes is lost."""
    taken = [f"line {line}: {text}" for line, text in notes.taken]
    parts = (
        (
            "What has no place in the book",
            [f"line {line}: {text}" for line, text in notes.unplaced],
        ),
        ("Questions with another number", [f"line {line}: {text}" for line, text in noted]),
        ("Labels, links and ornaments taken off", taken),
    )
    found = [f"## {title}\n\n" + "\n".join(lines) + "\n" for title, lines in parts if lines]
    return "\n".join(["# What was left over\n", *(found or ["Nothing.\n"])])
