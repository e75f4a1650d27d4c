"""The measures that a book's authors hold themselves to, as `book.yaml` states them."""

import re
from collections.abc import Iterator

from press import prose
from press.listings import Cut
from press.load import Bound
from press.problems import Problem
from press.schema import Entry, Measures
from press.shapes import Bounds
from press.standing import standing

_CODE = re.compile(r"`[^`]*`")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+|\||^\s*:?-{3,}", re.MULTILINE)
_END = re.compile(r"(?<=[.?!])[\"')*_]*\s+(?=[\"'(*_]*(?:[A-Z0-9`]))")
_ABBREVIATION = re.compile(r"\b(e\.g|i\.e|etc|vs|cf|approx)\.")


def words(text: str) -> int:
    """How many words a text has, counted between white space."""
    return len(text.split())


def sentences(text: str) -> list[str]:
    """The sentences of a Markdown text; code counts as one word, a list item as its own."""
    flat = _CODE.sub(lambda match: "`" + re.sub(r"\W", "x", match[0][1:-1]) + "`", text)
    flat = _ABBREVIATION.sub(lambda match: match[1].replace(".", ""), flat)
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)|\n(?=\s*\|)", flat)
    found = []
    for part in blocks:
        clean = " ".join(_LIST.sub(" ", part).split())
        found += [piece for piece in _END.split(clean) if re.search(r"\w", piece)]
    return found


@standing
def lengths(text: str) -> tuple[int, ...]:
    """How many words each sentence of a text has."""
    return tuple(map(words, sentences(text)))


def of_chapter(chapter: Bound, measures: Measures) -> Iterator[Problem]:
    """What a chapter as a whole has too much or too little of."""
    text, source = chapter.text, chapter.source
    core = sum(entry.level == "core" for entry in text.entries)
    title = f"chapter '{text.title}'"

    def outside(bounds: Bounds | None, value: int, key: str, what: str) -> Iterator[Problem]:
        if bounds and not bounds.hold(value):
            remedy = _remedy(bounds, value)
            yield Problem(source.place((key,)), title, f"it has {value} {what}", remedy)

    yield from outside(measures.core, core, "entries", "core entries")
    if text.opening is not None:
        count = words(text.opening)
        yield from outside(measures.opening, count, "opening", "words in its opening")
    if all(entry.complete for entry in text.entries):
        listings = sum(entry.listing is not None for entry in text.entries)
        figures = sum(entry.figure is not None for entry in text.entries)
        yield from outside(measures.listings, listings, "entries", "listings")
        yield from outside(measures.figures, figures, "entries", "figures")
        for key in ("summary", "opening", "mark"):
            if measures.opening and getattr(text, key) is None:
                yield Problem(
                    source.place(()), title, f"the key '{key}' is missing", f"add '{key}:'"
                )


def of_entry(chapter: Bound, index: int, measures: Measures, cut: Cut | None) -> Iterator[Problem]:
    """What one entry has too much or too little of, `cut` being its listing."""
    entry = chapter.text.entries[index]
    where = f"question {entry.id}"
    for key, bounds, value, unit in _measured(entry, measures, cut):
        if bounds and not bounds.hold(value):
            yield Problem(
                chapter.place(index, key),
                f"{where}, {key}",
                f"it has {value} {unit}",
                _remedy(bounds, value),
            )
    if not entry.complete:
        return
    if measures.pitfall and entry.pitfall is None:
        yield Problem(
            chapter.place(index),
            where,
            "it has an answer but no 'pitfall'",
            "add the mistake that an interviewer listens for",
        )
    if measures.sentence:
        yield from _long_sentences(chapter, index, measures.sentence)


def _measured(
    entry: Entry, measures: Measures, cut: Cut | None
) -> Iterator[tuple[str, Bounds | None, int, str]]:
    yield "short", measures.short, len(prose.plain(entry.short)), "characters"
    yield "see", measures.see, len(entry.see), "numbers"
    yield "terms", measures.terms, len(entry.terms), "terms"
    yield "docs", measures.docs, len(entry.docs), "symbols"
    if cut is not None:
        yield "listing", measures.listing, len(cut.code.split("\n")), "lines in its region"
    if entry.answer is not None:
        yield "answer", measures.answer, words(entry.answer), "words"
        yield "followups", measures.followups, len(entry.followups), "follow-ups"
    if entry.pitfall is not None:
        yield "pitfall", measures.pitfall, len(lengths(entry.pitfall)), "sentences"


def _long_sentences(chapter: Bound, index: int, bounds: Bounds) -> Iterator[Problem]:
    entry = chapter.text.entries[index]
    texts: list[tuple[tuple[str | int, ...], str]] = [(("short",), entry.short)]
    texts += [((key,), text) for key in ("answer", "pitfall") if (text := getattr(entry, key))]
    for number, followup in enumerate(entry.followups):
        texts.append((("followups", number, "reply"), followup.reply))
    for field, text in texts:
        for position, length in enumerate(lengths(text)):
            if not bounds.hold(length):
                start = " ".join(sentences(text)[position].split()[:4])
                yield Problem(
                    chapter.place(index, *field),
                    f"question {entry.id}, {field[0]}",
                    f"the sentence '{start} …' has {length} words",
                    _remedy(bounds, length),
                )


def _remedy(bounds: Bounds, value: int) -> str:
    way = "add to it" if value < bounds.min else "cut it"
    return f"{bounds} {'is' if bounds.min == bounds.max == 1 else 'are'} allowed, {way}"
