"""The press kept running: answers are edited, and the book is printed again in one process."""

import json
import os
import sys
import time
from pathlib import Path

from press.executors import workers
from press.house import House
from press.report import Report
from press.shop import Order, Shop, raise_problems
from scripts.bench.book import reword
from scripts.bench.meter import spent


def main(book: Path, output: Path, edition: str, chapter: int, jobs: int) -> None:
    """Print the seconds and processor seconds of the second of two edits in a chapter.

    The first edit finds what a press that runs has long had: workers that have set a part.
    """
    order = Order(book, output, (edition,))
    with Shop(House(Path.cwd()), workers(jobs)) as shop:
        for edit in range(3):
            if edit:
                reword(book, chapter)
            cpu, began = spent(os.getpid()), time.monotonic()
            raise_problems(list(shop.fill([order], Report(quiet=True))))
            seconds = time.monotonic() - began
        print(json.dumps({"seconds": seconds, "cpu": spent(os.getpid()) - cpu}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
