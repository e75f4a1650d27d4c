"""Only the pages from a change on are made again, to where those that stood before fit once more.

So a compositor mends standing type: lines are overrun from the correction to the next place where
nothing moves. A press that keeps running keeps the pages of the parts that are being edited.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from press.symbols import every

_SAME = slice(0, 4)
"""Of what the engine notes at the start of a page: where it goes on, the kind of page, its side and
the state of counters; not what it means to make again.
"""


@dataclass(frozen=True)
class Move:
    """Blocks that were moved within one box, found by `path` from the root, when page `page` was
    made again: the box's children in their new `order`.
    """

    page: int
    path: tuple[int, ...]
    order: tuple[int, ...]


@dataclass(frozen=True)
class Standing:
    """The pages of a part as they were made, and the `words` of each block.

    `starts` is what the engine noted at the start of each page, `whole` are the pages on which
    nothing goes on that was broken outside the flow of text.
    """

    blocks: "Blocks"
    words: tuple[str, ...]
    pages: tuple[Any, ...]
    starts: tuple[Any, ...]
    whole: frozenset[int]
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class Blocks:
    """The blocks that follow each other in a part, written out; their kinds, and what is around."""

    around: str
    elements: tuple[Any, ...]
    kinds: tuple[str, ...]
    texts: tuple[bytes, ...]


@dataclass(frozen=True)
class Overrun:
    """Which standing pages stay: those before page `begin`; and any whose text is all behind the
    block `last` if they fit again.
    """

    standing: Standing
    begin: int
    last: int

    def fits(self, number: int, start: Any, moves: Sequence[Move]) -> bool:
        """Whether standing pages go on from page `number`, where the engine has noted `start`, and
        so many moves were made before.
        """
        standing = self.standing
        path = _path(start[0])

        def within(moves: Sequence[Move]) -> list[Move]:
            """Those that changed the order of the very blocks among which the page begins."""
            return [one for one in moves if one.path == path[: len(one.path)] and one.page < number]

        return (
            number < len(standing.pages)
            and number in standing.whole
            and standing.starts[number][_SAME] == start[_SAME]
            and within(standing.moves) == within(moves)
            and min(_present(standing, number), default=-1) > self.last
        )


def blocks(root: Any, standing: Standing | None) -> Blocks:
    """The blocks of a page of HTML: the children of the first element that has several.

    Those that are as they were become the very elements of the standing pages, so that what goes
    on from such a page to a new one is seen to be one thing.
    """
    parent = root
    around = []
    while True:
        around.append(_kind(parent) + (parent.text or ""))
        bodies = [child for child in parent if child.tag != "head"]
        if len(bodies) != 1:
            break
        (parent,) = bodies
    told, texts = repr(around), tuple(map(ElementTree.tostring, bodies))
    kinds = tuple(map(_kind, bodies))
    before = standing.blocks if standing else None
    if before and before.around == told and len(before.texts) == len(texts):
        places = {id(child): place for place, child in enumerate(parent)}
        for index, (child, old) in enumerate(zip(bodies, before.elements, strict=True)):
            if texts[index] == before.texts[index]:
                parent[places[id(child)]] = bodies[index] = old
    return Blocks(told, tuple(bodies), kinds, texts)


def words(root: Any, blocks: Blocks) -> tuple[str, ...]:
    """The words of each block as the engine has them below `root`, with what styles add."""
    known = {id(element): index for index, element in enumerate(blocks.elements)}
    found: list[list[str]] = [[] for _ in known]
    here: list[str] = []
    for box in every(root):
        if id(box.element) in known:
            here = found[known[id(box.element)]]
        here.append(getattr(box, "text", ""))
    return tuple(map("".join, found))


def overrun(standing: Standing, now: Blocks, words: tuple[str, ...]) -> Overrun | None:
    """What stays of standing pages when the blocks are as they are `now`; nothing if all is new.

    So it is where a block is of another kind, because styles may tell others by it, and where
    another's words have become others, as those of counters may.
    """
    before = standing.blocks
    if (before.around, before.kinds) != (now.around, now.kinds):
        return None
    pairs = enumerate(zip(before.texts, now.texts, strict=True))
    changed = [index for index, (one, other) in pairs if one != other]
    others = set(range(len(words))).difference(changed)
    if not changed or any(standing.words[index] != words[index] for index in others):
        return None
    touched = (
        number
        for number in range(len(standing.pages))
        if max(_present(standing, number), default=-1) >= changed[0]
    )
    # How the page before it ends was decided with a look at what follows.
    begin = next(touched, 0) - 1
    if begin < 1 or begin not in standing.whole:
        begin = 0
    return Overrun(standing, begin, changed[-1])


def _kind(element: Any) -> str:
    return repr((element.tag, sorted(element.attrib.items()), element.tail))


def _present(standing: Standing, number: int) -> Sequence[int]:
    """The blocks of which there is something on a standing page."""
    known = {id(element): index for index, element in enumerate(standing.blocks.elements)}
    boxes = every(standing.pages[number])
    return [known[id(box.element)] for box in boxes if id(box.element) in known]


def _path(rest: Any) -> tuple[int, ...]:
    """The way down to where a page goes on: which child of which."""
    path: tuple[int, ...] = ()
    while isinstance(rest, dict) and len(rest) == 1:
        ((index, rest),) = rest.items()
        path = (*path, index)
    return path
