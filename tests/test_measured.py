"""docs/typography.md says of the real book what its pages say."""

import re
from hashlib import sha256
from pathlib import Path

from books import ROOT

from press.schema import Edition
from press.survey import surveys
from press.typography import END, START, table

REFRESH = "the pages have changed: run `make survey`, with new editions `build.py survey --all`"
PAGE = (ROOT / "docs" / "typography.md").read_text(encoding="utf-8")


def test_the_table_is_that_of_the_pages(built_book: Path, editions: dict[str, Edition]) -> None:
    names = [edition.name for edition in editions.values() if edition.default]
    # The e-reader book takes longer than all others together. Its bytes are those that were
    # measured, and the measures are the same.
    (long,) = (name for name in names if editions[name].settings.screen)
    digest = sha256((built_book / f"{long}.pdf").read_bytes()).hexdigest()[:8]
    assert re.search(rf"^\| {long} \|.*`{digest}` \|$", PAGE, re.MULTILINE), REFRESH
    measured = surveys({name: built_book / f"{name}.pdf" for name in names if name != long})
    assert [line for line in table(measured).splitlines() if line not in PAGE] == [], REFRESH


def test_each_edition_is_in_the_table(editions: dict[str, Edition]) -> None:
    rows = PAGE.partition(START)[2].partition(END)[0].splitlines()[4:-1]
    assert [row.split()[1] for row in rows] == list(editions), REFRESH
