"""The last stage: the finished PDF read once more before it replaces the one that was there."""

from collections.abc import Iterator
from io import BytesIO

from pikepdf import Dictionary, Name, Object, Pdf

from press.binding import Trim
from press.problems import BadContent, Problem
from press.schema import Edition, Entry
from press.selection import Issue

_SLACK = 0.6


def proof(pdf: bytes, issue: Issue, trim: Trim, fonts: frozenset[str]) -> int:
    """Check the finished `pdf` of `issue`; the number of its pages.

    `fonts` are the names of the fonts that may be in it. Raises `BadContent`
    for a page budget missed, a page of another size, a font that is not embedded or not
    ours, and a document without structure.
    """
    with Pdf.open(BytesIO(pdf)) as document:
        pages = len(document.pages)
        problems = [*_budget(issue, pages), *_pages(document, issue, trim)]
        problems += _fonts(document, issue, fonts)
        if "/StructTreeRoot" not in document.Root:
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


def _pages(document: Pdf, issue: Issue, trim: Trim) -> list[Problem]:
    wrong, size = [], (trim.width, trim.height)
    for number, page in enumerate(document.pages, 1):
        box = [float(value) for value in page.trimbox]
        measured = (box[2] - box[0], box[3] - box[1])
        if any(abs(one - other) > _SLACK for one, other in zip(measured, size, strict=True)):
            shown = f"page {number} measures {measured[0]:.0f} × {measured[1]:.0f} pt"
            wanted = f"let the stylesheet keep the edition's {size[0]:.0f} × {size[1]:.0f} pt"
            wrong.append(_problem(issue, shown, wanted, "paper"))
    return wrong


def _fonts(document: Pdf, issue: Issue, known: frozenset[str]) -> list[Problem]:
    wrong = []
    for font in _used(document):
        for descendant in font.get("/DescendantFonts", [font]):
            descriptor = descendant.get("/FontDescriptor", Dictionary())
            full = str(descriptor.get("/FontName", font.get("/BaseFont", "without a name")))
            name = full.lstrip("/").partition("+")[2]
            if "/FontFile2" not in descriptor or name not in known:
                shown = f"the font {name or full} is not embedded, or not ours"
                wrong.append(_problem(issue, shown, "name fonts of styles/fonts alone"))
    return wrong


def _used(document: Pdf) -> Iterator[Object]:
    """Every font that pages, and what is drawn on them, can print with."""
    seen = set()
    waiting: list[Object] = [page.obj for page in document.pages]
    while waiting:
        resources = waiting.pop().get("/Resources")
        if resources is None or (resources.is_indirect and resources.objgen in seen):
            continue
        seen.add(resources.objgen)
        for name in ("/XObject", "/Pattern", "/Font"):
            kind = resources.get(name)
            if kind is None or (kind.is_indirect and kind.objgen in seen):
                continue
            seen.add(kind.objgen)
            for found in kind.values():
                if found.is_indirect and found.objgen in seen:
                    continue
                seen.add(found.objgen)
                if found.get("/Type") == Name.Font:
                    yield found
                else:
                    waiting.append(found)


def _problem(issue: Issue, wrong: str, remedy: str, key: str = "") -> Problem:
    place = issue.copy.manuscript.edition_place(issue.edition.name, *([key] if key else []))
    return Problem(place, f"edition '{issue.edition.name}'", wrong, remedy)
