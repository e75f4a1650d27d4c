"""What an entry shows besides its text, as values for templates: listing, figure, symbols."""

import base64
from typing import Any

from markupsafe import Markup

from press import prose
from press.figures import proportion
from press.highlight import highlighted, rows
from press.schema import Entry
from press.validate import Copy


def listing(entry: Entry, copy: Copy, *, screen: bool) -> dict[str, Any] | None:
    """The listing of an entry; line by line besides for a `screen`, where lines have to wrap."""
    if entry.listing is None:
        return None
    cut = copy.cuts[entry.id]
    output = cut.output or ""
    lines = len(cut.code.rstrip("\n").split("\n"))
    return {
        "caption": _line(entry.listing.caption, copy),
        "code": Markup(highlighted(cut.code)),
        "rows": rows(cut.code) if screen else (),
        "output": output,
        "output_rows": rows(output, "text") if screen else (),
        "code_lines": lines,
        "lines": lines + (len(output.rstrip("\n").split("\n")) if output else 0),
    }


def figure(entry: Entry, copy: Copy) -> dict[str, Any] | None:
    """The figure of an entry: its drawing as an address, height by width, and its texts."""
    if entry.figure is None:
        return None
    drawing = copy.drawings[entry.id]
    return {
        "source": data_uri(drawing),
        "ratio": round(proportion(drawing), 4),
        "alt": prose.plain(entry.figure.alt),
        "caption": _line(entry.figure.caption, copy),
    }


def symbol_of(symbol: str) -> dict[str, Any]:
    """`net/http#Server.Shutdown` as the name that Go gives it and its page's path."""
    package, _, name = symbol.partition("#")
    said = prose.code(f"{package}.{name}" if name else package)
    return {"path": symbol, "name": Markup(said)}


def data_uri(svg: str) -> str:
    """A drawing as an address that holds all of it (RFC 2397)."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _line(text: str, copy: Copy) -> Markup:
    return Markup(prose.line(text, copy.manuscript.known))
