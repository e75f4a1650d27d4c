"""Calls far down find room for their frames, wherever they begin."""

import resource
from collections.abc import Callable

from press.frames import roomy

CALLS = 2000


def test_no_depth_maps_memory_for_each_call() -> None:
    def plain(function: Callable[[], object]) -> int:
        return max(mapped(depth, function) for depth in range(400))

    # Where a chunk of frames is just full, each call maps one and touches it.
    assert plain(called) > CALLS
    assert roomy(plain)(called) < CALLS / 10


def test_what_is_called_takes_and_gives_the_same() -> None:
    def halved(number: int, *, times: int = 1) -> int:
        """Half."""
        return number >> times

    assert roomy(halved)(12, times=2) == 3
    assert roomy(halved).__doc__ == "Half."


def called() -> None:
    for _ in range(CALLS):
        nothing()


def nothing() -> None:
    pass


def mapped(depth: int, function: Callable[[], object]) -> int:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    deep(depth, function)
    after: int = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    return after - before


def deep(depth: int, function: Callable[[], object]) -> None:
    if depth:
        deep(depth - 1, function)
    else:
        function()
