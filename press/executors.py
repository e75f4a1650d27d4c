"""Who sets the parts: this process, processes beside it, or the machines of a cluster."""

import multiprocessing
import os
import re
import signal
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, InvalidStateError, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Protocol

from press.compositor import attend, compose, compose_here, ready
from press.problems import BadUsage
from press.sheet import Sheet
from press.typeset import Part

_HOME = Path(__file__).resolve().parent.parent
"""Where Python finds the press."""


class Workers(Protocol):
    """Whoever sets parts; `width` is how many at a time."""

    width: int

    def warm(self, blanks: Sequence[Sheet]) -> None:
        """Be told that parts will come on pages such as these."""

    def submit(self, sheet: Sheet, *, standing: bool = False) -> "Future[Part]":
        """Have a part set, and its pages kept `standing` if it will come again a little changed."""

    def close(self, *, wait: bool) -> None:
        """Send the workers home, when their parts are done if `wait`."""


class Here:
    """Sets parts in this very process, one after the other."""

    width = 1

    def warm(self, blanks: Sequence[Sheet]) -> None:
        """There is nothing to do before a part is there."""

    def submit(self, sheet: Sheet, *, standing: bool = False) -> "Future[Part]":
        """Set the part at once."""
        future: Future[Part] = Future()
        try:
            future.set_result(compose_here(sheet, standing=standing))
        except Exception as error:  # as any executor does: it is the future's to tell
            future.set_exception(error)
        return future

    def close(self, *, wait: bool) -> None:
        """Nobody has to go."""


class Processes:
    """Sets `jobs` parts at a time, each in a process of its own."""

    def __init__(self, jobs: int) -> None:
        self.width = jobs
        self.lock = threading.RLock()
        self.waiting: deque[_Job] = deque()
        self.frames = [_Frame() for _ in range(jobs)]

    def warm(self, blanks: Sequence[Sheet]) -> None:
        """Have the processes ready by the time when the parts come."""
        # In a thread, because the first process waits for the engine to be imported.
        threading.Thread(target=self._warm, args=(blanks,), daemon=True).start()

    def _warm(self, blanks: Sequence[Sheet]) -> None:
        # Broken, or shut down already: then nothing comes, or it is warmed when it comes.
        with suppress(BrokenExecutor, RuntimeError):
            for blank in blanks:
                for frame in self.frames:
                    frame.pool.submit(ready, blank)

    def submit(self, sheet: Sheet, *, standing: bool = False) -> "Future[Part]":
        """Have the next process that is free set the part: if there are several, the one that has
        set its like before.
        """
        job = _Job(sheet, standing)
        with self.lock:
            self.waiting.append(job)
            self._assign()
        return job.future

    def _assign(self) -> None:
        while self.waiting and (idle := [frame for frame in self.frames if frame.job is None]):
            job = self.waiting.popleft()
            frame = min(idle, key=lambda one: (one.last != job.sheet.name, one.parts))
            frame.set(job).add_done_callback(partial(self._told, frame))

    def _told(self, frame: "_Frame", inner: "Future[Part]") -> None:
        """Hand on what became of a part, and give its process another."""
        with self.lock:
            job, frame.job = frame.job, None
            error = None if inner.cancelled() else inner.exception()
            if isinstance(error, BrokenExecutor):
                frame.open()
            if not inner.cancelled():
                self._assign()
        assert job is not None
        with suppress(InvalidStateError):
            if inner.cancelled():
                job.future.cancel()
            elif error:
                job.future.set_exception(error)
            else:
                job.future.set_result(inner.result())

    def close(self, *, wait: bool) -> None:
        """End the processes, at once if nobody waits for their parts."""
        with self.lock:
            self.waiting.clear()
            # Each is waited for: its thread closes what the interpreter's end still writes to.
            ends = [
                threading.Thread(target=frame.pool.shutdown, kwargs={"cancel_futures": True})
                for frame in self.frames
            ]
        for end in ends:
            end.start()
        if not wait:
            for process in multiprocessing.active_children():
                process.terminate()
        for end in ends:
            end.join()


class _Job:
    """A part to be set."""

    def __init__(self, sheet: Sheet, standing: bool) -> None:
        self.sheet = sheet
        self.standing = standing
        self.future: Future[Part] = Future()


class _Frame:
    """Where one process stands and sets a part: what it is at, and what it was at before."""

    def __init__(self) -> None:
        self.job: _Job | None = None
        self.last = ""
        self.parts = 0
        self.open()

    def open(self) -> None:
        """Begin with a new process; one that was killed needs nothing more."""
        preheat()
        # Not forked from here: the terminal's progress bar has a thread, which a fork would cut
        # in half. The server of forks imports the engine once for all workers.
        context = multiprocessing.get_context("forkserver")
        self.pool = ProcessPoolExecutor(1, mp_context=context, initializer=attend)

    def set(self, job: _Job) -> "Future[Part]":
        """Begin a part."""
        self.job, self.last, self.parts = job, job.sheet.name, self.parts + 1
        try:
            return self._begin(job)
        except BrokenExecutor:
            self.open()
            return self._begin(job)

    def _begin(self, job: _Job) -> "Future[Part]":
        return self.pool.submit(compose, job.sheet, standing=job.standing)


def preheat() -> None:
    """Begin to import the engine beside what this process does, for `Processes` to come.

    Where it is begun already, nothing happens.
    """
    from multiprocessing import forkserver, resource_tracker

    multiprocessing.get_context("forkserver").set_forkserver_preload(["press.preheated"])
    # An interrupt at a terminal goes to all processes, and one that has only been born would
    # answer it at length. The mask is handed down from here to the server and to its workers.
    # The tracker of resources, which the server begins too, would lift it.
    with suppress(OSError), _by_itself():
        resource_tracker.ensure_running()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _by_itself() -> Iterator[None]:
    """Let Python, when it is begun, find this press, and nothing in the folder where it is begun:
    that may be a book's, which nobody has to trust.
    """
    kept = {name: os.environ.get(name) for name in ("PYTHONPATH", "PYTHONSAFEPATH")}
    others = filter(None, [kept["PYTHONPATH"]])
    os.environ["PYTHONPATH"] = os.pathsep.join([str(_HOME), *others])
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        yield
    finally:
        for name, value in kept.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def staffed(setting: Workers) -> Iterator[Workers]:
    """The workers `setting`, sent home at the end; at once if something went wrong."""
    done = False
    try:
        yield setting
        done = True
    finally:
        # Interrupted, nobody waits for a part; else the workers are seen off in good order.
        setting.close(wait=done)


def workers(jobs: int, address: str | None = None) -> Workers:
    """Whoever sets `jobs` parts at a time, or a cluster at `address`, such as `dask://host:8786`.

    Raises `BadUsage` for an address that is none, or where nobody answers.
    """
    if address is None:
        return Here() if jobs == 1 else Processes(jobs)
    if not re.fullmatch(r"dask://[^/\s]+:\d+", address):
        raise BadUsage(f"'{address}' is no executor; write dask://HOST:PORT")
    from press.cluster import Cluster

    return Cluster(address)
