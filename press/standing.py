"""Standing type: what was made of a text once is kept for the next run, and not made again.

Functions of texts alone, marked `@standing`, remember what they gave. A shop that opens a shelf
gets that back from one run to the next. A shelf is a file of the user's own, never the book's,
because what is on it is printed as it is.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, lru_cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from press.manifest import fingerprint, whole
from press.tools import packages

AGE = 8
"""Runs that change a shelf and find no use for a piece, before it goes."""

_ALONE = 4096
"""Pieces that each function remembers while there is no shelf."""

P = ParamSpec("P")
T = TypeVar("T")


class _Shelf:
    """What is kept, by keys made of a function's name and its texts, each with its age."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[int, Any]] = {}
        self.used: dict[str, Any] = {}
        self.changed = False


_open: list[_Shelf] = []
_filled: dict[Path, _Shelf] = {}


def standing(function: Callable[P, T]) -> Callable[P, T]:
    """Let `function` remember what it gives: texts, numbers, and tuples of such.

    It is called by position alone.
    """

    make: Callable[..., T] = function
    alone = lru_cache(_ALONE)(make)

    @wraps(function)
    def remembered(*texts: P.args, **named: P.kwargs) -> T:
        if named:
            raise TypeError(f"{function.__qualname__} takes its texts by position")
        if not _open:
            return alone(*texts)
        shelf, key = _open[-1], _key(function.__qualname__, texts)
        if key not in shelf.used:
            if key in shelf.kept:
                shelf.used[key] = _frozen(shelf.kept[key][1])
            else:
                shelf.used[key] = make(*texts)
                shelf.changed = True
        found: T = shelf.used[key]
        return found

    return remembered


@contextmanager
def shelf(path: Path) -> Iterator[None]:
    """Have a shelf in the file `path` while something is made; what is new is put on it.

    A file that is damaged, or of another press, is as good as none; one that cannot be written
    stays as it is.
    """
    own = _filled.get(path)
    if own is None:
        own = _filled[path] = _Shelf()
        own.kept = _read(path)
    _open.append(own)
    try:
        yield
    finally:
        _open.pop()
        if own.changed:
            _write(path, own)


def _key(name: str, texts: tuple[Any, ...]) -> str:
    words = (name, *map(_word, texts))
    return sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _word(text: Any) -> str:
    return _members(text) if isinstance(text, frozenset) else f"{type(text).__name__} {text}"


@cache
def _members(several: frozenset[int]) -> str:
    return repr(sorted(several))


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


@cache
def _mark() -> str:
    """What the functions are made of: the press's own code and the libraries it calls."""
    return fingerprint([Path(__file__).parent], packages("markdown-it-py", "pygments"))


def _read(path: Path) -> dict[str, tuple[int, Any]]:
    try:
        with path.open(encoding="utf-8") as lines:
            if json.loads(next(lines)) == _mark():
                pieces = map(json.loads, lines)
                return {key: (int(age), value) for key, age, value in pieces}
    except (OSError, ValueError, TypeError, StopIteration):
        pass
    return {}


def _write(path: Path, own: _Shelf) -> None:
    old = {key: (age + 1, value) for key, (age, value) in own.kept.items() if age < AGE}
    own.kept = old | {key: (0, value) for key, value in own.used.items()}
    own.changed = False
    with suppress(OSError), whole(path) as file:
        file.write(json.dumps(_mark()).encode() + b"\n")
        for key, (age, value) in own.kept.items():
            file.write(json.dumps((key, age, value)).encode() + b"\n")
