"""The process that sets parts: warm, and forked anew for each of them.

A forked copy begins with the engine imported, the stylesheets read and the fonts at hand. It
never looks for cyclic garbage, which costs the engine a fifth of its time, because it ends
with the part and gives all of its memory back. What kills it kills no other part.
"""

import gc
import os
import pickle
import signal
from contextlib import suppress
from functools import cache
from pathlib import Path

from press.house import House, Style
from press.problems import PressError
from press.render import Sheet
from press.typeset import Part, typeset

_SAMPLE = """<body>
<h1>Sample</h1><h2>Of <code>type</code></h2>
<p>It is <b>set</b> <i>once</i> <a href="https://go.dev">to</a> <code>warm</code> the engine.</p>
<ul><li>one</li></ul><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody>
</table><pre><code><span class="k">func</span> <span class="c">// c</span></code></pre>
</body></html>"""


class Lost(PressError):
    """The process that set a part ended without it."""


def house() -> House:
    """The house of the press that this process runs."""
    return House(Path(__file__).resolve().parent.parent)


def deaf() -> None:
    """Leave an interrupt to the parent, which stops its workers in good order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def compose(sheet: Sheet) -> Part:
    """Set one part in a copy of this process, which must run no threads.

    Raises `Lost` if the copy is killed, and whatever is raised in it.
    """
    _warm(sheet.html.partition("<body")[0], sheet.styles)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _set_and_end(sheet, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            answer = pipe.read()
    finally:
        _, status = os.waitpid(child, 0)
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
    part = typeset(sheet, house().fontconfig)
    gc.collect()
    return part


def _set_and_end(sheet: Sheet, writing: int) -> None:
    """Set a part, send it back, and end without a look at what is left."""
    # Not to be set in the parent: that would stay with it.
    gc.disable()
    result: Part | BaseException
    try:
        result = typeset(sheet, house().fontconfig)
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
def _warm(head: str, styles: tuple[Style, ...]) -> None:
    """Have the engine ready for parts with this head and these stylesheets, and their fonts."""
    # Whatever is wrong with them is said of the part.
    with suppress(Exception):
        typeset(Sheet("sample", head + _SAMPLE, styles, {}), house().fontconfig)
    gc.collect()
    # What is there now is shared with every copy, and never again looked through.
    gc.freeze()


def _ending(status: int) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        return f"it was ended by signal {number} ({signal.Signals(number).name})"
    return f"it ended with {os.waitstatus_to_exitcode(status)} and without a word"
