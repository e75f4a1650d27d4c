"""The index at the back, as a reader looks things up in it."""

import pytest
from books import entry

from press.index import Term, index, is_named, lists, sort_key, split


def lines(*terms: tuple[list[str], int]) -> list[str]:
    """The index of one entry for each of `terms` (its terms, its page), a line each."""
    entries = [entry(id=number, terms=names) for number, (names, _) in enumerate(terms, 1)]
    folios = {f"q{number}": str(page) for number, (_, page) in enumerate(terms, 1)}
    found = []
    for letter in index(entries, folios):
        found.append(f"[{letter.name}]")
        for term in letter.terms:
            found += [said(term), *(f"  {said(child)}" for child in term.children)]
    return found


def said(term: Term) -> str:
    return " ".join([term.text, *(run.text for run in term.pages)])


def test_terms_stand_under_their_letters_with_their_pages() -> None:
    assert lines((["mutex", "channel"], 3), (["map", "channel"], 9)) == [
        "[C]", "channel 3 9", "[M]", "map 9", "mutex 3",
    ]  # fmt: skip


def test_two_entries_on_one_page_are_one_number() -> None:
    assert lines((["map"], 4), (["map"], 4)) == ["[M]", "map 4"]


def test_of_two_entries_on_one_page_the_link_leads_to_the_first() -> None:
    entries = [entry(id=number, terms=["map"]) for number in (7, 8)]
    (letter,) = index(entries, {"q7": "4", "q8": "4"})
    assert [(run.text, run.anchor) for run in letter.terms[0].pages] == [("4", "q7")]


def test_neighbouring_pages_are_a_run_and_its_link_leads_to_the_first() -> None:
    entries = [entry(id=number, terms=["map"]) for number in (7, 8, 9)]
    (letter,) = index(entries, {"q7": "4", "q8": "5", "q9": "8"})
    runs = letter.terms[0].pages
    assert [(run.text, run.anchor) for run in runs] == [("4–5", "q7"), ("8", "q9")]


def test_what_is_said_of_a_term_is_indented_under_it() -> None:
    assert lines((["map: order", "map"], 2), (["map: growth"], 5)) == [
        "[M]", "map 2", "  growth 5", "  order 2",
    ]  # fmt: skip


def test_a_term_of_which_only_something_is_said_has_no_page_itself() -> None:
    assert lines((["map: order"], 2)) == ["[M]", "map", "  order 2"]


def test_code_sorts_by_its_letters() -> None:
    assert lines((["`append`", "array", "`-race`", "10 GB"], 1)) == [
        "[0–9]", "10 GB 1",
        "[A]", "<code>append</code> 1", "array 1",
        "[R]", "<code>-race</code> 1",
    ]  # fmt: skip


def test_capitals_do_not_sort_apart() -> None:
    assert lines((["b", "C", "a", "B"], 1)) == ["[A]", "a 1", "[B]", "B 1", "b 1", "[C]", "C 1"]


def test_an_accent_does_not_move_a_term_to_another_letter() -> None:
    assert lines((["Émigré", "edge"], 1)) == ["[E]", "edge 1", "Émigré 1"]


def test_an_index_of_nothing_is_empty() -> None:
    assert index([entry()], {"q1": "1"}) == ()


@pytest.mark.parametrize(
    ("term", "parts"),
    [
        ("map: order", ("map", "order")),
        ("`sync.Map`: when", ("`sync.Map`", "when")),
        ("`case x: y`", ("`case x: y`", "")),
        ("host:port", ("host:port", "")),
        ("plain", ("plain", "")),
    ],
)
def test_a_colon_in_code_parts_nothing(term: str, parts: tuple[str, str]) -> None:
    assert split(term) == parts


def test_terms_that_read_alike_still_have_an_order() -> None:
    assert sort_key("`map`") != sort_key("map")
    assert sort_key("`map`")[0] == sort_key("map")[0]


def bold(*terms: list[str], question: str = "What?") -> dict[str, list[str]]:
    """The bold pages of each term, for entries with these terms on pages 1, 2 and so on."""
    entries = [
        entry(id=number, terms=names, question=question) for number, names in enumerate(terms, 1)
    ]
    found = index(entries, {f"q{one.id}": str(one.id) for one in entries})
    return {
        term.plain: [run.text for run in term.pages if run.subject]
        for letter in found
        for term in letter.terms
    }


def test_a_page_is_bold_where_the_question_gives_the_term_first() -> None:
    assert bold(["map", "slice"], ["slice", "map"]) == {"map": ["1"], "slice": ["2"]}


def test_a_page_is_bold_where_the_question_names_the_term() -> None:
    question = "When do maps beat a sync.Map?"
    assert bold(["x", "map", "`sync.Map`"], question=question) == {
        "map": ["1"], "sync.Map": ["1"], "x": ["1"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("term", "question", "named"),
    [
        ("cache", "How do caches fail?", True),
        ("mutex", "Which mutexes are there?", True),
        ("map", "What does a mapper do?", False),
        ("`errors.As`", "What does errors.AsType do?", False),
        ("Redis", "Why redis?", True),
    ],
)
def test_a_term_is_named_as_a_word(term: str, question: str, named: bool) -> None:
    assert is_named(term, question) is named


def test_runs_join_only_pages_of_one_weight() -> None:
    entries = [entry(id=n, terms=["map"] if n != 8 else ["x", "map"]) for n in (7, 8, 9, 10)]
    letters = index(entries, {f"q{n}": str(n) for n in (7, 8, 9, 10)})
    runs = [(run.text, run.subject) for run in letters[0].terms[0].pages]
    assert runs == [("7", True), ("8", False), ("9–10", True)]


def test_see_also_leads_to_terms_that_are_there() -> None:
    entries = [entry(id=1, terms=["lock", "mutex: cost"])]
    also = {"lock": ["mutex", "gone"], "latch": ["lock"], "bolt": ["gone"]}
    found = index(entries, {"q1": "3"}, also)
    lines = {term.plain: (len(term.pages), list(term.see)) for one in found for term in one.terms}
    assert lines == {"latch": (0, ["lock"]), "lock": (1, ["mutex"]), "mutex": (0, [])}


def test_the_lists_name_what_is_printed() -> None:
    listing = {"name": "a", "region": "b", "caption": "`maps` alone"}
    figure = {"name": "f", "caption": "A map", "alt": "A map."}
    entries = [entry(id=4, listing=listing), entry(id=5, figure=figure, listing=listing)]
    listings, figures = lists(entries, {"l4", "f5"})
    assert (listings.title, figures.anchor) == ("Listings", "figures")
    assert [(line.number, line.caption) for line in listings.lines] == [
        (4, "<code>maps</code> alone")
    ], "what has no anchor is not printed in this edition"
    assert [line.anchor for line in figures.lines] == ["f5"]
    assert lists(entries, ()) == ()
