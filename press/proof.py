"""The last stage: the finished PDF read once more before it replaces the one that was there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

from press.binding import Trim
from press.problems import BadContent, Problem
from press.readback import Readback, Reference, Unreadable
from press.schema import Edition, Entry
from press.selection import Issue

_SLACK = 0.6


def proof(pdf: IO[bytes], issue: Issue, trim: Trim, fonts: frozenset[str]) -> int:
    """Check the finished `pdf` of `issue`; the number of its pages.

    `fonts` are the names of the fonts that may be in it. Raises `BadContent`
    for a page budget missed, a page of another size, a font that is not embedded or not
    ours, a document without structure, and one that cannot be read.
    """
    try:
        document = Readback(pdf)
        root = document.get(document.trailer["Root"])
        pages, problems = _pages(document, root["Pages"], issue, trim, fonts)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        wrong = f"what was made of it is no PDF ({error})"
        raise BadContent([_problem(issue, wrong, "report this as a bug")]) from None
    problems = [*_budget(issue, pages), *problems]
    if "StructTreeRoot" not in root:
        problems.append(_problem(issue, "it has no structure tree", "report this as a bug"))
    if problems:
        raise BadContent(problems)
    return pages


def allowed(edition: Edition) -> str:
    """An edition's budget in words."""
    budget = edition.budget
    if budget.max == budget.min:
        pages = f"exactly {budget.max}"
    elif budget.max is None:
        pages = f"at least {budget.min}"
    else:
        pages = f"{budget.min} to {budget.max}"
    return (
        pages
        if budget.multiple == 1 or budget.max == budget.min
        else f"{pages}, a multiple of {budget.multiple}"
    )


def _budget(issue: Issue, pages: int) -> list[Problem]:
    edition, budget = issue.edition, issue.edition.budget
    style = f"styles/editions/{edition.style}.css"
    if budget.max is not None and pages > budget.max:
        longest = sorted(
            (entry for chosen in issue.chapters for entry in chosen.entries), key=_length
        )[-3:]
        numbers = ", ".join(str(entry.id) for entry in reversed(longest))
        remedy = (
            f"cut {pages - budget.max} (the longest entries are {numbers}), "
            f"select fewer, or set {style} closer"
        )
    elif pages < budget.min:
        remedy = f"select more entries, set {style} wider, or lower the least"
    elif pages % budget.multiple:
        remedy = f"add {-pages % budget.multiple} or cut {pages % budget.multiple}"
    else:
        return []
    pages_ = "page" if pages == 1 else "pages"
    wrong = f"it has {pages} {pages_}, {allowed(edition)} {_is(edition)} allowed"
    return [_problem(issue, wrong, remedy, "budget")]


def _is(edition: Edition) -> str:
    return "is" if edition.budget.max == 1 else "are"


def _length(entry: Entry) -> tuple[int, int]:
    texts = (entry.question, entry.short, entry.answer or "", entry.pitfall or "")
    return sum(map(len, texts)) + 500 * bool(entry.listing), entry.id


def _pages(
    document: Readback, top: Reference, issue: Issue, trim: Trim, fonts: frozenset[str]
) -> tuple[int, list[Problem]]:
    """How many pages there are below `top`, and what is wrong with them and their fonts."""
    pages, wrong, alien = 0, [], []
    seen: set[Reference] = set()
    for page in _leaves(document, top):
        pages += 1
        left, low, right, high = document.get(page.get("TrimBox") or page["MediaBox"])
        measured = (right - left, high - low)
        wanted = (trim.width, trim.height)
        if any(abs(one - other) > _SLACK for one, other in zip(measured, wanted, strict=True)):
            shown = f"page {pages} measures {measured[0]:.0f} × {measured[1]:.0f} pt"
            remedy = (
                f"let the stylesheet keep the edition's {trim.width:.0f} × {trim.height:.0f} pt"
            )
            wrong.append(_problem(issue, shown, remedy, "paper"))
        for font in _fonts(document, page, seen):
            alien += _alien(document, font, issue, fonts)
    if document.get(top)["Count"] != pages:
        raise Unreadable(f"it has {pages} pages and says otherwise")
    return pages, wrong + alien


def _leaves(document: Readback, top: Reference) -> Iterator[Mapping[str, Any]]:
    waiting: list[Any] = [top]
    seen: set[Reference] = set()
    while waiting:
        at = waiting.pop()
        if at in seen:
            raise Unreadable("its pages go round in a circle")
        seen.add(at)
        found = document.get(at)
        if found["Type"] == "Page":
            yield found
        else:
            waiting += reversed(document.get(found["Kids"]))


def _fonts(
    document: Readback, page: Mapping[str, Any], seen: set[Reference]
) -> Iterator[Mapping[str, Any]]:
    """Every font that a page, and what is drawn on it, can print with; none of those `seen`."""
    waiting: list[Any] = [page]
    while waiting:
        resources = _new(document, waiting.pop().get("Resources"), seen)
        for kind in ("XObject", "Pattern", "Font"):
            for one in _new(document, resources.get(kind), seen).values():
                found = _new(document, one, seen)
                if found.get("Type") == "Font":
                    yield found
                else:
                    waiting.append(found)


def _new(document: Readback, value: Any, seen: set[Reference]) -> Mapping[str, Any]:
    """The mapping that `value` is or refers to; an empty one if it was `seen` before."""
    if isinstance(value, Reference):
        if value in seen:
            return {}
        seen.add(value)
    found: Mapping[str, Any] | None = document.get(value)
    return found or {}


def _alien(
    document: Readback, font: Mapping[str, Any], issue: Issue, known: frozenset[str]
) -> list[Problem]:
    wrong = []
    descendants: Sequence[Any] = document.get(font.get("DescendantFonts", [font]))
    for descendant in map(document.get, descendants):
        descriptor = document.get(descendant.get("FontDescriptor", {}))
        full = descriptor.get("FontName", font.get("BaseFont", "without a name"))
        name = full.partition("+")[2]
        if "FontFile2" not in descriptor or name not in known:
            shown = f"the font {name or full} is not embedded, or not ours"
            wrong.append(_problem(issue, shown, "name fonts of styles/fonts alone"))
    return wrong


def _problem(issue: Issue, wrong: str, remedy: str, key: str = "") -> Problem:
    place = issue.copy.manuscript.edition_place(issue.edition.name, *([key] if key else []))
    return Problem(place, f"edition '{issue.edition.name}'", wrong, remedy)
