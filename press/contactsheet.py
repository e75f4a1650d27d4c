"""Contact sheets: the pages of a finished edition side by side, small, each with its folio."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from press.house import House
from press.manifest import write_whole
from press.problems import BadUsage
from press.raster import Raster, png

PAGES_A_SHEET = 64
_RANGE = re.compile(r"(\w+)(?:[-–](\w+))?")
_DESK = re.compile(r"(--desk[a-z-]*): *(#[0-9a-f]{6});")

Folios = tuple[str, str]
"""The first and the last folio of a range of pages."""

Opening = tuple[int | None, ...]
"""A page alone, or a left-hand and a right-hand one, of which one may not be shown."""


@dataclass(frozen=True)
class Desk:
    """What contact sheets lie on: its colours, and the file of the folios' font."""

    ground: str
    folio: str
    fold: str
    font: str


@dataclass(frozen=True)
class ContactSheet:
    """The folios of the pages that it shows, and the sheet as a PNG."""

    folios: tuple[str, ...]
    png: bytes


def desk(house: House) -> Desk:
    """The desk, as the house's tokens describe it."""
    tokens = dict(_DESK.findall((house.styles / "tokens.css").read_text(encoding="utf-8")))
    font = house.fontconfig.parent / "SourceSans3-Regular.ttf"
    return Desk(tokens["--desk"], tokens["--desk-folio"], tokens["--desk-fold"], str(font))


def ranges(words: str) -> tuple[Folios, ...]:
    """The first and the last folio of each range in `words`, such as `iii` or `9,18-21`.

    Raises `BadUsage` for a word that is no range.
    """
    found = []
    for word in map(str.strip, words.split(",")):
        match = _RANGE.fullmatch(word)
        if not match:
            raise BadUsage(f"'{word}' names no pages; give printed numbers, as in iii or 9,18-21")
        found.append((match[1], match[2] or match[1]))
    return tuple(found)


def chosen(edition: str, labels: Sequence[str], wanted: Sequence[Folios]) -> tuple[int, ...]:
    """The positions from 0 of the `wanted` ranges among `labels`, in order; of all if none is.

    Raises `BadUsage` for a folio that the edition has not, and a range that runs backwards.
    """
    if not wanted:
        return tuple(range(len(labels)))
    at = {label: position for position, label in enumerate(labels)}
    found: set[int] = set()
    for first, last in wanted:
        for folio in (first, last):
            if folio not in at:
                raise BadUsage(f"{edition} has no page '{folio}'; it has {extent(labels)}")
        if at[last] < at[first]:
            raise BadUsage(f"pages {first}-{last} run backwards; say {last}-{first}")
        found.update(range(at[first], at[last] + 1))
    return tuple(sorted(found))


def openings(pages: Sequence[int], facing: bool) -> list[Opening]:
    """How `pages`, counted from 0 and in order, lie on the desk: `facing` ones side by side.

    If any two do face each other, a page without its neighbour keeps to its own half.
    """
    pairs: dict[int, list[int | None]] = {}
    for page in pages:
        verso = page % 2
        pairs.setdefault((page + 1) // 2, [None, None])[1 - verso] = page
    if not facing or all(None in pair for pair in pairs.values()):
        return [(page,) for page in pages]
    return [tuple(pair) for pair in pairs.values()]


def draw(
    pdfs: Sequence[Path],
    wanted: Sequence[Folios],
    to: Path | None,
    columns: int,
    width: int,
    on: Desk,
) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Draw the `wanted` pages of each PDF, or all; yields each PNG with the folios it shows.

    The PNGs are named for the PDFs, or are `to`. Raises `BadUsage`, before anything is
    written, if one of the PDFs has not all the pages wanted.
    """
    pages = {}
    for pdf in pdfs:
        with Raster(pdf) as raster:
            pages[pdf] = chosen(pdf.stem, raster.labels, wanted)
    for pdf in pdfs:
        target = to or pdf.with_name(f"{pdf.stem}-{'pages' if wanted else 'sheet'}.png")
        with Raster(pdf) as raster:
            sheets = list(contact_sheets(raster, pages[pdf], columns, width, on))
        paths = write(sheets, target)
        if not to:
            discard_earlier(target, paths)
        yield from zip(paths, (sheet.folios for sheet in sheets), strict=True)


def contact_sheets(
    raster: Raster, pages: Sequence[int], columns: int, width: int, on: Desk
) -> Iterator[ContactSheet]:
    """Draw `pages`, each `width` pixels wide and `columns` in a row, at most 64 a sheet.

    An opening of two pages is never parted, nor is a row, even if it alone is longer.
    """
    laid = openings(pages, raster.facing)
    halves = len(laid[0])
    row = max(1, columns // halves)
    most = row * max(1, PAGES_A_SHEET // (row * halves))
    for start in range(0, len(laid), most):
        part = laid[start : start + most]
        shown = [page for opening in part for page in opening if page is not None]
        sheet = _drawn(raster, part, row, width, on)
        yield ContactSheet(tuple(raster.labels[page] for page in shown), png(sheet))


def write(sheets: Sequence[ContactSheet], target: Path) -> list[Path]:
    """Write `sheets` to `target`, or numbered beside it if they are many; the files written."""
    paths = [target]
    if len(sheets) > 1:
        paths = [target.with_stem(f"{target.stem}-{n}") for n in range(1, len(sheets) + 1)]
    for path, sheet in zip(paths, sheets, strict=True):
        write_whole(path, sheet.png)
    return paths


def discard_earlier(target: Path, written: Sequence[Path]) -> None:
    """Remove the sheets of an earlier, longer edition that those `written` do not replace."""
    name = re.compile(rf"{re.escape(target.stem)}(-[1-9]\d*)?\.png")
    for path in target.parent.glob("*.png"):
        if name.fullmatch(path.name) and path not in written:
            path.unlink()


def _drawn(raster: Raster, laid: Sequence[Opening], row: int, width: int, on: Desk) -> Image.Image:
    """The openings of `laid` on one sheet, `row` side by side; all pages are of one size."""
    pictures = {
        page: raster.picture(page, width) for side in laid for page in side if page is not None
    }
    height = max(picture.height for picture in pictures.values())
    gap, below = max(6, width // 10), min(max(12, width // 9), 30)
    font = ImageFont.truetype(on.font, below * 2 // 3, layout_engine=ImageFont.Layout.BASIC)
    across, down = min(row, len(laid)), -(-len(laid) // row)
    pitch = (width * len(laid[0]) + gap, height + below + gap)
    sheet = Image.new("RGB", (gap + across * pitch[0], gap + down * pitch[1]), on.ground)
    pen = ImageDraw.Draw(sheet)
    for number, opening in enumerate(laid):
        top = gap + number // row * pitch[1]
        for half, page in enumerate(opening):
            if page is None:
                continue
            left = gap + number % row * pitch[0] + half * width
            sheet.paste(pictures[page], (left, top))
            middle = (left + width // 2, top + height + below // 2 + 1)
            pen.text(middle, raster.labels[page], on.folio, font, anchor="mm")
            if half and opening[0] is not None:
                pen.line((left, top, left, top + height - 1), on.fold)
    return sheet


def extent(folios: Sequence[str]) -> str:
    """In words which folios there are, Roman and Arabic ones apart."""
    runs = [list(run) for _, run in groupby(folios, str.isdigit)]
    return " and ".join(run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
