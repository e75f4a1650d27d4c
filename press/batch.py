"""Many selections and editions of a book as one list of orders.

A training company keeps one file with a line for each of its readers.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from press.document import Document, Where
from press.faults import explain
from press.house import House
from press.problems import BadContent, BadUsage, Place, Problem
from press.schema import Job, Jobs
from press.selection import Override, bleed_of, commission, find_editions, overridden
from press.shop import Order, Shop
from press.strictyaml import read_yaml
from press.validate import Copy


def read_jobs(path: Path, book: Path, output: Path, shop: Shop) -> tuple[Order, ...]:
    """The orders in the file `path`; `book` and `output` are what it need not say.

    Raises `BadContent` with all that is wrong with it, or with the book.
    """
    source = read_yaml(path)
    try:
        told = Jobs.model_validate(source.data)
    except ValidationError as error:
        raise BadContent(explain(error, source, Jobs)) from None
    here = path.resolve().parent
    book = here / told.book if told.book else book
    output = here / told.output if told.output else output
    if not book.is_dir():
        place = source.place(("book",)) if told.book else Place(source.path)
        raise BadContent.at(place, "book", f"there is no folder '{told.book or book}'", "name one")
    problems = list(_named_twice(source, told))
    copy = shop.copy(book)
    for index, job in enumerate(told.jobs):
        problems += _faults(source, index, job, copy, shop.house)
    if problems:
        raise BadContent(problems)
    return tuple(
        Order(book, output / job.name, job.editions, _override(job), job.name) for job in told.jobs
    )


def _override(job: Job) -> Override:
    # Each job has a folder to itself: its files need no long names to be told apart.
    return Override(job.paper, job.chapters, job.levels, job.bleed, job.punch, renamed=False)


def _named_twice(source: Document, told: Jobs) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, job in enumerate(told.jobs):
        if job.name in seen:
            place = source.place(("jobs", index, "name"))
            wrong = "another job has this name, and would replace its files"
            yield Problem(place, f"job '{job.name}'", wrong, "give each job a name of its own")
        seen.add(job.name)


def _faults(source: Document, index: int, job: Job, copy: Copy, house: House) -> Iterator[Problem]:
    """Whatever of `job` cannot be done with the book, each at its place in the file."""
    called = f"job '{job.name}'"
    sound = True
    # What it asks for one by one, to find all that is wrong, and then the whole of it.
    asked: list[tuple[Where, Callable[[], object]]] = [
        *_asked(job, copy, house),
        ((), partial(commission, copy, job.editions, _override(job), house)),
    ]
    for where, ask in asked:
        place = source.place(("jobs", index, *where))
        try:
            if where or sound:
                ask()
        except BadUsage as error:
            sound = False
            wrong, _, remedy = str(error).partition("; ")
            yield Problem(place, called, wrong, remedy)
        except BadContent as error:
            for problem in error.problems:
                wrong = f"{problem.where}: {problem.wrong}"
                yield Problem(place, called, wrong, problem.remedy)


def _asked(job: Job, copy: Copy, house: House) -> Iterator[tuple[Where, Callable[[], object]]]:
    """Each single thing that `job` asks for, and what raises `BadUsage` if there is none such."""
    known = {edition.name: edition for edition in copy.manuscript.book.editions}
    some = next(iter(known.values()))
    for at, name in enumerate(job.editions):
        yield ("editions", at), partial(find_editions, copy, (name,))
        if job.punch and name in known:
            punched = Override(punch=True)
            yield ("editions", at), partial(overridden, copy, known[name], punched, house)
    for at, chapter in enumerate(job.chapters):
        narrowed = Override(chapters=(chapter,))
        yield ("chapters", at), partial(overridden, copy, some, narrowed, house)
    yield ("paper",), partial(overridden, copy, some, Override(paper=job.paper), house)
    yield ("bleed",), partial(bleed_of, job.bleed)
