"""Where editions are printed: all their sheets in one queue, set side by side."""

import heapq
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass, field, replace
from itertools import count
from sys import getsizeof
from typing import Protocol

from press.cluster import Unstaffed
from press.executors import Workers
from press.house import House
from press.impression import Impression, Printed, impression
from press.pied import finished
from press.problems import BadContent, Problem
from press.rack import Rack, Set
from press.selection import Issue
from press.sheet import Sheet
from press.store import Store
from press.typeset import Part

AT_ONCE = 12
"""Editions that are on their way at a time: each holds all of its sheets."""


class Progress(Protocol):
    """Whoever wants to hear how far the work is."""

    def expect(self, parts: int) -> None:
        """So many parts will be set in all, as far as is known now."""

    def part(self, edition: str, name: str, pages: int, kept: bool) -> None:
        """A part is done; `kept` if it was not set anew."""

    def say(self, text: str) -> None:
        """Something that a person should know."""


@dataclass
class _Running:
    """An edition on its way: its generator, and the parts it is waiting for.

    On its rack are the formes of its parts, and the HTML of its sheets until they are set.
    """

    issue: Issue
    stages: Impression
    started: float = field(default_factory=time.monotonic)
    rack: Rack = field(default_factory=Rack)
    sheets: list[Sheet] = field(default_factory=list)
    parts: dict[int, Set] = field(default_factory=dict)
    opened: bool = False
    asked: int = 0
    expected: int = 0


@dataclass(frozen=True)
class Outcome:
    """What became of an edition: the printed PDF or the problems, and the seconds it took."""

    issue: Issue
    printed: Printed | None
    problems: tuple[Problem, ...]
    seconds: float


@dataclass(frozen=True)
class _Slip:
    """A sheet that is to be set, without its HTML, and what brings it back whole."""

    sheet: Sheet
    key: str
    size: int
    bring: Callable[[], Sheet]


Want = tuple[_Running, int]
"""An edition, and the position of one of its sheets."""


class Pressroom:
    """Prints editions with `workers`, keeping parts in `store`.

    Pages of what is set are kept `standing` where it will come again a little changed.
    """

    def __init__(
        self,
        house: House,
        store: Store,
        workers: Workers,
        progress: Progress,
        *,
        standing: bool = False,
    ) -> None:
        self.house = house
        self.store = store
        self.workers = workers
        self.progress = progress
        self.standing = standing
        self.expected = 0
        self.order = count()
        self.queue: list[tuple[int, int, int, str]] = []
        self.slips: dict[str, _Slip] = {}
        self.wanted: dict[str, list[Want]] = {}
        self.setting: dict[Future[Part], str] = {}
        self.again: set[str] = set()
        self.running: list[_Running] = []

    def print_editions(self, issues: Iterable[Issue]) -> Iterator[Outcome]:
        """Make each edition of `issues`; yields the outcomes as they come.

        One edition's problems do not stop another. A part that several want is set once.
        Raises `Unstaffed` when there is nobody left to set parts.
        """
        waiting = iter(issues)
        while True:
            for issue in waiting:
                edition = _Running(issue, impression(issue, self.house))
                self.running.append(edition)
                if outcome := self._advance(edition, None):
                    yield outcome
                if len(self.running) >= AT_ONCE:
                    break
            self._submit()
            if not self.setting:
                return
            done, _ = wait(self.setting, return_when=FIRST_COMPLETED)
            for future in done:
                yield from self._done(future)

    def _advance(self, edition: _Running, parts: tuple[Set, ...] | None) -> Outcome | None:
        """Take an edition to where it needs parts that are not there, or to its end."""
        while True:
            edition.sheets, edition.parts = [], {}
            try:
                sheets = next(edition.stages) if parts is None else edition.stages.send(parts)
                for sheet in sheets:
                    self._take(edition, sheet)
            except StopIteration as end:
                return self._outcome(edition, end.value, ())
            except BadContent as error:
                self._withdraw(edition)
                return self._outcome(edition, None, error.problems)
            edition.opened = True
            if len(edition.parts) < len(edition.sheets):
                return None
            parts = _ordered(edition.parts)

    def _take(self, edition: _Running, sheet: Sheet) -> None:
        """Find what is kept of a sheet that an edition wants, or have it set while the next is
        rendered.
        """
        key, bare = self.store.key(sheet), replace(sheet, html="", styles=())
        want = (edition, len(edition.sheets))
        edition.sheets.append(bare)
        self._expect(edition)
        if key not in self.wanted and (kept := self.store.find(sheet, key)):
            self._arrived(want, kept, kept=True)
        else:
            size = getsizeof(sheet.html)
            slip = _Slip(bare, key, size, edition.rack.put(sheet, size))
            self._want(slip, want, first=edition.opened)
            self._submit()

    def _withdraw(self, edition: _Running) -> None:
        """Want nothing more for an edition that has come to grief."""
        for key, wants in self.wanted.items():
            self.wanted[key] = [want for want in wants if want[0] is not edition]

    def _outcome(
        self, edition: _Running, printed: Printed | None, problems: tuple[Problem, ...]
    ) -> Outcome:
        self.running.remove(edition)
        edition.rack.close()
        seconds = time.monotonic() - edition.started
        return Outcome(edition.issue, printed, problems, seconds)

    def _expect(self, edition: _Running) -> None:
        before = edition.expected
        edition.asked += 1
        # Whatever is set first will want its furniture, sheet for sheet.
        least = edition.asked if edition.opened else 2 * edition.asked
        edition.expected = max(least, edition.expected)
        self.expected += edition.expected - before
        self.progress.expect(self.expected)

    def _want(self, slip: _Slip, want: Want, *, first: bool) -> None:
        """Queue a sheet: what an edition waits for at its end goes first, then the largest."""
        if slip.key not in self.wanted:
            heapq.heappush(self.queue, (not first, -slip.size, next(self.order), slip.key))
        if not self.wanted.get(slip.key):
            # Those who wanted it before may be gone, and their racks with them.
            self.slips[slip.key] = slip
        self.wanted.setdefault(slip.key, []).append(want)

    def _submit(self) -> None:
        # One more than are set at a time, so that nobody waits for the next.
        while self.queue and len(self.setting) <= self.workers.width:
            key = heapq.heappop(self.queue)[-1]
            if not self.wanted[key]:
                del self.wanted[key], self.slips[key]
                continue
            future = self.workers.submit(self.slips[key].bring(), standing=self.standing)
            self.setting[future] = key

    def _done(self, future: "Future[Part]") -> Iterator[Outcome]:
        """Hand a part that was set to all who want it; yields the editions that it completes."""
        key = self.setting.pop(future)
        sheet = self.slips[key].sheet
        error = future.exception()
        if isinstance(error, Unstaffed):
            raise error
        if isinstance(error, BrokenExecutor) and key not in self.again:
            self.again.add(key)
            self.progress.say(f"a worker died; part '{sheet.name}' is set again")
            heapq.heappush(self.queue, (0, 0, next(self.order), key))
            return
        part = finished(future, sheet)
        self.store.keep(sheet, part, key)
        del self.slips[key]
        for others, (edition, index) in enumerate(self.wanted.pop(key)):
            own = part.of(edition.sheets[index])
            self._arrived((edition, index), own, kept=others > 0)
            if len(edition.parts) == len(edition.sheets) and (
                outcome := self._advance(edition, _ordered(edition.parts))
            ):
                yield outcome

    def _arrived(self, want: Want, part: Part, *, kept: bool) -> None:
        edition, index = want
        edition.parts[index] = edition.rack.racked(part)
        self.progress.part(edition.issue.edition.name, part.name, part.pages, kept)


def _ordered(parts: Mapping[int, Set]) -> tuple[Set, ...]:
    return tuple(parts[index] for index in sorted(parts))
