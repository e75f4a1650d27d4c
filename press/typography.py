"""The measured table in docs/typography.md, made again from the finished PDFs."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from press.problems import PressError, shown_path
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
)


def table(surveys: Iterable[Survey]) -> str:
    """The surveys as a Markdown table, one edition a row."""
    rows = [_HEADER, tuple("---" for _ in _HEADER), *(_row(survey) for survey in surveys)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(survey: Survey) -> tuple[str, ...]:
    splits = len(survey.split_listings)
    return (
        survey.name,
        str(survey.pages),
        _characters(survey.characters),
        str(len(survey.headings_at_foot)),
        f"{len(survey.widows)}, {len(survey.orphans)}",
        f"{len(survey.ladders)}, {len(survey.hyphens_across)}",
        f"{splits} ({len(survey.short_splits)}, {len(survey.silent_splits)})"
        if survey.listings
        else _NONE,
        _gap(survey),
        f"{_share(survey.on_grid('paragraph', 'item'))}, {_share(survey.on_grid('listing'))}",
        _uneven(survey),
        _smallest(survey),
        _contrast(survey),
    )


def _characters(lengths: Sequence[int]) -> str:
    if not lengths:
        return _NONE
    low, middle, high = (lengths[len(lengths) * tenth // 10] for tenth in (1, 5, 9))
    return f"{middle} ({low}–{high})"


def _gap(survey: Survey) -> str:
    if not survey.gaps:
        return _NONE
    share, turn = survey.gaps[0]
    label = survey.ink[turn.before.page].label
    return f"{share:.0%} on {label} ({len(survey.wide_gaps)})"


def _share(share: float | None) -> str:
    return _NONE if share is None else f"{share:.0%}"


def _uneven(survey: Survey) -> str:
    if not survey.spreads:
        return _NONE
    uneven, pairs = len(survey.uneven), len(survey.spreads)
    return f"{uneven} of {pairs} ({uneven / pairs:.0%})"


def _smallest(survey: Survey) -> str:
    size, page, text = survey.smallest
    return f"{size:g} pt (“{_escaped(text)}”, {survey.ink[page].label})"


def _contrast(survey: Survey) -> str:
    colour = survey.contrasts[0][0]
    grey = min(pair[1] for pair in survey.contrasts)
    return f"{_ratio(colour)} ({_ratio(grey)})"


def _ratio(ratio: float) -> str:
    # Cut, not rounded: 6.99 is not 7.
    return f"{int(ratio * 10) / 10:.1f}:1"


def _escaped(text: str) -> str:
    short = text if len(text) <= _WORD else text[: _WORD - 1] + "…"
    return short.replace("|", "\\|")


_WORD = 24


def write_table(page: Path, text: str) -> bytes:
    """The Markdown page in `page` with `text` between its marks.

    Raises `PressError` if there is no such page, or if it lacks the marks.
    """
    try:
        written = page.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PressError(f"{shown_path(page)}: there is no such page; use --stdout") from None
    before, start, rest = written.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise PressError(f"{shown_path(page)}: it lacks the marks '{START}' and '{END}'; add them")
    return f"{before}{START}\n\n{text}\n\n{END}{after}".encode()
