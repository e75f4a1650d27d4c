"""The structure of a part as plain data: what its elements are and hold (ISO 32000-1, 14.7)."""

from dataclasses import dataclass, field
from typing import Any, Optional


@dataclass(eq=False, slots=True)
class Element:
    """An element of the structure: its role, the page it is on from 0, and what it holds.

    That is numbers of marks, other elements, and the annotation if it is a link. `box` is where a
    figure stands, in pt from the bottom left; `linked` tells whether all in it is part of a link.
    """

    role: str
    page: int
    parent: Optional["Element"]
    linked: bool = False
    kids: list[Any] = field(default_factory=list)
    alternative: str = ""
    box: tuple[float, float, float, float] | None = None
    cell: Optional["Cell"] = None


@dataclass(slots=True)
class Cell:
    """What is said of a cell of a table; one that heads others has a scope and a name."""

    columns: int
    rows: int
    scope: str = ""
    name: str = ""
    heads: tuple[str, ...] = ()

    @property
    def entries(self) -> bytes:
        """What is written of it into its element (ISO 32000-1, 14.8.5.7)."""
        spans = (("ColSpan", self.columns), ("RowSpan", self.rows))
        told = "".join(f"/{name} {span}" for name, span in spans if span != 1)
        scope = f"/Scope/{self.scope}" if self.scope else ""
        heads = "/Headers[" + "".join(f"({name})" for name in self.heads) + "]"
        name = f"/ID({self.name})" if self.name else ""
        return f"/A<</O/Table{told}{scope}{heads if self.heads else ''}>>{name}".encode()


@dataclass(frozen=True)
class Note:
    """The annotation of a link, what it is called, and the element that it is a part of."""

    annotation: Any
    said: str
    element: Element | None


@dataclass(frozen=True)
class Structure:
    """The structure of a part: the elements below the document's; and of each page the links and
    the elements of its marks, in their order.
    """

    tops: tuple[Element, ...]
    notes: tuple[tuple[Note, ...], ...]
    marked: tuple[tuple[Element, ...], ...]
