"""Pages made one after the other, so that a block can move before the pages behind it are made.

The engine lays out a whole document and only then can it be seen where a page stayed white.
Here its own steps are taken page by page: where a block has to move, one page is made again,
and not the part.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint import DEFAULT_OPTIONS
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.html import get_html_metadata
from weasyprint.layout import initialize_page_maker, layout_document
from weasyprint.layout.background import layout_backgrounds
from weasyprint.layout.page import remake_page
from weasyprint.pdf.metadata import DocumentMetadata

from press.flow import entry_of, gap, move_behind


def paginated(html: Any, styles: list[Any], configuration: Any, *, plain: bool) -> Any:
    """The laid-out document of `html`, with what would leave a great gap moved.

    `plain` promises that no page has margin boxes, notes or fixed boxes, and that nothing
    depends on the number of pages. Else the engine lays out the part once more when the order
    is known, since only its own loop knows how to make those.
    """
    counters = CounterStyle()
    options = {**DEFAULT_OPTIONS, "stylesheets": styles}
    context = Document._build_layout_context(html, configuration, counters, {}, options)
    root = build_formatting_structure(
        html.etree_element,
        context.style_for,
        context.get_image_from_uri,
        html.base_url,
        context.target_collector,
        counters,
        context.footnotes,
    )
    pages = _Pages(html, root, context)
    pages.settle()
    finished = pages.finished() if plain else layout_document(html, root, context)
    document = Document(
        [Page(page) for page in finished],
        DocumentMetadata(**get_html_metadata(html)),
        html.url_fetcher,
        configuration,
        {},
        None,
    )
    document._html = html
    return document


class _Pages:
    """The pages of a box tree, as far as they are made."""

    def __init__(self, html: Any, root: Any, context: Any) -> None:
        self.html = html
        self.root = root
        self.context = context
        self.made: list[Any] = []
        self.rest: Any = None
        context.rendered_notes = []
        initialize_page_maker(context, root)

    def settle(self) -> None:
        """Make all pages, moving blocks until none can be moved to fill a gap."""
        stuck: set[int] = set()
        self._make()
        last = 0
        while last + 1 < len(self.made) or self._make():
            found = gap(self.made[last], self.made[last + 1])
            if found is None or id(found.element) in stuck:
                last += 1
                continue
            entry = entry_of(found.element, self.root)
            while self.rest is not None and self._goes_on(entry):
                self._make()
            if move_behind(found, entry, self.made[last + 1 :]):
                self._forget(last)
                self._make()
            else:
                stuck.add(id(found.element))

    def finished(self) -> Iterator[Any]:
        """The pages as they are printed: without the areas of notes, with their backgrounds."""
        for number, page in enumerate(self.made, 1):
            self.context.current_page = number
            page.children = (page.children[0],)
            layout_backgrounds(page, self.context.get_image_from_uri)
            yield page

    def _make(self) -> bool:
        """Make the next page; `False` if there is none."""
        if self.made and self.rest is None:
            return False
        page, self.rest = remake_page(len(self.made), self.context, self.root, self.html)
        self.made.append(page)
        return True

    def _forget(self, number: int) -> None:
        """Be again as before the page of this number was made, counted from 0."""
        del self.made[number:]
        del self.context.page_maker[number + 1 :]
        self.context.broken_out_of_flow.clear()
        self.rest = self.context.page_maker[number][0]

    def _goes_on(self, entry: Any) -> bool:
        """Whether the next page begins within `entry`."""
        box, rest = self.root, self.rest
        # Within text, the engine counts characters where it else counts children.
        while rest and len(rest) == 1 and isinstance(box, boxes.BlockBox):
            ((index, rest),) = rest.items()
            box = box.children[index]
            if box is entry:
                return True
        return False
