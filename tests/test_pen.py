"""The pen writes what the engine's own would, to the byte."""

from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest
from books import HOUSE
from sheets import sheet
from weasyprint import DEFAULT_OPTIONS
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import generate_pdf

from press.cuts import joined
from press.engine import Engine
from press.pen import Casts

PAGES = {
    "words that come again": "<p>One, <b>two</b>, one, <b>two</b>, one.</p><p>One, two,</p>",
    "in other styles": "<p>go <b>go</b> <i>go</i> <small>go</small> <big>go</big></p><h1>go</h1>",
    "in other colours": "<p>a <span style='color: red'>a</span> a <span style='color: red'>a",
    "in a colour that is seen through": (
        "<p>a <span style='opacity: .5'>a</span> a <span style='color: #0008'>a</span> a"
    ),
    "on a ground": "<p>a <span style='background: red; border: 1px solid'>a</span> a</p>" * 2,
    "in lines that are stretched": (
        "<p style='text-align: justify'><span style='float: left; width: 5mm'>i</span>"
        + f"{'m' * 9} {'n' * 12} " * 4
    ),
    "spaced": "<p style='letter-spacing: 2pt; word-spacing: 3pt'>a b a b</p><p>a b a b",
    "underlined": "<p><u>a</u> a <s>a</s> a <u>a</u>",
    "turned": "<p style='transform: rotate(45deg)'>a a</p><p>a a",
    "of another writing": "<p>fi fl <span style='font-variant-ligatures: none'>fi fl</span> fi fl",
    "of source": "<pre>if a {\n\treturn\n}</pre><pre>if b {\n\treturn\n}</pre>",
    "on several pages": "<p style='break-before: page'>a b</p>" * 3,
    "cut short": (
        "<style>.cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }</style>"
        "<p>one and the same</p>"
        "<p class='cut' style='width: 9mm'>one and the same</p>"
        "<p class='cut' style='width: 15mm'>one and the same</p>"
        "<p>one and the same</p>"
    ),
    "cut short in one style": (
        "<style>td { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding: 0 }"
        "table { table-layout: fixed; width: 60mm }</style><table>"
        "<col style='width: 9mm'><col style='width: 15mm'><col>"
        f"<tr>{'<td>one and the same' * 3}</table>"
    ),
    "more than stand at a time": "".join(f"<p>{number} a" for number in range(600)),
}


def contents(pdf: Any) -> list[bytes]:
    pages = [pdf.objects[int(reference.split()[0])] for reference in pdf.page_references]
    return [joined(pdf.objects[int(page["Contents"].split()[0])].stream) for page in pages]


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES.keys())
def test_it_writes_what_the_engine_would(body: str) -> None:
    engine, one = Engine.at(HOUSE.fontconfig), sheet(body)
    ours = contents(engine.drawn(engine.layout(one), one))
    document = engine.layout(one)
    document.fonts = engine.fonts.uncut()
    theirs = contents(generate_pdf(document, None, 1, **{**DEFAULT_OPTIONS, "pdf_tags": True}))
    assert ours == theirs
    assert b"MCID 0" in ours[0]


def test_no_text_stands_when_all_are_drawn() -> None:
    engine, one = Engine.at(HOUSE.fontconfig), sheet("<p>One, <b>two</b>, one.</p><p>One")
    document = engine.layout(one)
    engine.drawn(document, one)
    texts = [
        box.pango_layout
        for page in document.pages
        for box in page._page_box.descendants()
        if isinstance(box, boxes.TextBox)
    ]
    assert len(texts) == 4
    assert not any(hasattr(text, "layout") for text in texts)


def test_so_many_texts_stand_and_no_more() -> None:
    casts, layouts = (
        Casts(),
        [Mock(text=str(number), justification_spacing=0) for number in range(999)],
    )
    for layout in layouts:
        box = SimpleNamespace(pango_layout=layout, style=None)
        casts.of(box).reactivate(None)
        assert casts.of(box) is casts.of(box)
    assert sum(not layout.deactivate.called for layout in layouts) == 499
