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


def test_the_end_of_a_copy_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.split("\n") == [
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
