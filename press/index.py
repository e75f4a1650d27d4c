"""The back-of-book index: what entries list under `terms`, with pages as plain data."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from press import prose
from press.folios import ranges
from press.schema import Entry


@dataclass(frozen=True)
class PageRange:
    """A page or a run of pages as printed, and the anchor that its link leads to."""

    text: str
    anchor: str


@dataclass(frozen=True)
class Term:
    """A line of the index, with the lines indented under it."""

    text: Markup
    pages: tuple[PageRange, ...]
    children: tuple["Term", ...] = ()


@dataclass(frozen=True)
class Letter:
    """The terms under one letter; those that begin with none come first, as `0–9`."""

    name: str
    terms: tuple[Term, ...]


def index(entries: Iterable[Entry], folios: Mapping[str, str]) -> tuple[Letter, ...]:
    """The index of `entries`, sorted; `folios` gives the page of each question's anchor."""
    pages: dict[str, dict[str, dict[int, str]]] = {}
    for entry in entries:
        anchor = f"q{entry.id}"
        for term in entry.terms:
            parent, child = split(term)
            found = pages.setdefault(parent, {}).setdefault(child, {})
            found.setdefault(int(folios[anchor]), anchor)
    letters: dict[str, list[Term]] = {}
    for parent in sorted(pages, key=sort_key):
        children = tuple(
            _term(child, pages[parent][child])
            for child in sorted(pages[parent], key=sort_key)
            if child
        )
        line = _term(parent, pages[parent].get("", {}), children)
        letters.setdefault(_letter(parent), []).append(line)
    return tuple(Letter(name, tuple(terms)) for name, terms in letters.items())


def split(term: str) -> tuple[str, str]:
    """`parent: child` as two, a plain term with an empty child; code is never split."""
    match = re.match(r"^((?:[^`:]|`[^`]*`)+):\s+(.+)$", term)
    return (match[1], match[2]) if match else (term, "")


def sort_key(term: str) -> tuple[str, str]:
    """Terms sort as words do, code among them; signs before the first letter do not count."""
    parted = unicodedata.normalize("NFKD", prose.plain(term).casefold())
    bare = "".join(sign for sign in parted if not unicodedata.combining(sign))
    return re.sub(r"^[^a-z0-9]+", "", bare) or bare, term


def _letter(term: str) -> str:
    first = sort_key(term)[0][:1].upper()
    return first if first.isalpha() else "0–9"


def _term(text: str, pages: dict[int, str], children: tuple[Term, ...] = ()) -> Term:
    runs = tuple(
        PageRange(str(first) if first == last else f"{first}–{last}", pages[first])
        for first, last in ranges(tuple(pages))
    )
    return Term(Markup(prose.line(text)), runs, children)
