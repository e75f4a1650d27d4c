"""A part set in a copy of the process: whatever ends the copy is told, and ends nothing else."""

import subprocess
import sys

from books import ROOT

# In a process of its own: the one that runs the tests may have threads, which no fork likes.
SCRIPT = """
import os, signal, sys
sys.path.insert(0, "tests")
from sheets import sheet
from press import compositor

class Odd(Exception):
    def __reduce__(self):
        raise TypeError("not to be pickled")

def end(text):
    match text:
        case "killed": os.kill(os.getpid(), signal.SIGKILL)
        case "stopped": os._exit(3)
        case "memory": bytearray(1 << 60)
        case "wrong": raise ValueError("wrong")
        case "odd": raise Odd("odd")
        case "interrupted": raise KeyboardInterrupt

real = compositor.typeset
def typeset(sheet, fontconfig, **how):
    end(sheet.name)
    return real(sheet, fontconfig, **how)
compositor.typeset = typeset

for name in ("sound", "killed", "stopped", "memory", "wrong", "odd", "interrupted", "sound"):
    try:
        print(name, compositor.compose(sheet("<p>x</p>", name=name)).pages)
    except BaseException as error:
        print(name, type(error).__name__, error)
"""


GROWING = """
import os, sys
sys.path.insert(0, "tests")
from sheets import sheet
from press import compositor

real = compositor.typeset
def typeset(sheet, fontconfig, **how):
    if sheet.name == "large":
        held.append(b"x" * 45_000_000)
    print(sheet.name, first == os.getppid(), os.getpid(), flush=True)
    return real(sheet, fontconfig, **how)
compositor.typeset, held, first = typeset, [], os.getpid()

for name in ("small", "small", "large", "large", "large", "small", "small"):
    compositor.compose(sheet("<p>x</p>", name=name))
print(len(held))
"""


RESTING = """
import os, signal, sys, time
sys.path.insert(0, "tests")
from sheets import sheet
from press import compositor

for _ in range(3):
    print(compositor.compose(sheet("<p>x</p>")).pages)
    (copy,) = compositor._standing
    os.kill(copy.process, signal.SIGKILL)
    os.waitid(os.P_PID, copy.process, os.WEXITED | os.WNOWAIT)
"""


def said(script: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.split("\n")


def test_one_copy_sets_parts_until_it_has_grown() -> None:
    *told, last, _ = said(GROWING)
    assert last == "0", "nothing stays with the process that was copied"
    copies = [line.split()[2] for line in told]
    assert all(line.split()[1] == "True" for line in told)
    assert copies[0] == copies[1] == copies[2]
    assert copies[-2] == copies[-1] != copies[0]
    assert len(set(copies)) == 2


def test_a_copy_that_is_killed_at_rest_is_replaced() -> None:
    assert said(RESTING) == ["1", "1", "1", ""]


def test_the_end_of_a_copy_is_told() -> None:
    assert said(SCRIPT) == [
        "sound 1",
        "killed Lost it was ended by signal 9 (SIGKILL)",
        "stopped Lost it ended with 3 and without a word",
        "memory MemoryError ",
        "wrong ValueError wrong",
        "odd Lost Odd('odd')",
        "interrupted KeyboardInterrupt ",
        "sound 1",
        "",
    ]
