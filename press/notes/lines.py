"""A line of notes, with the number it had, and what is reported about such lines."""

import re
from dataclasses import dataclass, field

from press.notes.forms import Mark

_RULE = re.compile(r"^ {0,3}([-*_])(?: *\1){2,} *$")

Noted = tuple[int, str]


@dataclass(frozen=True)
class Line:
    """A line of the notes; where `code` is true nothing in it is structure.

    `asked` is the question that it opens where its text does not say so: a row of a table.
    """

    number: int
    text: str
    code: bool = False
    asked: Mark | None = None

    @property
    def blank(self) -> bool:
        """Whether it holds nothing."""
        return not self.text.strip()

    @property
    def rule(self) -> bool:
        """Whether it is a horizontal rule."""
        return not self.code and bool(_RULE.match(self.text))

    @property
    def indent(self) -> int:
        """How many spaces it begins with."""
        return len(self.text) - len(self.text.lstrip())


@dataclass
class Tidied:
    """The lines that are left, what cannot be printed, and trimmings that hold no text.

    `jumps` are the numbers of the lines that were nothing but links within the page,
    `veiled` those within `<details>`.
    """

    lines: list[Line] = field(default_factory=list)
    unplaced: list[Noted] = field(default_factory=list)
    taken: list[Noted] = field(default_factory=list)
    jumps: set[int] = field(default_factory=set)
    veiled: set[int] = field(default_factory=set)
