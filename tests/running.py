"""The press run as a person runs it, also where something is not as it should be.

A patch is Python source that every process of a run executes before anything else: so a test
can have a compositor killed, wherever it works.
"""

import os
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from books import ROOT

LONG = 120
"""Seconds after which a run is given up: many times what it takes on a busy machine."""


def environment(folder: Path, patch: str = "", **variables: str) -> dict[str, str]:
    """The environment of a run, with `patch` written into `folder`."""
    found = {**os.environ, **variables}
    if patch:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "sitecustomize.py").write_text(patch, encoding="utf-8")
        found["PYTHONPATH"] = f"{folder}{os.pathsep}{ROOT}"
    return found


def patched_typeset(body: str) -> str:
    """A patch that runs `body` before a part is set; `sheet` is the part's sheet."""
    lines = "".join(f"    {line}\n" for line in body.strip().split("\n"))
    return (
        "import os, signal, time\n"
        "from pathlib import Path\n"
        "import press.compositor\n"
        "real = press.compositor.typeset\n"
        "def typeset(sheet, fontconfig, **how):\n"
        f"{lines}"
        "    return real(sheet, fontconfig, **how)\n"
        "press.compositor.typeset = typeset\n"
    )


def start(*words: str | Path, env: dict[str, str] | None = None) -> "subprocess.Popen[str]":
    """`python build.py WORDS`, at work, in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "build.py", *map(str, words)],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A shell's background jobs ignore interrupts, and so would their children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def ended(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a run, which ends without a traceback."""
    try:
        said, complaint = process.communicate(timeout=LONG)
    finally:
        # Whatever of it is still there, so that a test that fails leaves nothing behind.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    assert "Traceback" not in complaint, complaint
    return process.returncode, said, complaint


def run(*words: str | Path, env: dict[str, str] | None = None) -> tuple[int, str, str]:
    """What `python build.py WORDS` gives: exit code, standard output, standard error."""
    return ended(start(*words, env=env))


def spent() -> float:
    """The seconds that processors have spent on the runs so far.

    Not the clock's: other tests run beside, and wait for the same processors.
    """
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def digests(folder: Path) -> dict[str, str]:
    """The digest of each PDF in `folder`, by the way to it."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*.pdf"))
    }


def typeset(said: str) -> list[str]:
    """The parts that a run set anew, of its plain lines: `handbook-a4: maps`."""
    return [
        line.replace("typeset ", "").split(",")[0]
        for line in said.split("\n")
        if ": typeset " in line
    ]
