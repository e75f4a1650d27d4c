"""Where editions are printed: all their sheets in one queue, set side by side."""

import multiprocessing
import signal
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from press.house import House
from press.impression import Impression, Printed, impression
from press.problems import BadContent, Place, Problem
from press.render import Sheet
from press.selection import Issue
from press.store import Store
from press.typeset import Part, typeset


class Progress(Protocol):
    """Whoever wants to hear how far the work is."""

    def expect(self, parts: int) -> None:
        """So many parts will be set in all, as far as is known now."""

    def part(self, edition: str, name: str, pages: int, kept: bool) -> None:
        """A part is done; `kept` if it was not set anew."""


@dataclass
class _Running:
    """An edition on its way: its generator, and the parts it is waiting for."""

    issue: Issue
    stages: Impression
    started: float = field(default_factory=time.monotonic)
    sheets: tuple[Sheet, ...] = ()
    parts: dict[int, Part] = field(default_factory=dict)
    asked: int = 0


@dataclass(frozen=True)
class Outcome:
    """What became of an edition: the printed PDF or the problems, and the seconds it took."""

    issue: Issue
    printed: Printed | None
    problems: tuple[Problem, ...]
    seconds: float


def print_editions(
    issues: Iterable[Issue], house: House, store: Store, jobs: int, progress: Progress
) -> Iterator[Outcome]:
    """Make each edition of `issues`; yields the outcomes as they come.

    `jobs` parts are typeset at a time. One edition's problems do not stop another.
    """
    running = [_Running(issue, impression(issue, house)) for issue in issues]
    futures: dict[Future[Part], tuple[_Running, int]] = {}
    with _workers(jobs) as pool:

        def advance(edition: _Running, parts: tuple[Part, ...] | None) -> Outcome | None:
            try:
                edition.sheets = (
                    next(edition.stages) if parts is None else edition.stages.send(parts)
                )
            except StopIteration as end:
                return _outcome(edition, end.value, ())
            except BadContent as error:
                return _outcome(edition, None, error.problems)
            edition.parts = {}
            edition.asked += len(edition.sheets)
            # Whatever is set first will want its furniture, sheet for sheet.
            progress.expect(sum(max(other.asked, 2 * len(other.sheets)) for other in running))
            for index in _largest_first(edition.sheets):
                kept = store.find(edition.sheets[index])
                if kept:
                    edition.parts[index] = kept
                    progress.part(edition.issue.edition.name, kept.name, kept.pages, True)
                else:
                    future = _submitted(pool, edition.sheets[index], house)
                    futures[future] = (edition, index)
            return (
                None
                if len(edition.parts) < len(edition.sheets)
                else advance(edition, _ordered(edition.parts))
            )

        for edition in running:
            if outcome := advance(edition, None):
                yield outcome
        while futures:
            done, _ = wait(futures, return_when=FIRST_COMPLETED)
            for future in done:
                edition, index = futures.pop(future)
                sheet = edition.sheets[index]
                part = _finished(future, sheet)
                store.keep(sheet, part)
                progress.part(edition.issue.edition.name, part.name, part.pages, False)
                edition.parts[index] = part
                if len(edition.parts) == len(edition.sheets) and (
                    outcome := advance(edition, _ordered(edition.parts))
                ):
                    yield outcome


def _outcome(edition: _Running, printed: Printed | None, problems: tuple[Problem, ...]) -> Outcome:
    seconds = time.monotonic() - edition.started
    return Outcome(edition.issue, printed, problems, seconds)


def _ordered(parts: Mapping[int, Part]) -> tuple[Part, ...]:
    return tuple(parts[index] for index in sorted(parts))


def _largest_first(sheets: tuple[Sheet, ...]) -> list[int]:
    return sorted(range(len(sheets)), key=lambda index: -len(sheets[index].html))


def _submitted(pool: Executor, sheet: Sheet, house: House) -> Future[Part]:
    try:
        return pool.submit(typeset, sheet, house.fontconfig)
    except BrokenExecutor as error:
        lost: Future[Part] = Future()
        lost.set_exception(error)
        return lost


def _finished(future: Future[Part], sheet: Sheet) -> Part:
    error = future.exception()
    if error is None:
        return future.result()
    wrong, remedy = f"the typesetter failed on it ({error!r})", "report this with the part's text"
    if isinstance(error, BrokenExecutor):
        wrong, remedy = "the process that set it died", "build again with -j 1"
    place = sheet.places.get("", Place(sheet.name))
    problem = Problem(place, f"part '{sheet.name}'", wrong, remedy)
    return Part(sheet.name, b"", 0, {}, (), (), {}, sheet.places, sheet.front, False, (problem,))


class _Here(Executor):
    """Sets parts in this very process, one after the other."""

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        future: Future[Part] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # as any executor does: it is the future's to tell
            future.set_exception(error)
        return future


@contextmanager
def _workers(jobs: int) -> Iterator[Executor]:
    if jobs == 1:
        yield _Here()
        return
    # Not forked: the terminal's progress bar has a thread, which a fork would cut in half.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_deaf)
    done = False
    try:
        yield pool
        done = True
    finally:
        # Interrupted, nobody waits for a part; else the workers are seen off in good order.
        pool.shutdown(wait=done, cancel_futures=True)


def _deaf() -> None:
    """Leave an interrupt to the parent, which stops the workers in good order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def output_path(folder: Path, issue: Issue) -> Path:
    """Where the PDF of `issue` goes."""
    return folder / f"{issue.edition.name}.pdf"
