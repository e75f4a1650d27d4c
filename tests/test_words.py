"""The spellings of docs/words.md, looked for in all texts of the book."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import pytest
from books import ROOT

from press.document import Document, Where
from press.load import Bound, Manuscript, load
from press.strictyaml import read_yaml

WORDS = ROOT / "docs" / "words.md"
CODE = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)|https?://\S+", re.DOTALL)
NO_TEXT = frozenset(
    ("id", "level", "name", "region", "output", "docs", "colour", "mark", "see", "identifier")
)
"""Keys of a chapter and of a book whose values are names, not words."""

BOOK_TEXTS = (
    "title", "subtitle", "description", "rights", "preface", "anatomy", "levels",
    "conventions", "plans", "see_also",
)  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """A spelling that the book does not use, what it writes instead, and which words are right."""

    wrong: str
    right: str
    kept: frozenset[str] = frozenset()

    @property
    def core(self) -> str:
        """What is in every text that it matches, in small letters."""
        return max(self.wrong.lstrip("-").split(), key=len).casefold()

    @cached_property
    def pattern(self) -> str:
        """What matches it: a whole word with its plural, or the end of a word."""
        words = r"\s+".join(re.escape(word) for word in self.wrong.split())
        if self.wrong.startswith("-"):
            return rf"(?<![\w./#-])[A-Za-z]+{re.escape(self.wrong[1:])}(?!\w)"
        first = self.wrong[0]
        # A name that differs from ours by its capital alone must not match ours.
        if first.islower() and self.wrong[0].upper() + self.wrong[1:] not in self.right:
            words = f"[{first}{first.upper()}]{words[len(first) :]}"
        plural = "(?:s|es)?" if self.wrong[-1].isalpha() else ""
        return rf"(?<![\w/#@–-])(?<!\w\.){words}{plural}(?![\w/#@–-]|\.\w|’|'s?\w)"


@cache
def pairs() -> tuple[Pair, ...]:
    found = []
    for line in WORDS.read_text(encoding="utf-8").split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3 and cells[1] not in ("", "Not", "---"):
            kept = frozenset(re.findall(r"\*(\w+)\*", cells[2]))
            found += [Pair(wrong.strip(), cells[0], kept) for wrong in cells[1].split(",")]
    return tuple(found)


def blanked(text: str) -> str:
    """`text` with signs of no meaning where code and addresses stand."""
    return CODE.sub(lambda match: "\0" * len(match[0]), text)


def misspelt(text: str) -> list[tuple[str, Pair]]:
    """Each spelling in `text` that the book does not use, as it stands there."""
    plain = blanked(text)
    folded = plain.casefold()
    return [
        (match[0], pair)
        for pair in pairs()
        # Few are in any text: to look for each pattern takes a hundred times as long.
        if pair.core in folded
        for match in re.finditer(pair.pattern, plain)
        # The plural of what we do not write may be what we do: toward, towards.
        if not (pair.wrong.startswith("-") and {match[0], match[0].lower()} & pair.kept)
        and not re.search(rf"(?<!\w){re.escape(match[0])}(?!\w)", pair.right)
    ]


def texts(data: Any, where: Where = ()) -> Iterator[tuple[Where, str]]:
    """Every text under `data`, keys of mappings such as `see_also` among them."""
    if isinstance(data, str):
        yield where, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in NO_TEXT:
                if " " in key:
                    yield where, key
                yield from texts(value, (*where, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts(value, (*where, index))


def complaints(source: Document, keys: tuple[str, ...] = ()) -> list[str]:
    """What is misspelt in a file, each as `path:line: 'this'; write that`."""
    data = {key: source.data[key] for key in keys if key in source.data} if keys else source.data
    return [
        f"{source.path}:{source.find(where, found.split()[0]).line}: '{found}'; write {pair.right}"
        for where, text in texts(data)
        for found, pair in misspelt(text)
    ]


def finished(chapter: Bound) -> bool:
    return all(entry.complete for entry in chapter.text.entries)


MANUSCRIPT: Manuscript = load(ROOT / "content")
FINISHED = [chapter for chapter in MANUSCRIPT.chapters if finished(chapter)]


def test_the_book_keeps_to_its_word_list() -> None:
    assert complaints(MANUSCRIPT.source, BOOK_TEXTS) == []


@pytest.mark.parametrize("chapter", FINISHED, ids=lambda chapter: chapter.slug)
def test_a_chapter_keeps_to_the_word_list(chapter: Bound) -> None:
    """One whose entries are not all complete is left alone: it is being written."""
    assert complaints(chapter.source) == []


def test_most_chapters_are_looked_at() -> None:
    assert len(FINISHED) >= 12


@pytest.mark.parametrize("path", sorted((ROOT / "content/figures").glob("*.svg")), ids=str)
def test_a_figure_keeps_to_the_word_list(path: Any) -> None:
    for said in re.findall(r">([^<>]+)<", path.read_text(encoding="utf-8")):
        assert [found for found, _ in misspelt(said)] == [], path.name


def test_every_planted_spelling_is_found() -> None:
    for pair in pairs():
        word = f"real{pair.wrong[1:]}" if pair.wrong.startswith("-") else pair.wrong
        for text in (f"So {word} it is.", f"({word})", f"On\n{word},\nthen."):
            assert pair in [found for _, found in misspelt(text)], word


def test_a_planted_spelling_is_named_with_its_line(tmp_path: Any) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(
        "title: Of `behavior`\nentries:\n  - id: 1\n    short: |\n      Right.\n\n"
        "      The Behavior\n      of Postgres.\n    terms: ['file name', filename]\n",
        encoding="utf-8",
    )
    found = [line.split("one.yaml")[1] for line in complaints(read_yaml(path))]
    assert found == [
        ":7: 'Behavior'; write behaviour",
        ":8: 'Postgres'; write PostgreSQL",
        ":9: 'filename'; write file name, host name, path name, user name",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "`color`, `json` and `net.Dialer`",
        "```go\nvar behavior = 1\n```",
        "[there](https://github.com/golang/go)",
        "grpc-go and linux/amd64 and yaml.v3",
        "Docker, Docker's own, resize, oversized, a prize",
    ],
)
def test_code_names_and_addresses_are_left_alone(text: str) -> None:
    assert misspelt(text) == []


def test_the_list_does_not_contradict_itself() -> None:
    wrong = [pair.wrong for pair in pairs()]
    assert sorted(set(wrong)) == sorted(wrong)
    for pair in pairs():
        for right in pair.right.split(","):
            assert [found for _, found in misspelt(right) if found.right == pair.right] == []
