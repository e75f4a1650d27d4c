"""The catalogue of the finished PDF: what a viewer shows around its pages.

Page labels, outline, named destinations and metadata (ISO 32000-1, 7.7.2).
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from press.archive import archive
from press.syntax import text
from press.typeset import Anchor
from press.writer import Writer

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


def destination(pages: Sequence[int], target: Target) -> bytes:
    """Where a link leads: to the page, with the anchor at its top. `pages` are their numbers."""
    position, anchor = target
    return b"[%d 0 R/XYZ %.6g %.6g 0]" % (pages[position], anchor.x, anchor.y)


def describe(
    writer: Writer,
    imprint: Imprint,
    outline: Sequence[Heading],
    targets: Targets,
    pages: Sequence[int],
    *,
    fronts: int,
    two_sided: bool,
) -> tuple[bytes, int]:
    """Write page labels, outline, named destinations, metadata and what is claimed in it.

    The first `fronts` pages are labelled in Roman figures, the others from 1. Returns the
    entries of the catalogue that lead there, and the number of the document's particulars.
    """
    names = b" ".join(text(name) + destination(pages, targets[name]) for name in sorted(targets))
    destinations = writer.add(b"<</Names[%b]>>" % names)
    roman = b"0<</S/r>>" if fronts else b""
    lines = _Outline(writer, targets, pages).whole(outline)
    entries = (
        b"/PageLabels<</Nums[%b %d<</S/D>>]>>/Lang%b/ViewerPreferences<</DisplayDocTitle true>>"
        b"/PageMode/UseOutlines/PageLayout/%b/Names<</Dests %d 0 R>>/Outlines %d 0 R"
        % (
            roman,
            fronts,
            text(imprint.language),
            b"TwoPageRight" if two_sided else b"SinglePage",
            destinations,
            lines,
        )
    )
    day = imprint.date.isoformat().replace("-", "")
    told = {
        "Title": imprint.title,
        "Subject": imprint.description,
        "Author": ", ".join(imprint.authors),
        "Keywords": ", ".join(imprint.keywords),
        "Producer": imprint.producer,
        "CreationDate": f"D:{day}000000Z",
        "ModDate": f"D:{day}000000Z",
    }
    info = b"".join(b"/%b%b" % (key.encode(), text(value)) for key, value in told.items())
    moment = f"{imprint.date.isoformat()}T00:00:00Z"
    said: dict[str, str | list[str] | set[str]] = {
        "dc:title": imprint.title,
        "dc:creator": list(imprint.authors),
        "dc:description": imprint.description,
        "dc:language": {imprint.language},
        "dc:rights": imprint.rights,
        "dc:identifier": imprint.identifier,
        "pdf:Keywords": told["Keywords"],
        "pdf:Producer": imprint.producer,
        "xmp:CreateDate": moment,
        "xmp:ModifyDate": moment,
    }
    return entries + archive(writer, imprint.profile, said), writer.add(b"<<" + info + b">>")


class _Outline:
    """The outline of a document (ISO 32000-1, 12.3.3), whose lines know their neighbours."""

    def __init__(self, writer: Writer, targets: Targets, pages: Sequence[int]) -> None:
        self.writer = writer
        self.targets = targets
        self.pages = pages

    def whole(self, headings: Sequence[Heading]) -> int:
        """Write the outline; its number."""
        root = self.writer.reserve()
        below = self._below(root, headings)
        return self.writer.write(root, b"<</Type/Outlines%b/Count %d>>" % (below, len(headings)))

    def _below(self, parent: int, headings: Sequence[Heading]) -> bytes:
        """Write the lines under another; where they begin and end."""
        if not headings:
            return b""
        first = self.writer.reserve(len(headings))
        last = first + len(headings) - 1
        for number, heading in enumerate(headings, first):
            self._line(number, parent, heading, before=number > first, behind=number < last)
        return b"/First %d 0 R/Last %d 0 R" % (first, last)

    def _line(
        self, number: int, parent: int, heading: Heading, *, before: bool, behind: bool
    ) -> None:
        beside = b"/Prev %d 0 R" % (number - 1) if before else b""
        beside += b"/Next %d 0 R" % (number + 1) if behind else b""
        if heading.under:
            # Folded: the count of what would be shown, below nought.
            beside += self._below(number, heading.under) + b"/Count %d" % -len(heading.under)
        place = destination(self.pages, self.targets[heading.anchor])
        said = text(heading.title)
        self.writer.write(
            number, b"<</Title%b/Parent %d 0 R/Dest%b%b>>" % (said, parent, place, beside)
        )
