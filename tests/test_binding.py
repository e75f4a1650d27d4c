"""What a binding swallows, and where a page is cut."""

import re
from typing import Any

import pytest
from books import GOOD, HOUSE, read
from pikepdf import Page, Pdf
from sheets import MM
from test_impression import impressed

from press.binding import ALLOWANCE, SLUG, THICKEST, Trim, allowance, crop_marks
from press.problems import BadUsage
from press.selection import Override, commission


@pytest.mark.parametrize(
    ("pages", "added"),
    [(1, 0), (150, 0), (151, 2), (300, 2), (301, 4), (500, 4), (700, 6.5), (701, 9.5), (9999, 9.5)],
)
def test_the_inner_margin_grows_with_the_pages(pages: int, added: float) -> None:
    assert allowance(pages) == added


def test_the_table_in_the_manual_is_the_one_that_is_used() -> None:
    text = (HOUSE.root / "docs/editions.md").read_text(encoding="utf-8")
    (row,) = re.findall(r"^\| added to the sheet's inner margin \|(.*)\|$", text, re.MULTILINE)
    shown = [float(cell.replace("mm", "")) for cell in row.split("|")]
    assert shown == [*(added for _, added in ALLOWANCE), THICKEST]
    (head,) = re.findall(r"^\| pages \| up to 150 (.*)\| more \|$", text, re.MULTILINE)
    assert [int(last) for last in re.findall(r"–(\d+)", head)] == [m for m, _ in ALLOWANCE][1:]


def test_without_bleed_the_sheet_is_the_page() -> None:
    trim = Trim(100, 200)
    assert trim.media == trim.bled == trim.trimmed == (0, 0, 100, 200)


def test_a_sheet_has_room_for_bleed_and_marks() -> None:
    trim = Trim(100, 200, 3 * MM)
    assert trim.bled == pytest.approx((-3 * MM, -3 * MM, 100 + 3 * MM, 200 + 3 * MM))
    around = 3 * MM + SLUG * MM
    assert trim.media == pytest.approx((-around, -around, 100 + around, 200 + around))


def test_crop_marks_point_at_the_corners_and_stay_out_of_the_bleed() -> None:
    trim = Trim(100, 200, 3 * MM)
    lines = re.findall(rb"([-\d.]+) ([-\d.]+) m ([-\d.]+) ([-\d.]+) l S", crop_marks(trim))
    assert len(lines) == 8
    for numbers in lines:
        x, y, to_x, to_y = map(float, numbers)
        assert (x == to_x and x in (0, 100)) != (y == to_y and y in (0, 200))
        for at, along, size in ((x, to_x, 100), (y, to_y, 200)):
            if at != along:
                outside = [-value if value < 0 else value - size for value in (at, along)]
                assert min(outside) > 3 * MM, "a mark stands in the bleed"
                assert max(outside) < 3 * MM + SLUG * MM, "a mark leaves the sheet"


def boxes(page: Any) -> dict[str, list[float]]:
    return {
        name: [float(x) for x in page.obj[name]] for name in ("/TrimBox", "/BleedBox", "/MediaBox")
    }


def test_every_page_says_where_it_is_cut() -> None:
    (issue,), _ = commission(read(GOOD), ("handbook-a4",), Override(bleed="3mm"), HOUSE)
    pdf = Pdf.open(impressed(GOOD, 0, issue=issue))
    assert issue.edition.name == "handbook-a4-bleed"
    blank = 0
    for page in pdf.pages:
        found = boxes(page)
        assert found["/TrimBox"] == pytest.approx([0, 0, 210 * MM, 297 * MM], abs=0.1)
        assert found["/BleedBox"] == pytest.approx([-3 * MM, -3 * MM, 213 * MM, 300 * MM], abs=0.1)
        content = contents(page)
        blank += not content
        assert not content or content.count(b" l S ") == 8
    assert blank, "a blank page is blank, marks and all"


def contents(page: Page) -> bytes:
    """All that is drawn on a page, as if it were one stream."""
    page.contents_coalesce()
    return bytes(page.obj.Contents.read_bytes()) if "/Contents" in page.obj else b""


@pytest.mark.parametrize(
    ("bleed", "message"),
    [
        ("3", "'3' is no bleed; write a length such as 3mm or 0.125in"),
        ("wide", "'wide' is no bleed; write a length such as 3mm or 0.125in"),
        ("0mm", "a bleed of 0mm is not possible; give more than 0 and up to 10mm"),
        ("11mm", "a bleed of 11mm is not possible; give more than 0 and up to 10mm"),
    ],
)
def test_a_bleed_that_cannot_be(bleed: str, message: str) -> None:
    with pytest.raises(BadUsage) as caught:
        commission(read(GOOD), (), Override(bleed=bleed), HOUSE)
    assert str(caught.value) == message


def test_the_text_of_a_thick_book_is_moved_out_of_the_fold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("press.impression.allowance", lambda pages: 4.0)
    pdf = Pdf.open(impressed(GOOD, 0))

    def moved(content: bytes) -> float:
        (shift,) = re.findall(rb"q 1 0 0 1 (-?[\d.]+) 0 cm", content)[:1]
        return float(shift)

    shifts = [
        moved(contents(page)) * (1 if number % 2 else -1)
        for number, page in enumerate(pdf.pages, 1)
        if contents(page)
    ]
    assert shifts == pytest.approx([4 * MM] * len(shifts), abs=0.01)
