"""Source text as HTML with its kinds of word marked, by Pygments.

Few kinds, because each is told by weight or slant as well as colour: keywords, comments,
strings, names that are defined here. Neighbours of one kind share a span.
"""

from functools import cache
from html import escape
from itertools import groupby

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.lexers.special import TextLexer
from pygments.token import Comment, Keyword, Name, String, _TokenType
from pygments.util import ClassNotFound

_KINDS = (
    (Comment, "c"),
    (Keyword.Type, "t"),
    (Keyword, "k"),
    (String, "s"),
    (Name.Function, "f"),
    (Name.Builtin, "b"),
)


def highlighted(code: str, language: str = "go") -> str:
    """`code` as a <code> element; a `language` that Pygments does not know is left plain."""
    tokens = _lexer(language).get_tokens(code)
    marked = ((_kind(token), text) for token, text in tokens)
    spans = []
    for kind, run in groupby(marked, key=lambda pair: pair[0]):
        text = escape("".join(text for _, text in run))
        spans.append(f'<span class="{kind}">{text}</span>' if kind and text.strip() else text)
    return "<code>" + "".join(spans).rstrip("\n") + "</code>"


def _kind(token: _TokenType) -> str:
    return next((kind for parent, kind in _KINDS if token[: len(parent)] == parent), "")


@cache
def _lexer(language: str) -> Lexer:
    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return TextLexer(stripnl=False)
