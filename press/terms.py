"""Terms of the index that are one term written in two ways."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from press.index import split
from press.load import Manuscript
from press.problems import Place, Problem

_CODE = re.compile(r"^`[^`]+`$")
_SIGNS = re.compile(r"[`'\"“”‘’*\s\u2010-\u2015_-]+")


@dataclass(frozen=True)
class _Use:
    """A term, or a sub-entry under `parent`, and what lists it."""

    text: str
    parent: str
    where: str
    place: Place


def alike(manuscript: Manuscript) -> Iterator[Problem]:
    """Terms that differ from another by plural, case, hyphen or marks alone, each spelling once.

    Kept is the singular; where that does not decide, what more entries write, then the first.
    Entries that do not claim to be complete are left alone.
    """
    uses = list(_uses(manuscript))
    parents = {_bare(use.text) for use in uses if not use.parent}
    under: dict[str, list[_Use]] = {}
    for use in uses:
        parent = _singular(_bare(use.parent), parents) if use.parent else ""
        under.setdefault(parent, []).append(use)
    for family in under.values():
        known = {_bare(use.text) for use in family}
        groups: dict[str, dict[str, list[_Use]]] = {}
        for use in family:
            group = groups.setdefault(_singular(_bare(use.text), known), {})
            group.setdefault(use.text, []).append(use)
        for name, spellings in groups.items():
            yield from _told(name, spellings)


def _uses(manuscript: Manuscript) -> Iterator[_Use]:
    """Each term of each entry, and of `see_also`; of `parent: child` the parent and the child."""
    for chapter in manuscript.chapters:
        for index, entry in enumerate(chapter.text.entries):
            for position, term in enumerate(entry.terms if entry.complete else ()):
                parent, child = split(term)
                where = f"question {entry.id}, terms"
                place = chapter.place(index, "terms", position)
                yield _Use(parent, "", where, place)
                if child:
                    yield _Use(child, parent, where, place)
    for term in manuscript.book.see_also:
        yield _Use(term, "", "see_also", manuscript.source.key_place(("see_also", term)))


def _told(name: str, spellings: dict[str, list[_Use]]) -> Iterator[Problem]:
    """Each spelling with the one to keep for it; `name` is what is left of the singular.

    Go tells `Error` from `error` and `string` from `strings`: two of code are two terms.
    """

    def worth(text: str) -> tuple[bool, int]:
        return _bare(text) != name, -len(spellings[text])

    order = sorted(spellings, key=worth)
    for position, other in enumerate(order):
        kept = next(
            (text for text in order[:position] if not (_CODE.match(text) and _CODE.match(other))),
            None,
        )
        if kept is not None:
            wrong, right = spellings[other][0], spellings[kept][0]
            yield Problem(
                wrong.place,
                wrong.where,
                f"'{other}' and '{kept}' ({right.place}) are one term",
                f"keep '{kept}'",
            )


def _bare(term: str) -> str:
    """What is left of a term without case, marks, and the signs between its words."""
    return _SIGNS.sub("", term.casefold())


def _singular(word: str, known: Container[str]) -> str:
    """The singular of `word` among the `known` ones, or the word itself."""
    found = [word.removesuffix("s"), word.removesuffix("es"), re.sub("ies$", "y", word)]
    return next((one for one in found if one != word and one in known), word)
