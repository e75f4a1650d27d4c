"""`make bench`: time the press and stock WeasyPrint on a made-up book, and print a table."""

import argparse
import os
import platform
import signal
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from scripts.bench.book import LEAST, MOST
from scripts.bench.meter import Failed, adopt
from scripts.bench.runs import Bench, Result, middle
from scripts.bench.table import table

SIZES = (320, 1000, 3200)
QUICK = (40,)


def _entries(word: str) -> int:
    if not word.isdecimal() or not LEAST <= int(word) <= MOST:
        raise argparse.ArgumentTypeError(f"'{word}' is no number of entries from {LEAST} to {MOST}")
    return int(word)


def _count(word: str) -> int:
    if not word.isdecimal() or not 1 <= int(word) <= 64:
        raise argparse.ArgumentTypeError(f"'{word}' is no number from 1 to 64")
    return int(word)


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.bench",
        description="Time the press and stock WeasyPrint on a made-up book, and print a table.",
        epilog="What the rows mean is in docs/performance.md.",
    )
    sizes = parser.add_mutually_exclusive_group()
    sizes.add_argument(
        "--entries",
        type=_entries,
        nargs="+",
        default=SIZES,
        metavar="N",
        help=f"sizes of the book (default: {' '.join(map(str, SIZES))})",
    )
    sizes.add_argument(
        "--quick",
        action="store_const",
        dest="entries",
        const=QUICK,
        help=f"one small size, {QUICK[0]}",
    )
    parser.add_argument(
        "--runs",
        type=_count,
        default=1,
        metavar="N",
        help="of which the medians are printed (default: 1)",
    )
    parser.add_argument(
        "-j",
        "--jobs",
        type=_count,
        default=os.cpu_count() or 1,
        metavar="N",
        help="parts that the press sets at a time (default: all cores)",
    )
    return parser.parse_args(words)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _measured(sizes: Sequence[int], runs: int, jobs: int) -> list[Result]:
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        bench = Bench(Path(folder), jobs, _say)
        return [middle([bench.measure(size) for _ in range(runs)]) for size in sizes]


def main(words: Sequence[str] | None = None) -> int:
    """Run the benchmark; the exit code: 0, 1 for what failed, 2 for usage, 130 if interrupted."""
    given = _arguments(words)
    if sys.platform != "linux":
        _say("bench: processes can only be measured on Linux")
        return 1
    # Asked to end, it ends as if interrupted: with its processes, and with nothing left behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        adopt()
        results = _measured(sorted(set(given.entries)), given.runs, given.jobs)
    except KeyboardInterrupt:
        _say("interrupted; nothing is left behind")
        return 130
    except (Failed, OSError) as error:
        _say(f"bench: {error}")
        return 1
    print(
        f"Python {platform.python_version()}, WeasyPrint {version('weasyprint')}, "
        f"{os.cpu_count()} cores, {given.jobs} at a time; "
        + ("one run" if given.runs == 1 else f"medians of {given.runs} runs")
        + f"\n\n{table(results)}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
