"""What a typeset part says to those who listen, where the engine leaves it open or wrong.

WeasyPrint 70 names a link with its address, gives header cells no scope, and measures
figures in CSS pixels from the top. What is put right here is what PDF/UA-1 wants of each
(ISO 14289-1, 7.18.5, 7.5 and 7.3).
"""

import re
from collections.abc import Iterator
from typing import Any

import pydyf

_PT = 0.75
_HOST = re.compile(r"https?://(?:[^/@]*@)?([^/:?#]+)")


def speak(document: Any, pdf: Any) -> None:
    """Complete the tags of `pdf`, as the engine has made it of `document` but not yet written."""
    for page in document.pages:
        _name_links(page)
        _scope_headers(page)
    heights = {
        reference: page.height
        for reference, page in zip(pdf.page_references, document.pages, strict=True)
    }
    for figure in _figures(pdf):
        figure["A"]["BBox"] = _box(figure["A"]["BBox"], heights[figure["Pg"]])


def _name_links(page: Any) -> None:
    """Call each link by its words, and if it leads to the web by its host too."""
    for _, address, _, box in page.links:
        if box.link_annotation and box.element is not None:
            words = " ".join("".join(box.element.itertext()).split())
            host = _HOST.match(address)
            named = f"{words}, {host[1]}" if host and host[1] not in words else words
            box.link_annotation["Contents"] = pydyf.String(named)


def _scope_headers(page: Any) -> None:
    for box in page._page_box.descendants():
        cell = getattr(box, "mark", None)
        if cell is not None and cell["S"] == "/TH":
            row = box.element.get("scope") == "row"
            cell["A"]["Scope"] = "/Row" if row else "/Column"


def _figures(pdf: Any) -> Iterator[Any]:
    return (
        found for found in pdf.objects if isinstance(found, dict) and found.get("S") == "/Figure"
    )


def _box(pixels: tuple[float, ...], height: float) -> Any:
    """A rectangle in pt from the bottom left, of one in CSS pixels from the top left."""
    left, top, right, bottom = pixels
    corners = (left, height - bottom, right, height - top)
    return pydyf.Array(round(corner * _PT, 3) for corner in corners)
