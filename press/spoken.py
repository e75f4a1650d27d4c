"""What a typeset part says to those who listen, where the engine leaves it open or wrong.

WeasyPrint 70 names a link with its address, makes another link of each element inside one,
gives header cells no scope, and measures figures in CSS pixels from the top. What is put
right here is what PDF/UA-1 wants of each (ISO 14289-1, 7.18.5, 7.5 and 7.3).
"""

import re
from collections.abc import Iterator
from typing import Any

import pydyf

from press.pruning import Tags
from press.symbols import every

_PT = 0.75
_HOST = re.compile(r"https?://(?:[^/@]*@)?([^/:?#]+)")


def speak(document: Any, pdf: Any, prefix: str) -> None:
    """Complete the tags of `pdf`, as the engine has made it of `document` but not yet written.

    `prefix` tells the part's table cells from those of all others.
    """
    for page in document.pages:
        _name_links(page)
        _scope_headers(page, prefix)
    tags = Tags(pdf)
    _drop_nested_links(tags)
    tags.prune()
    tags.close()
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


def _scope_headers(page: Any, prefix: str) -> None:
    for box in every(page._page_box):
        cell = getattr(box, "mark", None)
        if cell is not None and cell["S"] == "/TH":
            row = box.element.get("scope") == "row"
            cell["A"]["Scope"] = "/Row" if row else "/Column"
            # The cells that it heads hold this very object.
            cell["ID"].string = f"{prefix}-{cell['ID'].string}"


def _drop_nested_links(tags: Tags) -> None:
    """Leave one annotation a link: the engine makes another for each element inside one.

    A link's inner annotations cover a part of the outer one and lead to the same place;
    but their structure elements are not links of their own, as PDF/UA-1 (7.18.5) asks.
    """
    for reference in tags.page_of:
        page = tags.object(reference)
        kept = []
        for note in page.get("Annots", ()):
            key = tags.object(note)["StructParent"]
            element = tags.object(tags.parents[key])
            if element["S"] == "/Link" and not _inside_link(tags, element):
                kept.append(note)
            else:
                element["K"] = pydyf.Array(
                    kid for kid in element["K"] if not _leads_to_object(tags, kid)
                )
                del tags.parents[key]
        if "Annots" in page:
            page["Annots"] = pydyf.Array(kept)


def _inside_link(tags: Tags, element: Any) -> bool:
    while "P" in element:
        element = tags.object(element["P"])
        if element.get("S") == "/Link":
            return True
    return False


def _leads_to_object(tags: Tags, kid: Any) -> bool:
    return isinstance(kid, bytes) and tags.object(kid).get("Type") == "/OBJR"


def _figures(pdf: Any) -> Iterator[Any]:
    return (
        found for found in pdf.objects if isinstance(found, dict) and found.get("S") == "/Figure"
    )


def _box(pixels: tuple[float, ...], height: float) -> Any:
    """A rectangle in pt from the bottom left, of one in CSS pixels from the top left."""
    left, top, right, bottom = pixels
    corners = (left, height - bottom, right, height - top)
    return pydyf.Array(round(corner * _PT, 3) for corner in corners)
