"""Links as they are written: each leads to the place of an anchor, or out of the book."""

from collections.abc import Iterable, Mapping, Sequence

from press.catalogue import Target, Targets, destination
from press.forme import Link, Page
from press.overlay import Tap
from press.structure import StructureTree
from press.syntax import numbers, text
from press.typeset import Anchor
from press.writer import Writer

BOOK = "book:"
"""What the address of a link begins with that leads to an anchor of the book."""

_PAGE = "page-"


class Links:
    """The links of a document.

    `pages` are the numbers of its pages, `folios` what is printed on them; `spoken` is what is
    said of a link to an anchor, `height` that of a page in pt.
    """

    def __init__(
        self,
        writer: Writer,
        tree: StructureTree,
        targets: Targets,
        pages: Sequence[int],
        spoken: Mapping[str, str],
        folios: Sequence[str],
        height: float,
    ) -> None:
        self.writer = writer
        self.tree = tree
        self.targets = targets
        self.pages = pages
        self.spoken = spoken
        self.folios = folios
        self.height = height

    def of_page(self, page: Page, base: int, by: float) -> list[int]:
        """Write the links of a page of the forme at `base`, moved `by` pt; their numbers.

        One to a question which the book has and the edition does not print becomes mere words.
        """
        found = []
        for link in page.links:
            name = link.address.removeprefix(BOOK)
            within = name != link.address
            leads = not within or name in self.targets
            element = link.led if leads else link.words
            if element and link.element is not None:
                closed = element.closed(base, self.tree.document)
                self.writer.write(base + link.element, closed)
            if leads:
                found.append(self._link(link, base, by, name if within else ""))
        return found

    def _link(self, link: Link, base: int, by: float, name: str) -> int:
        if name:
            action = b"/S/GoTo/D" + destination(self.pages, self.targets[name])
        else:
            action = b"/S/URI/URI" + text(link.address)
        said = self.spoken.get(name, link.said)
        key = b""
        if link.element is not None:
            key = b"/StructParent %d" % self.tree.link(base + link.element)
        return self._note(base + link.number, moved(link.rect, by), action, said, key)

    def taps(self, taps: Iterable[Tap], page: int) -> list[int]:
        """Make the links at the foot of a screen's page, tagged behind all that is read."""
        found = []
        for tap in taps:
            target, said = self._tapped(tap.target)
            note = self.writer.reserve()
            key = b"/StructParent %d" % self.tree.tap(page, note)
            action = b"/S/GoTo/D" + destination(self.pages, target)
            found.append(self._note(note, numbers(tap.rect), action, said, key))
        return found

    def _tapped(self, name: str) -> tuple[Target, str]:
        if not name.startswith(_PAGE):
            return self.targets[name], self.spoken[name]
        position = int(name.removeprefix(_PAGE))
        return (position, Anchor(0, 0.0, self.height)), f"Page {self.folios[position]}"

    def _note(self, number: int, rect: bytes, action: bytes, said: str, key: bytes) -> int:
        return self.writer.write(
            number,
            b"<</Type/Annot/Subtype/Link/Rect%b/Border[0 0 0]/F 4/A<<%b>>/Contents%b%b>>"
            % (rect, action, text(said), key),
        )


def moved(rect: Sequence[float], by: float) -> bytes:
    """A rectangle in pt, moved to the right."""
    left, low, right, high = rect
    return numbers((round(left + by, 3), low, round(right + by, 3), high))
