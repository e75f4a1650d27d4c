"""What stands around the text of each page: running heads, folios, tabs, taps.

It is set when the pages are known, and laid over them as they are linked. So a chapter
whose page numbers move is not laid out again. Nor is its furniture: pages that differ in
nothing but numbers are set once, and the numbers are printed last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from press import prose
from press.folios import Leaf
from press.house import paper_size
from press.render import Renderer
from press.selection import Chosen, Issue
from press.sheet import Carried, Sheet
from press.typeset import Symbols

LEAST_TABS = 12
"""A book of few chapters has thumb tabs as small as one of so many."""

_MM = 72 / 25.4


@dataclass(frozen=True)
class Row:
    """The page number of a line of a list; `top` in pt from the page's top, and the `height` in
    pt to the next line, or 0 for the last.

    The list is that of a chapter's opener, or `contents`, of which front matter is a part: its
    own pages are not known before it is set.
    """

    top: float
    height: float
    folio: str
    contents: bool


@dataclass(frozen=True)
class Tap:
    """A place at the foot of a screen's page that leads elsewhere; nowhere if it has no target."""

    label: str
    target: str


@dataclass(frozen=True)
class Guide:
    """A guide word: the first or last question of a page, and the chapter it belongs to."""

    number: int
    chapter: int
    title: Markup


@dataclass(frozen=True)
class Running:
    """What stands around the text of one page; `guides` are its first and last question.

    `kind` is what sort of page it is: title, front, opener or text. Its head is the `title` of
    the chapter, or its questions' numbers as a `span`. `tab` is the step of the thumb tab from
    1, or 0 for none; `carried` what the page's columns continue; `rows` the page numbers of an
    opener's list.
    """

    side: str
    kind: str
    folio: str
    title: Markup | str
    span: str
    guides: tuple[Guide, ...]
    colour: str
    tab: int
    carried: tuple[Carried, ...]
    rows: tuple[Row, ...]
    taps: tuple[Tap, ...]


@dataclass(frozen=True)
class Lay:
    """What is laid over one page: page `page` of the furniture, counted from 0, with `figures`
    printed on its noughts and its taps leading to `targets`.
    """

    page: int
    figures: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Around:
    """A sheet of furniture, and what of it is laid over each page of a part."""

    sheet: Sheet
    lays: tuple[Lay, ...]


def furniture(
    renderer: Renderer,
    parts: Sequence[Symbols],
    leaves: Sequence[Leaf],
    folios: dict[str, str],
    binding: float,
) -> tuple[Around, ...]:
    """For each part, a sheet with what stands around the text of its pages.

    `folios` gives the page number of each anchor; `binding` is by how many mm the text is
    moved out of the fold.
    """
    issue = renderer.issue
    values = {"binding": binding, "tabs": max(len(issue.chapters), LEAST_TABS)}
    printed = _Printed(issue)
    placed: dict[int | None, list[tuple[int, Leaf]]] = {}
    for position, leaf in enumerate(leaves):
        placed.setdefault(leaf.part, []).append((position, leaf))
    found = []
    for number, part in enumerate(parts):
        pages: dict[str, int] = {}
        lays = []
        for position, leaf in placed[number]:
            page = _running(printed, part, leaf, position, folios, len(leaves))
            filled = renderer.leaf(page)
            at = pages.setdefault(filled.html, len(pages))
            lays.append(Lay(at, filled.figures, filled.targets))
        sheet = renderer.furniture(values, tuple(pages), f"{part.name}, furniture")
        found.append(Around(sheet, tuple(lays)))
    return tuple(found)


class _Printed:
    """What an issue prints, looked up by its parts' and its questions' names."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue
        self.steps = {c.chapter.slug: step for step, c in enumerate(issue.chapters, 1)}
        self.homes = {entry.id: chosen for chosen in issue.chapters for entry in chosen.entries}
        self.order = {number: at for at, number in enumerate(issue.numbers)}
        known = frozenset(issue.numbers)
        self.titles = {
            c.chapter.number: Markup(prose.line(c.chapter.text.title, known))
            for c in issue.chapters
        }


def _running(
    printed: _Printed, part: Symbols, leaf: Leaf, position: int, folios: dict[str, str], pages: int
) -> Running:
    issue = printed.issue
    seen = part.seen[leaf.index]
    numbers = sorted(_numbered("e", seen))
    kind = "opener" if any(_numbered("c", seen)) else "text"
    if part.matter == "front":
        kind = "title" if "title" in seen else "front"
    step = printed.steps.get(part.name, 0)
    chosen = issue.chapters[step - 1] if step else None
    taps: tuple[Tap, ...] = ()
    if issue.edition.settings.screen:
        taps = tuple(_taps(printed, chosen, numbers, position, pages, "contents" in folios))
    return Running(
        leaf.side,
        kind,
        leaf.folio,
        *_head(printed, chosen, leaf, numbers),
        _guides(printed, numbers),
        chosen.chapter.text.colour if chosen else "",
        step,
        part.carried[leaf.index],
        _rows(part, leaf.index, folios, paper_size(issue.edition)[1] * _MM),
        taps,
    )


def _rows(part: Symbols, page: int, folios: dict[str, str], height: float) -> tuple[Row, ...]:
    """The page numbers of the lists on a page of `height` pt."""
    lines = sorted(
        (round(height - anchor.y, 2), folios[target], name.startswith("t-"))
        for name, anchor in part.anchors.items()
        if anchor.page == page and (target := _led_to(name)) in folios
    )
    drops = [round(low - high, 2) for (high, *_), (low, *_) in pairwise(lines)]
    return tuple(
        Row(top, drop, folio, contents)
        for (top, folio, contents), drop in zip(lines, (*drops, 0.0), strict=False)
    )


def _head(
    printed: _Printed, chosen: Chosen | None, leaf: Leaf, numbers: Sequence[int]
) -> tuple[Markup | str, str]:
    """On the left the chapter, on the right the first and last question, as in a dictionary."""
    if numbers and (leaf.side == "recto" or not chosen or printed.issue.edition.sides == "one"):
        first, last = numbers[0], numbers[-1]
        return "", str(first) if first == last else f"{first}–{last}"
    if not chosen:
        return "", ""
    number = chosen.chapter.number
    return Markup("{} {}").format(number, printed.titles[number]), ""


def _guides(printed: _Printed, numbers: list[int]) -> tuple[Guide, ...]:
    homes = [(number, printed.homes.get(number)) for number in numbers[:1] + numbers[-1:]]
    return tuple(
        Guide(number, chosen.chapter.number, printed.titles[chosen.chapter.number])
        for number, chosen in homes
        if chosen
    )


def _taps(
    printed: _Printed,
    chosen: Chosen | None,
    numbers: Sequence[int],
    position: int,
    pages: int,
    contents: bool,
) -> Iterator[Tap]:
    """To the question before and behind (where there is none, to the page), chapter, contents."""
    order = printed.issue.numbers
    before = printed.order[numbers[0]] - 1 if numbers else -1
    behind = printed.order[numbers[-1]] + 1 if numbers else len(order)
    if before >= 0:
        yield Tap(f"‹ {order[before]}", f"q{order[before]}")
    else:
        yield Tap("‹ Previous", f"page-{position - 1}" if position else "")
    if behind < len(order):
        yield Tap(f"{order[behind]} ›", f"q{order[behind]}")
    else:
        yield Tap("Next ›", f"page-{position + 1}" if position + 1 < pages else "")
    yield Tap("Chapter", f"c{chosen.chapter.number}" if chosen else "")
    yield Tap("Contents", "contents" if contents else "")


def _numbered(kind: str, names: Sequence[str]) -> list[int]:
    """The numbers of those anchors that are of a kind, such as the 412 of `q412`."""
    return [int(name[1:]) for name in names if name[:1] == kind and name[1:].isdigit()]


def _led_to(name: str) -> str:
    """The anchor that a line of a list leads to: `q412` of `o412`, `preface` of `t-preface`."""
    if name.startswith("t-"):
        return name.removeprefix("t-")
    return next((f"q{number}" for number in _numbered("o", [name])), "")
