"""`build`, `batch` and `clean`: books are made, and what was kept of them goes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from press.commands.options import (
    ROOT,
    book_option,
    output_option,
    quiet_option,
    setting_options,
)
from press.manifest import SOURCES, Line, fingerprint, note, recall, write_whole
from press.problems import shown_path

if TYPE_CHECKING:
    from press.shop import Delivery, Order, Shop

# What a command needs is imported when it runs: a build with nothing to do needs little.


@click.command()
@click.argument("editions", nargs=-1, metavar="[EDITION]...")
@book_option
@output_option
@click.option("--paper", help="Another paper for this run, such as letter.")
@click.option("--chapter", "chapters", multiple=True, help="Only this chapter, by name or number.")
@click.option("--level", "levels", multiple=True, help="Only this level: core, working, expert.")
@click.option("--bleed", metavar="LENGTH", help="Ink over the edges, and crop marks, such as 3mm.")
@click.option("--punch", is_flag=True, help="Leave a margin for punched holes on a sheet.")
@setting_options
def build(
    editions: tuple[str, ...],
    book: Path,
    output: Path,
    paper: str | None,
    chapters: tuple[str, ...],
    levels: tuple[str, ...],
    bleed: str | None,
    punch: bool,
    jobs: int,
    executor: str | None,
    keep: int,
    quiet: bool,
) -> list[Line]:
    """Build EDITIONs, or the default ones."""
    words = (
        *editions,
        f"paper={paper}",
        *(f"c={c}" for c in chapters),
        *(f"l={x}" for x in levels),
        f"bleed={bleed}",
        *(["punch"] if punch else []),
    )
    tools = [ROOT / name for name in ("templates", "styles", "press", "requirements.txt")]
    mark = fingerprint((*(book / name for name in SOURCES), *tools), *words)
    noted = output / ".press" / f"{fingerprint((), *words)[:16]}.json"
    lines = recall(noted, mark, output)
    from press.report import Report

    if lines is not None:
        Report(quiet).table(lines, shown_path(output), unchanged=True)
        return lines
    from press.executors import preheat

    if jobs > 1 and not executor:
        preheat()
    from press.selection import Override
    from press.shop import Order, raise_problems

    order = Order(book, output, editions, Override(paper, chapters, levels, bleed, punch))
    made = _filled(lambda shop: [order], jobs, executor, keep, quiet)
    lines = [delivery.line for delivery in made if delivery.line]
    Report(quiet).table(lines, shown_path(output))
    raise_problems(made)
    write_whole(noted, note(mark, lines))
    return lines


def _filled(
    orders: "Callable[[Shop], Sequence[Order]]",
    jobs: int,
    executor: str | None,
    keep: int,
    quiet: bool,
) -> "list[Delivery]":
    """What became of the orders that a shop is given, in their order."""
    from press.executors import workers
    from press.house import House
    from press.report import Report
    from press.shop import Shop

    with (
        Shop(House(ROOT), workers(jobs, executor), keep * 1_000_000) as shop,
        Report(quiet) as report,
    ):
        wanted = orders(shop)
        position = {id(order): at for at, order in enumerate(wanted)}
        return sorted(shop.fill(wanted, report), key=lambda made: position[id(made.order)])


@click.command()
@click.argument("jobs_file", metavar="JOBS", type=click.Path(path_type=Path))
@book_option
@output_option
@setting_options
def batch(
    jobs_file: Path,
    book: Path,
    output: Path,
    jobs: int,
    executor: str | None,
    keep: int,
    quiet: bool,
) -> None:
    """Build many selections at once: those that the YAML file JOBS lists.

    Each job goes into a folder of its name. Parts that several want are typeset once.
    """
    from press.executors import preheat

    if jobs > 1 and not executor:
        preheat()
    from press.batch import read_jobs
    from press.report import Report
    from press.shop import raise_problems

    made = _filled(
        lambda shop: read_jobs(jobs_file, book, output, shop), jobs, executor, keep, quiet
    )
    top = made[0].order.output.parent
    Report(quiet).table(
        [
            replace(delivery.line, file=f"{delivery.order.output.name}/{delivery.line.file}")
            for delivery in made
            if delivery.line
        ],
        shown_path(top),
    )
    raise_problems(made)


@click.command()
@book_option
@output_option
@quiet_option
def clean(book: Path, output: Path, quiet: bool) -> None:
    """Remove what the press keeps of a book to be faster: no PDF, no text.

    The next build sets everything anew.
    """
    from press.storeroom import cleaned

    removed = cleaned(book, output)
    if not quiet:
        click.echo(f"{removed} files removed")
