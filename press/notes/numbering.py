"""A number for every question of some notes: ascending, each once, as many kept as can be."""

from collections.abc import Sequence

from press.notes.entries import NoteEntry
from press.notes.lines import Noted
from press.notes.reading import Notes
from press.problems import BadContent, Place, Problem

_LAST_NUMBER = 99_999


def numbered(notes: Notes, name: str) -> tuple[list[int], list[Noted]]:
    """A number for each entry, ascending, and a note on each that had to change.

    As many as possible are kept. Two can be kept together if there is room between them
    for those that stand between them, so what is sought is the longest series in which
    number minus position never falls.
    """
    entries = notes.entries
    if len(entries) > _LAST_NUMBER:
        raise BadContent(
            [
                Problem(
                    Place(name),
                    "notes",
                    f"{len(entries)} questions are too many",
                    f"import at most {_LAST_NUMBER}",
                )
            ]
        )
    best: list[tuple[int, int]] = []  # (the last number minus its position, that position)
    before: dict[int, int | None] = {}
    for at, entry in enumerate(entries):
        room = _LAST_NUMBER - (len(entries) - 1 - at)
        if entry.number is None or not at < entry.number <= room:
            continue
        slack = entry.number - at
        length = next((i for i, (other, _) in enumerate(best) if other > slack), len(best))
        before[at] = best[length - 1][1] if length else None
        best[length : length + 1] = [(slack, at)]
    kept: set[int] = set()
    step = best[-1][1] if best else None
    while step is not None:
        kept.add(step)
        step = before[step]
    numbers: list[int] = []
    noted: list[Noted] = []
    for at, entry in enumerate(entries):
        new = numbers[-1] + 1 if numbers else _first(entries, kept)
        if at in kept:
            assert entry.number is not None
            new = entry.number
        elif entry.number is not None:
            noted.append((entry.line, f"question {entry.number} has become question {new}"))
        numbers.append(new)
    return numbers, noted


def _first(entries: Sequence[NoteEntry], kept: set[int]) -> int:
    """The number of the first entry if it has none: the one that leads up to the next."""
    if not kept:
        return 1
    at = min(kept)
    return (entries[at].number or 1) - at
