"""Contact sheets: what lies where on them, and the command that draws them."""

import io
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from books import GOOD, HOUSE, ROOT
from pikepdf import Array, Dictionary, Name, Pdf, Rectangle
from PIL import Image

from press.contactsheet import (
    ContactSheet,
    chosen,
    contact_sheets,
    desk,
    discard_earlier,
    extent,
    openings,
    ranges,
    write,
)
from press.problems import BadUsage
from press.raster import Raster, png

DESK = desk(HOUSE)
GROUND, FOLD = (tuple(bytes.fromhex(colour[1:])) for colour in (DESK.ground, DESK.fold))
RED, BLUE = (255, 0, 0), (0, 0, 255)


def made(path: Path, pages: int, facing: bool = True, bleed: int = 0, front: int = 0) -> Path:
    """A PDF of pages of 100 × 150 pt, the left-hand ones red and the right-hand ones blue.

    Beyond the trimmed page lie `bleed` pt of green; the first `front` labels are Roman.
    """
    pdf = Pdf.new()
    for number in range(pages):
        page = pdf.add_blank_page(page_size=(100 + 2 * bleed, 150 + 2 * bleed))
        colour = "1 0 0" if number % 2 else "0 0 1"
        drawn = f"0 1 0 rg 0 0 999 999 re f {colour} rg {bleed} {bleed} 100 150 re f"
        page.Contents = pdf.make_stream(drawn.encode())
        page.trimbox = Rectangle(bleed, bleed, 100 + bleed, 150 + bleed)
    labels = [0, Dictionary(S=Name.r)] if front else []
    pdf.Root.PageLabels = Dictionary(Nums=Array([*labels, front, Dictionary(S=Name.D)]))
    pdf.Root.PageLayout = Name.TwoPageRight if facing else Name.SinglePage
    pdf.save(path)
    return path


def drawn(path: Path, columns: int = 8, width: int = 50) -> list[Image.Image]:
    """The contact sheets of all pages of a PDF."""
    with Raster(path) as raster:
        pages = range(len(raster.labels))
        sheets = list(contact_sheets(raster, pages, columns, width, DESK))
    return [Image.open(io.BytesIO(sheet.png)).convert("RGB") for sheet in sheets]


def across(sheet: Image.Image, y: int) -> list[tuple[tuple[int, ...], int]]:
    """The colours met on line `y` from left to right, and for how many pixels each."""
    found: list[tuple[tuple[int, ...], int]] = []
    for x in range(sheet.width):
        colour = sheet.getpixel((x, y))
        assert isinstance(colour, tuple)
        before = found.pop() if found and found[-1][0] == colour else (colour, 0)
        found.append((colour, before[1] + 1))
    return found


def test_facing_pages_touch_and_the_first_is_on_the_right(tmp_path: Path) -> None:
    (sheet,) = drawn(made(tmp_path / "a.pdf", 4))
    gap = 6
    assert across(sheet, 20) == [
        (GROUND, gap + 50), (BLUE, 50), (GROUND, gap), (RED, 50), (FOLD, 1), (BLUE, 49),
        (GROUND, gap), (RED, 50), (GROUND, 50 + gap),
    ]  # fmt: skip


def test_pages_of_one_side_lie_apart(tmp_path: Path) -> None:
    (sheet,) = drawn(made(tmp_path / "a.pdf", 3, facing=False))
    colours = [colour for colour, _ in across(sheet, 20)]
    assert colours == [GROUND, BLUE, GROUND, RED, GROUND, BLUE, GROUND]


def test_only_the_trimmed_page_is_shown(tmp_path: Path) -> None:
    plain = drawn(made(tmp_path / "a.pdf", 3))
    bled = drawn(made(tmp_path / "b.pdf", 3, bleed=20))
    assert plain == bled


@pytest.mark.parametrize(
    ("pages", "facing", "laid"),
    [
        ([0, 1, 2, 3], True, [(None, 0), (1, 2), (3, None)]),
        ([0, 1, 2, 3], False, [(0,), (1,), (2,), (3,)]),
        ([3, 9, 10], True, [(3, None), (9, 10)]),
        ([2, 3, 10], True, [(2,), (3,), (10,)]),
        ([0], True, [(0,)]),
    ],
)
def test_how_pages_lie(pages: list[int], facing: bool, laid: list[tuple[int, ...]]) -> None:
    assert openings(pages, facing) == laid


def test_every_page_has_its_folio_under_it(tmp_path: Path) -> None:
    (sheet,) = drawn(made(tmp_path / "a.pdf", 5, facing=False, front=2), width=90)
    height, gap = 135, 9
    found = []
    for column in range(5):
        left = gap + column * (90 + gap)
        below = sheet.crop((left, gap + height, left + 90, sheet.height))
        found.append(below.tobytes())
        assert len(below.getcolors(999) or []) > 1
    assert len(set(found)) == 5, "i, ii, 1, 2 and 3 look each their own way"


def test_many_pages_go_on_several_sheets_of_whole_rows(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pdf", 131, front=3)
    with Raster(path) as raster:
        sheets = list(contact_sheets(raster, range(131), 8, 40, DESK))
        wide = list(contact_sheets(raster, range(131), 24, 40, DESK))
        narrow = list(contact_sheets(raster, range(131), 1, 40, DESK))
    assert [len(sheet.folios) for sheet in sheets] == [63, 64, 4]
    assert [sheet.folios[0] for sheet in sheets] == ["i", "61", "125"]
    assert [len(sheet.folios) for sheet in wide] == [47, 48, 36]
    assert [len(sheet.folios) for sheet in narrow] == [63, 64, 4], "an opening is not parted"
    assert Image.open(io.BytesIO(narrow[0].png)).width == 6 + 80 + 6


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    made(tmp_path / "a.pdf", 7)
    found = set()
    for _ in range(2):
        with Raster(tmp_path / "a.pdf") as raster:
            found.add(next(contact_sheets(raster, range(7), 4, 77, DESK)).png)
    assert len(found) == 1


def test_a_png_keeps_the_colours_that_fill_areas() -> None:
    picture = Image.radial_gradient("L").convert("RGB").resize((400, 400))
    picture.paste((201, 44, 17), (10, 10, 60, 60))
    picture.paste(GROUND, (300, 300, 390, 390))
    kept = Image.open(io.BytesIO(png(picture)))
    assert kept.mode == "P"
    assert kept.convert("RGB").getpixel((20, 20)) == (201, 44, 17)
    assert kept.convert("RGB").getpixel((350, 350)) == GROUND


LABELS = ("i", "ii", "1", "2", "3", "4")


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("3", [4]),
        ("ii-2", [1, 2, 3]),
        ("4, 1–2 ,2", [2, 3, 5]),
        ("i-4", [0, 1, 2, 3, 4, 5]),
    ],
)
def test_pages_are_named_by_their_printed_numbers(words: str, pages: list[int]) -> None:
    assert list(chosen("a", LABELS, ranges(words))) == pages


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("", "'' names no pages; give printed numbers, as in iii or 9,18-21"),
        ("2-", "'2-' names no pages; give printed numbers, as in iii or 9,18-21"),
        ("1,,2", "'' names no pages; give printed numbers, as in iii or 9,18-21"),
        ("1-2-3", "'1-2-3' names no pages; give printed numbers, as in iii or 9,18-21"),
        ("3-5", "a has no page '5'; it has i to ii and 1 to 4"),
        ("iii", "a has no page 'iii'; it has i to ii and 1 to 4"),
        ("4-2", "pages 4-2 run backwards; say 2-4"),
    ],
)
def test_pages_that_there_are_not(words: str, complaint: str) -> None:
    with pytest.raises(BadUsage) as caught:
        chosen("a", LABELS, ranges(words))
    assert str(caught.value) == complaint


def test_folios_in_words() -> None:
    assert extent(["i", "ii", "1"]) == "i to ii and 1"
    assert extent(["5"]) == "5"


def test_sheets_of_a_longer_edition_do_not_stay(tmp_path: Path) -> None:
    target, sheet = tmp_path / "a-sheet.png", ContactSheet(("1",), b"png")

    def left(sheets: Sequence[ContactSheet]) -> list[str]:
        discard_earlier(target, write(sheets, target))
        return sorted(path.name for path in tmp_path.iterdir())

    (tmp_path / "a-sheet-old.png").touch()
    others = ["a-sheet-old.png"]
    assert left([sheet] * 3) == ["a-sheet-1.png", "a-sheet-2.png", "a-sheet-3.png", *others]
    assert left([sheet] * 2) == ["a-sheet-1.png", "a-sheet-2.png", *others]
    assert left([sheet]) == [*others, "a-sheet.png"]


# The command.


def run(*words: str | Path) -> tuple[int, str, str]:
    """What `python build.py sheet WORDS` with the good book gives."""
    done = subprocess.run(
        [sys.executable, "build.py", "sheet", "-b", str(GOOD), *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the good book's handbook and its contact sheet."""
    folder = tmp_path_factory.mktemp("output")
    assert run("handbook-a4", "-q", "-o", folder) == (0, "", "")
    return folder


def test_what_is_missing_is_built_first(output: Path) -> None:
    assert (output / "handbook-a4.pdf").is_file()
    with Image.open(output / "handbook-a4-sheet.png") as sheet:
        assert sheet.width == 18 + 4 * (360 + 18)


def test_what_is_there_is_not_built_again(output: Path) -> None:
    built = (output / "handbook-a4.pdf").stat().st_mtime_ns
    code, said, complaint = run("handbook-a4", "-o", output)
    assert (code, complaint) == (0, "")
    assert "unchanged" in said
    assert re.search(r"/handbook-a4-sheet\.png: 20 pages, i to viii and 1 to 12\n$", said)
    assert (output / "handbook-a4.pdf").stat().st_mtime_ns == built


def test_some_pages_go_to_a_file_of_their_own(output: Path) -> None:
    before = (output / "handbook-a4-sheet.png").read_bytes()
    words = ("handbook-a4", "-o", output, "--pages", "2-3,iii", "--width", "60")
    assert run(*words)[1].endswith("/handbook-a4-pages.png: 3 pages, iii and 2 to 3\n")
    with Image.open(output / "handbook-a4-pages.png") as sheet:
        assert sheet.width == 6 + 2 * (120 + 6)
    assert run(*words, "--to", output / "new" / "a.png", "-q") == (0, "", "")
    named = (output / "new" / "a.png").read_bytes()
    assert named == (output / "handbook-a4-pages.png").read_bytes()
    assert (output / "handbook-a4-sheet.png").read_bytes() == before


def test_it_takes_what_a_build_takes(tmp_path: Path) -> None:
    words = ("cheatsheet-a4", "--paper", "letter", "--chapter", "maps", "-q", "-o", tmp_path)
    assert run(*words) == (0, "", "")
    assert (tmp_path / "cheatsheet-a4-letter-maps-sheet.png").is_file()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("handbok-a4",), "there is no edition 'handbok-a4'; did you mean 'handbook-a4'?"),
        (("--pages", "x-"), "'x-' names no pages; give printed numbers, as in iii or 9,18-21"),
        (("--to", "a.png"), "--to names one picture; name one edition with it"),
        (("handbook-a4", "--to", "a.gif"), "'a.gif' is no name of a PNG; let it end in .png"),
    ],
    ids=["edition", "pages", "to", "suffix"],
)
def test_words_that_mean_nothing(words: tuple[str, ...], complaint: str, tmp_path: Path) -> None:
    assert run(*words, "-o", tmp_path / "new") == (2, "", f"build.py: {complaint}\n")
    assert not (tmp_path / "new").exists(), "nothing was built"


@pytest.mark.parametrize("words", [("--width", "9"), ("--columns", "0"), ("--to", ".")])
def test_values_out_of_bounds(words: tuple[str, ...], tmp_path: Path) -> None:
    code, said, complaint = run("handbook-a4", *words, "-o", tmp_path / "new")
    assert (code, said) == (2, "")
    assert f"Invalid value for '{words[0]}'" in complaint


def test_pages_that_the_book_has_not(output: Path) -> None:
    before = sorted(output.iterdir())
    code, said, complaint = run("handbook-a4", "-o", output, "-q", "--pages", "8-14")
    assert (code, said) == (2, "")
    assert complaint == "build.py: handbook-a4 has no page '14'; it has i to viii and 1 to 12\n"
    assert sorted(output.iterdir()) == before


def test_where_nothing_can_be_written(output: Path) -> None:
    target = output / "handbook-a4.pdf" / "a.png"
    code, said, complaint = run("handbook-a4", "-o", output, "-q", "--to", target)
    assert (code, said) == (1, "")
    assert complaint.startswith(f"build.py: {output / 'handbook-a4.pdf'}")
    assert complaint.endswith("; make it writable, or name another folder\n")


def test_a_book_that_is_at_fault_is_not_drawn(tmp_path: Path) -> None:
    words = ("-b", ROOT / "tests" / "books" / "bad" / "duplicate-key", "-o", tmp_path / "new")
    code, said, complaint = run(*words)
    assert (code, said) == (1, "")
    assert "duplicate" in complaint or "twice" in complaint
    assert not (tmp_path / "new").exists()
