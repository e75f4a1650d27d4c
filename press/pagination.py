"""Pages made one after the other, so that a block can move before the pages behind it are made.

The engine lays out a whole document and only then can it be seen where a page stayed white.
Here its own steps are taken page by page: where a block has to move, one page is made again,
and not the part.
"""

from collections.abc import Callable, Iterator
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
from press.inflow import settle
from press.inlines import unwrap
from press.overrun import Blocks, Move, Overrun, Standing, overrun, words


def paginated(
    html: Any,
    styles: list[Any],
    configuration: Any,
    *,
    plain: bool,
    blocks: Blocks | None = None,
    standing: Standing | None = None,
) -> tuple[Any, Standing | None]:
    """The laid-out document of `html`, with what would leave a great gap moved.

    With its `blocks`, its pages are returned too as they stand, and are taken from `standing`
    where they are the same. `plain` promises that no page has margin boxes, notes or fixed boxes,
    and that nothing depends on the number of pages. Else the engine lays out the part once more
    when the order is known, since only its own loop knows how to make those.
    """
    root, context = box_tree(html, styles, configuration)
    unwrap(root)
    settle(root)
    pages = _Pages(html, root, context)
    told = words(root, blocks) if blocks else ()
    if plain and blocks and standing:
        pages.take(overrun(standing, blocks, told))
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
    return document, pages.standing(blocks, told) if plain and blocks else None


def box_tree(html: Any, styles: list[Any], configuration: Any) -> tuple[Any, Any]:
    """The boxes of `html` before they are laid out, and the engine's context to do that in."""
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
    return root, context


class _Pages:
    """The pages of a box tree, as far as they are made."""

    def __init__(self, html: Any, root: Any, context: Any) -> None:
        self.html = html
        self.root = root
        self.context = context
        self.made: list[Any] = []
        self.rest: Any = None
        self.whole = {0}
        self.moves: list[Move] = []
        self.overrun: Overrun | None = None
        self.stood: set[int] = set()
        context.rendered_notes = []
        initialize_page_maker(context, root)

    def take(self, found: Overrun | None) -> None:
        """Begin with the standing pages that stay, before any is made."""
        if found is None:
            return
        self.overrun = found
        if found.begin:
            standing = found.standing
            self._stand(standing.pages[: found.begin])
            self.context.page_maker[:] = standing.starts[: found.begin + 1]
            self.rest = standing.starts[found.begin][0]
            self.whole = {number for number in standing.whole if number <= found.begin}
            for move in standing.moves:
                if move.page < found.begin:
                    _reorder(self.root, move)
                    self.moves.append(move)

    def standing(self, blocks: Blocks, words: tuple[str, ...]) -> Standing:
        """The pages as they stand now."""
        starts = tuple(self.context.page_maker[: len(self.made)])
        whole = frozenset(self.whole)
        return Standing(blocks, words, tuple(self.made), starts, whole, tuple(self.moves))

    def settle(self) -> None:
        """Make all pages, moving blocks until none can be moved to fill a gap."""
        stuck: set[int] = set()
        last = max(len(self.made) - 1, 0)
        if not self.made:
            self._make()
        while last + 1 < len(self.made) or self._make():
            if id(self.made[last]) in self.stood and id(self.made[last + 1]) in self.stood:
                last += 1
                continue
            found = gap(self.made[last], self.made[last + 1])
            if found is None or id(found.element) in stuck:
                last += 1
                continue
            entry = entry_of(found.element, self.root)
            while self.rest is not None and self._goes_on(entry):
                self._make(anew=True)
            before = list(entry.children)
            if move_behind(found, entry, self.made[last + 1 :]):
                order = tuple(map(_where(before), entry.children))
                self.moves.append(Move(last, _path(self.root, entry), order))
                self._forget(last)
                self._make()
            else:
                stuck.add(id(found.element))

    def finished(self) -> Iterator[Any]:
        """The pages as they are printed: without the areas of notes, with their backgrounds."""
        for number, page in enumerate(self.made, 1):
            if id(page) in self.stood:
                yield page
                continue
            self.context.current_page = number
            page.children = (page.children[0],)
            layout_backgrounds(page, self.context.get_image_from_uri)
            yield page

    def _make(self, *, anew: bool = False) -> bool:
        """Make the next page, or take those that stand if not `anew`; `False` if there is none."""
        if self.made and self.rest is None:
            return False
        if not anew and self._fits():
            return True
        page, self.rest = remake_page(len(self.made), self.context, self.root, self.html)
        self.made.append(page)
        if not self.context.broken_out_of_flow:
            self.whole.add(len(self.made))
        return True

    def _fits(self) -> bool:
        """Take all the standing pages that are left, if they go on where the last page ends."""
        number, found = len(self.made), self.overrun
        if found is None or number not in self.whole or not self.made:
            return False
        standing, maker = found.standing, self.context.page_maker
        if not found.fits(number, maker[number], self.moves):
            return False
        if gap(self.made[-1], standing.pages[number]) is not None:
            return False
        self._stand(standing.pages[number:])
        maker[number:] = standing.starts[number:]
        self.whole |= {one for one in standing.whole if one >= number}
        self.moves += [move for move in standing.moves if move.page >= number]
        self.rest, self.overrun = None, None
        return True

    def _stand(self, pages: tuple[Any, ...]) -> None:
        self.made += pages
        self.stood |= set(map(id, pages))

    def _forget(self, number: int) -> None:
        """Be again as before the page of this number was made, counted from 0."""
        del self.made[number:]
        del self.context.page_maker[number + 1 :]
        self.whole = {one for one in self.whole if one <= number}
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


def _where(boxes: list[Any]) -> Callable[[Any], int]:
    places = {id(box): index for index, box in enumerate(boxes)}
    return lambda box: places[id(box)]


def _path(root: Any, wanted: Any) -> tuple[int, ...]:
    """The way from a box down to another: which child of which."""
    waiting: list[tuple[Any, tuple[int, ...]]] = [(root, ())]
    while waiting:
        box, path = waiting.pop()
        if box is wanted:
            return path
        waiting += [
            (child, (*path, index)) for index, child in enumerate(getattr(box, "children", ()))
        ]
    raise LookupError(wanted)


def _reorder(root: Any, move: Move) -> None:
    box = root
    for index in move.path:
        box = box.children[index]
    box.children = [box.children[index] for index in move.order]
