"""Many selections and editions of a book as one list of orders.

A training company keeps one file with a line for each of its readers.
"""

from pathlib import Path

from pydantic import ValidationError

from press.faults import explain
from press.problems import BadContent, Place, Problem
from press.schema import Jobs
from press.selection import Override
from press.shop import Order
from press.strictyaml import read_yaml


def read_jobs(path: Path, book: Path, output: Path) -> tuple[Order, ...]:
    """The orders in the file `path`; `book` and `output` are what it need not say.

    Raises `BadContent` with all that is wrong with it.
    """
    source = read_yaml(path)
    try:
        told = Jobs.model_validate(source.data)
    except ValidationError as error:
        raise BadContent(explain(error, source, Jobs)) from None
    names = [job.name for job in told.jobs]
    twice = [
        Problem(
            source.place(("jobs", index, "name")),
            f"job '{name}'",
            "another job has this name, and would replace its files",
            "give each job a name of its own",
        )
        for index, name in enumerate(names)
        if name in names[:index]
    ]
    if twice:
        raise BadContent(twice)
    here = path.resolve().parent
    book = here / told.book if told.book else book
    output = here / told.output if told.output else output
    if not book.is_dir():
        place = source.place(("book",)) if told.book else Place(source.path)
        raise BadContent.at(place, "book", f"there is no folder '{told.book or book}'", "name one")
    return tuple(
        Order(
            book,
            output / job.name,
            job.editions,
            Override(job.paper, job.chapters, job.levels, job.bleed, job.punch),
        )
        for job in told.jobs
    )
