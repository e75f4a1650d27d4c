"""The book as one document: what the press sets as parts, put together for stock WeasyPrint.

Everything that is on the pages is in it, as WeasyPrint itself offers it: running heads, folios and
thumb tabs are margin boxes, the page numbers of contents, lists and openers count the pages of what
they lead to. The index has its numbers from the press, which alone can make ranges of them.
"""

import re
import sys
from pathlib import Path

from press.house import House
from press.impression import due, impression
from press.load import load
from press.selection import Override, commission
from press.sheet import Sheet
from press.store import Store
from press.storeroom import part_store
from press.typeset import Part
from press.validate import validate

_ORDER = ("front", "body", "back")
_OWN = Path(__file__).with_name("stock.css")
_NUMBER = re.compile(
    r'href="(?P<to>#[^"]+)">(?P<words>(?:(?!</a>).)*)</a><span class="at">0+</span>'
)
_BODY = re.compile(r"(?P<before>.*<body[^>]*>)(?P<inside>.*)(?P<after></body>.*)", re.DOTALL)


def sheets(root: Path, book: Path, edition: str) -> list[Sheet]:
    """The parts of an edition in the order of its pages; `book` must have been printed."""
    house = House(root)
    store = part_store(book, house)
    (issue,), _ = commission(validate(load(book), house), (edition,), Override(), house)
    stages = impression(issue, house)
    found: list[Sheet] = []
    wanted = due(next(stages))
    while read := [sheet for sheet in wanted if sheet.tagged]:
        found += read
        wanted = due(stages.send(tuple(_kept(store, sheet) for sheet in wanted)))
    # The index is asked for before the lists, behind which it stands.
    return sorted(found, key=lambda one: (_ORDER.index(one.matter), one.name.startswith("index")))


def _kept(store: Store, sheet: Sheet) -> Part:
    part = store.find(sheet)
    if part is None:
        raise LookupError(f"part '{sheet.name}' is not kept; print the book first")
    return part


def joined(parts: list[Sheet]) -> str:
    """One document of all `parts`, each on a right-hand page unless it follows another, with links
    that lead within it.
    """
    pieces = [_BODY.fullmatch(part.html) for part in parts]
    sides = ["page" if part.follows else "right" for part in parts]
    bodies = [
        f'<div style="break-before: {side}">{piece["inside"]}</div>'
        for piece, side in zip(pieces, sides, strict=True)
        if piece
    ]
    first = pieces[0]
    if first is None or len(bodies) < len(parts):
        raise ValueError("a part has no body")
    html = first["before"] + "\n".join(bodies) + first["after"]
    return _NUMBER.sub(_counted, html.replace('href="book:', 'href="#'))


def _counted(line: re.Match[str]) -> str:
    """A line of contents or lists, whose number stock counts."""
    return f'href="{line["to"]}">{line["words"]}</a><span class="at" data-to="{line["to"]}"></span>'


def main(book: Path, edition: str, target: Path) -> None:
    """Write `book.html` and the stylesheets of an edition into the new folder `target`."""
    parts = sheets(Path.cwd(), book, edition)
    target.mkdir()
    (target / "book.html").write_text(joined(parts), encoding="utf-8")
    texts = [*(style.text for style in parts[0].styles), _OWN.read_text(encoding="utf-8")]
    for number, text in enumerate(texts, 1):
        (target / f"{number:02}.css").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
