"""Text that leaves its box is found, whatever the engine does with it."""

import pytest
from sheets import part, wrongs

from press.problems import Place

LONG = "x" * 80


def test_a_line_of_code_that_is_too_long() -> None:
    found = part(f'<div id="q5"><pre>{LONG}</pre></div>', q5=Place("c.yaml", 9, 3))
    (wrong,) = wrongs(found)
    assert wrong.startswith(f"c.yaml:9:3: question 5: '{'x' * 39}…' runs ")
    assert wrong.endswith(" pt out of its box (right); shorten it, or let it break")


def test_a_line_that_just_fits() -> None:
    assert wrongs(part("<pre>" + "x" * 30 + "</pre>")) == []


def test_a_long_word_in_a_narrow_box() -> None:
    (wrong,) = wrongs(part(f'<div style="width: 20mm">{LONG[:20]}</div>'))
    assert "(right)" in wrong


def test_a_word_clipped_by_its_box_is_no_better() -> None:
    css = "div { width: 20mm; overflow: hidden }"
    (wrong,) = wrongs(part(f"<div>{LONG[:20]}</div>", css))
    assert "(right)" in wrong


def test_a_cell_too_narrow_for_its_word() -> None:
    row = f"<tr><td>{LONG[:30]}</td><td>{LONG[:30]}</td></tr>"
    assert wrongs(part(f'<table style="width: 100%; table-layout: fixed">{row}</table>'))


def test_a_box_too_low_for_the_page() -> None:
    (wrong,) = wrongs(part('<p style="position: absolute; top: 95mm">low line</p>'))
    assert "'low line' runs 24.7 pt out of its box (bottom)" in wrong


def test_lines_that_a_box_hides() -> None:
    text = "line<br>" * 5
    assert wrongs(part(f'<p style="height: 10mm">{text}</p>')) == []
    (wrong,) = wrongs(part(f'<p style="height: 10mm; overflow: hidden">{text}</p>'))
    assert "'line' runs" in wrong
    assert "out of its box (bottom) and" in wrong


def test_a_picture_wider_than_the_page() -> None:
    svg = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"
    (wrong,) = wrongs(part(f'<p><img style="width: 120mm" alt="a" src="{svg}"></p>'))
    assert "'a picture' runs 113.4 pt out of its box (right)" in wrong


@pytest.mark.parametrize("text", ["ends here. ", "spaces at the end      "])
def test_space_at_the_end_of_a_line_is_no_ink(text: str) -> None:
    assert wrongs(part(f'<p style="width: 26mm; white-space: pre">{text}</p>')) == []


def test_a_hanging_number_may_stand_to_the_left() -> None:
    css = "b { float: left; margin-left: -5mm; width: 5mm }"
    assert wrongs(part("<p><b>1</b>Text</p>", css)) == []


@pytest.mark.parametrize(("top", "wrong"), [(244, 0), (250, 1)])
def test_a_last_line_whose_code_is_set_solid(top: int, wrong: int) -> None:
    # The engine's box for `line-height: 0` begins at the middle of its line.
    css = f"p {{ position: absolute; top: {top}pt; line-height: 10pt }} code {{ line-height: 0 }}"
    assert len(wrongs(part("<p><code>at the foot</code></p>", css))) == wrong
