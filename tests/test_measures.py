"""What authors hold themselves to, counted as they would count it."""

from dataclasses import replace
from typing import Any

import pytest
from books import chapter

from press.listings import Cut
from press.load import Bound
from press.measures import of_chapter, of_entry, sentences, words
from press.problems import Problem
from press.schema import Measures

FULL, BRIEF = 0, 1


def said(problems: list[Problem]) -> list[str]:
    return [f"{found.where}: {found.wrong}; {found.remedy}" for found in problems]


def faults(index: int, measures: dict[str, Any], cut: Cut | None = None) -> list[str]:
    return said(list(of_entry(chapter(1), index, Measures.model_validate(measures), cut)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("Go 1.27 is out. It is fast.", ["Go 1.27 is out.", "It is fast."]),
        ("Some (e.g. this one). More.", ["Some (eg this one).", "More."]),
        ("- one\n- two. Three.", ["one", "two.", "Three."]),
        ("Steps:\n\n1. one\n2. two", ["Steps:", "one", "two"]),
        ("One\nline. Two.", ["One line.", "Two."]),
        ("He asked “why?” and left.", ["He asked “why?” and left."]),
        ("It ends. `x` follows.", ["It ends.", "`x` follows."]),
        ("", []),
    ],
)
def test_sentences_as_a_reader_hears_them(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_code_is_one_word_however_it_is_written() -> None:
    (sentence,) = sentences("Call `a.B(c, d)? e` first.")
    assert words(sentence) == 3


@pytest.mark.parametrize(
    ("measures", "line"),
    [
        ({"short": {"max": 20}}, "question 41, short: it has 118 characters;"),
        ({"answer": {"min": 500}}, "question 41, answer: it has 100 words;"),
        ({"pitfall": {"min": 3}}, "question 41, pitfall: it has 2 sentences;"),
        ({"followups": {"max": 1}}, "question 41, followups: it has 2 follow-ups;"),
        ({"see": {"max": 1}}, "question 41, see: it has 2 numbers;"),
        ({"docs": {"max": 1}}, "question 41, docs: it has 2 symbols;"),
        ({"terms": {"max": 1}}, "question 41, terms: it has 2 terms;"),
    ],
)
def test_every_measure_of_an_entry_bites(measures: dict[str, Any], line: str) -> None:
    (found,) = faults(FULL, measures)
    assert found.startswith(line)
    assert found.endswith(", add to it" if "min" in str(measures) else ", cut it")


def test_a_listing_is_measured_by_the_lines_that_are_printed() -> None:
    measures = {"listing": {"min": 3, "max": 5}}
    assert faults(FULL, measures, Cut("a\nb\nc", None)) == []
    assert faults(FULL, measures, Cut("a\nb", None)) == [
        "question 41, listing: it has 2 lines in its region; 3 to 5 are allowed, add to it"
    ]


def test_the_length_of_a_short_form_is_what_is_printed_not_what_is_typed() -> None:
    assert faults(BRIEF, {"short": {"max": 93}}) == []
    assert faults(BRIEF, {"short": {"max": 92}}) != []


def test_an_entry_that_does_not_claim_to_be_complete_need_not_be() -> None:
    complete = {"answer": {"min": 1}, "followups": {"min": 1}, "pitfall": {"min": 1}}
    assert faults(BRIEF, complete) == []


@pytest.mark.parametrize("field", ["short", "answer", "pitfall", "followups"])
def test_a_long_sentence_is_found_in_every_text(field: str) -> None:
    found = faults(FULL, {"sentence": {"min": 1, "max": 2}})
    assert [line for line in found if line.startswith(f"question 41, {field}")]


def test_no_measure_no_fault() -> None:
    assert faults(FULL, {}) == []
    assert list(of_chapter(chapter(1), Measures())) == []


class TestChapters:
    def faults(self, text: Bound, measures: dict[str, Any]) -> list[str]:
        return said(list(of_chapter(text, Measures.model_validate(measures))))

    def complete(self) -> Bound:
        """A chapter of which every entry claims to be complete."""
        whole = chapter(1)
        text = whole.text.model_copy(update={"entries": whole.text.entries[:1]})
        return replace(whole, text=text)

    def test_too_few_core_entries(self) -> None:
        title = "chapter 'Slices, and What Is *Under* Them'"
        assert self.faults(chapter(1), {"core": {"min": 2, "max": 2}}) == [
            f"{title}: it has 1 core entries; 2 are allowed, add to it"
        ]

    def test_an_opening_has_its_length(self) -> None:
        (found,) = self.faults(chapter(1), {"opening": {"max": 10}})
        assert "it has 27 words in its opening; " in found

    def test_listings_and_figures_are_counted_once_all_entries_are_complete(self) -> None:
        measures = {"listings": {"min": 2}, "figures": {"min": 2}}
        assert self.faults(chapter(1), measures) == []
        found = [line.partition("': ")[2] for line in self.faults(self.complete(), measures)]
        assert found == [
            "it has 1 listings; at least 2 are allowed, add to it",
            "it has 1 figures; at least 2 are allowed, add to it",
        ]

    def test_a_complete_chapter_has_an_opener(self) -> None:
        whole = self.complete()
        bare = whole.text.model_copy(update={"opening": None, "mark": None})
        found = self.faults(replace(whole, text=bare), {"opening": {"min": 1}})
        assert [line.partition("': ")[2].partition(";")[0] for line in found] == [
            "the key 'opening' is missing",
            "the key 'mark' is missing",
        ]
