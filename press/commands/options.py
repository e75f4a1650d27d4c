"""Options that several commands take, and the book that they ask for."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from press.problems import BadUsage, shown_path

if TYPE_CHECKING:
    from press.validate import Copy

ROOT = Path(__file__).resolve().parents[2]
"""The folder of the press: its templates, its styles and its own book."""

Command = TypeVar("Command", bound=Callable[..., Any])

output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=ROOT / "output",
    show_default="output",
    help="Where the PDFs go.",
)
book_option = click.option(
    "-b",
    "--book",
    type=click.Path(path_type=Path),
    default=ROOT / "content",
    show_default="content",
    help="The book's folder.",
)


quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")


def setting_options(command: Command) -> Command:
    """Give `command` the options that say who sets the parts, and what is said of it."""
    for option in (
        quiet_option,
        click.option(
            "--keep",
            type=click.IntRange(1),
            default=512,
            show_default=True,
            metavar="MB",
            help="Room for typeset parts beside the book.",
        ),
        click.option("--executor", metavar="ADDRESS", help="A cluster: dask://HOST:PORT."),
        click.option(
            "-j",
            "--jobs",
            type=click.IntRange(1, 64),
            default=os.cpu_count() or 1,
            show_default="all cores",
            help="Parts typeset at a time.",
        ),
    ):
        command = option(command)
    return command


def sound_copy(book: Path) -> "Copy":
    """The book in the folder `book`, loaded and without faults."""
    if not book.is_dir():
        raise BadUsage(f"there is no folder '{shown_path(book)}'; name a book's folder")
    from press.house import House
    from press.load import load
    from press.validate import validate

    return validate(load(book), House(ROOT))
