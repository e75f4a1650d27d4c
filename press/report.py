"""What the press says while it works, and at the end."""

import sys
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from press.manifest import Line
from press.problems import Problem, shown_path

if TYPE_CHECKING:  # a build with nothing to do must not load the import
    from press.notes.bookfolder import Imported


class Report:
    """Progress as a bar on a terminal and as plain lines elsewhere; nothing if `quiet`."""

    def __init__(self, quiet: bool) -> None:
        self.quiet = quiet
        self.console = Console(highlight=False, soft_wrap=True)
        self.bar: Progress | None = None
        self.parts = self.pages = 0

    def __enter__(self) -> "Report":
        if not self.quiet and self.console.is_terminal:
            self.bar = Progress(
                SpinnerColumn(),
                TextColumn("{task.description}"),
                BarColumn(),
                TextColumn("{task.completed} parts, {task.fields[pages]} pages"),
                TimeElapsedColumn(),
                console=self.console,
                transient=True,
            )
            self.task = self.bar.add_task("typesetting", total=None, pages=0)
            self.bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.bar:
            self.bar.stop()

    def expect(self, parts: int) -> None:
        """Set how many parts there will be, as far as is known now."""
        if self.bar:
            self.bar.update(self.task, total=parts)

    def part(self, edition: str, name: str, pages: int, kept: bool) -> None:
        """Count a part that is done."""
        self.parts += 1
        furniture = name.endswith(", furniture")
        self.pages += 0 if furniture else pages
        if self.bar:
            self.bar.update(
                self.task, completed=self.parts, pages=self.pages, description=f"{edition}: {name}"
            )
        elif not self.quiet and not furniture:
            how = "kept" if kept else "typeset"
            self.console.print(f"{edition}: {how} {name}, {_count(pages, 'page')}", markup=False)

    def say(self, text: str) -> None:
        """A plain line, unless the press is to be quiet."""
        if not self.quiet:
            self.console.print(text, markup=False)

    def table(self, lines: Sequence[Line], folder: str, unchanged: bool = False) -> None:
        """The closing table: what was made, of how many pages, in how long."""
        if self.quiet or not lines:
            return
        # A file's name is never cut short: it is what a person wants to copy.
        longest = max(len(f"{folder}/{line.file}{line.budget}") for line in lines)
        self.console.width = max(self.console.width, longest + _REST)
        table = Table(box=None, pad_edge=False, header_style="bold")
        for name, justify in _COLUMNS:
            table.add_column(name, justify=justify, no_wrap=True)
        for line in lines:
            seconds = "unchanged" if unchanged else f"{line.seconds:.1f}"
            size = f"{line.bytes / 1024:,.0f} KiB"
            table.add_row(f"{folder}/{line.file}", str(line.pages), line.budget, size, seconds)
        self.console.print(table, soft_wrap=True)


_REST = 40
_COLUMNS: tuple[tuple[str, Literal["left", "right"]], ...] = (
    ("file", "left"),
    ("pages", "right"),
    ("budget", "left"),
    ("size", "right"),
    ("seconds", "right"),
)


def account(imported: "Imported") -> str:
    """What an import found, what it mended, and what it could not place, by line."""
    folder = shown_path(imported.folder)
    entries = "entry" if imported.entries == 1 else "entries"
    found = [
        f"found {_count(imported.chapters, 'chapter')} and {imported.entries} {entries}",
        f"repaired {_count(imported.repaired, 'damaged string')}",
    ]
    if imported.renumbered:
        found.append(f"numbered {imported.renumbered} anew")
    if imported.unanswered:
        found.append(f"{imported.unanswered} without an answer")
    lines = ["; ".join(found)]
    if imported.unplaced:
        lines.append("not placed, or changed (whole in unplaced.md):")
        lines += [f"  line {line}: {_cut(text)}" for line, text in imported.unplaced]
    lines.append(f"wrote {folder}; build it with:")
    lines.append(f"  python build.py --book {folder} --output {folder}/output")
    return "\n".join(lines)


def _cut(text: str, width: int = 88) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"


def complain(problems: Iterable[Problem]) -> None:
    """Print `problems` on the standard error, one a line, and their number."""
    lines = [str(problem) for problem in problems]
    for line in lines:
        print(line, file=sys.stderr)
    if len(lines) > 1:
        print(f"{len(lines)} problems", file=sys.stderr)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
