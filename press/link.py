"""The sixth stage: parts in, one PDF out.

Like the linker of programs: it lays the parts one behind the other, resolves what they
leave open (`book:q412` becomes a go-to link), lays folios and running heads over the
pages, and writes what belongs to the whole: page labels, outline, structure, metadata.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    Pdf,
    String,
)

from press.binding import Trim
from press.catalogue import Heading, Imprint, Target, Targets, describe, destination
from press.folios import Leaf, starts
from press.overlay import Overlay, Tap, lay_over, number
from press.problems import BadContent, Place, Problem
from press.sheet import Slot
from press.stone import Stone
from press.structure import StructureTree
from press.trimming import Wraps, add_blank, wrongly_sized
from press.typeset import Anchor, Part

_OVER = b"/Artifact <</Type /Pagination>> BDC q /Furniture Do Q EMC"


@dataclass(frozen=True)
class Plan:
    """How parts are joined: pages in order, the numbers to print on them, what lies over them,
    and what leads where.

    A reference to one of `elsewhere`, which the book has and this edition does not print, keeps
    its words and leads nowhere. So a chapter is the same part in every selection.
    """

    parts: tuple[Part, ...]
    slots: tuple[tuple[Slot, ...], ...]
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


def link(plan: Plan, stone: Stone) -> bytes:
    """Join the parts of `plan` into one tagged PDF, the same bytes for the same parts.

    What is laid out on `stone` already is taken from there, and it is used up. Raises
    `BadContent` if a reference leads nowhere, if a part's pages are of another size than the
    edition's, or if the questions are not each there once and in order.
    """
    _prove_order(plan)
    if not stone.begins(plan.parts):
        stone.clear()
    for part in plan.parts[len(stone.parts) :]:
        stone.lay(part)
    pdf, tree, fonts, wraps = stone.pdf, stone.tree, stone.fonts, Wraps(stone.pdf, plan.trim)
    for position, leaf in enumerate(plan.leaves):
        if leaf.blank:
            add_blank(pdf, plan.trim, position)
    targets = _targets(plan)
    problems: list[Problem] = []
    taps: list[Tap] = []
    first = starts(plan.leaves)
    folios = {name: plan.leaves[position].folio for name, (position, _) in targets.items()}
    for index, (part, pages) in enumerate(zip(plan.parts, stone.pages, strict=True)):
        number(pdf, part, pages, plan.slots[index], folios, fonts)
        problems += wrongly_sized(pages, part, plan.trim)
        problems += _resolve(pages, part, plan, targets, tree)
        around = plan.furniture[index]
        if around is not None:
            taps += lay_over(pdf, around, pages, stone.case, fonts)
        for at, (page, leaf) in enumerate(zip(pages, plan.leaves[first[index] :], strict=False)):
            wraps.wrap(page, plan.shift(leaf), _OVER if around else b"")
            if at in part.pictured and plan.shift(leaf):
                tree.move(page, plan.shift(leaf))
    if problems:
        raise BadContent(problems)
    leaves = [page.obj for page in pdf.pages]
    _add_taps(pdf, tree, taps, plan, targets, leaves)
    for annotation, target in _open_links(leaves, targets):
        annotation.A = Dictionary(S=Name.GoTo, D=destination(leaves, target))
    stone.case.close()
    tree.close()
    fronts = sum(1 for leaf in plan.leaves if not leaf.folio.isdigit())
    describe(pdf, plan.imprint, plan.outline, targets, fronts=fronts, two_sided=plan.two_sided)
    out = BytesIO()
    pdf.save(
        out,
        min_version="1.7",
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
    )
    stone.clear()
    return out.getvalue()


def _add_taps(
    pdf: Pdf,
    tree: StructureTree,
    taps: list[Tap],
    plan: Plan,
    targets: Targets,
    leaves: Sequence[Object],
) -> None:
    """Make the links at the foot of a screen's pages, tagged behind all that is read."""
    for tap in taps:
        name = tap.target
        if name.startswith("page-"):
            position = int(name.removeprefix("page-"))
            target = (position, Anchor(0, 0.0, plan.trim.height))
            said = f"Page {plan.leaves[position].folio}"
        else:
            target, said = targets[name], plan.spoken[name]
        link = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([float(value) for value in tap.rect]),
                Border=Array([0, 0, 0]),
                F=4,
                Contents=String(said),
                A=Dictionary(S=Name.GoTo, D=destination(leaves, target)),
            )
        )
        tap.page.Annots = Array([*tap.page.get("/Annots", []), link])
        tree.add_link(tap.page, link)


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


def _resolve(
    pages: list[Object], part: Part, plan: Plan, targets: Targets, tree: StructureTree
) -> list[Problem]:
    """Name every link for the ear, and find the references that lead nowhere."""
    problems = []
    for position, page in enumerate(pages):
        kept = []
        for annotation in page.get("/Annots", []):
            address = str(annotation.A.URI)
            name = address.removeprefix("book:")
            if name != address and name not in targets and name in plan.elsewhere:
                tree.drop_link(annotation)
                continue
            kept.append(annotation)
            annotation.F = 4
            if name in plan.spoken:
                annotation.Contents = String(plan.spoken[name])
            if name != address and name not in targets:
                where, place = _source(part, position, float(annotation.Rect[3]))
                problems.append(
                    Problem(place, where, f"the reference '{address}' leads nowhere",
                            "name a question that this edition prints")
                )  # fmt: skip
        if "/Annots" in page and len(kept) < len(page.Annots):
            page.Annots = Array(kept)
    return problems


def _source(part: Part, page: int, y: float) -> tuple[str, Place]:
    """The anchor above the height `y` of a page, and the place its text comes from."""
    before = [
        name
        for name, anchor in part.anchors.items()
        if name in part.places and (anchor.page, -anchor.y) <= (page, -y + 1)
    ]
    name = before[-1] if before else ""
    where = f"question {name[1:]}" if name.startswith("q") else f"part '{part.name}'"
    return where, part.places.get(name) or Place(part.name)


def _open_links(leaves: Sequence[Object], targets: Targets) -> list[tuple[Object, Target]]:
    found = []
    for page in leaves:
        for annotation in page.get("/Annots", []):
            address = str(annotation.A.get("/URI", ""))
            if address.startswith("book:"):
                found.append((annotation, targets[address.removeprefix("book:")]))
    return found


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
