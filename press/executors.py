"""Who sets the parts: this process, processes beside it, or the machines of a cluster."""

import multiprocessing
import re
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from typing import Protocol

from press.compositor import attend, compose, compose_here, ready
from press.problems import BadUsage
from press.sheet import Sheet, Style
from press.typeset import Part


class Workers(Protocol):
    """Whoever sets parts; `width` is how many at a time."""

    width: int

    def warm(self, styles: Sequence[tuple[Style, ...]]) -> None:
        """Be told that parts will come with each of these runs of stylesheets."""

    def submit(self, sheet: Sheet) -> "Future[Part]":
        """Have a part set; raises `BrokenExecutor` if the workers are gone."""

    def renew(self) -> None:
        """Be ready again after `BrokenExecutor`."""

    def close(self, *, wait: bool) -> None:
        """Send the workers home, when their parts are done if `wait`."""


class Here:
    """Sets parts in this very process, one after the other."""

    width = 1

    def warm(self, styles: Sequence[tuple[Style, ...]]) -> None:
        """There is nothing to do before a part is there."""

    def submit(self, sheet: Sheet) -> "Future[Part]":
        """Set the part at once."""
        future: Future[Part] = Future()
        try:
            future.set_result(compose_here(sheet))
        except Exception as error:  # as any executor does: it is the future's to tell
            future.set_exception(error)
        return future

    def renew(self) -> None:
        """Nothing is ever lost that could be renewed."""

    def close(self, *, wait: bool) -> None:
        """Nobody has to go."""


class Processes:
    """Sets `jobs` parts at a time, each in a process of its own."""

    def __init__(self, jobs: int) -> None:
        self.width = jobs
        # Not forked from here: the terminal's progress bar has a thread, which a fork would cut
        # in half. The server of forks imports the engine once for all workers.
        self.context = multiprocessing.get_context("forkserver")
        self._open()

    def _open(self) -> None:
        preheat()
        self.pool: Executor = ProcessPoolExecutor(
            self.width, mp_context=self.context, initializer=attend
        )

    def warm(self, styles: Sequence[tuple[Style, ...]]) -> None:
        """Have the processes ready by the time when the parts come."""
        # In a thread, because the first process waits for the engine to be imported.
        threading.Thread(target=self._warm, args=(styles,), daemon=True).start()

    def _warm(self, styles: Sequence[tuple[Style, ...]]) -> None:
        # Broken, or shut down already: then nothing comes, or it is warmed when it comes.
        with suppress(BrokenExecutor, RuntimeError):
            for run in styles:
                for _ in range(self.width):
                    self.pool.submit(ready, run)

    def submit(self, sheet: Sheet) -> "Future[Part]":
        """Have the next process that is free set the part."""
        return self.pool.submit(compose, sheet)

    def renew(self) -> None:
        """Begin again with new processes."""
        self.pool.shutdown(wait=False, cancel_futures=True)
        self._open()

    def close(self, *, wait: bool) -> None:
        """End the processes, at once if nobody waits for their parts."""
        self.pool.shutdown(wait=wait, cancel_futures=True)
        if not wait:
            for process in multiprocessing.active_children():
                process.terminate()


def preheat() -> None:
    """Begin to import the engine beside what this process does, for `Processes` to come.

    Where it is begun already, nothing happens.
    """
    from multiprocessing import forkserver, resource_tracker

    multiprocessing.get_context("forkserver").set_forkserver_preload(["press.preheated"])
    # An interrupt at a terminal goes to all processes, and one that has only been born would
    # answer it at length. The mask is handed down from here to the server and to its workers.
    # The tracker of resources, which the server begins too, would lift it.
    with suppress(OSError):
        resource_tracker.ensure_running()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
