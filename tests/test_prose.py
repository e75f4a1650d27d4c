"""Markdown as a reader sees it in print."""

import random
import re
from html import unescape

import pytest

from press import prose


def shown(text: str) -> str:
    """The HTML of a paragraph, without the paragraph."""
    return prose.block(text).strip().removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('a "word" here', "a “word” here"),
        ("a 'word' here", "a ‘word’ here"),
        ("it's", "it’s"),
        ("\"'a' b\"", "“‘a’ b”"),
        ("a -- b", "a – b"),
        ("a---b", "a—b"),
        ("3--4", "3–4"),
        ("wait...", "wait…"),
        ("...or so", "…or so"),
    ],
)
def test_quotes_dashes_and_ellipses_are_set_as_type(written: str, printed: str) -> None:
    assert shown(written) == printed
    assert prose.plain(written) == printed


@pytest.mark.parametrize(
    "written",
    ["go test --race", "-- and ---", "a....b", "go vet ./...", "x--", "--help", "(c) (tm) +-"],
)
def test_what_only_looks_like_them_is_untouched(written: str) -> None:
    assert shown(written) == written


@pytest.mark.parametrize("code", ["a -- b", "wait...", "it's"])
def test_code_is_printed_as_it_was_typed(code: str) -> None:
    assert re.fullmatch(f"<code[^>]*>{re.escape(code)}</code>", unescape(shown(f"`{code}`")))
    for text in (f"```\n{code}\n```", f"    {code}"):
        assert f"<code>{code}</code>" in unescape(prose.block(text))


@pytest.mark.parametrize(
    "text", ["<b>x</b>", "<script>alert(1)</script>", "<!-- x -->", "<div>\nx\n</div>", "a <br> b"]
)
def test_html_is_text_like_any_other(text: str) -> None:
    wanted = text.replace("<", "&lt;").replace(">", "&gt;")
    assert shown(text) == wanted
    assert prose.line(text) == wanted.replace("\n", " ")


def test_code_cannot_close_its_element() -> None:
    assert shown("`</code><script>`") == "<code>&lt;/code&gt;&lt;script&gt;</code>"
    assert "<script>" not in prose.block("```go\n</code><script>\n```")
    assert "<script>" not in prose.block("```<script>\nx\n```")


def test_templates_in_the_text_are_text() -> None:
    assert shown("{{ 7 * 7 }} {% raw %}") == "{{ 7 * 7 }} {% raw %}"


def test_a_heading_in_an_answer_is_a_bold_line() -> None:
    assert prose.block("## Why\n\nSo.") == '<p class="heading">Why</p>\n<p>So.</p>\n'


def test_three_hyphens_draw_no_rule() -> None:
    assert "<hr" not in prose.block("a\n\n---\n\nb\n\n***\n")


def test_the_heads_of_a_table_say_that_they_head_columns() -> None:
    html = prose.block("| A | B |\n| :-- | --: |\n| 1 | 2 |")
    assert len(re.findall('<th [^>]*scope="col">', html)) == 2
    assert html.count("<td") == 2


def test_ragged_rows_are_filled_up() -> None:
    assert prose.block("| A | B |\n|---|---|\n| 1 |\n").count("<td") == 2


def test_lists_keep_their_items() -> None:
    assert prose.block("- a\n- b").count("<li>") == 2
    assert prose.block("1. a\n2. b").startswith("<ol>")


def test_a_fence_in_go_is_highlighted_and_others_are_plain() -> None:
    assert '<span class="k">func </span>' in prose.block("```go\nfunc a() {}\n```")
    assert prose.block("```\nfunc a() {}\n```") == (
        '<pre class="code"><code>func a() {}</code></pre>\n'
    )


class TestLinks:
    def test_a_question_that_is_printed_is_linked(self) -> None:
        assert prose.block("[so](book:q4)", frozenset({4})) == '<p><a href="book:q4">so</a></p>\n'

    def test_a_question_that_is_not_printed_keeps_its_words(self) -> None:
        assert prose.line("see [*the* one](book:q5), [so](book:q4)", frozenset({4})) == (
            'see \u200b<span><em>the</em> one</span>, \u200b<a href="book:q4">so</a>'
        )

    def test_the_web_is_linked_whatever_is_printed(self) -> None:
        assert (
            shown("[Go](https://go.dev)") == '<a href="https://go.dev" data-address="go.dev">Go</a>'
        )

    def test_a_bare_address_is_no_link(self) -> None:
        assert shown("https://go.dev") == "https://go.dev"

    def test_the_questions_that_a_text_names(self) -> None:
        assert list(prose.links("[a](book:q) [b](book:qq4)")) == []
        assert list(prose.links("[a](book:q4) [b](https://go.dev)\n\n- [c](book:q12)")) == [4, 12]


class TestFaults:
    @pytest.mark.parametrize(
        "href",
        ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.b", "/there", "q4", "book:q",
         "book:c1", "data:text/html,x", "//a.b"],
    )  # fmt: skip
    def test_a_link_leads_to_the_web_or_to_a_question(self, href: str) -> None:
        assert list(prose.faults(f"See [there]({href}).")) == [
            (href, f"a link leads to '{href}'", "link to https://…, or to a question as book:q412")
        ]

    @pytest.mark.parametrize("href", ["https://go.dev", "mailto:a@b.org", "book:q4"])
    def test_those_links_are_good(self, href: str) -> None:
        assert list(prose.faults(f"See [there]({href}).")) == []

    @pytest.mark.parametrize(
        "link", ["[](https://go.dev)", "[ ](book:q4)", "[&nbsp;](mailto:a@b.c)"]
    )
    def test_a_link_has_words(self, link: str) -> None:
        href = link.partition("(")[2][:-1]
        wanted = [(href, "a link has no words", "write them between its brackets")]
        assert list(prose.faults(f"See {link}, [that](https://go.dev).")) == wanted

    def test_a_picture_belongs_into_its_field(self) -> None:
        assert list(prose.faults("- a\n- ![b](c.png)")) == [
            ("![", "a picture stands in the text", "use the field 'figure'")
        ]

    def test_what_looks_like_both_in_code_is_neither(self) -> None:
        assert list(prose.faults("`![b](c.png)` and `[a](/b)`")) == []


def test_plain_text_is_what_is_read_aloud() -> None:
    assert prose.plain("Why is `a < b`\n*so* [slow](book:q4)?") == "Why is a < b so slow?"
    assert prose.plain("R&D &amp; co") == "R&D & co"


def test_a_line_is_one_line() -> None:
    assert prose.line("a\n  b\n\n# c") == "a b # c"


def test_code_with_a_long_line_is_set_plain_so_that_it_breaks_anywhere() -> None:
    short, long = "x := 1 // one", "x := 1 // " + "one " * 20
    assert '<span class="c">' in prose.block(f"```go\n{short}\n```")
    assert "<span" not in prose.block(f"```go\n{short}\n{long}\n```")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[the blog](https://go.dev/blog/)", "go.dev/blog"),
        ("[mail](mailto:a@b.c)", "a@b.c"),
        ("[go.dev/blog](https://go.dev/blog/)", None),
        ("[https://go.dev](https://go.dev)", None),
        ("[question 7](book:q7)", None),
    ],
)
def test_a_link_to_the_outside_brings_the_address_that_paper_prints(
    text: str, address: str | None
) -> None:
    found = re.findall(r'data-address="([^"]*)"', prose.line(text, frozenset({7})))
    assert found == ([] if address is None else [address])


@pytest.mark.parametrize("piece", ["`x`", "*x*", "**x**", "[x](https://go.dev)"])
@pytest.mark.parametrize("white", [" ", "\n"])
def test_the_engine_may_break_before_code_links_and_emphasis(piece: str, white: str) -> None:
    """Behind the white space before one stands a space of no width."""
    assert f"so{white}\u200b<" in shown(f"so{white}{piece}")
    assert "\u200b" not in shown(f"so({piece})")
    assert prose.plain(f"so{white}x") == "so x"


@pytest.mark.parametrize(
    ("code", "broken"), [("http.Get", False), ("go vet", True), ("x" * 29, True)]
)
def test_a_short_piece_of_code_does_not_break(code: str, broken: bool) -> None:
    assert ('class="wide"' in shown(f"`{code}`")) is broken


PIECES = (
    "a", "b ", ". ", "`", "*", "_", "[", "]", "(", ")", "book:q12", "\n", "\n\n", "- ", "1. ",
    "    ", "```", "~~~", "<http:", "!",
    "|", "\\", "&amp;", '"', "'", "--", "...", "> ", "#", " ", ": ",
)  # fmt: skip


def test_a_text_without_marks_is_what_it_is_when_it_is_looked_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draw = random.Random(20261128)
    texts = ["".join(draw.choices(PIECES, k=draw.randint(1, 12))) for _ in range(3000)]
    texts += [
        "So it is: one word, another; and a third?",
        "Two\n\nparts",
        "[x]: a\n\n[x]\n\n![y][x]",
    ]

    def found() -> list[tuple[object, ...]]:
        ways = (prose.line, prose.plain, prose.faults, prose.links)
        # As a function that remembers nothing.
        return [tuple(getattr(way, "__wrapped__", way)(text) for way in ways) for text in texts]

    quick = found()
    assert any(prose._UNMARKED.fullmatch(text) for text in texts)
    monkeypatch.setattr(prose, "_UNMARKED", re.compile("(?!)"))
    monkeypatch.setattr(prose, "_suspects", lambda text: text)
    assert quick == found()
