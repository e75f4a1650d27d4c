"""What a part is set from: its HTML, its stylesheets, and where its text comes from.

Light on purpose: whoever sets parts needs this and the engine, and nothing that made it.
"""

from dataclasses import dataclass
from typing import Literal

from press.problems import Place

Matter = Literal["front", "body", "back"]
"""Where in the book something stands: before, among or behind the chapters."""

COMMON = ("tokens.css", "base.css", "components.css")
"""The stylesheets that all editions begin with."""


@dataclass(frozen=True)
class Style:
    """A stylesheet: the path to show when it is at fault, and its text."""

    path: str
    text: str


@dataclass(frozen=True)
class Slot:
    """Room for the page number of the anchor `of`.

    `width` is for how many figures there is room; a number that has fewer leaves it white at
    its left, or at its right if `flush`.
    """

    width: int
    of: str
    flush: bool = False

    def figures(self, number: str) -> str | None:
        """The figures to print for `number`, as many as there is room for; `None` if more."""
        if len(number) > self.width:
            return None
        return number.ljust(self.width) if self.flush else number.rjust(self.width)


@dataclass(frozen=True)
class Sheet:
    """The HTML of one part, and where the text of each of its anchors comes from.

    `tagged` is whether it is read aloud, which what stands around the text is not. One that
    `follows` goes on with what the part before it has begun, on the very next page. `slots` are
    the numbers in it that are printed when the book is linked, in their order.
    """

    name: str
    html: str
    styles: tuple[Style, ...]
    places: dict[str, Place]
    matter: Matter = "body"
    tagged: bool = True
    follows: bool = False
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True)
class Carried:
    """Words to print above a column: `left` is its edge in pt from that of the page, and `down` by
    how many pt it begins below the other text.
    """

    left: float
    down: float
    text: str
