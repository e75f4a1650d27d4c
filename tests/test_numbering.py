"""Figures printed over noughts, when the numbers are known."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from sheets import FONTS, linked, part, plan, question

from press.numbering import Misprint, Numbering, figures
from press.problems import BadContent
from press.sheet import Slot

SERIF = "SourceSerif4-Regular.ttf"
LATER = ".later { font-variant-numeric: slashed-zero }"


def test_every_font_of_the_book_has_a_nought_of_its_own_for_this() -> None:
    fonts = sorted(FONTS.glob("*.ttf"))
    assert fonts
    for font in fonts:
        found = figures(font)
        assert found is not None, font.name
        assert found.nought not in found.glyphs
        assert len(set(found.glyphs)) == 10
        assert len(set(found.widths)) == 1, "figures are as wide as each other"
        assert abs(found.room - found.widths[0]) <= 1


def test_a_number_stands_at_the_right_of_its_room_or_flush_at_the_left() -> None:
    assert Slot(3, of="q1").figures("42") == " 42"
    assert Slot(3, of="q1", flush=True).figures("42") == "42 "
    assert Slot(3, of="q1").figures("1042") is None


def machine() -> tuple[Numbering, bytes, bytes]:
    """A machine for text in one font, with its nought and its figure 7 as they are written."""
    found = figures(FONTS / SERIF)
    assert found is not None
    return Numbering({"F": SERIF}, FONTS), b"%04x" % found.nought, b"%04x" % found.glyphs[7]


def test_figures_take_the_place_of_noughts_and_of_nothing_else() -> None:
    numbers, nought, seven = machine()
    content = b"/F 12.5 Tf\n[<0024" + nought + b">0<0025>] TJ\n/G 12 Tf\n[<" + nought + b">] TJ"
    printed, left = numbers.printed(content, "78")
    assert printed == (
        b"/F 12.5 Tf\n[<0024><" + seven + b">0<0025>] TJ\n/G 12 Tf\n[<" + nought + b">] TJ"
    )
    assert left == "8"


def test_where_there_is_no_figure_there_is_white() -> None:
    numbers, nought, seven = machine()
    printed, left = numbers.printed(b"/F 9 Tf [<" + nought + b">0<" + nought + b">0] TJ", " 7")
    assert printed == b"/F 9 Tf [ -500 0<" + seven + b">0] TJ"
    assert left == ""


def test_a_nought_too_many_is_a_misprint() -> None:
    numbers, nought, _ = machine()
    with pytest.raises(Misprint):
        numbers.printed(b"/F 9 Tf [<" + nought + nought + b">] TJ", "7")


def numbered(body: str, *slots: Slot) -> str:
    """The text of pages that print the numbers of `slots`."""
    made = part(body, LATER)
    pdf = PdfReader(linked(plan(made, numbers=(1, 2), slots=slots)))
    return " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)


TWO = question(1) + '<div style="break-before: page"></div>' + question(2)


def test_a_part_prints_the_pages_of_its_anchors() -> None:
    body = f'{TWO}<p>on <b class="later">000</b> and <span class="later">000</span>, not 000</p>'
    assert numbered(body, Slot(3, of="q2"), Slot(3, of="q1")).endswith("on 2 and 1, not 000")


@pytest.mark.parametrize(
    ("text", "slots", "wrong"),
    [
        (
            '<i class="later">00</i>',
            (Slot(2, of="q7"),),
            "the page of 'q7' is '', and there is room for 2 figures; print what is referred to, "
            "and give the edition's budget a 'max' as great",
        ),
        (
            "<i>00</i>",
            (Slot(2, of="q2"),),
            "its numbers are not set as many times as its template asks for; let the template "
            "print each where it asks for it, in 'slashed-zero' noughts",
        ),
        (
            '<i class="later">0000</i>',
            (Slot(2, of="q2"),),
            "its numbers are not set as many times as its template asks for; let the template "
            "print each where it asks for it, in 'slashed-zero' noughts",
        ),
    ],
    ids=["leads nowhere", "none", "twice"],
)
def test_numbers_that_cannot_be_printed(text: str, slots: tuple[Slot, ...], wrong: str) -> None:
    with pytest.raises(BadContent) as caught:
        numbered(f"{TWO}<p>{text}</p>", *slots)
    assert str(caught.value) == f"book.yaml:3:1: part 'tiny': {wrong}"


def test_a_number_of_more_figures_than_there_is_room_for() -> None:
    many = question(1) + '<p style="break-before: page">more</p>' * 9 + question(2)
    with pytest.raises(BadContent, match="the page of 'q2' is '10', and there is room for 1 fig"):
        numbered(f'{many}<i class="later">0</i>', Slot(1, of="q2"))


def test_a_font_without_a_second_nought_has_none(tmp_path: Path) -> None:
    from press.typecase import subset

    plain = tmp_path / "plain.ttf"
    found = figures(FONTS / SERIF)
    assert found is not None
    plain.write_bytes(subset((FONTS / SERIF).read_bytes(), list(found.glyphs)))
    assert figures(plain) is None
