"""The fifth stage: the HTML of a part in, pages whose symbols are known out.

A part is typeset alone, by WeasyPrint, with the repository's fonts and nothing else in
reach: only `data:` addresses are opened. Whatever the engine logs is a problem.
"""

import gc
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from press.elements import Structure
from press.engine import Engine, Listening
from press.forme import Forme
from press.lockup import lock_up
from press.problems import Place, Problem
from press.sheet import Carried, Matter, Sheet, Slot
from press.symbols import name_of, named

_PT = 0.75
_NOTDEF = re.compile(r'unsupported by fonts: "(?P<text>.+)" \((?P<codes>.+)\)$')
_FAULT = re.compile(
    r"(?P<path>\S+\.css): (?P<what>.+?) at (?P<line>\d+):(?P<column>\d+)(?P<why>.*?)\.?$"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an anchor stands: page of the part from 0, x and y in pt from bottom left."""

    page: int
    x: float
    y: float


@dataclass(frozen=True)
class Symbols:
    """All that is known of a typeset part but its forme, which takes much more room.

    `anchors` tells where each anchor begins, `seen` which anchors' text stands on each page,
    `carried` what the columns of each page continue, `fonts` the font file behind what pages
    call a font. The rest is what its sheet says.
    """

    name: str
    pages: int
    anchors: dict[str, Anchor]
    seen: tuple[tuple[str, ...], ...]
    carried: tuple[tuple[Carried, ...], ...]
    fonts: dict[str, str]
    places: dict[str, Place]
    slots: tuple[Slot, ...]
    matter: Matter
    follows: bool
    problems: tuple[Problem, ...]

    @property
    def place(self) -> Place:
        """Where the part as a whole comes from."""
        return self.places.get("", Place(self.name))

    def of(self, sheet: Sheet) -> Self:
        """The same part for another edition, whose texts come from elsewhere."""
        return replace(self, places=sheet.places, slots=sheet.slots)


@dataclass(frozen=True)
class Part(Symbols):
    """A typeset part: its pages as a forme, and the symbols by which it is linked."""

    forme: Forme


def typeset(sheet: Sheet, fontconfig: Path, *, standing: bool = False) -> Part:
    """Set one part. Problems come with it, each at the source of the text it concerns.

    Its pages are kept `standing`, so that after a small change only some are made again.
    """
    engine = Engine.at(fontconfig)
    with Listening() as said, _uncollected():
        document = engine.layout(sheet, standing=standing)
        pdf = engine.drawn(document, sheet)
        fonts, foreign = engine.fonts.behind(document)
        locked = lock_up(document, pdf, fonts, _structure(document, sheet))
    problems = [_logged(message, document, sheet) for message in said.messages]
    problems += _spilled(document, sheet)
    names = [named(page._page_box) for page in document.pages]
    problems += [_foreign(family, sheet) for family in foreign]
    if problems:
        # What was said of pages that stand would not be said again.
        engine.forget(sheet)
    return Part(
        sheet.name,
        len(document.pages),
        _anchors(document, names),
        tuple(map(tuple, names)),
        _carried(document),
        fonts,
        sheet.places,
        sheet.slots,
        sheet.matter,
        sheet.follows,
        tuple(problems),
        locked,
    )


def _structure(document: Any, sheet: Sheet) -> Structure | None:
    from press.tagging import structure

    if not sheet.tagged:
        return None
    return structure(document, sha256(sheet.html.encode()).hexdigest()[:8])


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cyclic garbage while the engine works: it makes little, and all that it
    has made is looked through each time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _anchors(
    document: Any, standing: Sequence[Mapping[str, tuple[float, float]]]
) -> dict[str, Anchor]:
    found: dict[str, Anchor] = {}
    for index, (page, names) in enumerate(zip(document.pages, standing, strict=True)):
        for name, (x, y) in names.items():
            here = Anchor(index, round(x * _PT, 2), round((page.height - y) * _PT, 2))
            found.setdefault(name, here)
    return found


def _carried(document: Any) -> tuple[tuple[Carried, ...], ...]:
    from press.carry import carried

    return carried([page._page_box for page in document.pages])


def _place(anchor: str, sheet: Sheet) -> Place:
    return sheet.places.get(anchor) or sheet.places.get("") or Place(sheet.name)


def _named(anchor: str, sheet: Sheet) -> str:
    return (
        f"question {anchor[1:]}" if re.fullmatch(r"[eqolf]\d+", anchor) else f"part '{sheet.name}'"
    )


def _logged(message: str, document: Any, sheet: Sheet) -> Problem:
    """What the engine said, placed at the text it is about where that can be found."""
    missing = _NOTDEF.search(message)
    if missing:
        anchor = _near(document, missing["text"][0])
        wrong = f"no font of the book has '{missing['text']}' ({missing['codes']})"
        return Problem(
            _place(anchor, sheet), _named(anchor, sheet), wrong, "write it with another sign"
        )
    fault = _FAULT.match(message)
    if fault:
        place = Place(fault["path"], int(fault["line"]), int(fault["column"]))
        wrong = f"{fault['what']}{fault['why']}"
        return Problem(place, "stylesheet", wrong, "correct the rule, or remove it")
    return Problem(
        _place("", sheet),
        f"part '{sheet.name}'",
        f"the typesetter says: {message.rstrip('.')}",
        "correct the template, the stylesheet or the content it names",
    )


def _foreign(family: str, sheet: Sheet) -> Problem:
    wrong = f"the font '{family}' is not one of the book's"
    remedy = "put it into styles/fonts, or name another in the stylesheet"
    return Problem(_place("", sheet), sheet.name, wrong, remedy)


def _near(document: Any, text: str) -> str:
    """The last anchor before `text` on the pages, or nothing."""
    anchor = ""
    for page in document.pages:
        for box in page._page_box.descendants():
            anchor = name_of(box) or anchor
            if text in getattr(box, "text", ""):
                return anchor
    return ""


def _spilled(document: Any, sheet: Sheet) -> Iterator[Problem]:
    """One problem for each anchor near which text leaves its box, showing the worst of it."""
    from press.overflow import Spill, spills

    anchor = ""
    found: dict[str, list[Spill]] = {}
    for page in document.pages:
        for spill in spills(page._page_box):
            anchor = spill.anchor or anchor
            found.setdefault(anchor, []).append(spill)
    for anchor, spilt in found.items():
        worst = max(spilt, key=lambda spill: spill.by)
        text = worst.text if len(worst.text) <= 40 else worst.text[:39] + "…"
        others = f" and {len(spilt) - 1} more such" if len(spilt) > 1 else ""
        yield Problem(
            _place(anchor, sheet),
            _named(anchor, sheet),
            f"'{text}' runs {worst.by:.1f} pt out of its box ({worst.side}){others}",
            "shorten it, or let it break",
        )
