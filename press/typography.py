"""The measured table in docs/typography.md, made again from the finished PDFs."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from press.problems import BadContent, Place, shown_path
from press.survey import Survey

START = "<!-- survey: made by `build.py survey`, do not edit -->"
END = "<!-- survey ends -->"
_NONE = "–"
_HEADER = (
    "edition",
    "pages",
    "characters a line",
    "headings at foot",
    "widows, orphans",
    "ladders, hyphens across pages",
    "listings split (short, silent)",
    "largest gap (over a sixth)",
    "on the grid: text, listings",
    "facing pages uneven",
    "smallest type",
    "contrast (in grey)",
    "PDF",
)


def table(surveys: Iterable[Survey]) -> str:
    """The surveys as a Markdown table, one edition a row."""
    return _lines(_row(survey) for survey in surveys)


def _lines(rows: Iterable[tuple[str, ...]]) -> str:
    rule = tuple("---" for _ in _HEADER)
    return "\n".join(f"| {' | '.join(row)} |" for row in (_HEADER, rule, *rows))


def _row(survey: Survey) -> tuple[str, ...]:
    number = {rule: len(found) for rule, found in survey.findings.items()}
    return (
        survey.book.name,
        str(len(survey.book.ink)),
        _characters(survey.characters),
        str(number["headings at foot"]),
        f"{number['widows']}, {number['orphans']}",
        f"{number['ladders']}, {number['hyphens across']}",
        f"{survey.splits} ({number['short splits']}, {number['silent splits']})"
        if survey.book.listings
        else _NONE,
        _gap(survey, number["wide gaps"]),
        f"{_share(survey.on_grid('paragraph', 'item'))}, {_share(survey.on_grid('listing'))}",
        f"{number['uneven']} of {survey.spreads}" if survey.spreads else _NONE,
        _smallest(survey),
        "{} ({})".format(*map(_ratio, survey.least_contrast)),
        f"`{survey.book.digest[:_DIGEST]}`",
    )


def _characters(lengths: Sequence[int]) -> str:
    if not lengths:
        return _NONE
    low, middle, high = (lengths[len(lengths) * tenth // 10] for tenth in (1, 5, 9))
    return f"{middle} ({low}–{high})"


def _gap(survey: Survey, wide: int) -> str:
    if survey.largest_gap is None:
        return _NONE
    share, page = survey.largest_gap
    return f"{share:.0%} on {survey.book.label(page)} ({wide})"


def _share(share: float | None) -> str:
    # Cut, not rounded: all but one line is not all.
    return _NONE if share is None else f"{int(share * 1000) / 10:g}%"


def _smallest(survey: Survey) -> str:
    sample, _ = survey.sizes[0]
    where = survey.book.label(sample.page)
    return f"{sample.run.size:g} pt (“{_escaped(sample.run.text.strip())}”, {where})"


def _ratio(ratio: float) -> str:
    # Cut, not rounded: 6.99 is not 7.
    return f"{int(ratio * 10) / 10:.1f}:1"


def _escaped(text: str) -> str:
    short = text if len(text) <= _WORD else text[: _WORD - 1] + "…"
    return short.replace("|", "\\|")


_WORD = 24
_DIGEST = 8


def with_table(page: Path, surveys: Iterable[Survey], editions: Sequence[str]) -> bytes:
    """The Markdown page in `page` with the surveys between its marks.

    The rows of other `editions` stay as they are; what is none of them goes. Raises
    `BadContent` if there is no such page, or if it lacks the marks.
    """
    try:
        written = page.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise _bad(page, "there is no such page") from None
    before, start, rest = written.partition(START)
    old, end, after = rest.partition(END)
    if not (start and end):
        raise _bad(page, f"it lacks the line '{START}', or '{END}' after it")
    rows = {row[0]: row for row in map(_cells, old.splitlines()) if len(row) == len(_HEADER)}
    rows |= {survey.book.name: _row(survey) for survey in surveys}
    text = _lines(rows[name] for name in editions if name in rows)
    return f"{before}{START}\n\n{text}\n\n{END}{after}".encode()


def _cells(line: str) -> tuple[str, ...]:
    """The cells of a line of a table."""
    return tuple(cell.strip() for cell in line.strip().strip("|").split(" | "))


def _bad(page: Path, wrong: str) -> BadContent:
    return BadContent.at(Place(shown_path(page)), "survey", wrong, "mend it, or use --stdout")
