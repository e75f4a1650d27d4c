"""What has no place in a book, told so that a report of it can be read."""

from collections.abc import Collection, Sequence

from press.notes.lines import Line, Noted


def gathered(
    unplaced: Sequence[Noted], lines: Sequence[Line], listed: Collection[int], jumps: set[int]
) -> tuple[Noted, ...]:
    """The lines without a place, sorted; a table of contents counts as one.

    `listed` are the numbers of the lines of such tables, `jumps` those of lines that were
    links within the page; the same jump in many places (back to the top) is told once.
    """
    gone = {number for number, _ in unplaced}
    kept = {line.number for line in lines if not (line.blank or line.rule)} - gone
    found: list[Noted] = []
    last: int | None = None
    again: dict[str, int] = {}
    more: dict[int, list[int]] = {}
    for number, text in sorted(unplaced, key=lambda noted: noted[0]):
        links = number in jumps or number in listed
        if links and last is not None and not kept & set(range(last, number)):
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{text}")
        elif number in jumps and text in again:
            more.setdefault(again[text], []).append(number)
            continue
        else:
            if number in jumps:
                again[text] = len(found)
            found.append((number, text))
        last = number if links else None
    for at, numbers in more.items():
        number, text = found[at]
        lines_too = f"{text} (and on {', '.join(map(str, numbers))})"
        found[at] = (number, "\n".join([lines_too, *([text] * len(numbers))]))
    return tuple(found)
