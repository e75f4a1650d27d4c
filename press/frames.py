"""Room for the frames of deep calls.

CPython keeps the frames of its functions in chunks of 16 KB, each mapped when a call needs it and
unmapped when that call is over. Where a chunk happens to be full just below a function that is
called often, every call of it maps and unmaps one. The engine, which goes deep, was seen to do so
forty thousand times in a chapter, for a tenth of its time.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_WORDS = 140_000
"""Just over 1 MB, so that the chunk made for the frame is one of 2 MB with half of it left."""


def roomy(function: Callable[P, R]) -> Callable[P, R]:
    """`function`, called with room for all frames below it: some 10,000 calls deep."""

    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(*args, **kwargs)

    call.__code__ = call.__code__.replace(co_stacksize=_WORDS)
    call.__name__, call.__doc__ = function.__name__, function.__doc__
    return call
