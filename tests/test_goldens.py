"""The HTML of the good book's parts, as it was when somebody last looked at it."""

from pathlib import Path

import pytest
from books import GOOD, HOUSE, read

from press.impression import due, impression
from press.selection import select
from press.sheet import Sheet
from press.typeset import typeset

GOLDENS = Path(__file__).parent / "goldens"
LAYOUTS = {"handbook": 0, "ereader": 1, "cheatsheet": 2}


def sheets(edition: int) -> list[Sheet]:
    """All sheets of an edition of the good book, in the order in which they are set."""
    copy = read(GOOD)
    stages = impression(select(copy, copy.manuscript.book.editions[edition]), HOUSE)
    found = list(asked := due(next(stages)))
    while True:
        try:
            parts = tuple(typeset(sheet, HOUSE.fontconfig) for sheet in asked)
            found += (asked := due(stages.send(parts)))
        except StopIteration as end:
            end.value.pdf.close()
            return found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_html_is_what_it_was(layout: str, request: pytest.FixtureRequest) -> None:
    made = {f"{layout}-{sheet.name.replace(', ', '-')}.html": sheet.html for sheet in
            sheets(LAYOUTS[layout])}  # fmt: skip
    if request.config.getoption("--refresh-goldens"):
        GOLDENS.mkdir(exist_ok=True)
        for old in GOLDENS.glob(f"{layout}-*.html"):
            old.unlink()
        for name, html in made.items():
            (GOLDENS / name).write_text(html, encoding="utf-8")
    kept = {
        path.name: path.read_text(encoding="utf-8") for path in GOLDENS.glob(f"{layout}-*.html")
    }
    assert sorted(made) == sorted(kept)
    for name, html in made.items():
        assert html == kept[name], f"{name} has changed; if that was meant, run `make goldens`"
