"""The finished pages measured: what docs/typography.md tells of each edition.

Everything is read out of the PDF alone. docs/typography.md says how each thing is counted, so
that others can count it with other tools.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from press.baselines import TOLERANCE, Grid, grid, gridded, off_grid, on_grid, spreads, uneven
from press.breaks import (
    gaps,
    headings_at_foot,
    hyphens_across,
    ladders,
    orphans,
    short_splits,
    silent_splits,
    split_listings,
    wide_gaps,
    widows,
)
from press.collation import Collation, Finding, collate, cut
from press.contrast import contrast, grey
from press.pagetext import Colour, Run
from press.problems import BadContent, Problem


@dataclass(frozen=True)
class Sample:
    """A piece of text that stands for others like it, and the page on which it is first."""

    page: int
    run: Run

    @property
    def colours(self) -> tuple[Colour, Colour]:
        """The text's and the ground's."""
        return self.run.colour, self.run.ground

    @property
    def contrast(self) -> float:
        """The contrast of the text with its ground, in colour."""
        return contrast(*self.colours)

    @property
    def grey_contrast(self) -> float:
        """The contrast of the text with its ground, printed in grey."""
        return contrast(*map(grey, self.colours))


@dataclass(frozen=True)
class Survey:
    """The measures of one PDF, each taken when it is asked for."""

    book: Collation

    @cached_property
    def grid(self) -> Grid:
        """The grid of its lines."""
        return grid(self.book)

    @cached_property
    def characters(self) -> tuple[int, ...]:
        """The lengths of the full lines of running text in characters, from short to long.

        A full line is one that is not the last of its paragraph.
        """
        full = (one.lines[:-1] for one in self.book.running)
        return tuple(sorted(len(line.text) for lines in full for line in lines))

    @cached_property
    def findings(self) -> dict[str, tuple[Finding, ...]]:
        """What breaks a rule of the page, by the rule."""
        book, lines = self.book, self.grid
        return {
            "headings at foot": tuple(headings_at_foot(book, lines)),
            "widows": tuple(widows(book)),
            "orphans": tuple(orphans(book)),
            "ladders": tuple(ladders(book)),
            "hyphens across": tuple(hyphens_across(book)),
            "short splits": tuple(short_splits(book)),
            "silent splits": tuple(silent_splits(book)),
            "wide gaps": tuple(wide_gaps(book, lines)),
            "uneven": tuple(uneven(book, lines)),
            "off grid": tuple(off_grid(book, lines)),
        }

    @cached_property
    def splits(self) -> int:
        """How many listings break over columns or pages."""
        return len(split_listings(self.book))

    @cached_property
    def largest_gap(self) -> tuple[float, int] | None:
        """The share of the text block that it leaves empty, and its page."""
        found = gaps(self.book, self.grid)
        return (found[0][0], found[0][1].before.page) if found else None

    @cached_property
    def spreads(self) -> int:
        """How many pairs of full pages face each other."""
        return len(spreads(self.book))

    def on_grid(self, *kinds: str) -> float | None:
        """The share of the lines in blocks of `kinds` that are on the grid."""
        return on_grid(self.book, self.grid, *kinds)

    @cached_property
    def sizes(self) -> tuple[tuple[Sample, int], ...]:
        """Each size of type from small to large: where it is first, and in how many runs."""
        return _samples(self.book, lambda run: run.size)

    @cached_property
    def tints(self) -> tuple[tuple[Sample, int], ...]:
        """Each pair of a text's and a ground's colour, from the least contrast to the most."""
        found = _samples(self.book, lambda run: (run.colour, run.ground))
        return tuple(sorted(found, key=lambda pair: (pair[0].contrast, pair[0].page)))

    @property
    def least_contrast(self) -> tuple[float, float]:
        """The least contrast of all text, in colour and in grey."""
        samples = [sample for sample, _ in self.tints]
        return min(s.contrast for s in samples), min(s.grey_contrast for s in samples)

    def problems(self) -> Iterator[str]:
        """Each place where a rule is broken, then what the numbers of the table stand on."""
        every = sorted(finding for found in self.findings.values() for finding in found)
        yield from map(str, every)
        yield from self._notes()

    def _notes(self) -> Iterator[str]:
        lines = self.grid
        yield (
            f"grid of {lines.step:g} pt from {lines.phase:g} pt below the top; "
            f"text block {lines.height:.1f} pt high"
        )
        for (kind, size), places in _tallied(self.book, lines).items():
            on = sum(number for place, number in places.items() if abs(place) <= TOLERANCE)
            stray = [place for place, _ in places.most_common() if abs(place) > TOLERANCE]
            often = ", ".join(f"{place:+.1f} pt ({places[place]})" for place in stray[:_PLACES])
            yield (
                f"on the grid: {on} of {places.total()} lines, {kind} of {size:g} pt"
                f"{'; others most often ' * bool(often)}{often}"
            )
        for sample, number in self.sizes[:_SMALL_SIZES]:
            yield f"type of {sample.run.size:g} pt: {number} runs, {self._where(sample)}"
        for sample, number in self.tints:
            if min(sample.contrast, sample.grey_contrast) < _ENHANCED:
                colour, ground = map(_hexadecimal, sample.colours)
                yield (
                    f"contrast {sample.contrast:.2f}:1, in grey {sample.grey_contrast:.2f}:1: "
                    f"{colour} on {ground}, {number} runs, {self._where(sample)}"
                )

    def _where(self, sample: Sample) -> str:
        return f"first on page {self.book.label(sample.page)}: {cut(sample.run.text.strip())}"


def surveys(paths: Mapping[str, Path]) -> tuple[Survey, ...]:
    """The surveys of the PDFs in `paths`, by their names; `BadContent` with all that is wrong."""
    found, problems = list[Survey](), list[Problem]()
    for name, path in paths.items():
        try:
            found.append(Survey(collate(name, path)))
        except BadContent as error:
            problems += error.problems
    if problems:
        raise BadContent(problems)
    return tuple(found)


_SMALL_SIZES = 8
_PLACES = 4
# WCAG 2.2, criterion 1.4.6.
_ENHANCED = 7.0


def _samples(book: Collation, by: Callable[[Run], Any]) -> tuple[tuple[Sample, int], ...]:
    """The first of all runs that have the same `by`, and their number, in the order of `by`."""
    first: dict[Any, Sample] = {}
    number: Counter[Any] = Counter()
    for page, ink in enumerate(book.ink):
        for run in ink.runs:
            first.setdefault(by(run), Sample(page, run))
            number[by(run)] += 1
    return tuple((first[key], number[key]) for key in sorted(first))


def _tallied(book: Collation, lines: Grid) -> dict[tuple[str, float], Counter[float]]:
    """By kind and size of block: how far its lines are below the grid, in tenths of a point."""
    found: dict[tuple[str, float], Counter[float]] = {}
    for block, line in gridded(book):
        place = round(lines.below(line.base), 1)
        found.setdefault((block.kind, block.size), Counter())[place] += 1
    return dict(sorted(found.items()))


def _hexadecimal(colour: Colour) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)
