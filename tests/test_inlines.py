"""Plain inline boxes taken out: fewer boxes, and not a dot of ink elsewhere."""

import random
from collections import Counter

import pytest
from books import HOUSE
from sheets import part, sheet

from press import pagination
from press.engine import Engine

WORDS = "words that fill a line and then some more of them, "
LONG = "unbroken" * 4
LISTING = (
    '<pre><code><span class="k">func</span> <span class="f">Put</span>() {\n'
    '\t<span class="k">return</span> <span class="c">// now</span>\n}</code></pre>'
)
PAGES = {
    "a listing": LISTING,
    "wrapped": f"<p>{WORDS}<b>{WORDS}</b> and <em>{WORDS * 3}</em></p>",
    "nested": f"<p><span>{WORDS}<b><i>{WORDS}</i> {WORDS}</b></span>{WORDS}</p>",
    "kept whole": f"<p>{WORDS}<code>{WORDS}</code>{WORDS}<code>x <b>y</b> {WORDS}</code>z</p>",
    "spaces at the ends": "<p>one <b> two </b> <i> three</i> <span> </span>four<b>, </b>five</p>",
    "justified": f'<p style="text-align: justify">{WORDS}<b>{WORDS}</b>{WORDS * 2}</p>',
    "centred": f'<p style="text-align: center">{WORDS}<em>x <b>y</b></em></p>',
    "of another size": '<p>a <span style="font-size: 30pt; line-height: 1.2">b <b>c</b></span></p>',
    "in the line": '<p style="line-height: 0">a <span style="line-height: 30pt">b <b>c</b></span>',
    "in a cell": f"<table><tr><td>a <code>{WORDS}</code></td><td><b>c</b> d</td></tr></table>",
    "shrunk to fit": f'<p><span style="display: inline-block">a <b>{WORDS}</b> c</span></p>',
    "beside a float": f'<p><i style="float: left">x</i>{WORDS}<b>{WORDS * 2}</b></p>',
    "beside two floats": f'<p>alpha beta alpha {LONG} <i style="float: left">{LONG} </i>\u200b'
    "alpha <em>beta alpha \u200b\u200b\n</em><b>alpha alpha \u200b\u200b\n</b>"
    f'alpha {LONG} beta \n\u200b<i style="float: left">\u200bbeta beta {LONG} </i></p>',
    "ruled": f'<p><span style="border: 1pt solid">{WORDS}<b>b</b></span></p>',
    "on a ground": f'<p><span style="background: #eee">{WORDS}<b>b</b></span></p>',
    "underlined": f'<p style="text-decoration: underline">{WORDS}<b>{WORDS}</b></p>',
    "raised": "<p>a <b style='vertical-align: super'>b</b> <i style='position: relative'>c</i></p>",
    "a link": '<p>a <a href="https://go.dev">b <b>c</b></a> <b><a href="https://go.dev">d</a></b></p>',
    "lines of source far apart": '<pre><code style="font-size: 20pt; line-height: 40pt">a\n'
    '<b style="font-size: 5pt; line-height: 0">b</b>\nc</code></pre>',
    "source from right to left": '<pre>a <span style="direction: rtl">b <b>c</b> d</span></pre>',
    "from right to left": '<p>a <span style="direction: rtl">b <b>c</b> d</span></p>',
}


def kinds(html: str) -> Counter[str]:
    """How many boxes of each kind stand on the pages."""
    document = Engine.at(HOUSE.fontconfig).layout(sheet(html))
    return Counter(
        type(box).__name__ for page in document.pages for box in page._page_box.descendants()
    )


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_pages_are_what_they_are_without(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = part(html)
    monkeypatch.setattr(pagination, "unwrap", lambda root: None)
    plain = part(html)
    assert [page.content for page in found.forme.pages] == [
        page.content for page in plain.forme.pages
    ]
    assert (found.anchors, found.seen) == (plain.anchors, plain.seen)


def test_letters_stand_in_their_lines_without_a_box() -> None:
    assert kinds("<p>a <b>b</b> <em>c</em> <code>d</code></p>")["InlineBox"] == 0
    assert kinds(LISTING)["InlineBox"] == 0
    assert kinds(LISTING)["TextBox"] > 5


@pytest.mark.parametrize(
    "around",
    [
        '<a href="https://go.dev">{}</a>',
        '<b style="padding-left: 1pt">{}</b>',
        '<b style="margin-left: auto">{}</b>',
        '<b style="margin-left: calc(1% + 1pt)">{}</b>',
        '<b style="border: 1pt solid">{}</b>',
        '<b style="background: #eee">{}</b>',
        '<b style="background: currentcolor">{}</b>',
        '<b style="vertical-align: super">{}</b>',
        '<b style="position: relative">{}</b>',
        '<b style="opacity: 0.5">{}</b>',
        '<b id="here">{}</b>',
        "<mark>{}</mark>",
        "<b>{} <i>c</i></b>",
    ],
)
def test_what_can_be_seen_or_asked_for_stays(around: str) -> None:
    assert kinds(f"<p>a {around.format('b')} c</p>")["InlineBox"] == 1


PIECES = (
    "alpha ",
    "beta, ",
    " gamma",
    "x-y ",
    "a\u200bb ",
    "(delta) ",
    "  ",
    "\n",
    "unbrokenness" * 3,
)
LOOKS = (
    "", "", "font-size: 14pt", "line-height: 0", "line-height: 2", "white-space: nowrap",
    "white-space: pre", "white-space: pre-wrap", "white-space: pre-line", "vertical-align: top",
    "vertical-align: super", "letter-spacing: 1pt", "text-decoration: underline",
    "overflow: hidden", "display: inline-block", "direction: rtl", "margin: 0 1em", "padding: 1%",
    "font-family: 'JetBrains Mono'", "position: relative; top: 2pt", "opacity: 0.5",
)  # fmt: skip


def scribble(lot: random.Random, depth: int) -> str:
    """Text with elements in it, one in another, each of which may look like anything."""
    found = ""
    for _ in range(lot.randint(1, 4)):
        found += "".join(lot.choice(PIECES) for _ in range(lot.randint(0, 9)))
        if depth:
            tag = lot.choice(("b", "code", "em", "span", "a href='https://go.dev'"))
            inner = scribble(lot, depth - 1)
            found += f'<{tag} style="{lot.choice(LOOKS)}">{inner}</{tag.split()[0]}>'
    return found


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_nested_stands_where_it_stood(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lot = random.Random(seed)
    html = "".join(
        f'<p style="{lot.choice(("", "text-align: center", "text-align: justify"))}">'
        f"{scribble(lot, 3)}</p>"
        for _ in range(4)
    )
    found = part(html)
    monkeypatch.setattr(pagination, "unwrap", lambda root: None)
    assert [page.content for page in found.forme.pages] == [
        page.content for page in part(html).forme.pages
    ]
