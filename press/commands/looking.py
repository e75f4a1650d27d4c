"""`sheet` and `survey`: finished pages are drawn, and measured."""

from pathlib import Path
from typing import Any

import click

from press.commands.building import build
from press.commands.options import ROOT, book_option, output_option, sound_copy
from press.manifest import write_whole
from press.problems import BadUsage, shown_path


@click.command(params=list(build.params))
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
    for path, folios in draw(pdfs, wanted, to, columns, width, desk(House(ROOT))):
        if not building["quiet"]:
            count = "1 page" if len(folios) == 1 else f"{len(folios)} pages"
            click.echo(f"{shown_path(path)}: {count}, {extent(folios)}")


@click.command()
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
    from press.selection import Override, commission
    from press.shop import output_path
    from press.survey import surveys
    from press.typography import table, with_table

    if every and editions:
        raise BadUsage("--all is for all editions; name none, or leave it out")
    paths = {word: Path(word) for word in editions if word.lower().endswith(".pdf")}
    names = tuple(word for word in editions if word not in paths)
    if names or not paths:
        issues, _ = commission(sound_copy(book), names, Override(), House(ROOT), every=every)
        named = {issue.edition.name: output_path(output, issue) for issue in issues}
        ctx.invoke(build, editions=tuple(named), book=book, output=output, quiet=True)
        paths |= named
    measured = surveys(paths)
    if editions or stdout or book.resolve() != ROOT / "content":
        click.echo(table(measured))
    else:
        page = ROOT / "docs" / "typography.md"
        order = [edition.name for edition in sound_copy(book).manuscript.book.editions]
        write_whole(page, with_table(page, measured, order))
        click.echo(f"wrote {shown_path(page)}")
    for one in measured if problems else ():
        for line in one.problems():
            click.echo(f"{one.book.name}: {line}")
