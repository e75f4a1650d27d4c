"""The pen writes what the engine's own would, to the byte."""

from typing import Any

import pytest
from books import HOUSE
from sheets import sheet
from weasyprint import DEFAULT_OPTIONS
from weasyprint.pdf import generate_pdf

from press.cuts import joined
from press.engine import Engine

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
    "with room between words": (
        "<p style='word-spacing: 3pt'>a b <b>a b</b> a bcd <b>a b</b> e fgh i"
    ),
    "with room between letters": (
        "<p style='letter-spacing: 2pt'>a b <b>a b</b> a bcd <b>a b</b> e fgh i"
    ),
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
    "hidden": "<p>a <span style='visibility: hidden'>a b</span> a",
    "of no size": "<p>a <span style='font-size: 0'>a b</span> a",
    "of next to no size": "<p>a <span style='font-size: 0.0000001px'>a b</span> a",
    "broken at no width": "<p>a\u200b<code>b</code>\u200b, a\u200b<code>b</code>",
    "in a row that is clamped": "<p style='line-clamp: 1; width: 9mm'>one two one two</p><p>one",
    "with signs above": "<p>a x\u0323 a x\u0323 q\u0323<p>x\u0307\u0302 x",
    "that no font has": "<p>a \U0001f600 b \U0001f600\U0001f601",
    "from right to left": "<p>\u202eab fi 12\u202c ab <b>\u202eab\u202c</b>",
    "in several fonts": (
        "<p style='font-family: Source Serif\\ 4, JetBrains\\ Mono'>a \u256c b \u256c\u256c"
        "<p style='font-family: JetBrains\\ Mono'>a \u256c b"
    ),
    "in sizes that round the widths": "<p>abcdefgh <span style='font-size: .2px'>abcdefgh</span>",
    "set up and down": "<p>a<sup>2</sup> b<sub>2</sub> a<sup>2</sup>",
    "in small capitals and old figures": (
        "<p style='font-variant: small-caps oldstyle-nums'>Ab 12 Ab 12</p><p>Ab 12"
    ),
    "that may break anywhere": "<p style='overflow-wrap: anywhere; width: 9mm'>" + "abc" * 9,
    "with signs of one form": "<p>a b\u00a0c <big>a\u00a0b c</big> <b>a\u00a0b</b> a\u00a0-\u00ad-",
    "of several paragraphs": "<p>a\u2029b<p>a\u2028b<p>a&#13;b<pre>a\n\nb\n</pre>",
    "many": "".join(f"<p>{number} a" for number in range(600)),
}


def contents(pdf: Any) -> list[bytes]:
    pages = [pdf.objects[int(reference.split()[0])] for reference in pdf.page_references]
    return [joined(pdf.objects[int(page["Contents"].split()[0])].stream) for page in pages]


def told(document: Any) -> list[Any]:
    """What each font of a drawn document is asked for, and what its glyphs stand for."""
    return [(font.hash, font.widths, font.to_unicode) for font in document.fonts.values()]


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES.keys())
def test_it_writes_what_the_engine_would(body: str) -> None:
    engine, one = Engine.at(HOUSE.fontconfig), sheet(body)
    document = engine.layout(one)
    ours = contents(engine.drawn(document, one)), told(document)
    document = engine.layout(one)
    document.fonts = engine.fonts.uncut()
    options = {**DEFAULT_OPTIONS, "pdf_tags": True}
    theirs = contents(generate_pdf(document, None, 1, **options)), told(document)
    assert ours == theirs
    assert b"MCID 0" in ours[0][0]
