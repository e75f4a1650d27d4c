"""Type that was dropped: a part that could not be set, and why, in the words of the press."""

from concurrent.futures import BrokenExecutor, Future

from press.cluster import OtherPress
from press.compositor import Lost
from press.forme import NOTHING
from press.problems import Place, Problem
from press.sheet import Sheet
from press.typeset import Part


def finished(future: "Future[Part]", sheet: Sheet) -> Part:
    """The part of `sheet`, or one without pages that says why it could not be set."""
    error = future.exception()
    if error is None:
        return future.result()
    wrong, remedy = f"the typesetter failed on it ({error!r})", "report this with the part's text"
    if isinstance(error, BrokenExecutor):
        wrong, remedy = "the process that set it died", "build again with -j 1"
    elif isinstance(error, Lost):
        wrong = f"the process that set it died: {error}"
        remedy = "if memory ran out, build again with -j 1"
    elif isinstance(error, OtherPress):
        wrong, remedy = str(error), "give it this press and its requirements, and start it again"
    elif isinstance(error, MemoryError):
        wrong, remedy = "memory ran out while it was set", "build again with -j 1"
    place = sheet.places.get("", Place(sheet.name))
    problem = Problem(place, f"part '{sheet.name}'", wrong, remedy)
    own = (sheet.places, sheet.slots, sheet.matter, sheet.follows)
    return Part(sheet.name, 0, {}, (), (), {}, *own, (problem,), NOTHING)
