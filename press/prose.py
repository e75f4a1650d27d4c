"""Markdown to HTML: no raw HTML, nothing loaded, quotes and dashes set as type."""

import re
from collections.abc import Callable, Container, Sequence
from functools import cache
from html import escape
from itertools import takewhile
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from press.highlight import highlighted

_LINK = re.compile(r"^(?:https?://|mailto:|book:q\d+$)")
_LINKED = "book:q"
_SUSPECT = re.compile(r"\]|<\w+:")
_WIDE = 60
_QUESTION = re.compile(r"^book:q(\d+)$")
_SET = (
    (re.compile(r"(?<![./])\.\.\.(?!\.)"), "…"),
    (re.compile(r"(?<=\w)---(?=\w)|(?<=\s)---(?=\s)"), "—"),
    (re.compile(r"(?<=\w)--(?=\w)|(?<=\s)--(?=\s)"), "–"),
)


def block(text: str, reachable: Container[int] = ()) -> str:
    """The HTML of a text of paragraphs, lists, tables and code.

    A link to a question that is not among the `reachable` ones keeps its words only.
    """
    if _LINKED not in text:
        return _block(text)
    tokens = _MARKDOWN.parse(text)
    return str(_MARKDOWN.renderer.render(_linked(tokens, reachable), _MARKDOWN.options, {}))


@cache
def _block(text: str) -> str:
    """The same for a text without such links: it is alike in every edition."""
    return str(_MARKDOWN.render(text))


def line(text: str, reachable: Container[int] = ()) -> str:
    """The HTML of a text that stands in a line, such as a question."""
    if _LINKED not in text:
        return _line(text)
    tokens = _MARKDOWN.parseInline(" ".join(text.split()))
    return str(_MARKDOWN.renderer.render(_linked(tokens, reachable), _MARKDOWN.options, {}))


@cache
def _line(text: str) -> str:
    return str(_MARKDOWN.renderInline(" ".join(text.split())))


@cache
def plain(text: str) -> str:
    """The same text as bare characters, for outlines, metadata and spoken names."""
    tokens = _MARKDOWN.parseInline(" ".join(text.split()))
    return "".join(_bare(token.children or []) for token in tokens)


def faults(text: str) -> list[tuple[str, str, str]]:
    """What a text holds that cannot be printed: (the words to look for, wrong, remedy)."""
    if not _SUSPECT.search(text):
        return []
    found = []
    tokens = _walk(_MARKDOWN.parse(text))
    for at, token in enumerate(tokens):
        if token.type == "image":
            found.append(("![", "a picture stands in the text", "use the field 'figure'"))
        href = token.attrGet("href") if token.type == "link_open" else None
        if href is not None and not _LINK.match(str(href)):
            wrong = f"a link leads to '{href}'"
            found.append((str(href), wrong, "link to https://…, or to a question as book:q412"))
        elif href is not None and not _words(tokens[at + 1 :]):
            found.append((str(href), "a link has no words", "write them between its brackets"))
    return found


def _words(tokens: Sequence[Token]) -> str:
    """The words of a link, whose `tokens` are those behind its opening."""
    inside = takewhile(lambda token: token.type != "link_close", tokens)
    return _bare(list(inside)).strip()


def links(text: str) -> list[int]:
    """The numbers of the questions that a text links to."""
    if _LINKED not in text:
        return []
    addresses = (str(token.attrGet("href")) for token in _walk(_MARKDOWN.parse(text)))
    return [int(found[1]) for href in addresses if (found := _QUESTION.match(href))]


def _linked(tokens: Sequence[Token], reachable: Container[int]) -> Sequence[Token]:
    inside = False
    for token in _walk(tokens):
        if token.type == "link_open":
            href = str(token.attrGet("href"))
            question = _QUESTION.match(href)
            inside = question is not None and int(question[1]) not in reachable
        if inside and token.type in ("link_open", "link_close"):
            token.tag, token.attrs = "span", {}
        if token.type == "link_close":
            inside = False
    return tokens


def _walk(tokens: Sequence[Token]) -> list[Token]:
    return [inner for token in tokens for inner in (token, *(token.children or ()))]


def _bare(tokens: Sequence[Token]) -> str:
    breaks = ("softbreak", "hardbreak")
    return "".join(" " if token.type in breaks else token.content for token in tokens)


def _typographic(state: StateCore) -> None:
    for token in state.tokens:
        for child in token.children or []:
            if child.type == "text":
                for pattern, sign in _SET:
                    child.content = pattern.sub(sign, child.content)


def _quiet_headings(state: StateCore) -> None:
    """A heading inside an answer becomes a bold line: the book's outline is not its own."""
    for token in state.tokens:
        if token.type in ("heading_open", "heading_close"):
            token.type = token.type.replace("heading", "paragraph")
            token.tag = "p"
            if token.nesting == 1:
                token.attrSet("class", "heading")


def _fence(renderer: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    token = tokens[at]
    code = token.content.expandtabs(4).rstrip()
    language = token.info.split()[0] if token.info.split() else ""
    # WeasyPrint 70 cannot break every long line that is marked up: such code is set plain.
    wide = any(len(line) > _WIDE for line in code.split("\n"))
    return f'<pre class="code">{highlighted(code, "" if wide else language)}</pre>\n'


def _text(renderer: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    """Text as HTML; a space before code stands in a span of its own.

    Without that, WeasyPrint 70 breaks a line too early when the text before the code fills
    the line to the last point.
    """
    text = escape(tokens[at].content, quote=False)
    if text.endswith(" ") and at + 1 < len(tokens) and tokens[at + 1].type == "code_inline":
        return text[:-1] + "<span> </span>"
    return text


def _link(renderer: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    """A link; one to the outside brings its address, which paper has to print."""
    href = str(tokens[at].attrGet("href"))
    address = re.sub(r"^(?:https?://|mailto:)|/$", "", href)
    said = "".join(token.content for token in tokens[at + 1 :][:1])
    if not href.startswith("book:") and said.strip("/") not in (href.strip("/"), address):
        tokens[at].attrSet("data-address", address)
    return str(renderer.renderToken(tokens, at, _MARKDOWN.options, {}))


def _heading_cell(renderer: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    tokens[at].attrSet("scope", "col")
    return str(renderer.renderToken(tokens, at, _MARKDOWN.options, {}))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "typographer": True})
    parser.enable(["table", "smartquotes", "strikethrough"])
    parser.disable(["html_block", "html_inline", "hr"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.core.ruler.before("smartquotes", "dashes", _typographic)
    parser.core.ruler.push("quiet_headings", _quiet_headings)
    rules: dict[str, Callable[..., str]] = {
        "fence": _fence,
        "code_block": _fence,
        "text": _text,
        "th_open": _heading_cell,
        "link_open": _link,
    }
    for name, rule in rules.items():
        parser.add_render_rule(name, rule)
    return parser


_MARKDOWN = _parser()
