"""A finished book taken to pieces again: its ink, its blocks, its columns, its parts.

A bookseller collates a book to learn how it was made; so the survey reads a PDF, and no more
than the PDF.
"""

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import pikepdf
import pypdfium2

from press.galley import Block, galley
from press.pagetext import Ink, inked
from press.problems import BadContent, Place, shown_path
from press.turns import TEXT, Column, Passage, Turn, columns, passages, turns


@dataclass(frozen=True, order=True)
class Finding:
    """One place where a rule of the page is broken; `page` counts from 0."""

    page: int
    rule: str
    label: str
    text: str

    def __str__(self) -> str:
        return f"page {self.label}: {self.rule}: {self.text}"


@dataclass(frozen=True)
class Collation:
    """One PDF, read; `digest` is its SHA-256. Pages count from 0.

    Parts begin on the pages of `starts`; those of `openers` hold what is before a part's first
    entry. What is before page `front` is no part, as a title page is none.
    """

    name: str
    digest: str
    ink: tuple[Ink, ...]
    blocks: tuple[tuple[Block, ...], ...]
    starts: frozenset[int]
    openers: frozenset[int]
    front: int
    first_verso: int | None

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of all parts in reading order."""
        return tuple(one for one in columns(self.blocks) if one.page >= self.front)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Where a column ends and its part goes on in the next."""
        return turns(self.columns, self.starts)

    @cached_property
    def full(self) -> frozenset[int]:
        """The pages that the next one carries on: all but the last of each part."""
        return frozenset(turn.before.page for turn in self.turns if turn.over_page)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The paragraphs, items of lists and listings, whole."""
        return passages(self.columns, self.turns)

    @cached_property
    def texts(self) -> tuple[Passage, ...]:
        """The paragraphs and the items of lists."""
        return tuple(one for one in self.passages if one.kind in TEXT)

    @cached_property
    def running(self) -> tuple[Passage, ...]:
        """The running text: the paragraphs in the size in which most of them are set."""
        plain = [one for one in self.texts if one.kind == "paragraph"]
        letters: Counter[float] = Counter()
        for passage in plain:
            letters[passage.size] += sum(len(line.text) for line in passage.lines)
        main = max(letters, key=lambda size: (letters[size], size), default=0.0)
        return tuple(one for one in plain if one.size == main)

    @cached_property
    def listings(self) -> tuple[Passage, ...]:
        """The listings, each with what it prints."""
        return tuple(one for one in self.passages if one.kind == "listing")

    def label(self, page: int) -> str:
        """What is printed as the number of a page."""
        return self.ink[page].label

    def finding(self, page: int, rule: str, text: str) -> Finding:
        """A finding with its page's label, its text cut short."""
        return Finding(page, rule, self.label(page), cut(text, _SHOWN))


_SHOWN = 110
# Those of the two-page layouts whose first page is a left-hand one, and those of the others.
_FIRST_VERSO = {"/TwoPageRight": 1, "/TwoColumnRight": 1, "/TwoPageLeft": 0, "/TwoColumnLeft": 0}


def cut(text: str, width: int = 50) -> str:
    """The beginning of a text."""
    return text if len(text) <= width else text[: width - 1] + "…"


def collate(name: str, path: Path) -> Collation:
    """Read the PDF in `path`.

    Raises `BadContent` if there is none, if it cannot be read, and if it has no tags.
    """
    try:
        with pikepdf.open(path) as pdf, closing(pypdfium2.PdfDocument(path)) as document:
            if "/StructTreeRoot" not in pdf.Root:
                raise _bad(path, "it has no tags to tell what is a heading", "build it tagged")
            ink = tuple(inked(document, number) for number in range(len(document)))
            blocks = tuple(map(tuple, galley(pdf, ink)))
            starts, openers, front = _parts(document, blocks, ink)
            layout = str(pdf.Root.get("/PageLayout", ""))
    except FileNotFoundError:
        raise _bad(path, "there is no such PDF", "build it first") from None
    except OSError as error:
        raise _bad(path, f"it cannot be read: {error.strerror}", "name a PDF") from None
    except pikepdf.PasswordError:
        raise _bad(path, "it is locked with a password", "build it without one") from None
    except (pikepdf.PdfError, pypdfium2.PdfiumError):
        raise _bad(path, "it is not a whole PDF", "build it again") from None
    if not any(block.lines for page in blocks for block in page):
        raise _bad(path, "no text in it is tagged", "build it tagged")
    digest = sha256(path.read_bytes()).hexdigest()
    return Collation(name, digest, ink, blocks, starts, openers, front, _FIRST_VERSO.get(layout))


def _bad(path: Path, wrong: str, remedy: str) -> BadContent:
    return BadContent.at(Place(shown_path(path)), "survey", wrong, remedy)


def _parts(
    document: pypdfium2.PdfDocument, pages: Sequence[Sequence[Block]], ink: Sequence[Ink]
) -> tuple[frozenset[int], frozenset[int], int]:
    """The pages on which a part begins, the pages of openers, and the first outlined page.

    A part is a line of the outline's first level. Its opener is what is before its first line
    of the second level, if that line's page begins with it: then a part begins there, too.
    """
    starts, openers, named = set[int](), set[int](), list[int]()
    opening: int | None = None
    for mark in document.get_toc():
        target = mark.get_dest()
        page = target.get_index() if target else None
        if target is None or page is None or mark.level > 1:
            continue
        named.append(page)
        begins = bool(pages[page]) and _tops(target, pages[page], ink[page])
        if begins and (mark.level == 0 or opening is not None):
            starts.add(page)
        if begins and mark.level == 1 and opening is not None:
            openers |= set(range(opening, page))
        opening = page if mark.level == 0 else None
    return frozenset(starts), frozenset(openers), min(named, default=0)


def _tops(target: pypdfium2.PdfDest, blocks: Sequence[Block], ink: Ink) -> bool:
    """Whether a page begins with the place to which `target` leads."""
    _, view = target.get_view()
    return len(view) < 2 or ink.top - view[1] <= min(block.head for block in blocks)
