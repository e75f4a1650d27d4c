"""The structure of a part, made from its boxes as they are drawn (ISO 32000-1, 14.7 and 14.8).

WeasyPrint 70 could make it too, but wraps every run of text into an element of its own and every
span into another: two of three say nothing to a reader. It names a link with its address, makes
another link of each element inside one, gives header cells no scope, and measures figures in CSS
pixels from the top, all of which PDF/UA-1 wants otherwise (ISO 14289-1, 7.18.5, 7.5 and 7.3).
"""

import logging
import re
from collections.abc import Iterator
from typing import Any

from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from press.elements import Cell, Element, Note, Structure
from press.pen import Pen, cut_short
from press.slugs import Slugs
from press.tables import head, with_captions

_PT = 0.75
_HOST = re.compile(r"https?://(?:[^/@]*@)?([^/:?#]+)")
_SVG = "{http://www.w3.org/2000/svg}"
_ROLES = {
    "div": "Div", "a": "Link", "span": "Span", "main": "Part", "article": "Art", "section": "Sect",
    "blockquote": "BlockQuote", "p": "P", "h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4",
    "h5": "H5", "h6": "H6", "dl": "L", "ul": "L", "ol": "L", "li": "LI", "dt": "LI", "dd": "LI",
    "li::marker": "Lbl", "table": "Table", "tr": "TR", "th": "TH", "td": "TD", "thead": "THead",
    "tbody": "TBody", "tfoot": "TFoot", "img": "Figure", f"{_SVG}svg": "Figure",
    "caption": "Caption", "figcaption": "Caption",
}  # fmt: skip
_CELLS = ("TD", "TH")
_INLINE = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "LBody", "Lbl", "TD", "TH", "Caption", "Link",
           "Span"}  # fmt: skip


class Marked(Page):  # type: ignore[misc]
    """A page of the engine's that numbers what is drawn on it, and keeps the numbers."""

    def __init__(self, page: Any, slugs: Slugs) -> None:
        self.__dict__ = page.__dict__
        self.slugs = slugs
        self.marks: dict[Any, dict[str, Any]] = {}

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Draw the page."""
        pen = Pen(stream, self.marks, self.slugs, cut_short(self._page_box))
        super().paint(pen, scale)


def structure(document: Any, prefix: str) -> Structure:
    """The structure of a `document` of pages that are `Marked`, and have been drawn.

    `prefix` tells the part's table cells from those of all others.
    """
    if not document.metadata.lang:
        _say("the part does not say what language it is in")
    root = Element("Document", -1, None)
    notes, marked, tables = [], [], 0
    for number, page in enumerate(document.pages):
        made = _Page(page, number, prefix, tables)
        root.kids += made.elements(page._page_box, root)
        tables = made.tables
        notes.append(tuple(made.notes()))
        marked.append(tuple(element for _, element in sorted(made.owners.items())))
    return Structure(tuple(root.kids), tuple(notes), tuple(marked))


class _Page:
    """The elements of one page."""

    def __init__(self, page: Any, number: int, prefix: str, tables: int) -> None:
        self.page = page
        self.number = number
        self.prefix = prefix
        self.tables = tables
        self.owners: dict[int, Element] = {}
        self.links: dict[int, Element] = {}
        self.cells: dict[Any, Cell] = {}

    def notes(self) -> Iterator[Note]:
        """The links in their order, each called by its words, and to the web by its host too."""
        for _, address, _, box in self.page.links:
            element = self.links.get(id(box.link_annotation))
            if element is not None:
                words = " ".join("".join(box.element.itertext()).split())
                host = _HOST.match(address)
                said = f"{words}, {host[1]}" if host and host[1] not in words else words
                yield Note(box.link_annotation, said, element)

    def elements(self, box: Any, parent: Element) -> list[Element]:
        """The elements of a box: one, or those of what is in it."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        tag = None if box.element is None else box.element_tag
        if tag in ("html", "body") or isinstance(box, boxes.PageBox):
            return [one for child in box.children for one in self.elements(child, parent)]
        if isinstance(box, boxes.MarginBox):
            # What is drawn there has its marks, and no place in what is read.
            for child in box.children:
                self.elements(child, parent)
            return []
        role = _role(tag)
        if role in _CELLS and parent.role in _CELLS:
            role = "NonStruct"
        elif role == "LI":
            role = self._item(box, parent)
            if role == "LBody" and parent.role != "LI":
                item = Element("LI", self.number, parent, parent.linked)
                item.kids = [self._element(box, role, item)]
                return [item]
        return [self._element(box, role, parent)]

    @staticmethod
    def _item(box: Any, parent: Element) -> str:
        """The role of a box of a list's item: the engine makes another for its text."""
        if parent.role in ("LI", "LBody"):
            return "LBody" if parent.role == "LI" else "NonStruct"
        style = box.style
        plain = "list-item" not in style["display"] or style["list_style_type"] == "none"
        return "LBody" if plain or box.element_tag != "li" else "LI"

    def _element(self, box: Any, role: str, parent: Element) -> Element:
        element = Element(role, self.number, parent, parent.linked or role == "Link")
        if role == "Figure":
            self._figure(element, box)
        elif role in _CELLS:
            element.cell = self.cells[box] = Cell(box.colspan, box.rowspan)
            if role == "TH":
                element.cell.scope = "Row" if box.element.get("scope") == "row" else "Column"
        elif role == "Table" and box.is_table_wrapper:
            box = with_captions(box)
        # What is in a link is no link of its own.
        if role == "Link" and box.link_annotation and not parent.linked:
            element.kids.append(box.link_annotation)
            self.links[id(box.link_annotation)] = element
        plain = role in _INLINE or role == "NonStruct"
        for child in box.children:
            for kid in child.children if isinstance(child, boxes.LineBox) else (child,):
                if isinstance(kid, boxes.TextBox):
                    self._mark(kid, element if plain else _span(element))
                else:
                    # A list within an item is one within the list.
                    within = role == "LI" and kid.element_tag in ("ul", "ol")
                    self._hang(kid, parent if within else element)
        if isinstance(box, boxes.ReplacedBox):
            self._mark(box, element)
        if role == "Table":
            self.tables += 1
            head(box, self.cells, f"{self.prefix}-{self.tables}")
        return element

    def _mark(self, box: Any, element: Element) -> None:
        number = self.page.marks[box]["mcid"]
        element.kids.append(number)
        self.owners[number] = element

    def _hang(self, box: Any, parent: Element) -> None:
        """Hang what a box is on `parent`, or what is in it if it says nothing itself."""
        at = len(parent.kids)
        found: list[Any] = []
        for element in self.elements(box, parent):
            if not _says_nothing(element, parent):
                found.append(element)
                continue
            for kid in element.kids:
                if isinstance(kid, Element):
                    kid.parent = parent
                else:
                    self.owners[kid] = parent
            found += element.kids
        parent.kids[at:at] = found

    def _figure(self, element: Element, box: Any) -> None:
        left, top = box.content_box_x(), box.content_box_y()
        low, high = (self.page.height - y for y in (top + box.height, top))
        element.box = (left * _PT, low * _PT, (left + box.width) * _PT, high * _PT)
        drawn = box.element.tag == f"{_SVG}svg"
        said = box.element.findtext(f"{_SVG}title") if drawn else box.element.get("alt")
        element.alternative = said or ""
        if not said:
            _say("a picture has no text for those who do not see it ('alt', or 'title' inside)")


def _role(tag: str | None) -> str:
    if tag is None:
        return "NonStruct"
    # What is before or behind the words of a link is linked too.
    return _ROLES.get(tag) or ("Link" if tag.startswith("a:") else "NonStruct")


def _span(parent: Element) -> Element:
    element = Element("Span", parent.page, parent, parent.linked)
    parent.kids.append(element)
    return element


def _says_nothing(child: Element, parent: Element) -> bool:
    if child.role not in ("Span", "NonStruct"):
        return False
    if parent.role in _INLINE:
        return True
    # Around a block of source there is nothing else to tell it from its neighbours.
    return (
        parent.role == "NonStruct"
        and (len(child.kids) == 1 or child.role == "Span")
        and all(isinstance(kid, int) for kid in child.kids)
    )


def _say(what: str) -> None:
    logging.getLogger("weasyprint").error(what)
