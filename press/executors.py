"""Who sets the parts: this process, processes beside it, or the machines of a cluster."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any, Protocol

from press.compositor import compose, compose_here, deaf
from press.problems import BadUsage
from press.render import Sheet
from press.typeset import Part


class Workers(Protocol):
    """Whoever sets parts; `width` is how many at a time."""

    width: int

    def submit(self, sheet: Sheet) -> "Future[Part]":
        """Have a part set; raises `BrokenExecutor` if the workers are gone."""

    def renew(self) -> None:
        """Be ready again after `BrokenExecutor`."""

    def close(self, *, wait: bool) -> None:
        """Send the workers home, when their parts are done if `wait`."""


class Here:
    """Sets parts in this very process, one after the other."""

    width = 1

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
        self.context.set_forkserver_preload(["press.preheated"])
        self._open()

    def _open(self) -> None:
        self.pool: Executor = ProcessPoolExecutor(
            self.width, mp_context=self.context, initializer=deaf
        )

    def submit(self, sheet: Sheet) -> "Future[Part]":
        """Have the next process that is free set the part."""
        return self.pool.submit(compose, sheet)

    def renew(self) -> None:
        """Begin again with new processes."""
        self.pool.shutdown(wait=False, cancel_futures=True)
        self._open()

    def close(self, *, wait: bool) -> None:
        """End the processes."""
        self.pool.shutdown(wait=wait, cancel_futures=True)


def preheat() -> None:
    """Begin to import the engine beside what this process does, for `Processes` to come."""
    from multiprocessing import forkserver

    multiprocessing.get_context("forkserver").set_forkserver_preload(["press.preheated"])
    with suppress(OSError):
        forkserver.ensure_running()


class Cluster:
    """Sets parts on the workers of a Dask scheduler, which must have the same press."""

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise BadUsage(
                "--executor dask:// needs the package 'distributed'; "
                "install it with: pip install -r requirements-dask.txt"
            ) from None
        self.address = address
        try:
            self.client: Any = Client(address.replace("dask://", "tcp://", 1), timeout=10)
        except (OSError, TimeoutError, ValueError) as error:
            raise BadUsage(f"no scheduler answers at {address} ({error}); start one") from None
        self.pool: Executor = self.client.get_executor(pure=False)
        self.width = 1_000_000

    def submit(self, sheet: Sheet) -> "Future[Part]":
        """Send the part's sheet, with all that it needs, to a worker."""
        return self.pool.submit(compose_here, sheet)

    def renew(self) -> None:
        """Workers that die are the scheduler's to replace."""
        raise BrokenExecutor(f"the scheduler at {self.address} is gone")

    def close(self, *, wait: bool) -> None:
        """Leave the cluster."""
        self.pool.shutdown(wait=wait)
        self.client.close()


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
    if not address.startswith("dask://") or not address.removeprefix("dask://"):
        raise BadUsage(f"'{address}' is no executor; write dask://HOST:PORT")
    return Cluster(address)
