"""The whole way from a book's folder to its PDFs, for one order or a thousand.

A shop keeps its workers, and the books that it has read, from one order to the next: the
second time only what has changed is read, set and linked.
"""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from press.executors import Workers
from press.house import House
from press.load import load
from press.manifest import SOURCES, Line, fingerprint, write_whole
from press.pressroom import Outcome, Pressroom, Progress, output_path
from press.problems import BadContent, BadUsage, Problem, shown_path
from press.proof import allowed
from press.selection import Issue, Override, commission
from press.store import LIMIT, Store
from press.validate import Copy, validate

CACHE = ".press"
"""The folder in which a book keeps its typeset parts."""


@dataclass(frozen=True)
class Order:
    """Editions of a book, the default ones if none is named, and the folder they go into."""

    book: Path
    output: Path
    editions: tuple[str, ...] = ()
    override: Override = field(default_factory=Override)


@dataclass(frozen=True)
class Delivery:
    """What became of an edition that was ordered: its line in the table, or what is wrong."""

    order: Order
    edition: str
    line: Line | None
    problems: tuple[Problem, ...]


class Shop:
    """Carries out orders with `workers`; `limit` is what a book's kept parts may take, in bytes."""

    def __init__(self, house: House, workers: Workers, limit: int = LIMIT) -> None:
        self.house = house
        self.workers = workers
        self.limit = limit
        self.copies: dict[Path, tuple[str, Copy]] = {}

    def __enter__(self) -> "Shop":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Interrupted, nobody waits for a part; else the workers are seen off in good order.
        self.workers.close(wait=error is None)

    def fill(self, orders: Sequence[Order], progress: Progress) -> Iterator[Delivery]:
        """Make all that is ordered, in one queue; yields each edition as it is finished.

        Orders of one book share what is equal in them. Raises `BadContent` for a book that
        cannot be printed and `BadUsage` for an order that cannot be carried out.
        """
        books: dict[Path, list[tuple[Order, Issue]]] = {}
        for order in orders:
            issues, empty = commission(
                self.copy(order.book), order.editions, order.override, self.house
            )
            for name in empty:
                progress.say(f"{name}: left out, its selection finds no entry to print")
            books.setdefault(order.book, []).extend((order, issue) for issue in issues)
        for book, wanted in books.items():
            store = Store(cache_folder(book) / "parts", self.house.fontconfig, self.limit)
            room = Pressroom(self.house, store, self.workers, progress)
            owners = {id(issue): order for order, issue in wanted}
            for outcome in room.print_editions(issue for _, issue in wanted):
                yield _delivered(owners[id(outcome.issue)], outcome)
            store.sweep()

    def copy(self, book: Path) -> Copy:
        """The book in the folder `book`, read and found without faults; anew if it has changed."""
        if not book.is_dir():
            raise BadUsage(f"there is no folder '{shown_path(book)}'; name a book's folder")
        mark = fingerprint(book / name for name in SOURCES)
        if self.copies.get(book, ("",))[0] != mark:
            self.copies[book] = (mark, validate(load(book), self.house))
        return self.copies[book][1]


def _delivered(order: Order, outcome: Outcome) -> Delivery:
    edition = outcome.issue.edition
    if outcome.printed is None:
        return Delivery(order, edition.name, None, outcome.problems)
    target = output_path(order.output, outcome.issue)
    pdf = outcome.printed.pdf
    write_whole(target, pdf)
    line = Line(
        edition.name,
        target.name,
        outcome.printed.pages,
        allowed(edition),
        len(pdf),
        sha256(pdf).hexdigest(),
        outcome.seconds,
    )
    return Delivery(order, edition.name, line, outcome.problems)


def raise_problems(deliveries: Sequence[Delivery]) -> None:
    """Raise `BadContent` with all that is wrong with what was delivered, if anything is."""
    problems = [problem for delivery in deliveries for problem in delivery.problems]
    if problems:
        raise BadContent(problems)


def cache_folder(book: Path) -> Path:
    """Where the parts of a book are kept: in its own folder, or if that cannot be written in
    the user's cache folder (XDG Base Directory Specification, `XDG_CACHE_HOME`).
    """
    own = book / CACHE
    if _writable(own):
        return own
    user = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return user / "the-press" / sha256(str(book.resolve()).encode()).hexdigest()[:16]


def cleaned(book: Path, output: Path) -> int:
    """Remove what is kept of `book`, and the notes on what is in `output`; how many files."""
    removed = 0
    for folder in (cache_folder(book), output / CACHE):
        for path in sorted(folder.rglob("*"), reverse=True):
            removed += path.is_file()
            with suppress(OSError):
                path.unlink() if path.is_file() else path.rmdir()
        with suppress(OSError):
            folder.rmdir()
    return removed


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
