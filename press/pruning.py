"""Structure elements that say nothing, taken out of a part before it is written.

The engine wraps every run of text into an element of its own, and every span and piece of
code into another: two of three elements of a chapter mean nothing to a reader, and all of
them have to be read, joined and written again when the book is linked. Their marks are hung
on what is around them (ISO 32000-1, 14.7.4.2).
"""

from typing import Any

import pydyf

_SILENT = ("/Span", "/NonStruct")
_SAYING = {"A", "ActualText", "Alt", "E", "ID", "Lang"}
_INLINE = {"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/LBody", "/Lbl", "/TD", "/TH",
           "/Caption", "/Link", "/Span"}  # fmt: skip


class Tags:
    """The structure of a PDF that pydyf has not yet written."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.root = self.object(pdf.catalog["StructTreeRoot"])
        self.tree = self.object(self.root["ParentTree"])
        nums = self.tree["Nums"]
        self.parents: dict[int, Any] = dict(zip(nums[::2], nums[1::2], strict=True))
        self.page_of = {reference: i for i, reference in enumerate(pdf.page_references)}

    def object(self, reference: bytes) -> Any:
        """The object of a reference."""
        return self.pdf.objects[int(reference.split()[0])]

    def close(self) -> None:
        """Write the parent tree as it has become."""
        self.tree["Nums"] = pydyf.Array(item for pair in self.parents.items() for item in pair)

    def prune(self) -> None:
        """Take out what says nothing, and hang what it holds on what is around it."""
        for top in self.root["K"]:
            self._prune(self.object(top))

    def _prune(self, element: Any) -> None:
        kept = pydyf.Array()
        for kid in element["K"]:
            child = self.object(kid) if isinstance(kid, bytes) else None
            if child is None or "S" not in child:
                kept.append(kid)
                continue
            self._prune(child)
            if _says_nothing(child, element):
                kept += self._adopted(child, element)
            else:
                kept.append(kid)
        element["K"] = kept

    def _adopted(self, child: Any, element: Any) -> Any:
        for kid in child["K"]:
            if isinstance(kid, int):
                self.parents[self.page_of[child["Pg"]]][kid] = element.reference
            else:
                self.object(kid)["P"] = element.reference
        return child["K"]


def _says_nothing(child: Any, parent: Any) -> bool:
    if child["S"] not in _SILENT or child.get("Pg") != parent.get("Pg") or _SAYING & child.keys():
        return False
    if parent["S"] in _INLINE:
        return True
    # Around a block of source there is nothing else to tell it from its neighbours.
    leaf = all(isinstance(kid, int) for kid in child["K"])
    return parent["S"] == "/NonStruct" and leaf and (len(child["K"]) == 1 or child["S"] == "/Span")
