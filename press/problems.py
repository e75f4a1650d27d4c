"""What can be wrong, where, and what to do about it.

Exception
└── PressError            everything that the press reports in its own words
    ├── BadContent        problems in a book, its templates or its pages: exit 1
    └── BadUsage          a command that cannot be carried out: exit 2
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

_SHOWN = 16


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a source file; line and column count from 1, as editors do."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: its place, what it concerns, the fault and the remedy."""

    place: Place
    where: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.where}: {self.wrong}; {self.remedy}"


class PressError(Exception):
    """The base of all errors that are reported without a traceback."""


class BadContent(PressError):
    """One problem or many, in the order of their places, each said once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def at(cls, place: Place, where: str, wrong: str, remedy: str) -> "BadContent":
        """A single problem."""
        return cls([Problem(place, where, wrong, remedy)])


class BadUsage(PressError):
    """The command line asks for something that there is not."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The remedy for an unknown `word`: the nearest known one, or all of them."""
    known = sorted(known)
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    if not known:
        return "none are known here, remove it"
    if len(known) > _SHOWN:
        return f"known are {', '.join(known[:_SHOWN])} and {len(known) - _SHOWN} more"
    return "known are " + ", ".join(known)


def shown_path(path: Path) -> str:
    """`path` as a person at the prompt would write it: relative where that is shorter."""
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        return str(path)
