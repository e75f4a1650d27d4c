"""The imposing stone: parts laid out for linking one behind the other, while others are set.

Copying the pages of finished parts into the document to come is half of the linker's work, and
needs nothing but the parts themselves, in their order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from pikepdf import Object, Pdf

from press.structure import StructureTree
from press.typecase import Typecase
from press.typeset import Part


@dataclass
class Stone:
    """The document to come, with the parts that were laid out so far and their copied pages.

    `fonts` is the folder of the font files. The same parts in the same order make the same.
    """

    fonts: Path
    pdf: Pdf = field(default_factory=Pdf.new)
    parts: list[Part] = field(default_factory=list)
    pages: list[list[Object]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tree = StructureTree(self.pdf)
        self.case = Typecase(self.pdf, self.fonts)

    def lay(self, part: Part) -> None:
        """Copy the pages, the structure and the needs of the next part."""
        source = Pdf.open(BytesIO(part.pdf))
        self.case.take(source, part.fonts)
        begin = len(self.pdf.pages)
        self.pdf.pages.extend(source.pages)
        pages: list[Object] = [self.pdf.pages[at].obj for at in range(begin, len(self.pdf.pages))]
        self.tree.add(source, pages)
        self.case.give(pages[0].Resources.Font, part.fonts)
        self.parts.append(part)
        self.pages.append(pages)

    def clear(self) -> None:
        """Let go of everything: a document takes far more in memory than in a file."""
        self.parts, self.pages = [], []
        self.pdf.close()
        self.pdf = Pdf.new()
        self.tree, self.case = StructureTree(self.pdf), Typecase(self.pdf, self.fonts)

    def begins(self, parts: Sequence[Part]) -> bool:
        """Whether what is laid out is what `parts` begin with."""
        # A part may have got other places since, which do not show in its pages.
        return len(self.parts) <= len(parts) and all(
            laid.pdf is part.pdf for laid, part in zip(self.parts, parts, strict=False)
        )
