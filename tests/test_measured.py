"""docs/typography.md says of the real book what its pages say."""

from pathlib import Path

from books import ROOT

from press.schema import Edition
from press.survey import surveys
from press.typography import table, with_table


def test_the_table_is_that_of_the_pages(built_book: Path, editions: dict[str, Edition]) -> None:
    names = [edition.name for edition in editions.values() if edition.default]
    page = ROOT / "docs" / "typography.md"
    measured = table(surveys({name: built_book / f"{name}.pdf" for name in names}))
    refresh = "the pages have changed: run `python build.py survey`"
    assert with_table(page, measured) == page.read_bytes(), refresh
