"""A book of any size, made up: always the same words for the same number of entries."""

import random
from collections.abc import Sequence
from pathlib import Path

CHAPTER = 20
"""Entries in a chapter."""

LEAST, MOST = 5, 99_999
"""How many entries a book may have."""

_LEVELS = ("core", "working", "working", "expert")
_COLOURS = ("purple", "red", "blue", "green", "yellow", "grey", "teal", "pink", "orange", "brown")
_MARKS = ("blueprint", "chain", "cloud", "diamond", "drum", "envelope", "jigsaw", "lens")
_DOCS = ("context#WithTimeout", "errors#Is", "net/http#Server.Shutdown", "slices#Clone",
         "sync#Mutex.Lock", "sync#WaitGroup", "testing#T.Run", "time#Duration")  # fmt: skip
_THINGS = ("buffer", "cache", "channel", "client", "cluster", "deadline", "goroutine", "handler",
           "index", "journal", "lease", "limit", "message", "metric", "mutex", "packet",
           "partition", "pool", "probe", "query", "queue", "quorum", "record", "registry",
           "replica", "request", "scheduler", "schema", "session", "shard", "signal", "snapshot",
           "stream", "table", "ticket", "timer", "token", "trace", "transaction",
           "worker")  # fmt: skip
_DOING = ("blocks", "closes", "copies", "counts", "drops", "holds", "keeps", "locks", "loses",
          "orders", "publishes", "reads", "releases", "replaces", "retries", "returns", "shares",
          "sorts", "stores", "watches")  # fmt: skip
_HOW = ("at once", "by itself", "for good", "in order", "in the background", "more than once",
        "on every node", "under load", "with care", "without a copy")  # fmt: skip
_CODE = ("append(s, v)", "ctx.Done()", "defer mu.Unlock()", "errors.Join", "for range ch",
         "go test -race", "io.EOF", "make(chan T, n)", "select", "sync.Once")  # fmt: skip
_READER, _WRITER = "the reader", "the writer"


def write_book(folder: Path, entries: int) -> None:
    """Write a book of so many entries into the new folder `folder`."""
    (folder / "chapters").mkdir(parents=True)
    slugs = []
    for number, first in enumerate(range(1, entries + 1, CHAPTER), 1):
        last = min(first + CHAPTER - 1, entries)
        slugs.append(f"chapter-{number}")
        path = chapter_file(folder, number)
        path.write_text(_chapter(number, range(first, last + 1), entries), encoding="utf-8")
    (folder / "book.yaml").write_text(_book(slugs, entries), encoding="utf-8")
    for number in range(1, entries + 1):
        listing = folder / "listings" / f"entry{number}"
        listing.mkdir(parents=True)
        program = _program(number, random.Random(f"listing {number}"))
        (listing / f"entry{number}.go").write_text(program, encoding="utf-8")
    (folder / "listings" / "go.mod").write_text("module bench\n\ngo 1.27\n", encoding="utf-8")


def chapter_file(folder: Path, number: int) -> Path:
    """The file of a chapter, counted from 1, of the book in `folder`."""
    return folder / "chapters" / f"chapter-{number}.yaml"


def chapters(entries: int) -> int:
    """How many chapters a book of so many entries has."""
    return -(-entries // CHAPTER)


def reword(folder: Path, number: int) -> None:
    """Put another word of the same length into an answer of a chapter, which moves nothing."""
    path = chapter_file(folder, number)
    text = path.read_text(encoding="utf-8")
    if _READER not in text:
        raise ValueError(f"there is no answer left to reword in {path.name}")
    path.write_text(text.replace(_READER, _WRITER, 1), encoding="utf-8")


def lengthen(folder: Path, number: int) -> None:
    """Add so many paragraphs to an answer of a chapter that they fill a page and a little more."""
    path = chapter_file(folder, number)
    text = path.read_text(encoding="utf-8")
    draw = random.Random(len(text))
    more = _indented("\n\n".join(_paragraph(draw) for _ in range(12)))
    before, mark, after = text.partition("    answer: |-\n")
    path.write_text(f"{before}{mark}{more}\n\n{after}", encoding="utf-8")


def _book(slugs: Sequence[str], entries: int) -> str:
    names = "\n".join(f"  - {slug}" for slug in slugs)
    return f"""\
title: A Book of {entries} Entries
subtitle: Made up, to be timed
description: As many entries as one likes, each with all that an entry can have but a figure.
authors: [Nobody]
language: en-GB
version: '1.0'
date: 2026-01-05
rights: The words were drawn by lot.
identifier: urn:uuid:00000000-0000-4000-8000-{entries:012}
keywords: [Go, benchmark]

questions: {{first: 1, last: {entries}}}

measures:
  opening: {{min: 30, max: 120}}
  short: {{min: 80, max: 320}}
  answer: {{min: 90}}
  sentence: {{max: 30}}
  pitfall: {{min: 1, max: 2}}
  followups: {{min: 1, max: 2}}
  see: {{min: 1, max: 4}}
  docs: {{max: 3}}
  terms: {{min: 2, max: 5}}
  listing: {{min: 8, max: 30}}

chapters:
{names}

editions:
  - name: handbook-a4
    title: The handbook
    layout: handbook
    style: handbook
    paper: a4
    sides: two
    budget: {{min: 1, max: 99999}}
"""


def _chapter(number: int, ids: range, entries: int) -> str:
    draw = random.Random(f"chapter {number}")
    head = f"""\
title: The {draw.choice(_THINGS).title()} and the {draw.choice(_THINGS).title()}
summary: {_sentence(draw)}
opening: >-
{_indented(" ".join(_sentence(draw) for _ in range(5)), 2)}
colour: {_COLOURS[number % len(_COLOURS)]}
mark: {_MARKS[number % len(_MARKS)]}
entries:
"""
    return head + "".join(_entry(number, entries) for number in ids)


def _entry(number: int, entries: int) -> str:
    draw = random.Random(f"entry {number}")
    others = list(range(max(1, number - 60), min(entries, number + 60) + 1))
    others.remove(number)
    see = draw.sample(others, 3)
    one, two, three = draw.sample(_THINGS, 3)
    answer = "\n\n".join(
        (
            f"{_paragraph(draw)} That is seen by {_READER} of a {one}.",
            f"{_paragraph(draw)} It is much like [the {two}](book:q{see[0]}).",
            _paragraph(draw),
        )
    )
    return f"""\
  - id: {number}
    question: Why is it that {_a(one).lower()} {draw.choice(_DOING)} its {two} {draw.choice(_HOW)}?
    level: {draw.choice(_LEVELS)}
    short: >-
{_indented(" ".join(_sentence(draw) for _ in range(3)))}
    answer: |-
{_indented(answer)}
    listing:
      name: entry{number}
      caption: {_a(one)} with room for so many, and what it {draw.choice(_DOING)}
    pitfall: >-
{_indented(_sentence(draw))}
    followups:
      - ask: What of the {three}?
        reply: {_sentence(draw)}
      - ask: Who {draw.choice(_DOING)} the {one}?
        reply: {_sentence(draw)}
    see: {see}
    docs: [{", ".join(repr(symbol) for symbol in draw.sample(_DOCS, 2))}]
    terms:
      - '{one}: {two}'
      - '{three} {number % 97}'
      - {draw.choice(_THINGS)}
"""


def _sentence(draw: random.Random) -> str:
    one, two, three = draw.sample(_THINGS, 3)
    return (
        f"{_a(one)} {draw.choice(_DOING)} the {two} {draw.choice(_HOW)}, and the {three} "
        f"{draw.choice(_DOING)} it {draw.choice(_HOW)}."
    )


def _a(thing: str) -> str:
    return f"{'An' if thing[0] in 'aeiou' else 'A'} {thing}"


def _paragraph(draw: random.Random) -> str:
    return (
        f"{_sentence(draw)} With `{draw.choice(_CODE)}` it is *not* so: {_sentence(draw).lower()} "
        f"{_sentence(draw)}"
    )


def _indented(text: str, by: int = 6) -> str:
    return "\n".join(" " * by + line if line else "" for line in text.split("\n"))


def _program(number: int, draw: random.Random) -> str:
    """A Go program as gofmt leaves it, with the region that is printed."""
    kind, item = draw.sample([thing.title() for thing in _THINGS], 2)
    wide = max(len(item) + 1, len("limit"))
    items, one = f"{item.lower()}s", kind[0].lower()
    more = f"""
// Drain hands out all that it holds, and holds nothing then.
func ({one} *{kind}) Drain() []string {{
	all := {one}.{items}
	{one}.{items} = nil
	return all
}}
"""
    return f"""\
// Package entry{number} keeps what was put into it.
package entry{number}

// region print

// {kind} holds up to limit of them.
type {kind} struct {{
	{items:<{wide}} []string
	{"limit":<{wide}} int
}}

// Put adds one more, and says whether there was room.
func ({one} *{kind}) Put(name string) bool {{
	if len({one}.{items}) == {one}.limit {{
		return false // whoever asks has to wait
	}}
	{one}.{items} = append({one}.{items}, name)
	return true
}}
{more if number % 3 == 0 else ""}
// endregion print
"""
