"""The outline of a document: its title, where chapters begin, and the sections in them."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise, starmap

from press.notes.choice import Choice, primary
from press.notes.forms import Mark, heading, is_aside, mark
from press.notes.lines import Line

_CONTENTS = re.compile(
    r"^\W*(?:table of )?(?:contents?|toc|index|list of questions)\W*$", re.IGNORECASE
)
_LISTED = re.compile(r"\s*(?:[-*+|]|\d+[.)]|\[)")


class Outline:
    """What the headings of a document are: its title, chapters, sections or questions."""

    def __init__(self, lines: Sequence[Line], veiled: Collection[int] = ()) -> None:
        """`veiled` are the numbers of the lines within `<details>`."""
        self.lines = lines
        self.veiled = veiled
        self.heads: dict[int, tuple[int, str]] = {}
        self.marks: dict[int, Mark] = {}
        for at, line in enumerate(lines):
            if line.code or line.rule:
                continue
            head, found = heading(line.text), line.asked or mark(line.text)
            if head:
                self.heads[at] = head
            if found:
                self.marks[at] = found
        self.contents = {at: end for at in self.heads if (end := self._contents(at))}
        inside = {i for at, end in self.contents.items() for i in range(at + 1, end)}
        self.listed = {lines[i].number for at, end in self.contents.items() for i in range(at, end)}
        self.marks = {at: one for at, one in self.marks.items() if at not in inside}
        self.usual = primary([one for one in self.marks.values() if one.level > 2])
        self.asked = {at for level in (1, 2) for at in self._asked(level)}
        self.title = self._title()
        ones = {at for at in self._at(1) if at != self.title}
        twos = {at for at in self._at(2) if at != self.title and not self._leads(at)}
        if any(at in self.asked for at in self._at(1)):
            twos = set()
        self.chapters = sorted((ones | twos) - self.asked)

    def chosen(self, span: range) -> list[int]:
        """The lines of a chapter on which its entries begin."""
        if span.start - 1 in self.contents:
            return []
        chosen = Choice(self._marks(span), self.usual, self.asked).questions()
        sections = self.sections(span, chosen) if chosen else []
        more = []
        for part in starmap(range, pairwise([*sections, span.stop])):
            if not any(at in part for at in chosen):  # it may have a form of its own
                more += Choice(self._marks(part), None).questions()
        return sorted([*chosen, *more])

    def _marks(self, span: range) -> dict[int, Mark]:
        return {at: one for at, one in self.marks.items() if at in span}

    def after(self, at: int) -> int:
        """The next line that is not blank."""
        rest = range(at + 1, len(self.lines))
        return next((i for i in rest if not self._skipped(i)), len(self.lines))

    def sections(self, span: range, chosen: Sequence[int]) -> list[int]:
        """The headings in a chapter whose questions are a part of their own."""
        others = [
            at
            for at, (_, title) in self.heads.items()
            if at in span and at not in (*chosen, *self.contents) and not self._within(at, title)
        ]
        levels = [self.heads[at][0] for at in chosen if at in self.heads]
        top = min(levels) if len(levels) * 2 > len(chosen) else 7
        # Where questions are no headings, those above the first show what parts them.
        known = {self.heads[at][0] for at in others if at < chosen[0]}
        found = []
        for at in others:
            level = self.heads[at][0]
            below = self.after(at)
            while below in others:
                below = self.after(below)
            parts = level < top if top < 7 else level in known
            if parts or (level <= top and below in chosen):
                found.append(at)
        return found

    def parent(self, at: int) -> str:
        """The title above a chapter or a section."""
        level = self.heads[at][0]
        above = (i for i in range(at - 1, -1, -1) if i in self.heads)
        return next((self.heads[i][1] for i in above if self.heads[i][0] < level), "")

    def _within(self, at: int, title: str) -> bool:
        """Whether a heading is a part of what stands around it."""
        hidden = self.lines[at].number in self.veiled and self.heads[at][0] < 7
        return hidden or is_aside(title)

    def _leads(self, at: int) -> bool:
        """Whether it is a table of contents that no chapter of its own follows.

        The headings behind it are below it only in level, or are questions themselves.
        """
        end = self.contents.get(at)
        below = self.heads.get(end, (0, ""))[0] if end else 0
        return (below > 2 or end in self.asked) and not any(i < at for i in self._at(2))

    def _skipped(self, at: int) -> bool:
        return self.lines[at].blank and self.lines[at].asked is None

    def _at(self, level: int) -> list[int]:
        return [at for at, head in self.heads.items() if head[0] == level]

    def _contents(self, at: int) -> int | None:
        """Where a table of contents ends that begins at `at`."""
        if not _CONTENTS.match(self.heads[at][1]):
            return None
        rest = range(at + 1, len(self.lines))
        kinds = ("heading", "list-heading", "labelled", "row")
        ends = (i for i in rest if i in self.marks and self.marks[i].kind in kinds)
        end = next(ends, len(self.lines))
        text = [self.lines[i] for i in range(at + 1, end) if not self._skipped(i)]
        listed = sum(not line.code and bool(_LISTED.match(line.text)) for line in text)
        return end if listed * 2 >= len(text) else None

    def _asked(self, level: int) -> set[int]:
        """The headings of a high level that are entries, not chapters."""
        heads = [at for at in self._at(level) if not is_aside(self.heads[at][1])]
        heads = [at for at in heads if at not in self.contents]
        labelled = {at for at in heads if self.marks[at].kind == "labelled"}
        asking = [at for at in heads if at in labelled or self.marks[at].asks]
        bare = [at for at in asking if at in labelled or not self._asks_below(at, level)]
        if len(bare) * 2 <= len(asking):
            asking = bare
        bidding = [at for at in heads if at in asking or self.marks[at].bids]
        if len(bidding) * 2 <= len(heads) or not asking:
            return labelled if self.usual or level == 1 else set(asking)
        return {at for at in heads if at in bidding or self._like(at, asking, level)}

    def _like(self, at: int, asking: Sequence[int], level: int) -> bool:
        """Whether a heading among those that ask is one of them, without asking."""
        if self.marks[at].number is not None:
            return True
        follows = self.heads.get(self.after(at))
        return at > asking[0] and follows is None and not self._asks_below(at, level)

    def _asks_below(self, at: int, level: int) -> bool:
        """Whether questions stand below a heading."""
        end = next((i for i in self.heads if i > at and self.heads[i][0] <= level), len(self.lines))
        numbered = self.marks[at].number is not None
        below = [self.marks[i] for i in range(at + 1, end) if i in self.marks]
        return any(
            one.kind in ("labelled", "list-heading", "row")
            or (one.asks and not (numbered and one.number is None))
            for one in below
        )

    def _title(self) -> int | None:
        """The line of the document's title: the first `#`, unless chapters came before."""
        first = next((at for at, head in self.heads.items() if head[0] <= 2), None)
        if first is not None and not self._at(1) and not {first, self.after(first)} & self.asked:
            # A `##` that stands right above another, in a document without `#`.
            twins = self.heads.get(self.after(first), (0, ""))[0] == 2
            return first if twins and first not in self.contents else None
        if first is None or self.heads[first][0] == 2 or first in self.asked:
            return None
        if any(one.kind == "labelled" for at, one in self.marks.items() if at < first):
            return None
        ones = [at for at in self._at(1) if at not in self.asked]
        parts = list(pairwise([*ones, len(self.lines)]))
        holding = [start for start, end in parts if self._holds(start, end)]
        return None if first in holding and len(holding) > 1 else first

    def _holds(self, start: int, end: int) -> bool:
        """Whether questions stand right below a `#`, not in chapters of its own."""
        for at in range(start + 1, end):
            one = self.marks.get(at)
            if at in self.asked or (one and one.kind in ("labelled", "row")):
                return True
            if self.heads.get(at, (0, ""))[0] == 2:
                return False
            if one and one.asks:
                return True
        return False
