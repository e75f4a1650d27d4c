"""Tiny books for the tests: the good one, copies of it with a change, and the bad ones.

A book of `books/bad` is a whole one, so that `python build.py check -b tests/books/bad/NAME`
shows a person what the test sees; `expected.txt` in it holds what that prints.
"""

import shutil
from pathlib import Path
from typing import Any

from press.house import House
from press.load import Bound, load
from press.problems import BadContent
from press.schema import Entry
from press.validate import Copy, validate

ROOT = Path(__file__).resolve().parent.parent
BOOKS = ROOT / "tests" / "books"
GOOD = BOOKS / "good"
BAD = sorted(path.parent for path in (BOOKS / "bad").glob("*/expected.txt"))
HOUSE = House(ROOT)


def copied(folder: Path) -> Path:
    """A copy of the good book in `folder`, to be spoilt, and nothing kept of it yet."""
    unkept = shutil.ignore_patterns(".press")
    return Path(shutil.copytree(GOOD, folder / "book", ignore=unkept))


def changed(folder: Path, file: str, old: str, new: str) -> Path:
    """A copy of the good book in `folder` where `old` in `file` now reads `new`."""
    root = copied(folder)
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return root


def read(root: Path) -> Copy:
    """The book in `root`, which must be without faults."""
    return validate(load(root), HOUSE)


def complaints(root: Path) -> list[str]:
    """What is wrong with the book in `root`, line by line, with paths inside the book."""
    try:
        read(root)
    except BadContent as error:
        return [str(problem).replace(f"{root}/", "") for problem in error.problems]
    return []


def chapter(number: int) -> Bound:
    """A chapter of the good book, counted from 1."""
    return load(GOOD).chapters[number - 1]


def entry(**fields: Any) -> Entry:
    """An entry with the least that one needs, and with `fields`."""
    least = {"id": 1, "question": "What?", "level": "core", "short": "That."}
    return Entry.model_validate(least | fields)
