"""Which texts are cast once, and which the engine draws itself."""

from typing import Any
from unittest.mock import Mock

import pytest
from books import HOUSE
from sheets import sheet
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import generate_pdf
from weasyprint.text.line_break import Layout

from press import slugs
from press.engine import Engine
from press.slugs import Slug, Slugs


class Drawn:
    """The texts of a tiny sheet that was drawn, and the stream of its first page."""

    def __init__(self, body: str) -> None:
        engine = Engine.at(HOUSE.fontconfig)
        self.document = engine.layout(sheet(body))
        self.document.fonts = engine.fonts.uncut()
        streams: list[Any] = []
        page = self.document.pages[0]
        paint = page.paint

        def painted(stream: Any, scale: float = 1) -> None:
            streams.append(stream)
            paint(stream, scale)

        page.paint = painted
        generate_pdf(self.document, None, 1, **engine.weasyprint.DEFAULT_OPTIONS)
        (self.stream,) = streams
        self.texts = [b for b in page._page_box.descendants() if isinstance(b, boxes.TextBox)]

    def cast(self, made: Slugs) -> list[Slug | None]:
        """What becomes of each text."""
        return [made.of(text, self.stream) for text in self.texts]


def shown(found: list[Slug | None]) -> list[bytes]:
    return [run.shown for slug in found if slug for run in slug]


def test_a_text_that_comes_again_is_the_same_slug() -> None:
    one, _, other, last = Drawn("<p>go <b>to</b><p>go <b>to</b>").cast(Slugs())
    assert one is other
    assert one != last


def test_a_text_in_another_style_is_another() -> None:
    one, other = Drawn("<p>go<p><b>go</b>").cast(Slugs())
    assert one
    assert other
    assert one[0].font != other[0].font


def test_one_layout_serves_all_texts_of_a_style(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, layout = Drawn("<p>one <b>a</b> two <b>b</b> three"), Mock(wraps=Layout)
    monkeypatch.setattr(slugs, "Layout", layout)
    assert len(set(shown(drawn.cast(Slugs())))) == 5
    assert layout.call_count == 2


def test_a_spaced_text_has_a_layout_of_its_own() -> None:
    made = Slugs()
    found = Drawn("<p style='word-spacing: 1pt'>one two").cast(made)
    assert all(found)
    assert made.layouts == {}


@pytest.mark.parametrize(
    "body",
    [
        "<p><u>a",
        "<p style='visibility: hidden'>a",
        "<p style='font-size: 0.0000001px'>a",
        "<pre> </pre>",
        "<p>\U0001f600",
        "<p>x\u0307\u0302",
    ],
    ids=["underlined", "hidden", "too small", "blank", "of no font", "raised"],
)
def test_the_engine_draws_what_is_more_than_glyphs_in_a_row(body: str) -> None:
    assert Drawn(body).cast(Slugs()) == [None]


@pytest.mark.parametrize("kind", ["bitmap", "png", "svg", "colr"])
def test_the_engine_draws_glyphs_that_are_pictures(kind: str) -> None:
    drawn = Drawn("<p>a")
    (font,) = drawn.document.fonts.values()
    setattr(font, kind, True)
    assert drawn.cast(Slugs()) == [None]


def test_the_engine_draws_where_fonts_do_not_know_their_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = Drawn("<p>a")
    assert drawn.cast(Slugs()) != [None]
    monkeypatch.setattr(slugs, "_SIZED", False)
    assert drawn.cast(Slugs()) == [None]


def test_glyphs_are_those_of_a_font_in_a_size() -> None:
    made = Slugs()
    Drawn("<p>a <b>a</b> <big>a</big>").cast(made)
    assert len(made.letters) == 3
