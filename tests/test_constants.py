"""Tokens that have one value, told in advance; all others are left to the engine."""

from dataclasses import replace

import pytest
from books import HOUSE
from sheets import MM, part, sheet, wrongs

from press.constants import constants, folded, overridden, own_style
from press.typeset import typeset

TOKENS = """/* --ink: #999 is only talked of */
:root { --line: 13pt; --lead: var(--line); --ink: #111; --wide: calc(var(--line) * 2) }"""


@pytest.mark.parametrize(
    ("sheets", "known"),
    [
        ((":root { --a: 1pt }",), {"--a": "1pt"}),
        ((":root { --a: 1pt; --b: var(--a) }",), {"--a": "1pt", "--b": "1pt"}),
        ((":root { --b: calc(2 * var( --a )) }", ":root { --a: 1pt }"),
         {"--a": "1pt", "--b": "calc(2 * 1pt)"}),
        ((":root { --a: 1pt }", ".x { --a: 2pt }"), {}),
        ((":root { --a: 1pt; --a: 2pt }",), {"--a": "2pt"}),
        ((":root { --a: 1pt; --b: var(--a) }", ":root { --a: 2pt }"), {"--a": "2pt", "--b": "2pt"}),
        ((":root { --a: 1pt }", ":root { --a: 2pt !important }"), {}),
        ((":root { --a: 1pt }", "@media print { :root { --a: 2pt } }"), {}),
        ((":root { --a: 1pt !important }",), {}),
        ((":root { --a: var(--page) }",), {}),
        ((":root { --a: var(--b); --b: var(--a) }",), {}),
        ((".x { --a: 1pt }",), {}),
        (("@media print { :root { --a: 1pt } }",), {}),
        (("html { --a: 1pt }",), {}),
        ((TOKENS,), {"--line": "13pt", "--lead": "13pt", "--wide": "calc(13pt * 2)"}),
        ((), {}),
    ],
)  # fmt: skip
def test_what_is_set_once_and_for_all(sheets: tuple[str, ...], known: dict[str, str]) -> None:
    assert constants(sheets) == known


def test_values_take_the_place_of_names() -> None:
    sheet = 'p { margin: var(--a) var( --b ); content: "var(--a)" } /* var(--a) */'
    assert folded(sheet, {"--a": "1pt"}) == (
        'p { margin: 1pt var( --b ); content: "var(--a)" } /* var(--a) */'
    )
    assert folded("p { margin: var(--a, 2pt) }", {"--a": "1pt"}) == "p { margin: var(--a, 2pt) }"


def test_a_page_may_set_what_it_likes() -> None:
    assert overridden({"--a": "1pt", "--b": "2pt"}, '<p style="--a: 3pt">--c: 1</p>') == {"--a"}


def test_a_value_set_on_the_page_is_the_one_that_counts() -> None:
    style = ":root { --room: 10mm } p { margin-left: var(--room) }"
    plain = part('<p id="a">x</p>', style)
    moved = part('<p id="a" style="--room: 20mm">x</p>', style)
    assert moved.anchors["a"].x - plain.anchors["a"].x == pytest.approx(28.35, abs=0.02)


def test_what_the_page_sets_for_all_of_it_is_told_too() -> None:
    html = "<html><head><style>\n:root { --a: 1pt }\n</style></head><body>--a: 2pt</body></html>"
    assert own_style(html) == "\n:root { --a: 1pt }\n"
    assert own_style("<html><head></head><body><svg><style>p {}</style></svg></body></html>") == ""


def test_the_last_value_counts_and_that_of_the_page_before_those_of_its_sheets() -> None:
    style = ":root { --room: 10mm }\n:root { --room: 20mm }\np { margin-left: var(--room) }"
    plain = sheet('<p id="a">x</p>', style)
    head = "<head><style>:root { --room: 30mm }</style></head>"
    own = replace(plain, html=plain.html.replace("<title>", head + "<title>"))
    one, other = (typeset(each, HOUSE.fontconfig).anchors["a"].x for each in (plain, own))
    assert one == pytest.approx(30 * MM, abs=0.02)
    assert other == pytest.approx(40 * MM, abs=0.02)


def test_a_fault_is_said_where_it_was_written() -> None:
    style = ":root { --room: 10mm }\np { margin: var(--room); colour: red }"
    (wrong,) = wrongs(part("<p>x</p>", style))
    assert wrong.startswith("extra.css:2:26: stylesheet: ")


def test_a_token_that_cannot_be_what_is_asked_of_it_is_a_fault() -> None:
    style = ":root { --room: red }\np { margin-left: var(--room) }"
    (wrong,) = wrongs(part("<p>x</p>", style))
    assert wrong.startswith("extra.css:2:5: stylesheet: ")
    assert "margin-left: red" in wrong
