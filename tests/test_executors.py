"""Processes that set parts, and what becomes of a build when one of them is killed."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path
from typing import Any

import pytest
from books import ROOT, copied
from running import LONG, digests, ended, environment, patched_typeset, run, start, typeset
from sheets import part, sheet

from press.executors import Here, Processes, workers
from press.problems import BadUsage
from press.typeset import Part


def test_one_part_at_a_time_needs_no_other_process() -> None:
    assert isinstance(workers(1), Here)
    several = workers(3)
    assert isinstance(several, Processes)
    assert several.width == 3
    several.close(wait=True)


@pytest.mark.parametrize("address", ["", "dask://", "dask://host", "dask://host:port", "host:1"])
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(BadUsage, match=r"is no executor; write dask://HOST:PORT"):
        workers(2, address)


class Pool:
    """Processes that set nothing until they are told."""

    def __init__(self, *_: object, **__: object) -> None:
        self.broken = False
        self.futures: list[Future[Part]] = []

    def submit(self, *_: object, **__: object) -> "Future[Part]":
        if self.broken:
            raise BrokenExecutor
        self.futures.append(Future())
        return self.futures[-1]

    def shutdown(self, **_: object) -> None:
        """Nobody is there."""


def test_a_part_goes_to_the_process_that_has_set_its_like(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("press.executors.ProcessPoolExecutor", Pool)
    monkeypatch.setattr("press.executors.preheat", lambda: None)
    setting: Any = Processes(2)
    one, two = (frame.pool.futures for frame in setting.frames)
    maps, slices, third = (setting.submit(sheet("", name=name)) for name in ("maps", "slices", "c"))
    assert (len(one), len(two)) == (1, 1), "the third waits"
    made = part("<p>x</p>")
    two[0].set_result(made)
    assert slices.result() is made
    assert (len(one), len(two)) == (1, 2)
    two[1].set_exception(ValueError("wrong"))
    with pytest.raises(ValueError, match="wrong"):
        third.result()
    one[0].set_result(made)
    for _ in range(3):
        setting.submit(sheet("other", name="maps"))
        one[-1].set_result(made)
    assert maps.result() is made
    assert (len(one), len(two)) == (4, 2)
    setting.close(wait=True)


def test_only_the_process_that_was_killed_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("press.executors.ProcessPoolExecutor", Pool)
    monkeypatch.setattr("press.executors.preheat", lambda: None)
    setting: Any = Processes(2)
    one, two = (frame.pool for frame in setting.frames)
    lost = setting.submit(sheet("", name="maps"))
    one.futures[0].set_exception(BrokenExecutor())
    with pytest.raises(BrokenExecutor):
        lost.result()
    assert setting.frames[0].pool is not one
    assert setting.frames[1].pool is two
    setting.frames[0].pool.broken = True
    setting.submit(sheet("", name="maps"))
    assert len(setting.frames[0].pool.futures) == 1, "one that died at rest is replaced as well"
    setting.close(wait=True)


def test_a_part_that_kills_its_process_takes_no_other_with_it(tmp_path: Path) -> None:
    patch = patched_typeset(
        "if sheet.name == 'maps': os.kill(os.getpid(), signal.SIGKILL)\n"
        "if sheet.name == 'slices': bytearray(1 << 60)"
    )
    book = copied(tmp_path)
    words = ("handbook-a4", "cheatsheet-a4", "-j", "2", "-b", book, "-o", tmp_path / "out")
    code, said, complaint = run(*words, env=environment(tmp_path / "patch", patch))
    assert code == 1
    assert complaint.replace(f"{book}/", "").split("\n") == [
        "chapters/maps.yaml:2:1: part 'maps': the process that set it died: it was ended by "
        "signal 9 (SIGKILL); if memory ran out, build again with -j 1",
        "chapters/slices.yaml:2:1: part 'slices': memory ran out while it was set; "
        "build again with -j 1",
        "2 problems",
        "",
    ]
    assert "cheatsheet-a4: sheet" in typeset(said)
    assert list(digests(tmp_path / "out")) == ["cheatsheet-a4.pdf"]


def test_a_worker_that_is_killed_is_replaced(tmp_path: Path) -> None:
    mark = tmp_path / "killed"
    patch = patched_typeset(
        f"mark = Path({str(mark)!r})\n"
        "if sheet.name == 'maps' and not mark.exists():\n"
        "    mark.touch()\n"
        "    os.kill(os.getppid(), signal.SIGKILL)"
    )
    words = ("handbook-a4", "--chapter", "maps", "-b")
    out = ("-o", tmp_path / "out", "-j", "2")
    env = environment(tmp_path / "patch", patch)
    code, said, complaint = run(*words, copied(tmp_path), *out, env=env)
    assert (code, complaint) == (0, "")
    assert mark.exists()
    assert "a worker died; part 'maps' is set again\n" in said
    alone = tmp_path / "alone"
    assert run(*words, copied(alone), "-o", alone / "out", "-j", "1", "-q") == (0, "", "")
    assert digests(tmp_path / "out") == digests(alone / "out")


def test_workers_begin_with_the_engine_and_without_what_lies_where_they_begin(
    tmp_path: Path,
) -> None:
    """A press may be run in the folder of a book that somebody sent."""
    folder, mark = tmp_path / "sent", tmp_path / "executed"
    for name in (
        "press/__init__.py",
        "press/preheated.py",
        "multiprocessing/__init__.py",
        "json.py",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"open({str(mark)!r}, 'w')\n", encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from press.executors import Processes, preheat\n"
        "if __name__ == '__main__':\n"
        "    preheat()\n"
        "    setting = Processes(1)\n"
        "    asked = \"'weasyprint' in __import__('sys').modules\"\n"
        "    print(setting.frames[0].pool.submit(eval, asked).result())\n"
        "    setting.close(wait=True)\n",
        encoding="utf-8",
    )
    words = [sys.executable, str(script)]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=LONG)
    assert (done.stdout, done.stderr) == ("True\n", "")
    assert not mark.exists()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to look for processes")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_ended_leaves_nothing_behind(end: signal.Signals, tmp_path: Path) -> None:
    """A terminal interrupts all processes of a build, and an impatient person does so twice."""
    mark = tmp_path / "begun"
    patch = patched_typeset(f"if sheet.name == 'maps': Path({str(mark)!r}).touch(); time.sleep(60)")
    words = ("handbook-a4", "-j", "2", "-b", copied(tmp_path), "-o", tmp_path / "out")
    process = start(*words, env=environment(tmp_path / "patch", patch))
    while not mark.exists():
        assert process.poll() is None
        time.sleep(0.02)
    begun = time.monotonic()
    if end == signal.SIGINT:
        os.killpg(process.pid, end)
        time.sleep(0.2)
        os.killpg(process.pid, end)
    else:
        process.send_signal(end)
    code, _, complaint = ended(process)
    if end == signal.SIGINT:
        assert code == 130
        assert complaint.strip() == "interrupted; nothing was changed that is not whole"
    else:
        assert code == -end
    while left := session(process.pid):
        assert time.monotonic() - begun < 20, left
        time.sleep(0.1)
    assert digests(tmp_path) == {}


def test_a_worker_that_is_only_born_takes_no_notice_of_an_interrupt(tmp_path: Path) -> None:
    mark = tmp_path / "interrupted"
    patch = (
        "import os, signal\n"
        "from pathlib import Path\n"
        "import press.compositor\n"
        "real = press.compositor.attend\n"
        "def attend():\n"
        f"    Path({str(mark)!r}).touch()\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    real()\n"
        "press.compositor.attend = attend\n"
    )
    words = ("handbook-a4", "-q", "-j", "2", "-b", copied(tmp_path), "-o", tmp_path / "out")
    assert run(*words, env=environment(tmp_path / "patch", patch)) == (0, "", "")
    assert mark.exists()


def session(leader: int) -> list[str]:
    """The processes of a session that are there."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, fields = stat.read_text().rpartition(")")
        except OSError:
            continue
        # After the name: state, parent, group, session.
        if int(fields.split()[3]) == leader:
            found.append(name)
    return found
