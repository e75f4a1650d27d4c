"""The structure of the parts as the tree of one tagged document.

Every part brings elements of its own (ISO 32000-1, 14.7). Under one Document element those of all
parts follow each other; in the parent tree, which leads from marks on pages and from links back
to elements, each page and each link has the next key.
"""

from array import array
from collections.abc import Iterable

from press.syntax import references
from press.writer import Writer


class StructureTree:
    """The tree of the document that `writer` writes, to which parts are added in reading order."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.root, self.document, self.beyond = (writer.reserve() for _ in range(3))
        self.tops: list[int] = []
        self.parents = array("I")
        self.taps: list[int] = []

    def add(self, tops: Iterable[int]) -> None:
        """Add the elements of a part."""
        self.tops += tops

    def mark(self, elements: Iterable[int]) -> int:
        """The key of a page whose marks are of these elements, in their order."""
        return self._key(self.writer.add(references(elements)))

    def link(self, element: int) -> int:
        """The key of the annotation of a link."""
        return self._key(element)

    def tap(self, page: int, note: int) -> int:
        """The key of the annotation `note` of a link without words; such follow behind all else."""
        entries = (self.beyond, page, note, page)
        element = self.writer.add(
            b"<</Type/StructElem/S/Link/P %d 0 R/Pg %d 0 R"
            b"/K<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>>>"
            % (entries[0], entries[1], entries[2], entries[3])
        )
        self.taps.append(element)
        return self._key(element)

    def close(self) -> bytes:
        """Write the tree; what the catalogue says of it."""
        tops = self.tops
        if self.taps:
            tops = [*tops, self.beyond]
            sect = b"<</Type/StructElem/S/Sect/P %d 0 R/K%b>>"
            self.writer.write(self.beyond, sect % (self.document, references(self.taps)))
        whole = b"<</Type/StructElem/S/Document/P %d 0 R/K%b>>" % (self.root, references(tops))
        self.writer.write(self.document, whole)
        nums = b" ".join(b"%d %d 0 R" % pair for pair in enumerate(self.parents))
        tree = self.writer.add(b"<</Nums[%b]>>" % nums)
        self.writer.write(
            self.root,
            b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (self.document, tree, len(self.parents)),
        )
        return b"/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>" % self.root

    def _key(self, number: int) -> int:
        self.parents.append(number)
        return len(self.parents) - 1
