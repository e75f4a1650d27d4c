"""Where editions are printed: all their sheets in one queue, set side by side."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass, replace
from itertools import count
from sys import getsizeof
from typing import TYPE_CHECKING, Protocol

from press.cluster import Unstaffed
from press.docket import Docket, Outcome
from press.executors import Workers
from press.house import House
from press.impression import Ahead
from press.pied import finished
from press.problems import BadContent, Problem
from press.selection import Issue
from press.sheet import Sheet
from press.store import Store
from press.typeset import Part

if TYPE_CHECKING:
    from press.bindery import Printed

AT_ONCE = 12
"""Editions that are on their way at a time: each holds all of its sheets."""

_AT_LAST, _AT_FIRST, _AHEAD = range(3)
"""The ranks of sheets in the queue."""


class Progress(Protocol):
    """Whoever wants to hear how far the work is."""

    def expect(self, parts: int) -> None:
        """So many parts will be set in all, as far as is known now."""

    def part(self, edition: str, name: str, pages: int, kept: bool) -> None:
        """A part is done; `kept` if it was not set anew."""

    def say(self, text: str) -> None:
        """Something that a person should know."""


@dataclass(frozen=True)
class _Slip:
    """A sheet that is to be set, without its HTML, and what brings it back from its owner's rack.

    `size` is that of the HTML.
    """

    sheet: Sheet
    size: int
    owner: Docket
    bring: Callable[[], Sheet]

    @classmethod
    def of(cls, sheet: Sheet, owner: Docket) -> "_Slip":
        """Put the sheet by."""
        size = getsizeof(sheet.html)
        bare = replace(sheet, html="", styles=())
        return cls(bare, size, owner, owner.rack.put(sheet, size))


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
        self.queued: dict[str, int] = {}
        self.wanted: dict[str, list[Docket]] = {}
        self.setting: dict[Future[Part], str] = {}
        self.again: set[str] = set()
        self.running: list[Docket] = []

    def print_editions(self, issues: Iterable[Issue]) -> Iterator[Outcome]:
        """Make each edition of `issues`; yields the outcomes as they come.

        One edition's problems do not stop another. A part that several want is set once.
        Raises `Unstaffed` when there is nobody left to set parts.
        """
        waiting = iter(issues)
        while True:
            for issue in waiting:
                docket = Docket(issue, self.house)
                self.running.append(docket)
                if outcome := self._advance(docket):
                    yield outcome
                if len(self.running) >= AT_ONCE:
                    break
            self._submit()
            if not self.setting:
                return
            done, _ = wait(self.setting, return_when=FIRST_COMPLETED)
            for future in done:
                yield from self._done(future)

    def _advance(self, docket: Docket) -> Outcome | None:
        """Take an edition to where it needs parts that are not there, or to its end."""
        while True:
            try:
                for one in docket.next():
                    if isinstance(one, Ahead):
                        self._take(docket, one.sheet, ahead=True)
                    else:
                        self._take(docket, one, ahead=False)
            except StopIteration as end:
                return self._closed(docket, end.value, ())
            except BadContent as error:
                return self._closed(docket, None, error.problems)
            docket.opened = True
            if not docket.complete():
                return None

    def _take(self, docket: Docket, sheet: Sheet, *, ahead: bool) -> None:
        """Find what is kept of a sheet that an edition wants, or have it set while the next is
        rendered.
        """
        key, before = self.store.key(sheet), docket.expected
        if docket.ask(key, sheet, ahead=ahead):
            self.expected += docket.expected - before
            self.progress.expect(self.expected)
            if key not in self.wanted and (kept := self.store.find(sheet, key)):
                self._arrived(docket, key, kept, kept=True)
                return
            if not self.wanted.get(key):
                self.slips[key] = _Slip.of(sheet, docket)
            self.wanted.setdefault(key, []).append(docket)
        if docket.lacks(key):
            self._queue(key, _AHEAD if ahead else _AT_LAST if docket.opened else _AT_FIRST)
            self._submit()

    def _closed(
        self, docket: Docket, printed: "Printed | None", problems: tuple[Problem, ...]
    ) -> Outcome:
        """Leave an edition that has come to its end, or to grief, and want nothing more for it."""
        for key, wants in self.wanted.items():
            if docket in wants:
                wants.remove(docket)
            if wants and self.slips[key].owner is docket:
                self.slips[key] = _Slip.of(self.slips[key].bring(), wants[0])
        self.running.remove(docket)
        return docket.close(printed, problems)

    def _queue(self, key: str, rank: int) -> None:
        """Queue a sheet: first what an edition waits for at its end, in its order; then what it
        waits for, the largest first; then what it may want later.
        """
        if key in self.setting.values() or rank >= self.queued.get(key, _AHEAD + 1):
            return
        size = self.slips[key].size if rank else 0
        heapq.heappush(self.queue, (rank, -size, next(self.order), key))
        self.queued[key] = rank

    def _submit(self) -> None:
        # One more than are set at a time, so that nobody waits for the next.
        while self.queue and len(self.setting) <= self.workers.width:
            rank, *_, key = self.queue[0]
            # It must not stand before what will be waited for.
            if rank == _AHEAD and len(self.setting) >= max(self.workers.width, 1):
                break
            heapq.heappop(self.queue)
            if key not in self.queued:
                continue
            del self.queued[key]
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
            self._queue(key, _AT_LAST)
            return
        part = finished(future, sheet)
        self.store.keep(sheet, part, key)
        del self.slips[key]
        for others, docket in enumerate(self.wanted.pop(key)):
            self._arrived(docket, key, part, kept=others > 0)
            if docket.complete() and (outcome := self._advance(docket)):
                yield outcome

    def _arrived(self, docket: Docket, key: str, part: Part, *, kept: bool) -> None:
        docket.take(key, part)
        self.progress.part(docket.issue.edition.name, part.name, part.pages, kept)
