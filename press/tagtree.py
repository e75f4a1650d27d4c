"""What the marks on the pages of a tagged PDF belong to (ISO 32000-1, 14.7 and 14.8.4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Pdf

SHELLS = frozenset({"NonStruct", "Figure", "Code"})
"""Roles that hold a drawing or a listing and say no more of it."""
_INLINE = {"Span", "Link", "Em", "Strong", "Quote", "Reference", "Lbl", "Annot"}
_HEADINGS = {"H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"}
_ITEMS = {"LI", "LBody", "BlockQuote", "Note"}
_CELLS = {"TD", "TH"}
_BLOCKS = {"P", "Caption", *_HEADINGS, *_ITEMS, *_CELLS}
# A tree that is deeper has run into itself.
_DEEPEST = 100


@dataclass(frozen=True)
class Leaf:
    """Where a mark on a page hangs in the tree: its block, with the roles down to it.

    `drawn` if it is inside of a figure, which may be that block or be in it.
    """

    kind: str
    element: int
    path: tuple[str, ...]
    drawn: bool


def leaves(pdf: Pdf, numbers: dict[Any, int]) -> Iterator[tuple[int, int, Leaf]]:
    """Every mark of the tree in reading order: its page, its number, and where it hangs."""
    roles: Any = pdf.Root.StructTreeRoot.get("/RoleMap", {})
    count = 0

    def walk(element: Any, page: int | None, path: tuple[tuple[str, int], ...]) -> Any:
        nonlocal count
        for kid in _kids(element):
            if isinstance(kid, Dictionary):
                at = numbers.get(kid.Pg.objgen) if "/Pg" in kid else page
                if "/S" in kid and len(path) < _DEEPEST:
                    role = str(roles.get(str(kid.S), kid.S)).lstrip("/")
                    count += 1
                    yield from walk(kid, at, (*path, (role, count)))
                elif "/MCID" in kid and at is not None and path:
                    yield at, int(kid.MCID), _leaf(path)
            elif page is not None and path:
                yield page, int(kid), _leaf(path)

    yield from walk(pdf.Root.StructTreeRoot, None, ())


def _kids(element: Any) -> Iterable[Any]:
    kids = element.get("/K", ())
    return kids if isinstance(kids, Array) else (kids,)


def _leaf(path: tuple[tuple[str, int], ...]) -> Leaf:
    """The block that the last element of `path` belongs to."""
    at = len(path) - 1
    while at > 0 and path[at][0] in _INLINE | SHELLS:
        at -= 1
    role, inside = path[at][0], [role for role, _ in path[at + 1 :]]
    if role not in _BLOCKS and inside and inside[0] in SHELLS:
        at += 1
    above = tuple(role for role, _ in path[: at + 1])
    return Leaf(_kind(role), path[at][1], above, "Figure" in inside)


def _kind(role: str) -> str:
    if role in _HEADINGS:
        return "heading"
    if role in _ITEMS:
        return "item"
    if role in _CELLS:
        return "cell"
    return {"P": "paragraph", "Caption": "caption"}.get(role, "other")
