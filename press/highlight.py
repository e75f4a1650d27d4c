"""Source text as HTML with its kinds of word marked, by Pygments.

Few kinds, so that grey tells what colour tells: keywords and defined names are bold, comments
slant, strings have their quotes. Neighbours of one kind share a span, with what is white
between them, and a line's indent and end are in a span rather than beside it: every piece of text
costs the engine a box.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import dropwhile, groupby

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.lexers.special import TextLexer
from pygments.token import Comment, Keyword, Name, String, _TokenType
from pygments.util import ClassNotFound

from press.standing import standing

_KINDS = (
    (Comment, "c"),
    (Keyword.Type, ""),
    (Keyword, "k"),
    (String, "s"),
    (Name.Function, "f"),
)


@dataclass(frozen=True)
class Row:
    """A line of source that may wrap: how many columns it is indented, and the rest as HTML."""

    indent: int
    html: str


@standing
def highlighted(code: str, language: str = "go") -> str:
    """`code` as a <code> element; a `language` that Pygments does not know is left plain."""
    spans = (_span(kind, text) for kind, text in _marked(code, language))
    return "<code>" + "".join(spans) + "</code>"


@cache
def rows(code: str, language: str = "go") -> tuple[Row, ...]:
    """The same line by line, for pages so narrow that lines have to wrap."""
    lines: list[list[tuple[str, str]]] = [[]]
    for kind, run in _marked(code, language):
        first, *others = run.split("\n")
        lines[-1].append((kind, first))
        lines += [[(kind, text)] for text in others]
    found = []
    for source, runs in zip(code.expandtabs(4).split("\n"), lines, strict=False):
        indent = len(source) - len(source.lstrip(" "))
        found.append(Row(indent, _run(runs)))
    while found and not found[-1].html.strip():
        found.pop()
    return tuple(found)


def _run(runs: Iterable[tuple[str, str]]) -> str:
    """A line of source without its indent."""
    shown = list(dropwhile(lambda run: not run[1].strip(), runs))
    spans = [_span(kind, text if at else text.lstrip()) for at, (kind, text) in enumerate(shown)]
    # Where one run meets the next, the engine does not break a line of its own accord.
    return "<wbr/>".join(span for span in spans if span)


def _marked(code: str, language: str) -> Iterator[tuple[str, str]]:
    """Runs of one kind, with the letter of the kind or nothing."""
    tokens = _with_functions(_lexer(language).get_tokens(code.rstrip("\n")))
    runs = [
        (kind, "".join(text for _, text in run))
        for kind, run in groupby(tokens, lambda pair: _kind(pair[0]) if pair[1].strip() else None)
    ]
    marked: list[tuple[str, str]] = []
    for index, (kind, text) in enumerate(runs):
        if kind is None:
            before = (runs[index - 1][0] if index else None) or ""
            behind = (runs[index + 1][0] if index + 1 < len(runs) else None) or ""
            marked += _parted(before, text, behind)
        else:
            marked.append((kind, text))
    for run_kind, run in groupby(marked, lambda pair: pair[0]):
        yield run_kind, "".join(text for _, text in run)


def _parted(before: str, white: str, behind: str) -> Iterator[tuple[str, str]]:
    """What is white between two kinds, given to them: each line as one, with its end and its
    indent, and a space to what has no span.
    """
    ended, end, indent = white.rpartition("\n")
    if end:
        yield before, ended + end
        yield behind, indent
    else:
        yield before if behind else "", indent


def _span(kind: str, text: str) -> str:
    return f'<span class="{kind}">{escape(text)}</span>' if kind and text.strip() else escape(text)


def _with_functions(tokens: Iterable[tuple[_TokenType, str]]) -> Iterator[tuple[_TokenType, str]]:
    """The tokens with the names of Go's defined functions told, which Pygments does not.

    Such a name follows `func`, or the bracketed receiver behind it, and opens a bracket.
    """
    before: list[str] = []
    for token, text in tokens:
        yield (Name.Function if token[:1] == Name and _defines(before) else token), text
        if text.strip():
            before.append(text)


def _defines(before: list[str]) -> bool:
    """Whether a name that stands behind the words `before` is that of a function."""
    near = before[-12:]
    if near[-1:] == [")"] and "(" in near:
        opened = len(near) - 1 - near[::-1].index("(")
        return near[opened - 1 : opened] == ["func"] and opened < len(near) - 2
    return near[-1:] == ["func"]


@cache
def _kind(token: _TokenType) -> str:
    return next((kind for parent, kind in _KINDS if token[: len(parent)] == parent), "")


@cache
def _lexer(language: str) -> Lexer:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return TextLexer(stripnl=False, ensurenl=False)
