"""Markdown to HTML: no raw HTML, nothing loaded, quotes and dashes set as type."""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from press.highlight import highlighted
from press.longwords import BREAK, LONG, breakable
from press.standing import standing

_LINK = re.compile(r"^(?:https?://|mailto:|book:q\d+$)")
_LINKED = "book:q"
_SUSPECT = re.compile(r"\]|<\w+:")
_JOINED = re.compile(r"^(?:[ \t]|```|~~~)", re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n")
_UNMARKED = re.compile(r"(?!.*(?:--|\.\.\.))[^\\`*_\[\]<>&!~'\"\0]*")
_WIDE = 60
_QUESTION = re.compile(r"^book:q(\d+)$")
_SET = (
    (re.compile(r"(?<![./])\.\.\.(?!\.)"), "…"),
    (re.compile(r"(?<=\w)---(?=\w)|(?<=\s)---(?=\s)"), "—"),
    (re.compile(r"(?<=\w)--(?=\w)|(?<=\s)--(?=\s)"), "–"),
)


@standing
def block(text: str, reachable: frozenset[int] = frozenset()) -> str:
    """The HTML of a text of paragraphs, lists, tables and code.

    A link to a question that is not among the `reachable` ones keeps its words only.
    """
    tokens = _linked(_MARKDOWN.parse(text), reachable)
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


@standing
def line(text: str, reachable: frozenset[int] = frozenset()) -> str:
    """The HTML of a text that stands in a line, such as a question."""
    flat = " ".join(text.split())
    if _UNMARKED.fullmatch(flat):
        return breakable(flat)
    tokens = _linked(_MARKDOWN.parseInline(flat), reachable)
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


@standing
def plain(text: str) -> str:
    """The same text as bare characters, for outlines, metadata and spoken names."""
    flat = " ".join(text.split())
    if _UNMARKED.fullmatch(flat):
        return flat
    tokens = _MARKDOWN.parseInline(flat)
    return "".join(_bare(token.children or []) for token in tokens)


def faults(text: str) -> tuple[tuple[str, str, str], ...]:
    """What a text holds that cannot be printed: (the words to look for, wrong, remedy)."""
    return _looked_through(_suspects(text))[0] if _SUSPECT.search(text) else ()


def links(text: str) -> tuple[int, ...]:
    """The numbers of the questions that a text links to."""
    return _looked_through(_suspects(text))[1] if _LINKED in text else ()


def _suspects(text: str) -> str:
    """The paragraphs of a text that may hold a link, or all where one may depend on another."""
    if _JOINED.search(text):
        return text
    return "\n\n".join(filter(_SUSPECT.search, _BLANK.split(text)))


@standing
def _looked_through(text: str) -> tuple[tuple[tuple[str, str, str], ...], tuple[int, ...]]:
    """The faults of a text, and the numbers of the questions that it links to."""
    found = []
    tokens = _walk(_MARKDOWN.parse(text))
    addresses = [str(token.attrGet("href")) for token in tokens if token.type == "link_open"]
    numbers = tuple(int(led[1]) for href in addresses if (led := _QUESTION.match(href)))
    for at, token in enumerate(tokens):
        if token.type == "image":
            found.append(("![", "a picture stands in the text", "use the field 'figure'"))
        href = token.attrGet("href") if token.type == "link_open" else None
        if href is not None and not _LINK.match(str(href)):
            wrong = f"a link leads to '{href}'"
            found.append((str(href), wrong, "link to https://…, or to a question as book:q412"))
        elif href is not None and not _words(tokens[at + 1 :]):
            found.append((str(href), "a link has no words", "write them between its brackets"))
    return tuple(found), numbers


def _words(tokens: Sequence[Token]) -> str:
    """The words of a link, whose `tokens` are those behind its opening."""
    inside = takewhile(lambda token: token.type != "link_close", tokens)
    return _bare(list(inside)).strip()


def _linked(tokens: Sequence[Token], reachable: frozenset[int]) -> Sequence[Token]:
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
    """Text as HTML; behind a space before code, a link or emphasis stands one of no width.

    Without that, WeasyPrint 70 leaves a single word on a line where the text before such a
    piece fills it to the last point.
    """
    text = breakable(tokens[at].content)
    return text + BREAK if text.endswith(" ") and _opens(tokens, at + 1) else text


def _softbreak(renderer: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    return "\n" + BREAK if _opens(tokens, at + 1) else "\n"


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a piece of code, a link or emphasis begins at a token."""
    following = next((one for one in tokens[at:] if one.type != "text" or one.content), None)
    return following is not None and (following.type == "code_inline" or following.nesting == 1)


def _code(renderer: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    return code(tokens[at].content)


def code(text: str) -> str:
    """Source that stands in a line, as HTML: a short piece of one word does not break."""
    opening = "<code>" if len(text) <= LONG and " " not in text else '<code class="wide">'
    return f"{opening}{breakable(text)}</code>"


def _link(renderer: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    """A link; one to the outside brings its address, which paper has to print."""
    href = str(tokens[at].attrGet("href") or "book:")
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
        "softbreak": _softbreak,
        "code_inline": _code,
        "th_open": _heading_cell,
        "link_open": _link,
    }
    for name, rule in rules.items():
        parser.add_render_rule(name, rule)
    return parser


_MARKDOWN = _parser()
