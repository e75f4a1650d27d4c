"""Parts set by the workers of a real Dask scheduler on this machine, some of them bad ones."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from books import ROOT, copied
from running import digests, ended, environment, patched_typeset, run, start, typeset


def seen(path: Path, process: "subprocess.Popen[bytes]", last: str = "") -> None:
    """Wait until `process` has written `path`, down to its `last` words."""
    end = time.monotonic() + 60
    while not (path.exists() and path.read_text("utf-8").rstrip().endswith(last)):
        assert process.poll() is None, "it ended"
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.05)


@contextmanager
def running(
    log: Path, *words: str, env: dict[str, str], home: Path = ROOT
) -> Iterator["subprocess.Popen[bytes]"]:
    """A process of the cluster, begun in the folder `home` and killed at the end."""
    with log.open("wb") as told:
        process = subprocess.Popen(
            [sys.executable, "-m", *words], cwd=home, env=env, stdout=told, stderr=told
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


@contextmanager
def scheduler(folder: Path, home: Path = ROOT) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """A scheduler, and the address at which it answers."""
    folder.mkdir(exist_ok=True)
    words = ("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0")
    told = folder / "scheduler.json"
    end = ("--no-dashboard", "--scheduler-file", str(told))
    env = environment(folder)
    with running(folder / "scheduler.log", *words, *end, env=env, home=home) as process:
        seen(told, process, "}")
        yield json.loads(told.read_bytes())["address"].removeprefix("tcp://"), process


@contextmanager
def worker(address: str, folder: Path, patch: str = "") -> Iterator["subprocess.Popen[bytes]"]:
    """A worker of the scheduler at `address`, in one process, with a patch of the press in it."""
    folder.mkdir()
    words = ("distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny")
    env = environment(folder / "patch", patch)
    end = ("--no-dashboard", "--local-directory", str(folder))
    with running(folder / "log", *words, *end, env=env) as process:
        yield process


def lingering(mark: Path) -> str:
    """A patch for a worker that begins a part, leaves `mark`, and does not come to its end."""
    return patched_typeset(f"Path({str(mark)!r}).touch()\ntime.sleep(300)")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two sound workers."""
    folder = tmp_path_factory.mktemp("cluster")
    with (
        scheduler(folder) as (address, _),
        worker(address, folder / "one"),
        worker(address, folder / "two"),
    ):
        yield address


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The good book's editions as one process sets them."""
    folder = tmp_path_factory.mktemp("expected")
    assert run("-q", "-j", "1", "-b", copied(folder), "-o", folder / "out") == (0, "", "")
    return digests(folder / "out")


def test_a_cluster_sets_the_same_bytes(
    cluster: str, expected: dict[str, str], tmp_path: Path
) -> None:
    words = ("-b", copied(tmp_path), "-o", tmp_path / "out")
    code, said, complaint = run(*words, "--executor", f"dask://{cluster}")
    assert (code, complaint) == (0, "")
    assert len(typeset(said)) == 12
    assert digests(tmp_path / "out") == expected
    (tmp_path / "out" / "handbook-a4.pdf").unlink()
    code, said, _ = run("handbook-a4", *words, "-j", "1")
    assert (code, typeset(said)) == (0, []), "what came back is kept as if it were set here"


def test_a_worker_killed_at_its_work_changes_nothing(
    cluster: str, expected: dict[str, str], tmp_path: Path
) -> None:
    mark = tmp_path / "begun"
    with worker(cluster, tmp_path / "third", lingering(mark)) as third:
        known(cluster, 3)
        words = ("-b", copied(tmp_path), "-o", tmp_path / "out")
        process = start(*words, "--executor", f"dask://{cluster}")
        seen(mark, third)
        third.kill()
        code, said, complaint = ended(process)
    assert (code, complaint) == (0, "")
    assert len(typeset(said)) == 12
    assert digests(tmp_path / "out") == expected


def test_a_worker_with_another_press_sets_nothing(cluster: str, tmp_path: Path) -> None:
    patch = (
        "import press.cluster\n"
        "own = press.cluster.tools\n"
        "press.cluster.tools = lambda fontconfig: own(fontconfig).replace("
        "'weasyprint=70.0', 'weasyprint=69.0')\n"
    )
    with worker(cluster, tmp_path / "third", patch):
        known(cluster, 3)
        words = ("-b", copied(tmp_path), "-o", tmp_path / "out")
        code, _, complaint = run(*words, "--executor", f"dask://{cluster}")
    assert code == 1
    line = next(line for line in complaint.split("\n") if "another press" in line)
    assert ": part '" in line
    assert "': the worker at tcp://127.0.0.1:" in line
    assert line.endswith(
        " has another press: weasyprint 69.0 instead of 70.0; "
        "give it this press and its requirements, and start it again"
    )


@pytest.mark.parametrize(
    ("killed", "what"),
    [("scheduler", "is gone"), ("worker", "has had no workers for long")],
)
def test_a_cluster_lost_at_work_ends_the_build(killed: str, what: str, tmp_path: Path) -> None:
    mark = tmp_path / "begun"
    impatient = environment(tmp_path / "patch", "import press.cluster; press.cluster.WORKERLESS=1")
    with (
        scheduler(tmp_path / "cluster") as (address, lead),
        worker(address, tmp_path / "only", lingering(mark)) as only,
    ):
        words = ("handbook-a4", "-b", copied(tmp_path), "-o", tmp_path / "out")
        process = start(*words, "--executor", f"dask://{address}", env=impatient)
        seen(mark, only)
        (lead if killed == "scheduler" else only).kill()
        begun = time.monotonic()
        code, _, complaint = ended(process)
    assert time.monotonic() - begun < 30
    assert (code, complaint) == (
        1,
        f"the scheduler at dask://{address} {what}; what was set is kept, "
        "build again when it is back, or without --executor\n",
    )
    assert not (tmp_path / "out").exists()


def test_a_scheduler_without_workers(tmp_path: Path) -> None:
    env = environment(tmp_path / "patch", "import press.cluster; press.cluster.PATIENCE = 2")
    with scheduler(tmp_path / "cluster") as (address, _):
        words = ("-b", copied(tmp_path), "-o", tmp_path, "--executor", f"dask://{address}")
        code, said, complaint = run(*words, env=env)
    assert (code, said) == (2, "")
    assert complaint == (
        f"build.py: the scheduler at dask://{address} has no workers; "
        f"start one with: python -m distributed.cli.dask_worker {address}\n"
    )


def test_a_scheduler_that_finds_no_press(tmp_path: Path) -> None:
    words = ("-q", "-b", copied(tmp_path), "-o", tmp_path / "out")
    with (
        scheduler(tmp_path / "cluster", home=tmp_path) as (address, _),
        worker(address, tmp_path / "one"),
    ):
        code, said, complaint = run(*words, "--executor", f"dask://{address}")
    assert (code, said) == (1, "")
    assert complaint == (
        f"the scheduler at dask://{address} finds no press, start it in the folder of one; "
        "what was set is kept, build again when it is back, or without --executor\n"
    )
    assert list((tmp_path / "out").glob("*.pdf")) == []


@pytest.mark.parametrize(
    ("address", "patch", "message"),
    [
        ("dask://127.0.0.1:9", "", "no scheduler answers at dask://127.0.0.1:9; start one in the "
         "folder of the press with: python -m distributed.cli.dask_scheduler"),
        ("dask://host", "", "'dask://host' is no executor; write dask://HOST:PORT"),
        ("http://host:1", "", "'http://host:1' is no executor; write dask://HOST:PORT"),
        ("dask://127.0.0.1:9", "import sys; sys.modules['distributed'] = None",
         "--executor dask:// needs the package 'distributed'; install it with: "
         "pip install -r requirements-dask.txt"),
    ],
    ids=["nobody there", "no port", "no dask", "not installed"],
)  # fmt: skip
def test_an_executor_that_cannot_be_had(
    address: str, patch: str, message: str, tmp_path: Path
) -> None:
    begun = time.monotonic()
    words = ("-b", copied(tmp_path), "-o", tmp_path / "out", "--executor", address)
    env = environment(tmp_path / "patch", patch)
    assert run(*words, env=env) == (2, "", f"build.py: {message}\n")
    assert time.monotonic() - begun < 20
    assert not (tmp_path / "out").exists()


def known(address: str, workers: int) -> None:
    """Wait until the scheduler at `address` knows so many workers."""
    source = (
        "import sys; from distributed import Client\n"
        "Client(sys.argv[1], timeout=30).wait_for_workers(int(sys.argv[2]), timeout=60)"
    )
    command = [sys.executable, "-c", source, address, str(workers)]
    subprocess.run(command, check=True, capture_output=True, timeout=90)
