"""A file of a book as it was read: its data, and where each piece of it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from press.problems import Place

Where = tuple[str | int, ...]
"""The way from a document's root to a value, through keys and positions from 0."""


_LINE = 32


@dataclass(frozen=True)
class Document:
    """The data of one file, and the marks of where each value and each key of it stands."""

    path: str
    text: str
    data: Any
    values: dict[Where, int]
    keys: dict[Where, int]

    def place(self, where: Where) -> Place:
        """The place of the value at `where`, or of the nearest thing around it."""
        for length in range(len(where), -1, -1):
            if where[:length] in self.values:
                return self._marked(self.values[where[:length]])
        return Place(self.path)

    def key_place(self, where: Where) -> Place:
        """The place of the key that leads to `where`."""
        mark = self.keys.get(where)
        return self.place(where) if mark is None else self._marked(mark)

    def _marked(self, mark: int) -> Place:
        return Place(self.path, *marked(mark))

    def written(self, where: Where) -> str:
        """The plain scalar at `where` as it is written: `1.10`, which YAML reads as 1.1."""
        place = self.place(where)
        rest = self.text.split("\n")[place.line - 1][place.column - 1 :]
        return re.split(r"\s+#|,\s|[\]}]|$", rest)[0].strip()

    def find(self, where: Where, wanted: str) -> Place:
        """The place of the text `wanted` within the value at `where`."""
        start = self.place(where)
        lines = self.text.split("\n")
        for line, text in enumerate(lines[start.line - 1 :], start.line):
            column = text.find(wanted, start.column - 1 if line == start.line else 0)
            if column >= 0:
                return Place(self.path, line, column + 1)
        return start


def mark(line: int, column: int) -> int:
    """A line and a column as one number: a large book has hundreds of thousands of them."""
    return line << _LINE | column


def marked(mark: int) -> tuple[int, int]:
    """The line and the column of a mark."""
    return mark >> _LINE, mark & (1 << _LINE) - 1


def spelled(where: Where) -> str:
    """`where` as a person would say it: `entries[3].short`; the file itself is `file`."""
    return "".join(_steps(where)).lstrip(".") or "file"


def _steps(where: Where) -> Iterator[str]:
    for step in where:
        yield f"[{step + 1}]" if isinstance(step, int) else f".{step}"
