"""What travels with an edition through the pressroom: what it waits for, and what has come."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from press.house import House
from press.impression import Asked, impression
from press.problems import Problem
from press.rack import Rack, Set
from press.selection import Issue
from press.sheet import Sheet
from press.typeset import Part

if TYPE_CHECKING:
    from press.bindery import Printed


@dataclass(frozen=True)
class Outcome:
    """What became of an edition: the printed PDF or the problems, and the seconds it took."""

    issue: Issue
    printed: "Printed | None"
    problems: tuple[Problem, ...]
    seconds: float


@dataclass
class _Line:
    """A sheet that was asked for, bare: its part, when it has come."""

    sheet: Sheet
    part: Set | None = None


class Docket:
    """An edition on its way: its stages, and the sheets that it has asked for by their keys.

    On its rack are the formes of its parts, and the HTML of its sheets until they are set.
    `opened` is whether it has asked for all that it can before pages are known, and `expected`
    how many parts it will want in all, as far as is known.
    """

    def __init__(self, issue: Issue, house: House) -> None:
        self.issue = issue
        self.stages = impression(issue, house)
        self.started = time.monotonic()
        self.rack = Rack()
        self.lines: dict[str, _Line] = {}
        self.due: list[str] = []
        self.opened = False
        self.asked = 0
        self.expected = 0

    def next(self) -> Asked:
        """The sheets of the next stage, which is sent all that was due.

        Raises `StopIteration` with what is printed, and whatever a stage raises.
        """
        parts = tuple(self._delivered())
        self.due = []
        return self.stages.send(parts) if self.opened else next(self.stages)

    def ask(self, key: str, sheet: Sheet, *, ahead: bool = False) -> bool:
        """Note that a sheet is asked for, and waited for if not `ahead`; whether it is new."""
        new = key not in self.lines
        line = self.lines.setdefault(key, _Line(sheet))
        line.sheet = replace(sheet, html="", styles=())
        if not ahead:
            self.due.append(key)
        if new:
            self.asked += 1
            # Whatever is set first will want its furniture, sheet for sheet.
            least = self.asked if self.opened else 2 * self.asked
            self.expected = max(least, self.expected)
        return new

    def take(self, key: str, part: Part) -> None:
        """Put by a part that has come."""
        self.lines[key].part = self.rack.racked(part)

    def lacks(self, key: str) -> bool:
        """Whether a part has not come yet."""
        return self.lines[key].part is None

    def complete(self) -> bool:
        """Whether all has come that the next stage waits for."""
        return not any(self.lacks(key) for key in self.due)

    def close(self, printed: "Printed | None", problems: tuple[Problem, ...]) -> Outcome:
        """Throw away all that was put by, and say what became of the edition."""
        self.rack.close()
        seconds = time.monotonic() - self.started
        return Outcome(self.issue, printed, problems, seconds)

    def _delivered(self) -> Iterator[Set]:
        for key in self.due:
            line = self.lines[key]
            assert line.part is not None
            yield line.part.of(line.sheet)
