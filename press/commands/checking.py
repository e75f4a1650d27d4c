"""`check`, `list` and `import`: content is looked at, and taken in."""

from pathlib import Path

import click

from press.commands.options import ROOT, book_option, quiet_option, sound_copy
from press.problems import BadContent


@click.command()
@book_option
@quiet_option
def check(book: Path, quiet: bool) -> None:
    """Check everything but the typesetting."""
    from press.house import House
    from press.render import Renderer
    from press.selection import select
    from press.standing import shelf
    from press.storeroom import shelf_file

    with shelf(shelf_file(book)):
        copy = sound_copy(book)
        chapters = copy.manuscript.chapters
        filled = set()
        for edition in copy.manuscript.book.editions:
            try:
                issue = select(copy, edition)
            except BadContent:
                continue
            renderer = Renderer(issue, House(ROOT))
            # Those that differ in paper alone fill the templates with the same.
            filling = (
                edition.layout, edition.style, edition.sides, edition.settings, edition.select
            )  # fmt: skip
            if filling not in filled:
                filled.add(filling)
                for _ in renderer.body():
                    pass
    entries = [entry for chapter in chapters for entry in chapter.text.entries]
    complete = sum(entry.complete for entry in entries)
    if not quiet:
        click.echo(
            f"{len(chapters)} chapters, {len(entries)} entries, {complete} complete, "
            f"{len(copy.cuts)} listings, {len(copy.drawings)} figures: nothing is wrong"
        )


@click.command("list")
@book_option
def list_(book: Path) -> None:
    """List a book's editions and chapters."""
    from press.proof import allowed

    manuscript = sound_copy(book).manuscript
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


@click.command("import")
@click.argument("notes", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), required=True, help="A new folder.")
def import_(notes: Path, into: Path) -> None:
    """Turn the Markdown questions in NOTES into a book's folder."""
    from press.house import House
    from press.notes.bookfolder import import_notes
    from press.report import account

    click.echo(account(import_notes(notes, into, known=House(ROOT).characters)))
