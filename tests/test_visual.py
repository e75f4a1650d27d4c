"""The pages of a small book in every edition, held beside pictures of them that were kept.

After a change that was meant, `make pictures` keeps new ones: look at them before you do.
"""

import io
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from books import BOOKS, ROOT
from damage import Damage, colour_changed, line_moved, rule_lost, spoilt
from likeness import difference, held, seen
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from printed import Printed
from pypdfium2 import PdfDocument

from press.raster import Raster, png

PICTURES = Path(__file__).parent / "pictures"
LEFT = ROOT / "output" / "visual"

# What is looked at: a line for each edition of content/book.yaml. Of a book in one more size a
# few pages are enough, and of a sheet that side which is another one there.
FEW = ("bare-opener", "wrapped-listing")
SCREEN = (*FEW, "title", "contents", "opener", "table", "listing", "listing-end", "figure", "index")
PAPER = (*SCREEN, "blank", "last")
SHEET = ("front", "back")
VIEWS: dict[str, tuple[str, ...]] = {
    "handbook-a4": PAPER,
    "handbook-letter": FEW,
    "handbook-7x10": FEW,
    "handbook-6x9": FEW,
    "handbook-a5": FEW,
    "ereader-7in": SCREEN,
    "ereader-6in": FEW,
    "ereader-10in": FEW,
    "tablet-night": FEW,
    "cheatsheet-a4": SHEET,
    "interview-day-a4": SHEET,
    "cheatsheet-letter": ("front",),
    "cheatsheet-a4-punched": ("back",),
    "interview-day-letter": ("front",),
}
EVERY = [(edition, kind) for edition, kinds in VIEWS.items() for kind in kinds]


def anchored(name: str) -> Callable[[Printed], int]:
    return lambda book: book.page_of(book.names[name])


def saying(words: str) -> Callable[[Printed], int]:
    """The first page that says `words`, which are chosen so that it is the only one."""

    def find(book: Printed) -> int:
        with PdfDocument(book.path) as pdf:
            said = (" ".join(page.get_textpage().get_text_range().split()) for page in pdf)
            return next(page for page, text in enumerate(said) if words in text)

    return find


KINDS: dict[str, Callable[[Printed], int]] = {
    "title": lambda book: 0,
    "contents": anchored("contents"),
    "opener": anchored("c1"),
    "bare-opener": anchored("c2"),
    "table": saying("waits for room"),
    "listing": saying("type Stream"),
    "wrapped-listing": saying("type Refusal"),
    "listing-end": saying("range s.values"),
    "figure": saying("cap(c)"),
    "index": anchored("index"),
    "blank": lambda book: next(page for page in range(book.pages) if book.blank(page)),
    "last": lambda book: max(page for page in range(book.pages) if not book.blank(page)),
    "front": lambda book: 0,
    "back": lambda book: book.pages - 1,
}


def real_editions() -> list[dict[str, Any]]:
    """The editions of the real book, as its YAML says them."""
    text = (ROOT / "content" / "book.yaml").read_text(encoding="utf-8")
    editions: list[dict[str, Any]] = yaml.safe_load(text)["editions"]
    return editions


def fitted(edition: dict[str, Any]) -> dict[str, Any]:
    """An edition of the real book, to print of the small one no more than is looked at."""
    kinds = VIEWS[edition["name"]]
    if edition["style"] == "interview-day":
        chapters = ["channels", "errors", "drill", "more-drill"]
    elif edition["layout"] == "cheatsheet":
        chapters = ["channels", "errors", "drill"]
    else:
        chapters = ["errors"] if kinds == FEW else ["channels", "errors"]
    select = edition.get("select", {}) | {"chapters": chapters}
    budget = {"multiple": edition.get("budget", {}).get("multiple", 1)}
    return edition | {"select": select, "budget": budget}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The PDF of the small book in the edition of a name."""
    folder = tmp_path_factory.mktemp("visual")
    book, output = folder / "book", folder / "output"
    shutil.copytree(BOOKS / "visual", book)
    said = yaml.safe_load((book / "book.yaml").read_text(encoding="utf-8"))
    said["editions"] = [fitted(edition) for edition in real_editions()]
    (book / "book.yaml").write_text(yaml.safe_dump(said), encoding="utf-8")
    command = [sys.executable, "build.py", *VIEWS, "-q", "-j2", "-b", str(book), "-o", str(output)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return lambda edition: output / f"{edition}.pdf"


@pytest.fixture(scope="module")
def look(small: Callable[[str], Path]) -> Callable[[str, str], tuple[Path, int]]:
    """The PDF of an edition, and the position in it of a page of some kind."""
    book = cache(lambda edition: Printed(small(edition)))
    return lambda edition, kind: (small(edition), KINDS[kind](book(edition)))


Look = Callable[[str, str], tuple[Path, int]]


def picture(pdf: Path, page: int) -> Image.Image:
    with Raster(pdf) as raster:
        return seen(raster, page)


def test_every_edition_is_looked_at() -> None:
    names = [edition["name"] for edition in real_editions()]
    assert list(VIEWS) == names, "give each edition of content/book.yaml its line in VIEWS"


@pytest.mark.parametrize(("edition", "kind"), EVERY)
def test_a_page_looks_as_it_did(
    edition: str, kind: str, look: Look, request: pytest.FixtureRequest
) -> None:
    now, kept = picture(*look(edition, kind)), PICTURES / f"{edition}-{kind}.png"
    if request.config.getoption("--refresh-pictures"):
        PICTURES.mkdir(exist_ok=True)
        kept.write_bytes(png(now))
    complaint = held(now, kept, LEFT)
    assert not complaint, complaint


def test_no_picture_is_kept_of_what_is_not_looked_at(request: pytest.FixtureRequest) -> None:
    wanted = {f"{edition}-{kind}.png" for edition, kind in EVERY}
    stray = [path for path in PICTURES.iterdir() if path.name not in wanted]
    if request.config.getoption("--refresh-pictures"):
        for path in stray:
            path.unlink()
    else:
        assert stray == [], "run `make pictures`"


def test_the_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < 1_500_000


@pytest.mark.parametrize("edition", [name for name, kinds in VIEWS.items() if kinds == SHEET])
def test_a_sheet_is_looked_at_from_both_sides(edition: str, look: Look) -> None:
    assert look(edition, "front") != look(edition, "back")


# Whether anybody would notice.

PLACES = [("ereader-7in", "table"), ("handbook-7x10", "wrapped-listing")]


def visible(one: Image.Image, other: Image.Image) -> bool:
    """Whether a person could see that two pictures are not the same."""
    apart = ImageChops.difference(one, other)
    return max(high for _, high in apart.getextrema()) > 16  # type: ignore[misc]


@pytest.mark.parametrize("place", PLACES, ids="-".join)
@pytest.mark.parametrize("damage", [line_moved, rule_lost, colour_changed])
def test_a_damaged_page_is_noticed(
    damage: Damage, place: tuple[str, str], look: Look, tmp_path: Path
) -> None:
    pdf, page = look(*place)
    whole = picture(pdf, page)
    kept = Image.open(io.BytesIO(png(whole))).convert("RGB")
    copies = (picture(copy, page) for copy in spoilt(pdf, page, damage, 4, tmp_path))
    spoilt_pages = [copy for copy in copies if visible(copy, whole)]
    assert len(spoilt_pages) >= 2
    assert all(difference(kept, copy) for copy in spoilt_pages)


def rough(whole: Image.Image) -> Image.Image:
    """`whole` with each edge lighter or darker by up to 8 steps, pixel by pixel."""
    highest, lowest = whole.filter(ImageFilter.MaxFilter(3)), whole.filter(ImageFilter.MinFilter(3))
    edges = ImageChops.difference(highest, lowest).convert("L").point([0] * 24 + [255] * 232)
    steps = random.Random(1).choices(range(17), k=whole.width * whole.height)
    noise = Image.frombytes("L", whole.size, bytes(steps))
    noisy = ImageChops.add(whole, Image.merge("RGB", [noise] * 3), offset=-8)
    return Image.composite(noisy, whole, edges)


@pytest.mark.parametrize("place", PLACES, ids="-".join)
def test_other_edges_are_no_difference(place: tuple[str, str], look: Look) -> None:
    """What another engine may do to the same page."""
    whole = picture(*look(*place))
    for other in (rough(whole), whole.filter(ImageFilter.GaussianBlur(0.5))):
        assert other != whole
        assert difference(whole, other) is None


def test_a_page_that_changed_leaves_three_pictures(tmp_path: Path) -> None:
    was = Image.new("RGB", (200, 300), "white")
    now = was.copy()
    ImageDraw.Draw(now).rectangle((40, 100, 79, 119), "#202020")
    kept, left = tmp_path / "a.png", tmp_path / "left"
    kept.write_bytes(png(was))
    complaint = held(now, kept, left)
    assert complaint == (
        "a: it has changed from 13 to 29 mm across and 34 to 43 mm down; "
        f"see {left}/a-difference.png, and if that was meant, run `make pictures`"
    )
    assert Image.open(left / "a-was.png").convert("RGB") == was
    assert Image.open(left / "a-is.png").convert("RGB") == now
    shown = Image.open(left / "a-difference.png").convert("RGB")
    assert shown.getpixel((60, 110)) == (224, 0, 0)
    assert shown.getpixel((10, 10)) == (255, 255, 255)
    assert held(was, kept, left) == ""
    assert list(left.iterdir()) == [], "what is in order leaves nothing"


def test_a_page_of_another_size_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(Image.new("RGB", (200, 300), "white")))
    complaint = held(Image.new("RGB", (210, 290), "white"), tmp_path / "a.png", tmp_path / "left")
    assert complaint.startswith("a: it measured 200 × 300 pt and now measures 210 × 290 pt; see ")


def test_a_page_without_a_picture_is_noticed(tmp_path: Path) -> None:
    complaint = held(Image.new("RGB", (20, 30), "white"), tmp_path / "a.png", tmp_path / "left")
    assert complaint == (
        f"a.png is not there yet: see {tmp_path}/left/a-is.png, then run `make pictures`"
    )
    assert (tmp_path / "left" / "a-is.png").is_file()
