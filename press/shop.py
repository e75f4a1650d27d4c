"""The whole way from a book's folder to its PDFs, for one order or a thousand.

A shop keeps its workers, and the books that it has read, from one order to the next: the
second time only what has changed is read, set and linked.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from press.docket import Outcome
from press.editions import wrong_editions
from press.executors import Workers
from press.house import House, paper_size
from press.load import Manuscript, load
from press.manifest import SOURCES, Line, fingerprint, whole
from press.pressroom import Pressroom, Progress
from press.problems import BadContent, Problem
from press.proof import allowed
from press.render import blank
from press.selection import Issue, Override, commission
from press.standing import shelf
from press.store import LIMIT
from press.storeroom import absent, part_store, shelf_file
from press.validate import Copy, validate


@dataclass(frozen=True)
class Order:
    """Editions of a book, the default ones if none is named, and the folder they go into.

    `name` is whose they are, where there are several orders.
    """

    book: Path
    output: Path
    editions: tuple[str, ...] = ()
    override: Override = field(default_factory=Override)
    name: str = ""


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
        self.printed: set[Path] = set()

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
        for book in dict.fromkeys(order.book for order in orders):
            with shelf(shelf_file(book)):
                wanted = self._issues([order for order in orders if order.book == book], progress)
                store = part_store(book, self.house, self.limit)
                # What is printed once more is being edited.
                standing = book in self.printed
                self.printed.add(book)
                room = Pressroom(self.house, store, self.workers, progress, standing=standing)
                owners = {id(issue): order for order, issue in wanted}
                for outcome in room.print_editions(issue for _, issue in wanted):
                    yield _delivered(owners[id(outcome.issue)], outcome)
                store.sweep()

    def _issues(self, orders: Sequence[Order], progress: Progress) -> list[tuple[Order, Issue]]:
        """The issues that are ordered of one book."""
        found: list[tuple[Order, Issue]] = []
        for order in orders:
            copy = self.copy(order.book, order.editions)
            issues, empty = commission(copy, order.editions, order.override, self.house)
            for name in empty:
                called = f"{order.name}/{name}" if order.name else name
                progress.say(f"{called}: left out, its selection finds no entry to print")
            found += [(order, issue) for issue in issues]
        return found

    def copy(self, book: Path, editions: Sequence[str] = ()) -> Copy:
        """The book in the folder `book`, read and found without faults; anew if it has changed.

        Beside the checks the workers make ready for parts of `editions`, or of the default ones.
        """
        if not book.is_dir():
            raise absent(book)
        mark = fingerprint(book / name for name in SOURCES)
        if self.copies.get(book, ("",))[0] != mark:
            manuscript = load(book)
            if not any((*manuscript.problems, *wrong_editions(manuscript, self.house))):
                self._announce(manuscript, editions)
            self.copies[book] = (mark, validate(manuscript, self.house))
        return self.copies[book][1]

    def _announce(self, manuscript: Manuscript, editions: Sequence[str]) -> None:
        book = manuscript.book
        ordered = {
            (edition.style, *paper_size(edition)): edition
            for edition in book.editions
            if edition.name in editions or (edition.default and not editions)
        }
        # What is wrong with one is said of its edition.
        with suppress(BadContent, OSError):
            self.workers.warm([blank(book, edition, self.house) for edition in ordered.values()])


def output_path(folder: Path, issue: Issue) -> Path:
    """Where the PDF of `issue` goes."""
    return folder / f"{issue.edition.name}.pdf"


def _delivered(order: Order, outcome: Outcome) -> Delivery:
    edition = outcome.issue.edition
    if outcome.printed is None:
        return Delivery(order, edition.name, None, _told(order, edition.name, outcome.problems))
    target = output_path(order.output, outcome.issue)
    digest, size = sha256(), 0
    with outcome.printed.pdf, whole(target) as file:
        for block in outcome.printed.blocks():
            digest.update(block)
            size += file.write(block)
    line = Line(
        edition.name,
        target.name,
        outcome.printed.pages,
        allowed(edition),
        size,
        digest.hexdigest(),
        outcome.seconds,
    )
    return Delivery(order, edition.name, line, outcome.problems)


def _told(order: Order, edition: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """`problems`, and whose edition has them; a part's are those of all who share it."""
    if not order.name:
        return problems
    own = f"edition '{edition}'"
    return tuple(
        replace(problem, where=f"job '{order.name}', {own}") if problem.where == own else problem
        for problem in problems
    )


def raise_problems(deliveries: Sequence[Delivery]) -> None:
    """Raise `BadContent` with all that is wrong with what was delivered, if anything is."""
    problems = [problem for delivery in deliveries for problem in delivery.problems]
    if problems:
        raise BadContent(problems)
