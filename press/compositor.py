"""The process that sets parts: warm, and forked anew for each of them.

A forked copy begins with the engine imported, the stylesheets read and the fonts at hand. It
never looks for cyclic garbage, which costs the engine a fifth of its time, because it ends
with the part and gives all of its memory back. What kills it kills no other part.
"""

import gc
import multiprocessing
import os
import pickle
import signal
from contextlib import suppress
from functools import cache
from pathlib import Path

from press.problems import PressError
from press.sheet import Sheet, Style
from press.typeset import Part, typeset

_SAMPLE = """<html lang="en"><head><title>Sample</title></head><body>
<h1>Sample</h1><h2>Of <code>type</code></h2>
<p>It is <b>set</b> <i>once</i> <a href="https://go.dev">to</a> <code>warm</code> the engine.</p>
<ul><li>one</li></ul><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody>
</table><pre><code><span class="k">func</span> <span class="c">// c</span></code></pre>
</body></html>"""


_ENDS = (signal.SIGTERM, signal.SIGALRM)
_copies: set[int] = set()


class Lost(PressError):
    """The process that set a part ended without it."""


FONTCONFIG = Path(__file__).resolve().parent.parent / "styles" / "fonts" / "fonts.conf"
"""The font configuration of the press that this process runs."""


def attend() -> None:
    """Begin as a worker: leave interrupts to the parent, and be gone when it wants or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    # A parent that is killed tells nobody, and whoever waits for its next part waits for ever.
    # It is looked for by a timer, because a thread would be a danger to the copies.
    signal.signal(signal.SIGALRM, _look)
    signal.setitimer(signal.ITIMER_REAL, 1, 1)


def compose(sheet: Sheet) -> Part:
    """Set one part in a copy of this process, which must run no threads.

    Raises `Lost` if the copy is killed, and whatever is raised in it.
    """
    warm(sheet.styles)
    reading, writing = os.pipe()
    # Not to be told to go between the birth of the copy and the note that there is one.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDS)
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(reading)
        _set_and_end(sheet, writing)
    _copies.add(child)
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            answer = pipe.read()
    finally:
        _, status = os.waitpid(child, 0)
        _copies.discard(child)
    if status or not answer:
        raise Lost(_ending(status))
    result = pickle.loads(answer)
    if isinstance(result, BaseException):
        raise result
    if not isinstance(result, Part):
        raise TypeError(f"{result!r} is no part")
    return result


def compose_here(sheet: Sheet) -> Part:
    """Set one part in this very process, which may run threads."""
    # Only what the part leaves is looked through, and not all that was here before.
    gc.freeze()
    try:
        part = typeset(sheet, FONTCONFIG)
        gc.collect()
    finally:
        gc.unfreeze()
    return part


def _set_and_end(sheet: Sheet, writing: int) -> None:
    """Set a part, send it back, and end without a look at what is left."""
    # Not to be set in the parent: that would stay with it.
    gc.disable()
    result: Part | BaseException
    try:
        result = typeset(sheet, FONTCONFIG)
    except BaseException as error:  # whoever waits for the part is to hear of it
        result = error
    try:
        answer = pickle.dumps(result)
    except Exception:
        answer = pickle.dumps(Lost(repr(result)))
    with suppress(OSError), os.fdopen(writing, "wb") as pipe:
        pipe.write(answer)
    os._exit(0)


@cache
def warm(styles: tuple[Style, ...]) -> None:
    """Have the engine ready for parts with these stylesheets, and their fonts."""
    # Whatever is wrong with them is said of the part.
    with suppress(Exception):
        typeset(Sheet("sample", _SAMPLE, styles, {}), FONTCONFIG)
    gc.collect()
    # What is there now is shared with every copy, and never again looked through.
    gc.freeze()


def _leave(*_: object) -> None:
    """End this process, and the copy that sets a part."""
    for child in _copies:
        with suppress(OSError):
            os.kill(child, signal.SIGKILL)
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
