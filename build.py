#!/usr/bin/env python3
"""The press on the command line: `python build.py --help` says what it can do."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from press import __version__
from press.manifest import SOURCES, Line, fingerprint, note, recall, write_whole
from press.problems import BadContent, BadUsage, PressError, shown_path

HERE = Path(__file__).resolve().parent


class Group(click.Group):
    """Runs `build` when no command is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `build` before words that are no command of their own."""
        known = {"--help", "--version", "-h", *self.commands}
        if not args or args[0] not in known:
            args = ["build", *args]
        return super().parse_args(ctx, args)


output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=HERE / "output",
    show_default="output",
    help="Where the PDFs go.",
)
book_option = click.option(
    "-b",
    "--book",
    type=click.Path(path_type=Path),
    default=HERE / "content",
    show_default="content",
    help="The book's folder.",
)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="The press")
def press() -> None:
    """Make printed books from YAML questions. Without a command, build the default editions."""


def setting_options(command: Any) -> Any:
    """Give `command` the options that say who sets the parts, and what is said of it."""
    for option in (
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong."),
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


@press.command()
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
    tools = [HERE / name for name in ("templates", "styles", "press", "requirements.txt")]
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
    orders: Callable[[Any], Sequence[Any]],
    jobs: int,
    executor: str | None,
    keep: int,
    quiet: bool,
) -> list[Any]:
    """What became of the orders that a shop is given, in their order."""
    from press.executors import workers
    from press.house import House
    from press.report import Report
    from press.shop import Shop

    with (
        Shop(House(HERE), workers(jobs, executor), keep * 1_000_000) as shop,
        Report(quiet) as report,
    ):
        wanted = orders(shop)
        position = {id(order): at for at, order in enumerate(wanted)}
        return sorted(shop.fill(wanted, report), key=lambda made: position[id(made.order)])


@press.command()
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


@press.command()
@book_option
@output_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
def clean(book: Path, output: Path, quiet: bool) -> None:
    """Remove what the press keeps of a book to be faster: no PDF, no text.

    The next build sets everything anew.
    """
    from press.shop import cleaned

    removed = cleaned(book, output)
    if not quiet:
        click.echo(f"{removed} files removed")


@press.command(params=list(build.params))
@click.option(
    "--columns",
    type=click.IntRange(1, 24),
    default=8,
    show_default=True,
    help="Pages in a row.",
)
@click.option(
    "--width",
    type=click.IntRange(40, 800),
    default=180,
    show_default=True,
    help="Of a page, in pixels.",
)
@click.option("--pages", help="Only these, by their printed numbers, such as iii or 9,18-21.")
@click.option(
    "--to",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The PNG to write, for one edition; else EDITION-sheet.png beside the PDF.",
)
@click.pass_context
def sheet(
    context: click.Context,
    /,
    columns: int,
    width: int,
    pages: str | None,
    to: Path | None,
    **building: Any,
) -> None:
    """Draw EDITIONs, or the default ones, as contact sheets: all pages small.

    What is missing or out of date is built first. Facing pages touch.
    """
    if to and len(building["editions"]) != 1:
        raise BadUsage("--to names one picture; name one edition with it")
    if to and to.suffix != ".png":
        raise BadUsage(f"'{to}' is no name of a PNG; let it end in .png")
    from press.contactsheet import desk, draw, extent, ranges
    from press.house import House

    wanted = ranges(pages) if pages is not None else ()
    lines = context.invoke(build, **building)
    pdfs = [building["output"] / line.file for line in lines]
    for path, folios in draw(pdfs, wanted, to, columns, width, desk(House(HERE))):
        if not building["quiet"]:
            count = "1 page" if len(folios) == 1 else f"{len(folios)} pages"
            click.echo(f"{shown_path(path)}: {count}, {extent(folios)}")


@press.command()
@book_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
def check(book: Path, quiet: bool) -> None:
    """Check everything but the typesetting."""
    from press.house import House
    from press.render import Renderer
    from press.selection import select
    from press.shop import shelf_file
    from press.standing import shelf

    with shelf(shelf_file(book)):
        copy = _copy(book)
        chapters = copy.manuscript.chapters
        # Those that differ in paper and looks alone fill the templates with the same.
        alike = {(e.layout, e.settings, e.select): e for e in copy.manuscript.book.editions}
        for edition in alike.values():
            try:
                issue = select(copy, edition)
            except BadContent:
                continue
            Renderer(issue, House(HERE)).body()
    entries = [entry for chapter in chapters for entry in chapter.text.entries]
    complete = sum(entry.complete for entry in entries)
    if not quiet:
        click.echo(
            f"{len(chapters)} chapters, {len(entries)} entries, {complete} complete, "
            f"{len(copy.cuts)} listings, {len(copy.drawings)} figures: nothing is wrong"
        )


@press.command()
@click.argument("editions", nargs=-1, metavar="[EDITION]...")
@book_option
@output_option
@click.option("--all", "every", is_flag=True, help="Not the default editions alone, but all.")
@click.option("--stdout", is_flag=True, help="Print the table instead of writing it.")
@click.option("--problems", is_flag=True, help="List each place where a page breaks a rule.")
@click.pass_context
def survey(
    ctx: click.Context,
    editions: tuple[str, ...],
    book: Path,
    output: Path,
    every: bool,
    stdout: bool,
    problems: bool,
) -> None:
    """Measure the finished pages of EDITIONs, or of the default ones.

    What is out of date is built first. An EDITION may also be the path of a tagged PDF. Without
    EDITION the rows of the press's own book in docs/typography.md are written anew.
    """
    from press.house import House
    from press.pressroom import output_path
    from press.selection import Override, commission
    from press.survey import surveys
    from press.typography import table, with_table

    if every and editions:
        raise BadUsage("--all is for all editions; name none, or leave it out")
    paths = {word: Path(word) for word in editions if word.lower().endswith(".pdf")}
    names = tuple(word for word in editions if word not in paths)
    if names or not paths:
        issues, _ = commission(_copy(book), names, Override(), House(HERE), every=every)
        named = {issue.edition.name: output_path(output, issue) for issue in issues}
        ctx.invoke(build, editions=tuple(named), book=book, output=output, quiet=True)
        paths |= named
    measured = surveys(paths)
    if editions or stdout or book.resolve() != HERE / "content":
        click.echo(table(measured))
    else:
        page = HERE / "docs" / "typography.md"
        order = [edition.name for edition in _copy(book).manuscript.book.editions]
        write_whole(page, with_table(page, measured, order))
        click.echo(f"wrote {shown_path(page)}")
    for one in measured if problems else ():
        for line in one.problems():
            click.echo(f"{one.book.name}: {line}")


@press.command("list")
@book_option
def list_(book: Path) -> None:
    """List a book's editions and chapters."""
    from press.proof import allowed

    manuscript = _copy(book).manuscript
    click.echo("Editions:")
    for edition in manuscript.book.editions:
        star = "*" if edition.default else " "
        click.echo(f"{star} {edition.name:<22} {edition.title} ({allowed(edition)} pages)")
    click.echo("\nChapters:")
    for chapter in manuscript.chapters:
        numbers = [entry.id for entry in chapter.text.entries]
        click.echo(
            f"{chapter.number:>3} {chapter.slug:<22} {min(numbers)}–{max(numbers)}  "
            f"{chapter.text.title}"
        )


@press.command("import")
@click.argument("notes", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), required=True, help="A new folder.")
def import_(notes: Path, into: Path) -> None:
    """Turn the Markdown questions in NOTES into a book's folder."""
    from press.house import House
    from press.notes.bookfolder import import_notes
    from press.report import account

    click.echo(account(import_notes(notes, into, known=House(HERE).characters)))


def _copy(book: Path) -> Any:
    """The book in the folder `book`, loaded and without faults."""
    if not book.is_dir():
        raise BadUsage(f"there is no folder '{shown_path(book)}'; name a book's folder")
    from press.house import House
    from press.load import load
    from press.validate import validate

    return validate(load(book), House(HERE))


def _interrupted(*_: object) -> None:
    """End in good order, undisturbed by whoever cannot wait for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


def main() -> int:
    """Run the command; the exit code: 0, 1 for what is wrong, 2 for usage, 130 if interrupted."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupted)
    try:
        press(standalone_mode=False)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        print("interrupted; nothing was changed that is not whole", file=sys.stderr)
        return 130
    except BadUsage as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 2
    except BadContent as error:
        from press.report import complain

        complain(error.problems)
        return 1
    except PressError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our lines has had enough; what is left in the buffer has no reader.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        print(f"build.py: {what}; make it writable, or name another folder", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
