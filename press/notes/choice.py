"""Which lines of a chapter are its questions."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from press.notes.forms import Kind, Mark

Group = tuple[str, int]

# How much a form says for being that of the questions, each time that it asks.
_WEIGHT = {"list-heading": 9.0, "bold": 5.0, "heading": 3.0, "list-bold": 2.5, "bullet": 0.5}
LISTS: tuple[Kind, ...] = ("list", "list-bold")
_SURE: tuple[Kind, ...] = ("labelled", "row")


def primary(marks: Sequence[Mark]) -> Group | None:
    """The form that the questions have, if they are not labelled: the one that asks most."""
    scores: dict[Group, float] = defaultdict(float)
    first = True
    for one in marks:
        numbered = one.number is not None
        bids = one.kind == "heading" and one.bids
        if one.kind in _SURE or not (one.asks or bids or (numbered and one.invites)):
            continue
        weight = _WEIGHT.get(one.kind, 1.0) * (2 if numbered and one.kind == "heading" else 1)
        weight *= 1 if one.asks or numbered else 0.5
        # Questions come before the lists and headings of their answers.
        scores[one.kind, one.level] += weight * (3 if first else 1)
        first = False
    if scores:
        return max(scores, key=lambda group: scores[group])
    for group in ((one.kind, one.level) for one in marks if one.kind in ("heading", "bold")):
        alike = [one for one in marks if (one.kind, one.level) == group]
        if group[0] == "bold" or sum(one.number is not None for one in alike) > 1:
            return group
    return None


class Choice:
    """The questions among the marks of a chapter."""

    def __init__(
        self, marks: Mapping[int, Mark], usual: Group | None, sure: Collection[int] = ()
    ) -> None:
        """`usual` is the form that the questions have in the document as a whole.

        `sure` are those of the marks that are questions for what stands around the chapter.
        """
        self.marks = dict(sorted(marks.items()))
        self.sure = [at for at in self.marks if at in sure]
        everything = list(self.marks.values())
        labelled = [one for one in everything if one.kind in _SURE]
        self.group = self._group(everything, len(labelled), usual)
        self.levels = {one.level for one in labelled if one.kind == "labelled"}
        if self.group and self.group[0] == "heading":
            self.levels.add(self.group[1])
        alike = [one for one in everything if (one.kind, one.level) == self.group]
        self.numbered = sum(one.number is not None for one in alike) * 2 > len(alike)
        self.lazy = sum(one.number == 1 for one in alike) * 2 > len(alike) > 1
        self.bulleted = sum(one.item and one.number is None for one in alike) * 2 > len(alike)
        # What is further in than the questions belongs to their answers.
        self.indent = min((one.indent for one in alike if one.invites), default=0) + 1

    def _group(
        self, everything: Sequence[Mark], labelled: int, usual: Group | None
    ) -> Group | None:
        if self.sure:
            return "heading", self.marks[self.sure[0]].level
        group = primary(everything)
        if labelled:
            alike = [one for one in everything if (one.kind, one.level) == group and one.asks]
            outdone = group and group[0] in ("heading", "bold") and len(alike) > labelled
            return group if outdone else None
        if group and group[0] == "bullet" and usual != group:
            return None
        if group is None and usual and usual[0] == "heading":
            # The chapter asks nothing, but others have their questions in such headings.
            return usual
        return group

    def questions(self) -> list[int]:
        """The indices of the lines on which entries begin."""
        chosen: list[int] = []
        before: int | None = None
        inner: int | None = None
        for at, one in self.marks.items():
            if at not in self.sure and not self._opens(one, before, inner):
                if one.kind == "heading" and self.group and self.group[0] in LISTS:
                    before = None  # the numbers of a list begin anew below a heading
                if one.kind in LISTS and one.indent <= self.indent:
                    inner = one.number
                continue
            chosen.append(at)
            inner = None
            if one.number is not None:
                before = one.number
            elif before is not None:
                before += 1
        return chosen

    def _opens(self, one: Mark, before: int | None, inner: int | None) -> bool:
        """`inner`: the last number of a list since the last question, whose own was `before`."""
        if one.kind in _SURE:
            return True
        if one.item and one.indent > self.indent:
            return False
        if (one.kind, one.level) == self.group:
            return self._belongs(one, before, inner)
        later = one.number is not None and (before is None or one.number > before)
        if one.kind == "heading":
            return one.asks and (one.level in self.levels or later)
        if one.kind in ("bold", "list-heading"):
            return one.asks and later
        if one.kind == "bullet":
            return one.asks and self.bulleted
        if one.kind not in LISTS or before is None:
            return False
        if self.group and self.group[0] in LISTS and not self.lazy:
            return self._continues(one, before, inner)
        return inner is None and one.number == before + 1 and one.asks

    def _belongs(self, one: Mark, before: int | None, inner: int | None) -> bool:
        if one.kind == "list-heading":
            return True
        if one.kind == "heading":
            plain = not self.numbered and not one.aside
            return one.bids or one.number is not None or plain
        if one.kind == "plain-bold":
            return one.asks or (one.bids and not one.rest and not one.aside)
        if one.kind == "bullet":
            return one.bids
        assert one.number is not None
        if one.kind == "bold":
            return before is None or one.number == before + 1 or one.asks
        return one.invites if self.lazy else self._continues(one, before, inner)

    def _continues(self, one: Mark, before: int | None, inner: int | None) -> bool:
        """Whether an item goes on with the numbers of the questions."""
        assert one.number is not None
        follows = before is None or one.number == before + 1
        if inner is None:
            return follows or (before is not None and one.number > before and one.asks)
        # After a list in the answer: the next question, unless it could be that list's.
        return follows and (one.asks or one.kind == "list-bold" or one.number != inner + 1)
