"""Processes that set parts, and what becomes of a build when one of them is killed."""

import os
import signal
import time
from pathlib import Path

import pytest
from books import copied
from running import digests, ended, environment, patched_typeset, run, start, typeset

from press.executors import Here, Processes, workers
from press.problems import BadUsage


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
