"""docs/typography.md says of the real book what its pages say."""

from hashlib import sha256
from pathlib import Path

from books import ROOT

from press.schema import Edition
from press.survey import surveys
from press.typography import END, START, table

REFRESH = "the pages have changed: run `make survey`, with new editions `build.py survey --all`"
PAGE = (ROOT / "docs" / "typography.md").read_text(encoding="utf-8")


def rows() -> list[list[str]]:
    lines = PAGE.partition(START)[2].partition(END)[0].splitlines()[4:-1]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_the_table_is_of_these_pages(built_book: Path, editions: dict[str, Edition]) -> None:
    told = {row[0]: row[-1].strip("`") for row in rows()}
    for edition in editions.values():
        if edition.default:
            digest = sha256((built_book / f"{edition.name}.pdf").read_bytes()).hexdigest()
            assert digest.startswith(told[edition.name]), REFRESH


def test_the_table_says_what_is_measured(built_book: Path) -> None:
    """Of the sheets, which are measured in no time; the books are measured in the same way."""
    names = ("cheatsheet-a4", "interview-day-a4")
    measured = surveys({name: built_book / f"{name}.pdf" for name in names})
    assert [line for line in table(measured).splitlines() if line not in PAGE] == [], REFRESH


def test_each_edition_is_in_the_table(editions: dict[str, Edition]) -> None:
    assert [row[0] for row in rows()] == list(editions), REFRESH
