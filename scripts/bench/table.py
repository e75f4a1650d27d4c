"""The table of a benchmark, as Markdown whose columns stand under each other."""

from collections.abc import Sequence

from scripts.bench.runs import Result

ROWS = (
    ("stock", "WeasyPrint stock, one document", None),
    ("cold", "the handbook cold, all from nothing", 0.25),
    ("edit", "one answer edited, fresh process", 0.08),
    ("page", "one answer edited so that a page is added", 0.12),
    ("running", "one answer edited, press already running", 0.04),
    ("token", "a token edited", None),
    ("nothing", "nothing changed", 0.02),
)
"""Each run: its key, what it is called, and the ratio to stock that it may have at the most."""

_GROWTH = (320, 3200)
_TIME, _PEAK = 10.5, 1.5
"""How much more a cold build of the larger of these sizes may take than of the smaller."""


def table(results: Sequence[Result]) -> str:
    """The costs of every run at every size, the pages, and how the costs grow with the book."""
    head = ["", "ratio at most"]
    for result in results:
        head += [f"{result.entries:,} entries: s", "CPU s", "peak MB", "ratio"]
    lines = [head]
    for key, title, most in ROWS:
        line = [title, "–" if most is None else f"{most:.2f}"]
        for result in results:
            cost = result.costs[key]
            ratio = cost.seconds / result.costs["stock"].seconds
            line += [f"{cost.seconds:.2f}", f"{cost.cpu:.2f}", f"{cost.peak:.0f}", f"{ratio:.3f}"]
        lines.append(line)
    pages = [["pages", "by the press", "by stock"]]
    cores = [["while it was measured", "processes side by side did the work of"]]
    for result in results:
        size = f"{result.entries:,} entries"
        pages.append([size, f"{result.press_pages:,}", f"{result.stock_pages:,}"])
        cores.append([f"beside {size}", f"{result.cores:.2f}"])
    blocks = [_piped(lines), _piped(pages), _piped(cores)]
    if len(results) > 1:
        blocks.append(_piped(_grown(results[0], results[-1])))
    return "\n\n".join(blocks)


def _grown(small: Result, large: Result) -> list[list[str]]:
    named = (small.entries, large.entries) == _GROWTH
    one, other = small.costs["cold"], large.costs["cold"]
    return [
        [f"cold, {large.entries:,} entries against {small.entries:,}", "at most", "measured"],
        ["time", f"{_TIME} ×" if named else "–", f"{other.seconds / one.seconds:.2f} ×"],
        [
            "peak memory of any process",
            f"{_PEAK} ×" if named else "–",
            f"{other.peak / one.peak:.2f} ×",
        ],
    ]


def _piped(lines: Sequence[Sequence[str]]) -> str:
    """A pipe table: the first line its head, the first column words, all others figures."""
    widths = [max(3, *(len(line[at]) for line in lines)) for at in range(len(lines[0]))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(
        "| "
        + " | ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        + " |"
        for line in (lines[0], rule, *lines[1:])
    )
