"""Parts set on the machines of a cluster, by Dask: content goes with them, the press is there.

A worker sets a part only if it has the same press as whoever sends it: the same tools, fonts
and code. So the bytes are the same wherever a part was set.
"""

import logging
import threading
import time
import warnings
from collections.abc import Sequence
from concurrent.futures import Executor, Future, InvalidStateError
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import Any

from press.compositor import FONTCONFIG, Lost, compose_here
from press.problems import BadUsage, PressError
from press.sheet import Sheet
from press.tools import difference, tools
from press.typeset import Part

PATIENCE = 5.0
"""Seconds in which a scheduler must answer, and have a worker."""

WORKERLESS = 30.0
"""Seconds for which a scheduler may be without workers before it is given up."""

_ALONE = threading.Lock()
_UNREAD = "Error during deserialization"
_NOISY = ("distributed", "tornado", "asyncio", "dask")


class OtherPress(PressError):
    """A worker would set a part with other tools, fonts or code."""


class Unstaffed(PressError):
    """There is nobody left who could set parts."""


def compose_afar(sheet: Sheet, mark: str) -> Part:
    """Set one part on a worker, for a press that says `mark` of itself.

    Raises `OtherPress` if this one says something else.
    """
    own = tools(FONTCONFIG)
    if own != mark:
        address = import_module("distributed").get_worker().address
        raise OtherPress(f"the worker at {address} has another press: {difference(mark, own)}")
    # The engine is not made for threads, of which a worker may have several.
    with _ALONE:
        return compose_here(sheet)


class Cluster:
    """Sets parts on the workers of the Dask scheduler at `address`, such as `dask://host:8786`.

    Raises `BadUsage` where there is no scheduler, or none that has a worker.
    """

    # The scheduler knows best how many it can have set at a time.
    width = 1_000_000

    def __init__(self, address: str) -> None:
        try:
            dask: Any = import_module("distributed")
        except ImportError:
            raise BadUsage(
                "--executor dask:// needs the package 'distributed'; "
                "install it with: pip install -r requirements-dask.txt"
            ) from None
        _hush()
        self.address = address
        self.mark = tools(FONTCONFIG)
        try:
            self.client = dask.Client(
                address.replace("dask://", "tcp://", 1), timeout=PATIENCE, set_as_default=False
            )
        # Whatever answers there may be no scheduler at all, and say anything.
        except Exception:
            raise BadUsage(
                f"no scheduler answers at {address}; start one in the folder of the press with: "
                "python -m distributed.cli.dask_scheduler"
            ) from None
        try:
            self.client.wait_for_workers(1, timeout=PATIENCE)
        except Exception:
            self._leave()
            raise BadUsage(
                f"the scheduler at {address} has no workers; start one with: "
                f"python -m distributed.cli.dask_worker {address.removeprefix('dask://')}"
            ) from None
        self.pool: Executor = self.client.get_executor(pure=False)
        self.waiting: set[Future[Part]] = set()
        self.closed = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def warm(self, blanks: Sequence[Sheet]) -> None:
        """Workers of a cluster are warm since their first part."""

    def submit(self, sheet: Sheet, *, standing: bool = False) -> "Future[Part]":
        """Send a sheet, with all that it needs, to a worker; raises `Unstaffed` if it cannot be.

        Nobody knows which worker gets the next, so none keeps pages `standing`.
        """
        if self.client.status != "running":
            raise self._gone()
        future: Future[Part] = Future()
        self.waiting.add(future)
        self.pool.submit(compose_afar, sheet, self.mark).add_done_callback(
            partial(self._told, future)
        )
        return future

    def close(self, *, wait: bool) -> None:
        """Leave the cluster, which forgets what is not done."""
        self.closed.set()
        if not wait and self.client.status == "running":
            with suppress(Exception):
                self.pool.shutdown(wait=False)
        self._leave()

    def _leave(self) -> None:
        # A scheduler that is gone cannot be taken leave of.
        with suppress(Exception):
            self.client.close(timeout=PATIENCE)

    def _told(self, future: "Future[Part]", afar: "Future[Part]") -> None:
        """Hand on what became of a part."""
        self.waiting.discard(future)
        with suppress(InvalidStateError):
            if afar.cancelled():
                future.set_exception(self._gone())
            elif error := afar.exception():
                # The scheduler reads what goes through it, as a worker does.
                unread = isinstance(error, RuntimeError) and _UNREAD in str(error)
                gone = self._gone("finds no press, start it in the folder of one")
                future.set_exception(gone if unread else _understood(error))
            else:
                future.set_result(afar.result())

    def _watch(self) -> None:
        """Give up when there has been no worker for long: nothing else would tell."""
        seen = time.monotonic()
        while not self.closed.wait(2):
            if self.client.scheduler_info().get("workers"):
                seen = time.monotonic()
            elif time.monotonic() - seen > WORKERLESS:
                for future in tuple(self.waiting):
                    with suppress(InvalidStateError):
                        future.set_exception(self._gone("has had no workers for long"))

    def _gone(self, what: str = "is gone") -> Unstaffed:
        return Unstaffed(
            f"the scheduler at {self.address} {what}; what was set is kept, "
            "build again when it is back, or without --executor"
        )


def _understood(error: BaseException) -> BaseException:
    """What a cluster says went wrong with a part, in the words of the press."""
    name = type(error).__name__
    if name == "KilledWorker":
        return Lost("each worker that set it ended; they may be short of memory")
    if isinstance(error, ImportError) and (error.name or "").partition(".")[0] == "press":
        return OtherPress("a worker has no press to set it with")
    return error


def _hush() -> None:
    """Keep from the terminal what Dask tells of its connections: the press says it better."""
    warnings.filterwarnings("ignore", module="distributed")
    warnings.filterwarnings("ignore", message=".*(?:Mismatched versions|Sending large graph)")
    names = (*_NOISY, *(name for name in logging.root.manager.loggerDict if "." in name))
    for name in names:
        if name.partition(".")[0] in _NOISY:
            # Not simply without handlers: a logger that has none writes to the terminal.
            logger = logging.getLogger(name)
            logger.handlers, logger.propagate = [logging.NullHandler()], False
