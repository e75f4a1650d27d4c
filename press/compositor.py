"""The process that sets parts: warm, and setting them in a copy of itself.

A worker has the engine read stylesheets, and nothing else. It forks a copy that begins with the
engine imported, these read and the fonts at hand, and hands it one part after the other. The
copy never looks for cyclic garbage, which costs the engine a fifth of its time; when it has
grown by `GROWTH`, another takes its place. What kills it is known by the part that it was
setting, and takes no other with it.
"""

import gc
import multiprocessing
import os
import pickle
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from press.engine import Engine, Listening
from press.frames import roomy
from press.problems import PressError
from press.sheet import Sheet
from press.typeset import Part, typeset

GROWTH = 100_000_000
"""By how many bytes a copy may grow before another takes its place: some ten chapters."""

_ENDS = (signal.SIGTERM, signal.SIGALRM)
_MAXRSS = 1 if sys.platform == "darwin" else 1024


class Lost(PressError):
    """The process that set a part ended without it."""


FONTCONFIG = Path(__file__).resolve().parent.parent / "styles" / "fonts" / "fonts.conf"
"""The font configuration of the press that this process runs."""


class _Copy:
    """A copy of this process, which must run no threads; it sets parts until it is left alone."""

    def __init__(self) -> None:
        theirs, mine = os.pipe()
        back, answer = os.pipe()
        # Not to be told to go between the birth of the copy and the note that there is one.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDS)
        self.process = os.fork()
        if self.process == 0:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            os.close(mine)
            os.close(back)
            _serve(os.fdopen(theirs, "rb"), os.fdopen(answer, "wb"))
        _standing.append(self)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(theirs)
        os.close(answer)
        self.orders: BinaryIO = os.fdopen(mine, "wb")
        self.answers: BinaryIO = os.fdopen(back, "rb")

    def send(self, sheet: Sheet, *, standing: bool = False) -> None:
        """Have a part set, and its pages kept `standing`."""
        # One that has ended says so when it is asked for the part.
        with suppress(OSError):
            pickle.dump((sheet, standing), self.orders)
            self.orders.flush()

    def receive(self) -> Part | BaseException | None:
        """The part that was to be set, or what was wrong; nothing if the copy ended without."""
        try:
            result, staying = pickle.load(self.answers)
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        if not staying:
            self.end()
        if not isinstance(result, (Part, BaseException)):
            raise TypeError(f"{result!r} is no part")
        return result

    def end(self) -> int:
        """Leave the copy alone, and return how it ended."""
        self._forget()
        _, status = os.waitpid(self.process, 0)
        return status

    def gone(self) -> bool:
        """Whether the copy has ended at rest; then it is forgotten, and no part is to blame."""
        if os.waitpid(self.process, os.WNOHANG) == (0, 0):
            return False
        self._forget()
        return True

    def _forget(self) -> None:
        for pipe in (self.orders, self.answers):
            with suppress(OSError):
                pipe.close()
        _standing.remove(self)


_standing: list[_Copy] = []


def attend() -> None:
    """Begin as a worker: leave interrupts to the parent, and be gone when it wants or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    # A parent that is killed tells nobody, and whoever waits for its next part waits for ever.
    # It is looked for by a timer, because a thread would be a danger to the copies.
    signal.signal(signal.SIGALRM, _look)
    signal.setitimer(signal.ITIMER_REAL, 1, 1)


def ready(blank: Sheet) -> None:
    """Be ready for parts on such pages, as are then all copies, while nobody waits."""
    # Whatever the engine says of them is said of the part too.
    with Listening():
        Engine.at(FONTCONFIG).styled(blank)


def compose(sheet: Sheet, *, standing: bool = False) -> Part:
    """Set one part in a copy of this process, which must run no threads.

    It keeps the pages `standing` if there will be small changes.

    Raises `Lost` if the copy is killed, and whatever is raised in it.
    """
    copy = _standing_copy()
    copy.send(sheet, standing=standing)
    result = copy.receive()
    if result is None:
        raise Lost(_ending(copy.end()))
    if isinstance(result, BaseException):
        raise result
    return result


def compose_here(sheet: Sheet, *, standing: bool = False) -> Part:
    """Set one part in this very process, which may run threads."""
    # Only what the part leaves is looked through, and not all that was here before.
    gc.freeze()
    try:
        part = roomy(typeset)(sheet, FONTCONFIG, standing=standing)
        gc.collect()
    finally:
        gc.unfreeze()
    return part


def _standing_copy() -> _Copy:
    return _standing[0] if _standing and not _standing[0].gone() else _Copy()


def _serve(orders: BinaryIO, answers: BinaryIO) -> None:
    """Set what is ordered, send it back, and end when nothing can come any more."""
    # Not to be done in the parent: that would stay with it.
    gc.disable()
    most = _size() + GROWTH
    staying = True
    with suppress(EOFError, OSError):
        while staying:
            sheet, standing = pickle.load(orders)
            result: Part | BaseException
            try:
                result = roomy(typeset)(sheet, FONTCONFIG, standing=standing)
            except BaseException as error:  # whoever waits for the part is to hear of it
                result = error
            # What was wrong may have left the engine in any state.
            staying = isinstance(result, Part) and _size() < most
            answers.write(_answer(result, staying))
            answers.flush()
    os._exit(0)


def _answer(result: Part | BaseException, staying: bool) -> bytes:
    try:
        return pickle.dumps((result, staying))
    except Exception:
        return pickle.dumps((Lost(repr(result)), staying))


def _size() -> int:
    """The most memory that this process ever had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MAXRSS


def _leave(*_: object) -> None:
    """End this process, and the copy that sets a part."""
    for copy in _standing:
        with suppress(OSError):
            os.kill(copy.process, signal.SIGKILL)
    os._exit(1)


def _look(*_: object) -> None:
    parent = multiprocessing.parent_process()
    if parent and not parent.is_alive():
        _leave()


def _ending(status: int) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        return f"it was ended by signal {number} ({signal.Signals(number).name})"
    return f"it ended with {os.waitstatus_to_exitcode(status)} and without a word"
