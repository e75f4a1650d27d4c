"""The fonts of all parts, each stored once."""

from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from pypdf import PdfReader
from sheets import FONTS, joined, part, question

from press.typecase import subset


def descriptors(pdf: PdfReader) -> dict[str, Any]:
    """The font descriptors of a document, by the names of the fonts."""
    found: dict[str, Any] = {}
    pages: list[Any] = list(pdf.pages)
    for page in pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"]
            found[str(descriptor["/FontName"])] = descriptor
    return found


def test_two_parts_share_one_font() -> None:
    pdf = joined(part(question(1, "abc")), part(question(2, "xyz")), numbers=(1, 2))
    names = [name.partition("+")[2] for name in descriptors(pdf)]
    assert sorted(names) == ["SourceSerif4-Bold", "SourceSerif4-Regular"]


def test_the_text_of_every_part_can_still_be_read() -> None:
    pdf = joined(part(question(1, "abc → ≤")), part(question(2, "xyz œ")), numbers=(1, 2))
    assert "abc → ≤" in pdf.pages[0].extract_text()
    assert "xyz œ" in pdf.pages[1].extract_text()


def test_a_merged_font_has_the_glyphs_of_both_parts() -> None:
    pdf = joined(part(question(1, "ab")), part(question(2, "yz")), numbers=(1, 2))
    descriptor = next(d for name, d in descriptors(pdf).items() if name.endswith("Regular"))
    font = TTFont(BytesIO(descriptor["/FontFile2"].get_data()))
    ours = TTFont(BytesIO((FONTS / "SourceSerif4-Regular.ttf").read_bytes()))
    drawn = {
        glyph
        for glyph, name in enumerate(font.getGlyphOrder())
        if font["glyf"][name].numberOfContours
    }
    assert {ours.getGlyphID(ours.getBestCmap()[ord(letter)]) for letter in "abyz"} <= drawn
    assert ours.getGlyphID(ours.getBestCmap()[ord("m")]) not in drawn


def test_a_subset_keeps_the_numbers_of_its_glyphs() -> None:
    whole = (FONTS / "SourceSans3-Regular.ttf").read_bytes()
    ours, cut = TTFont(BytesIO(whole)), TTFont(BytesIO(subset(whole, [40, 41])))
    for glyph in (40, 41):
        one, other = (font["glyf"][font.getGlyphName(glyph)] for font in (ours, cut))
        assert list(one.getCoordinates(ours["glyf"])[0]) == list(
            other.getCoordinates(cut["glyf"])[0]
        )
    assert len(subset(whole, [40, 41])) < len(whole) / 4


def test_the_same_glyphs_give_the_same_subset() -> None:
    whole = (FONTS / "SourceSans3-Regular.ttf").read_bytes()
    assert subset(whole, [5, 6, 7]) == subset(whole, [5, 6, 7])
