"""What the tests share: the real book, built once, and its content."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

from press.load import Manuscript, load
from press.prose import plain
from press.schema import Edition, Entry

ROOT = Path(__file__).resolve().parent.parent
# Fontconfig reads this when WeasyPrint is first imported, which a test may do before the press.
os.environ["FONTCONFIG_FILE"] = str(ROOT / "styles" / "fonts" / "fonts.conf")

from printed import Printed  # noqa: E402

BOOK = frozenset(
    f"test_{name}.py"
    for name in (
        "editions",
        "archival",
        "handbook",
        "ereader",
        "cheatsheet",
        "interview_day",
        "measured",
    )
)


ASKED = ("cheatsheet-letter", "cheatsheet-a4-punched", "interview-day-letter")
"""Editions that a plain build leaves out, and that some test reads."""

LONG = (*BOOK, *(f"test_{name}.py" for name in (
    "bench", "standards", "command", "shop", "cluster", "pressroom", "executors", "programs",
    "visual", "batch", "survey", "impression", "fuzz", "contactsheet",
)))  # fmt: skip
"""The modules that take longest: they begin, so that no worker is left with one at the end."""


class OneBook(LoadScopeScheduling):  # type: ignore[misc]
    """Gives all tests that read the same PDFs of the real book to one worker, which keeps them.

    All others go by their modules. The marks of `--dist loadgroup` are of no effect here:
    xdist 3.8 writes them into an attribute that pytest 9.2 no longer reads.
    """

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        if Path(path).name not in BOOK:
            return path
        return "book for screens" if "ereader" in nodeid else "book on paper"


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneBook:
    return OneBook(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in LONG)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh-goldens", action="store_true", help="Write the golden HTML anew.")
    parser.addoption("--refresh-pictures", action="store_true", help="Keep new pictures of pages.")


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_the_users_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What a build keeps for its user goes elsewhere while the tests run."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def manuscript() -> Manuscript:
    """The content of the real book."""
    return load(ROOT / "content")


@pytest.fixture(scope="session")
def entries(manuscript: Manuscript) -> tuple[Entry, ...]:
    return tuple(entry for chapter in manuscript.chapters for entry in chapter.text.entries)


@pytest.fixture(scope="session")
def questions(entries: tuple[Entry, ...]) -> dict[int, str]:
    """Each question by its number, as it is printed."""
    return {entry.id: plain(entry.question) for entry in entries}


@pytest.fixture(scope="session")
def editions(manuscript: Manuscript) -> dict[str, Edition]:
    return {edition.name: edition for edition in manuscript.book.editions}


@pytest.fixture(scope="session")
def built_book(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the real book's editions that tests read, built by whichever is first."""
    folder = tmp_path_factory.getbasetemp()
    folder = (folder if worker_id == "master" else folder.parent) / "book"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not list(folder.glob("*.pdf")):
            # In one build, because no core waits at the end of each.
            editions = load(ROOT / "content").book.editions
            names = [one.name for one in editions if one.default or one.name in ASKED]
            _build(folder, *names)
    return folder


def _build(folder: Path, *names: str) -> None:
    command = [sys.executable, "build.py", *names, "-o", str(folder), "-q"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.fixture(scope="session")
def printed(built_book: Path) -> Callable[[str], Printed]:
    """The finished edition of a name; one that a plain build leaves out is built when asked for."""

    @cache
    def find(name: str) -> Printed:
        if not (built_book / f"{name}.pdf").exists():
            _build(built_book, name)
        return Printed(built_book / f"{name}.pdf")

    return find
