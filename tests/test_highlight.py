"""Go in print: its kinds of word, told apart without colour too."""

import re
from html import unescape

import pytest
from books import ROOT
from pypdf import PdfReader
from sheets import part, printed

from press.highlight import Row, highlighted, rows

CODE = """// Add adds.
func Add(a int) string {
	return "x" + fmt.Sprint(len(y)) // so
}"""


def kinds(code: str) -> list[tuple[str, str]]:
    found = re.findall(r'<span class="(\w)">([^<]*)</span>', highlighted(code))
    return [(kind, text.strip()) for kind, text in found]


def test_every_kind_of_word_is_marked() -> None:
    found = kinds(CODE)
    for pair in (
        ("c", "// Add adds."),
        ("k", "func"),
        ("f", "Add"),
        ("s", "&quot;x&quot;"),
    ):
        assert pair in found


def test_what_is_white_between_two_of_a_kind_is_theirs() -> None:
    code = "// one\n// two\nif x {\n\treturn nil\n}"
    assert kinds(code) == [("c", "// one\n// two"), ("k", "if"), ("k", "return nil")]


def test_an_indent_and_the_end_of_a_line_are_no_texts_of_their_own() -> None:
    assert highlighted("// one\nfunc f() {\n    // two\n    return 1\n}") == (
        '<code><span class="c">// one\n</span>'
        '<span class="k">func </span><span class="f">f</span>() {\n'
        '<span class="c">    // two\n</span>'
        '<span class="k">    return</span> 1\n}</code>'
    )


def test_lines_that_wrap_are_told_without_their_indent() -> None:
    code = "/*\n * one\n */\nif x {\n    // two\n\n    return 1\n}\n\n"
    assert rows(code) == (
        Row(0, '<span class="c">/*</span>'),
        Row(1, '<span class="c">* one</span>'),
        Row(1, '<span class="c">*/</span>'),
        Row(0, '<span class="k">if</span><wbr/> x {'),
        Row(4, '<span class="c">// two</span>'),
        Row(0, ""),
        Row(4, '<span class="k">return</span><wbr/> 1'),
        Row(0, "}"),
    )


def test_no_kind_is_told_by_colour_alone() -> None:
    """Types and builtins would be: they stay as plain as the names around them."""
    assert kinds("var n int = len(s)") == [("k", "var")]


def test_not_a_character_of_the_code_is_lost() -> None:
    html = highlighted(CODE)
    assert unescape(re.sub("<[^>]*>", "", html)) == CODE
    assert html.startswith("<code>")
    assert html.endswith("</code>")


@pytest.mark.parametrize("code", ["\n\na", "  a\n    b", "a\n\n\nb", "// só → ≤", "`a\nb`", ""])
def test_blank_lines_and_indentation_stay(code: str) -> None:
    assert unescape(re.sub("<[^>]*>", "", highlighted(code))) == code


def test_an_unknown_language_is_left_plain() -> None:
    assert highlighted("if a < b", "nonsense") == "<code>if a &lt; b</code>"


def test_every_kind_has_its_look_in_the_styles() -> None:
    base = (ROOT / "styles/base.css").read_text(encoding="utf-8")
    for kind in "cksf":
        assert re.search(rf"^\.{kind} \{{", base, re.MULTILINE), kind


def test_what_is_copied_from_the_page_has_its_indents() -> None:
    code = "func f() {\n    defer g()\n    if x {\n        return // so\n    }\n}"
    style = 'pre { white-space: pre; font: 8pt/14pt "JetBrains Mono" }'
    (page,) = PdfReader(printed(part(f"<pre>{highlighted(code)}</pre>", style))).pages
    assert page.extract_text() == code
