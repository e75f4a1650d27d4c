"""The catalogue of the finished PDF: what a viewer shows around its pages.

Page labels, outline, named destinations and metadata (ISO 32000-1, 7.7.2).
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from press.archive import archive
from press.typeset import Anchor

Target = tuple[int, Anchor]
"""The position of a page in the document from 0, and the anchor on it."""

Targets = dict[str, Target]


@dataclass(frozen=True)
class Imprint:
    """What the PDF says about itself; `profile` is the ICC profile of its colours."""

    title: str
    description: str
    authors: tuple[str, ...]
    language: str
    keywords: tuple[str, ...]
    rights: str
    identifier: str
    date: datetime.date
    producer: str
    profile: Path


@dataclass(frozen=True)
class Heading:
    """A line of the outline: its words, the anchor it leads to, the lines folded under it."""

    title: str
    anchor: str
    under: tuple["Heading", ...] = ()


def destination(pages: Sequence[Object], target: Target) -> Array:
    """A PDF destination: the page, with the anchor at its top."""
    page, anchor = target
    return Array([pages[page], Name.XYZ, anchor.x, anchor.y, 0])


def describe(
    pdf: Pdf,
    imprint: Imprint,
    outline: Sequence[Heading],
    targets: Targets,
    *,
    fronts: int,
    two_sided: bool,
) -> None:
    """Write page labels, outline, named destinations, metadata and what is claimed in it.

    The first `fronts` pages are labelled in Roman figures, the others from 1.
    """
    root = pdf.Root
    labels: list[Object | int] = [0, Dictionary(S=Name.r)] if fronts else []
    root.PageLabels = Dictionary(Nums=Array([*labels, fronts, Dictionary(S=Name.D)]))
    root.Lang = String(imprint.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines
    root.PageLayout = Name.TwoPageRight if two_sided else Name.SinglePage
    pages = [page.obj for page in pdf.pages]
    names = [
        item
        for name in sorted(targets)
        for item in (String(name), destination(pages, targets[name]))
    ]
    root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=Array(names))))
    with pdf.open_outline() as lines:
        lines.root.extend(_line(heading, targets) for heading in outline)
    day = imprint.date.isoformat().replace("-", "")
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            Title=imprint.title,
            Subject=imprint.description,
            Author=", ".join(imprint.authors),
            Keywords=", ".join(imprint.keywords),
            Producer=imprint.producer,
            CreationDate=f"D:{day}000000Z",
            ModDate=f"D:{day}000000Z",
        )
    )
    archive(pdf, imprint.profile)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        moment = f"{imprint.date.isoformat()}T00:00:00Z"
        meta["dc:title"] = imprint.title
        meta["dc:creator"] = list(imprint.authors)
        meta["dc:description"] = imprint.description
        meta["dc:language"] = {imprint.language}
        meta["dc:rights"] = imprint.rights
        meta["dc:identifier"] = imprint.identifier
        meta["pdf:Keywords"] = ", ".join(imprint.keywords)
        meta["pdf:Producer"] = imprint.producer
        meta["xmp:CreateDate"] = moment
        meta["xmp:ModifyDate"] = moment


def _line(heading: Heading, targets: Targets) -> OutlineItem:
    page, anchor = targets[heading.anchor]
    item = OutlineItem(heading.title, page, "XYZ", left=anchor.x, top=anchor.y)
    item.children.extend(_line(under, targets) for under in heading.under)
    item.is_closed = bool(heading.under)
    return item
