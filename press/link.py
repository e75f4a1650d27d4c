"""The sixth stage: parts in, one PDF out.

Like the linker of programs: it lays the parts one behind the other, resolves what they
leave open (`book:q412` becomes a go-to link), lays folios and running heads over the
pages, and writes what belongs to the whole: page labels, outline, structure, metadata.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from press import forme
from press.binding import Trim
from press.catalogue import Heading, Imprint, Targets, describe
from press.folios import Leaf, starts
from press.forme import Forme
from press.links import BOOK, Links, moved
from press.overlay import Over, Overlay, lay_over, number
from press.problems import BadContent, Place, Problem
from press.rack import Set
from press.structure import StructureTree
from press.syntax import references
from press.trimming import Wraps, boxes, wrongly_sized
from press.typecase import Typecase
from press.typeset import Symbols
from press.writer import Writer

_PAGES = "pages"
_OVER = b"/Artifact <</Type /Pagination>> BDC q /Over%d Do Q EMC"


@dataclass(frozen=True)
class Plan:
    """How parts are joined: pages in order, the numbers to print on them, what lies over them,
    and what leads where.

    A reference to one of `elsewhere`, which the book has and this edition does not print, keeps
    its words and leads nowhere. So a chapter is the same part in every selection.
    """

    parts: tuple[Set, ...]
    furniture: tuple[Overlay | None, ...]
    leaves: tuple[Leaf, ...]
    outline: tuple[Heading, ...]
    spoken: dict[str, str]
    elsewhere: frozenset[str]
    numbers: tuple[int, ...]
    trim: Trim
    two_sided: bool
    binding: float
    imprint: Imprint

    def shift(self, leaf: Leaf) -> float:
        """By how many pt the text of a page is moved to the right, out of the fold."""
        return self.binding if leaf.side == "recto" else -self.binding


def link(plan: Plan, fonts: Path, out: IO[bytes]) -> None:
    """Join the parts of `plan` into one tagged PDF, the same bytes for the same parts, and write
    it to `out`.

    `fonts` is the folder of the font files. Raises `BadContent` if a reference leads nowhere, if
    a part's pages are of another size than the edition's, or if the questions are not each there
    once and in order.
    """
    _prove_order(plan)
    targets = _targets(plan)
    problems: list[Problem] = []
    counts = []
    for part in plan.parts:
        locked = part.forme
        counts.append(locked.count)
        problems += wrongly_sized(part, locked, plan.trim)
        problems += _astray(part, locked, plan, targets)
    if problems:
        raise BadContent(problems)
    _Linking(plan, targets, fonts, Writer(out), counts).run()


class _Linking:
    """A document on its way: every number of a page is known before the first is written."""

    def __init__(
        self, plan: Plan, targets: Targets, fonts: Path, writer: Writer, counts: Sequence[int]
    ) -> None:
        self.plan = plan
        self.targets = targets
        self.fonts = fonts
        self.writer = writer
        self.kids, self.catalogue = writer.reserve(), writer.reserve()
        self.tree = StructureTree(writer)
        self.case = Typecase(writer, fonts)
        self.wraps = Wraps(writer, plan.trim)
        self.boxes = boxes(plan.trim)
        self.bases = [writer.reserve(count) for count in counts]
        self.pages = [
            writer.reserve() if leaf.part is None else self.bases[leaf.part] + leaf.index
            for leaf in plan.leaves
        ]
        folios = tuple(leaf.folio for leaf in plan.leaves)
        self.links = Links(
            writer, self.tree, targets, self.pages, plan.spoken, folios, plan.trim.height
        )
        self.folios = {name: plan.leaves[position].folio for name, (position, _) in targets.items()}

    def run(self) -> None:
        """Write the whole document."""
        plan, writer = self.plan, self.writer
        first = starts(plan.leaves)
        for index, part in enumerate(plan.parts):
            self._part(index, part, first[index])
        for page, leaf in zip(self.pages, plan.leaves, strict=True):
            if leaf.blank:
                writer.write(page, b"<<%b/Resources<<>>/Tabs/S>>" % self._page(), _PAGES)
        self.case.close()
        kids = references(self.pages)
        writer.write(self.kids, b"<</Type/Pages/Count %d/Kids%b>>" % (len(self.pages), kids))
        entries, info = describe(
            writer,
            plan.imprint,
            plan.outline,
            self.targets,
            self.pages,
            fronts=sum(1 for leaf in plan.leaves if not leaf.folio.isdigit()),
            two_sided=plan.two_sided,
        )
        entries += self.tree.close()
        root = b"<</Type/Catalog/Pages %d 0 R%b>>" % (self.kids, entries)
        writer.close(writer.write(self.catalogue, root), info)

    def _part(self, index: int, part: Set, first: int) -> None:
        """Write a part, whose first page is the one at `first` of the document from 0."""
        base, plan, writer = self.bases[index], self.plan, self.writer
        locked = part.forme
        self.case.take(locked, base)
        around = plan.furniture[index]
        overs: Sequence[Over | None] = [None] * part.pages
        if around is not None:
            overs = lay_over(writer, around, self.case, self.fonts)
        contents = number(part, locked, self.folios, self.fonts)
        # Pages that are laid over with the same have the same number of it.
        laid = {over.form: at for at, over in enumerate(overs) if over}
        drawings = locked.drawings.closed(base)
        drawings += b"".join(b"/Over%d %d 0 R" % (at, form) for form, at in laid.items())
        resources = writer.add(
            b"<</Font %d 0 R%b/XObject<<%b>>>>"
            % (base + locked.fonts, locked.resources.closed(base), drawings)
        )
        for at, (page, content, over) in enumerate(zip(locked.pages, contents, overs, strict=True)):
            by = plan.shift(plan.leaves[first + at])
            key = self.tree.mark(forme.numbered(page.marked, base))
            notes = self.links.of_page(page, base, by)
            notes += self.links.taps(over.taps if over else (), base + at)
            self._boxes(page.boxes, base, by)
            before, behind = self.wraps.around(by, _OVER % laid[over.form] if over else b"")
            own = writer.stream(writer.reserve(), content)
            writer.write(
                base + at,
                b"<<%b/Resources %d 0 R/Contents%b/Tabs/S/StructParents %d%b>>"
                % (
                    self._page(),
                    resources,
                    references((before, own, behind)),
                    key,
                    b"/Annots" + references(notes) if notes else b"",
                ),
                _PAGES,
            )
        self.tree.add(forme.numbered(locked.tops, base))
        writer.forme(locked, base, self.tree.document)

    def _page(self) -> bytes:
        return b"/Type/Page/Parent %d 0 R%b" % (self.kids, self.boxes)

    def _boxes(self, places: Iterable[forme.Box], base: int, by: float) -> None:
        """Write where the figures of a page are."""
        for box in places:
            self.writer.write(base + box.number, b"<</O/Layout/BBox%b>>" % moved(box.rect, by))


def _targets(plan: Plan) -> Targets:
    """For each anchor of each part, the position of its page in the document."""
    first = starts(plan.leaves)
    found: Targets = {}
    for index, part in enumerate(plan.parts):
        for name, anchor in part.anchors.items():
            position = first[index] + anchor.page
            x = round(anchor.x + plan.shift(plan.leaves[position]), 2)
            found.setdefault(name, (position, replace(anchor, x=x)))
    return found


def _astray(part: Symbols, locked: Forme, plan: Plan, targets: Targets) -> Iterable[Problem]:
    """The references of a part that lead nowhere."""
    for position, page in enumerate(locked.pages):
        for link in page.links:
            name = link.address.removeprefix(BOOK)
            if name != link.address and name not in targets and name not in plan.elsewhere:
                where, place = _source(part, position, link.rect[1])
                wrong = f"the reference '{link.address}' leads nowhere"
                yield Problem(place, where, wrong, "name a question that this edition prints")


def _source(part: Symbols, page: int, y: float) -> tuple[str, Place]:
    """The anchor above the height `y` of a page, and the place its text comes from."""
    before = [
        name
        for name, anchor in part.anchors.items()
        if name in part.places and (anchor.page, -anchor.y) <= (page, -y + 1)
    ]
    name = before[-1] if before else ""
    where = f"question {name[1:]}" if name.startswith("q") else f"part '{part.name}'"
    return where, part.places.get(name) or Place(part.name)


def _prove_order(plan: Plan) -> None:
    """Every question of the edition is in the parts once, and in the order of the book."""
    found = [
        (name, part)
        for part in plan.parts
        for name in part.anchors
        if name.startswith("q") and name[1:].isdigit()
    ]
    if tuple(int(name[1:]) for name, _ in found) == plan.numbers:
        return
    counts = {number: 0 for number in plan.numbers}
    for name, _ in found:
        counts[int(name[1:])] = counts.get(int(name[1:]), 0) + 1
    wrong = [number for number, count in counts.items() if count != 1 or number not in plan.numbers]
    shown = ", ".join(map(str, wrong[:5])) or "their order"
    place = found[0][1].places.get("", Place("book")) if found else Place("book")
    raise BadContent(
        [
            Problem(
                place,
                "pages",
                f"the questions are not each printed once and in order ({shown})",
                "print each entry once in the layout's templates, with id 'q' and its number",
            )
        ]
    )
