"""What a command costs, seen from outside: it and all the processes that it starts.

Linux only. The processes that set parts are not the command's own children: a server of forks
starts them, and neither waits for the other. So this process adopts whatever its commands leave
behind (`PR_SET_CHILD_SUBREAPER`) and waits for it as well. What `wait4` tells of a process holds
all that it has waited for in turn; so nothing is counted twice, and nothing left out.
"""

import ctypes
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_SUBREAPER = 36
_PATIENCE = 10.0
"""Seconds that what a command left behind may take to end."""


class Failed(Exception):
    """A command that was to be measured did not do its work."""


@dataclass(frozen=True)
class Cost:
    """Wall-clock seconds to the command's end; processor seconds, user and system, of all its
    processes; and the peak of the largest one's resident memory in MB.
    """

    seconds: float
    cpu: float
    peak: float


def adopt() -> None:
    """Make this process the parent of all that its commands leave behind."""
    if ctypes.CDLL(None, use_errno=True).prctl(_SUBREAPER, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "the kernel lets no process adopt others")


def run(
    command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]
) -> tuple[Cost, str]:
    """Run `command` in `folder` to the end of its last process: its cost, and what it printed.

    Raises `Failed` with what it said if it did not end well. Interrupted, it ends all that it
    has started.
    """
    with tempfile.TemporaryFile() as said:
        began = time.monotonic()
        # Of a session of its own: it and its processes can be ended together, and an interrupt
        # at the terminal comes to this process alone.
        first = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            code, seconds, cpu, peak = _awaited(first.pid, began)
        except BaseException:
            _end(first.pid)
            raise
        first.returncode = code
        said.seek(0)
        text = said.read().decode(errors="replace")
    if code:
        raise Failed(f"{' '.join(map(str, command))} ended with {code}:\n{text.rstrip()}")
    return Cost(seconds, cpu, peak), text


def _awaited(first: int, began: float) -> tuple[int, float, float, float]:
    """Wait for the process `first` and for all that it leaves behind."""
    code, seconds, cpu, peak = 0, 0.0, 0.0, 0.0
    ended = False
    while True:
        try:
            # What it leaves behind has to end soon, or somebody has to be told.
            pid, status, usage = os.wait4(-1, os.WNOHANG if ended else 0)
        except ChildProcessError:
            return code, seconds, cpu, peak
        if pid == 0:
            if time.monotonic() - began - seconds > _PATIENCE:
                raise Failed("a process did not end with the command that started it")
            time.sleep(0.01)
            continue
        cpu += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss * 1024 / 1e6)
        if pid == first:
            ended, code, seconds = True, os.waitstatus_to_exitcode(status), time.monotonic() - began


def _end(session: int) -> None:
    """End whatever is left of a session that this process has opened."""
    with suppress(ProcessLookupError):
        os.killpg(session, signal.SIGKILL)
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


def spent(root: int) -> float:
    """Processor seconds that a running process and all its descendants have taken until now."""
    children: dict[int, list[int]] = {}
    ticks: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            # Behind the name, which may hold anything: state, parent, ..., the four times.
            fields = path.read_text().rpartition(")")[2].split()
            pid = int(path.parent.name)
            children.setdefault(int(fields[1]), []).append(pid)
            ticks[pid] = sum(map(int, fields[11:15]))
    total, waiting = 0, [root]
    while waiting:
        pid = waiting.pop()
        total += ticks.get(pid, 0)
        waiting += children.get(pid, ())
    return total / os.sysconf("SC_CLK_TCK")
