"""The benchmark: its book is a good one, its clock forgets no process, and it says all it measured.

How fast anything is, no test says: the table of a very small book is left in `output/bench.md`.
"""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from books import ROOT, complaints

from scripts.bench.book import lengthen, reword, write_book
from scripts.bench.table import ROWS

PROGRAM = [sys.executable, "-m", "scripts.bench"]


def bench(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*PROGRAM, *words],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "TMPDIR": str(folder), "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def rows(report: str) -> dict[str, list[str]]:
    """The cells of each line of the tables, by its first."""
    lines = [line for line in report.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {line[0]: line[1:] for line in cells}


def processes(folder: Path) -> list[str]:
    """The processes that were told to keep temporary files in `folder`."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if f"TMPDIR={folder}\0".encode() in path.read_bytes():
                found.append(path.parent.name)
    return found


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_book_of_any_size_is_without_faults_and_always_the_same(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_book(tmp_path / name, 45)
    assert files(tmp_path / "one") == files(tmp_path / "other")
    assert complaints(tmp_path / "one") == []


def test_an_edited_book_is_without_faults_too(tmp_path: Path) -> None:
    root = tmp_path / "book"
    write_book(root, 25)
    before = files(root)
    reword(root, 2)
    reword(root, 2)
    lengthen(root, 1)
    after = files(root)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"chapters/chapter-1.yaml", "chapters/chapter-2.yaml"}
    second = "chapters/chapter-2.yaml"
    assert len(before[second]) == len(after[second])
    assert complaints(root) == []


@pytest.mark.parametrize("words", [("go", "vet", "./..."), ("gofmt", "-l", ".")])
def test_the_go_programs_are_sound(words: tuple[str, ...], tmp_path: Path) -> None:
    write_book(tmp_path / "book", 25)
    go = Path(sys.executable).parent / "go"
    done = subprocess.run([go, "env", "GOROOT"], capture_output=True, text=True, check=True)
    done = subprocess.run(
        [Path(done.stdout.strip()) / "bin" / words[0], *words[1:]],
        cwd=tmp_path / "book" / "listings",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_a_command_leaves_behind_is_counted(tmp_path: Path) -> None:
    """The command ends at once; a process of a process of it works and takes memory."""
    program = """
import os, time
if os.fork() == 0:
    if os.fork() == 0:
        held = bytearray(150_000_000)
        while time.process_time() < 0.4:
            pass
    os._exit(0)
"""
    measuring = f"""
import sys
from pathlib import Path
from scripts.bench.meter import adopt, run
adopt()
cost, _ = run([sys.executable, "-c", {program!r}], Path.cwd(), {{}})
print(cost.cpu > 0.4, cost.seconds < cost.cpu, cost.peak > 150)
"""
    done = subprocess.run(
        [sys.executable, "-c", measuring], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("True True True\n", "")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--entries", "4"), "'4' is no number of entries from 5 to 99999"),
        (("--entries", "many"), "'many' is no number of entries from 5 to 99999"),
        (("--quick", "--entries", "40"), "not allowed with"),
        (("--runs", "0"), "'0' is no number from 1 to 64"),
        (("--fast",), "unrecognized arguments: --fast"),
    ],
    ids=["few", "word", "both", "none", "unknown"],
)
def test_wrong_usage(words: tuple[str, ...], complaint: str, tmp_path: Path) -> None:
    done = bench(tmp_path, *words)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM], ids=["interrupted", "ended"])
def test_nothing_is_left_behind(sign: signal.Signals, tmp_path: Path) -> None:
    words = [*PROGRAM, "--quick"]
    environment = {"PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path), "HOME": str(tmp_path)}
    with subprocess.Popen(
        words,
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        # A shell's background jobs ignore interrupts, and so would their children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as running:
        while len(processes(tmp_path)) < 4:
            assert running.poll() is None
            time.sleep(0.1)
        running.send_signal(sign)
        assert running.stderr is not None
        assert running.stderr.read() == b"interrupted; nothing is left behind\n"
    assert running.returncode == 130
    assert list(tmp_path.glob("bench-*")) == []
    assert processes(tmp_path) == []


def test_the_table_of_a_small_book(tmp_path: Path) -> None:
    done = bench(tmp_path, "--entries", "5")
    assert (done.returncode, list(tmp_path.glob("bench-*"))) == (0, []), done.stderr
    found = rows(done.stdout)
    for _, title, _ in ROWS:
        figures = [float(cell) for cell in found[title][1:]]
        assert len(figures) == 4
        assert min(figures) > 0, title
    assert all(int(cell) > 0 for cell in found["5 entries"])
    (cores,) = found["beside 5 entries"]
    assert 0.2 < float(cores) < 1.5 * (os.cpu_count() or 1)
    left = ROOT / "output" / "bench.md"
    left.parent.mkdir(exist_ok=True)
    left.write_text(done.stdout, encoding="utf-8")
