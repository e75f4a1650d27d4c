"""The back-of-book index: what entries list under `terms`, with pages as plain data."""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from press import prose
from press.folios import ranges
from press.schema import Entry
from press.standing import standing


@dataclass(frozen=True)
class PageRange:
    """Neighbouring pages as one number or run, and the anchor that a link to it leads to.

    `subject` if a question on these pages is about the term, and does not only touch it.
    """

    text: str
    anchor: str
    subject: bool = False


@dataclass(frozen=True)
class Term:
    """A line of the index, with the lines indented under it.

    `plain` is its text without code marked, `see` the terms to look up besides.
    """

    text: Markup
    plain: str
    pages: tuple[PageRange, ...]
    children: tuple["Term", ...] = ()
    see: tuple[Markup, ...] = ()


@dataclass(frozen=True)
class Letter:
    """The terms under one letter; those that begin with none come first, as `0–9`.

    `opening` unless there were others before it under the same letter.
    """

    name: str
    terms: tuple[Term, ...]
    opening: bool = True


@dataclass(frozen=True)
class Line:
    """A line of a list: the question's number, where what is listed stands, and its caption."""

    number: int
    anchor: str
    caption: Markup


@dataclass(frozen=True)
class List:
    """A list of listings or of figures, `opening` with its title unless it goes on."""

    title: str
    anchor: str
    lines: tuple[Line, ...]
    opening: bool = True


@dataclass(frozen=True)
class _Mention:
    anchor: str
    subject: bool


def index(
    entries: Iterable[Entry],
    folios: Mapping[str, str],
    see_also: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> tuple[Letter, ...]:
    """The index of `entries`, sorted; `folios` gives the page of each question's anchor.

    A question that stands on no page is left out. A page is bold where a question on it names
    the term, or gives it as its first. `see_also` leads from a term to others; what these
    entries do not have is left out.
    """
    found: dict[str, dict[str, dict[int, _Mention]]] = {}
    for entry in entries:
        if f"q{entry.id}" not in folios:
            continue
        for position, term in enumerate(entry.terms):
            parent, child = split(term)
            mentions = found.setdefault(parent, {}).setdefault(child, {})
            folio = int(folios[f"q{entry.id}"])
            before = mentions.get(folio)
            subject = position == 0 or is_named(child or parent, entry.question)
            mentions[folio] = _Mention(
                before.anchor if before else f"q{entry.id}",
                subject or (before is not None and before.subject),
            )
    elsewhere = {
        term: tuple(other for other in others if split(other)[0] in found)
        for term, others in see_also.items()
    }
    for term, others in elsewhere.items():
        if others:
            found.setdefault(term, {})
    letters: dict[str, list[Term]] = {}
    for parent in sorted(found, key=sort_key):
        children = tuple(
            _term(child, found[parent][child])
            for child in sorted(found[parent], key=sort_key)
            if child
        )
        see = sorted(elsewhere.get(parent, ()), key=sort_key)
        line = _term(parent, found[parent].get("", {}), children, see)
        letters.setdefault(_letter(parent), []).append(line)
    return tuple(Letter(name, tuple(terms)) for name, terms in letters.items())


def lists(entries: Iterable[Entry], printed: Container[str]) -> tuple[List, ...]:
    """The lists of listings and of figures, each if there is anything to name.

    What has no anchor among those `printed` is not in this edition.
    """
    listings: list[Line] = []
    figures: list[Line] = []
    for entry in entries:
        for kind, item, lines in (("l", entry.listing, listings), ("f", entry.figure, figures)):
            anchor = f"{kind}{entry.id}"
            if item is not None and anchor in printed:
                caption = Markup(prose.line(item.caption))
                lines.append(Line(entry.id, anchor, caption))
    found = (("Listings", listings), ("Figures", figures))
    return tuple(List(title, title.lower(), tuple(lines)) for title, lines in found if lines)


@standing
def is_named(term: str, question: str) -> bool:
    """Whether a question's text names a term, whatever the case and the plural."""
    words, text = prose.plain(term).casefold(), prose.plain(question).casefold()
    # Most are not, and each would be a pattern of its own.
    if words not in text:
        return False
    return re.search(rf"(?<!\w){re.escape(words)}(?:e?s)?(?!\w)", text) is not None


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


def _term(
    text: str,
    mentions: Mapping[int, _Mention],
    children: tuple[Term, ...] = (),
    see: Sequence[str] = (),
) -> Term:
    """A line; pages join into a run only with neighbours of the same weight."""
    runs = []
    for subject in (True, False):
        pages = tuple(page for page, mention in mentions.items() if mention.subject is subject)
        for first, last in ranges(pages):
            name = str(first) if first == last else f"{first}–{last}"
            runs.append((first, PageRange(name, mentions[first].anchor, subject)))
    runs.sort(key=lambda run: run[0])
    others = tuple(Markup(prose.line(other)) for other in see)
    return Term(
        Markup(prose.line(text)), prose.plain(text), tuple(run for _, run in runs), children, others
    )
