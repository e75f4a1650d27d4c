"""Boxes that know that they stand in the flow answer as the engine's own do."""

from typing import Any

import pytest
from books import HOUSE
from sheets import sheet

from press.engine import Engine
from press.inflow import settle
from press.pagination import box_tree
from press.symbols import every

QUESTIONS = (
    "is_in_normal_flow", "is_floated", "is_footnote", "is_note", "is_absolutely_positioned",
    "is_running", "page_values", "establishes_formatting_context", "is_monolithic",
)  # fmt: skip
BODIES = {
    "text": "<h1>One</h1><p>Two <b>three</b></p><ul><li>Four</ul>",
    "floats": "<p>One <i style='float: left'>two</i><div style='float: right'>three</div>",
    "placed": "<p style='position: relative'>One <i style='position: absolute'>two</i> three",
    "fixed": "<p style='position: fixed'>One",
    "running": "<p style='position: running(head)'>One</p><p>Two",
    "notes": "<p>One<i style='float: footnote'>two</i> three",
    "tables": "<table><caption>One</caption><tr><th>Two<td>three</table>",
    "columns": "<div style='columns: 2'><p>One<p style='column-span: all'>Two</div>",
    "named pages": (
        "<div><p>One</p><p style='page: wide'>Two</p></div>"
        "<div><p style='page: wide'>Three</p></div>"
        "<section style='page: wide'><p>Four<p>Five</section>"
        "<div><i style='float: left; page: wide'>six</i></div>"
    ),
}


def tree(body: str) -> Any:
    """The boxes of a page that is not yet laid out."""
    engine, one = Engine.at(HOUSE.fontconfig), sheet(body)
    html = engine.weasyprint.HTML(string=one.html)
    return box_tree(html, engine.styled(one), engine.configuration)[0]


def answers(root: Any) -> list[Any]:
    return [
        (type(box).__name__, *(getattr(box, question)() for question in QUESTIONS))
        for box in every(root)
    ]


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_it_answers_as_before(body: str) -> None:
    root = tree(body)
    before = answers(root)
    settle(root)
    assert answers(root) == before
    assert any("_InFlow" in str(type(box).__mro__) for box in every(root)), "none is settled"
