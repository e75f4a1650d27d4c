"""The runs: what is built of a made-up book, one after the other, and what each of them costs.

All of it happens in a folder of its own, with a copy of the press in it: neither its styles,
which are edited, nor a cache are those of the repository.
"""

import compileall
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from scripts.bench.book import chapters, lengthen, reword, write_book
from scripts.bench.meter import Cost, Failed, run

ROOT = Path(__file__).resolve().parent.parent.parent
EDITION = "handbook-a4"
_PRESS = ("press", "templates", "styles", "scripts", "build.py", "requirements.txt")
_TOKEN = ("--hairline: #c9c4ba;", "--hairline: #c8c4ba;")
_TRIES = 4

Say = Callable[[str], None]


@dataclass(frozen=True)
class Result:
    """What the runs on a book of one size came to; pages are those of the unedited book.

    `cores` is how many times the work of one process as many did side by side as the press has.
    """

    entries: int
    costs: dict[str, Cost]
    press_pages: int
    stock_pages: int
    cores: float


def middle(results: list[Result]) -> Result:
    """The result with the medians of several on the same book."""
    first = results[0]
    costs = {
        key: Cost(
            median(one.costs[key].seconds for one in results),
            median(one.costs[key].cpu for one in results),
            median(one.costs[key].peak for one in results),
        )
        for key in first.costs
    }
    cores = median(one.cores for one in results)
    return Result(first.entries, costs, first.press_pages, first.stock_pages, cores)


class Bench:
    """A copy of the press in the empty folder `folder`, which sets `jobs` parts at a time."""

    def __init__(self, folder: Path, jobs: int, say: Say) -> None:
        self.home = folder / "press"
        self.book = folder / "book"
        self.output = folder / "output"
        self.printed = self.output / f"{EDITION}.pdf"
        self.single = folder / "single"
        self.jobs = jobs
        self.say = say
        self.home.mkdir()
        for name in _PRESS:
            source, target = ROOT / name, self.home / name
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                shutil.copy2(source, target)
        # Compiled and read once: what is measured is not the machine's first look at it.
        compileall.compile_dir(self.home, quiet=1)
        self.kept = folder / "cache" / "the-press"
        self.fonts = {
            "FONTCONFIG_FILE": str(self.home / "styles" / "fonts" / "fonts.conf"),
            "XDG_CACHE_HOME": str(folder / "cache"),
        }
        self._python("-c", "import weasyprint, pydantic, pikepdf, rich")

    def measure(self, entries: int) -> Result:
        """Build a book of so many entries in every way, from a state in which nothing is kept."""
        self._begin(entries)
        costs: dict[str, Cost] = {}

        def timed(key: str, work: Callable[[], Cost]) -> None:
            costs[key] = work()
            self.say(f"{entries} entries, {key}: {costs[key].seconds:.2f} s")

        timed("cold", self._build)
        cores = [self._cores()]
        pages, _ = self._pages(self.printed)
        timed("nothing", self._build)
        self._module("document", self.book, EDITION, self.single)
        timed("stock", lambda: self._module("stock", self.single)[0])
        cores.append(self._cores())
        stock, _ = self._pages(self.single / "book.pdf")
        half = (chapters(entries) + 1) // 2
        reword(self.book, half)
        timed("edit", self._build)
        if self._pages(self.printed)[0] != pages:
            raise Failed("another word of the same length moved pages: choose other words")
        timed("page", lambda: self._longer(entries))
        tokens = self.home / "styles" / "tokens.css"
        tokens.write_text(tokens.read_text(encoding="utf-8").replace(*_TOKEN), encoding="utf-8")
        timed("token", self._build)
        timed("running", lambda: self._running(half))
        return Result(entries, costs, pages, stock, median(cores))

    def _begin(self, entries: int) -> None:
        for folder in (self.book, self.output, self.single, self.kept):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copy2(ROOT / "styles" / "tokens.css", self.home / "styles" / "tokens.css")
        if _TOKEN[0] not in (self.home / "styles" / "tokens.css").read_text(encoding="utf-8"):
            raise Failed(f"styles/tokens.css has no '{_TOKEN[0]}' to edit: name another token")
        write_book(self.book, entries)

    def _cores(self) -> float:
        """How many times the work of one process so many do now; other people's machines differ."""
        return float(json.loads(self._module("cores", self.jobs)[1]))

    def _build(self) -> Cost:
        words = ("build.py", EDITION, "--book", self.book, "-o", self.output, "-q")
        return self._python(*words, "-j", self.jobs)[0]

    def _longer(self, entries: int) -> Cost:
        """An answer of the first chapter is made longer, until the next begins on a later page.

        A page more may only take the place of a blank one, which moves nothing: then it is made
        longer again, and that build is the one that counts.
        """
        behind = "c2" if chapters(entries) > 1 else "index"
        _, (begin, end) = self._pages(self.printed, "c1", behind)
        for _ in range(_TRIES):
            lengthen(self.book, 1)
            cost = self._build()
            _, (first, last) = self._pages(self.printed, "c1", behind)
            if last - first > end - begin:
                return cost
            self.say("a page more took the place of a blank one; once more")
        raise Failed("an answer was made longer, and yet no page was added")

    def _running(self, chapter: int) -> Cost:
        words = (self.book, self.output, EDITION, chapter, self.jobs)
        cost, text = self._module("running", *words)
        told = json.loads(text)
        return Cost(told["seconds"], told["cpu"], cost.peak)

    def _pages(self, pdf: Path, *names: str) -> tuple[int, list[int]]:
        """How many pages a PDF has, and on which each of `names` is.

        Another process reads it: its libraries would make this one larger.
        """
        told = json.loads(self._module("pages", pdf, *names)[1])
        return told["pages"], told["at"]

    def _module(self, name: str, *words: str | Path | int) -> tuple[Cost, str]:
        return self._python("-m", f"scripts.bench.{name}", *words)

    def _python(self, *words: str | Path | int) -> tuple[Cost, str]:
        command = [sys.executable, *(str(word) for word in words)]
        return run(command, self.home, self.fonts)
