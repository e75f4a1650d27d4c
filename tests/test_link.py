"""Parts joined into one document: what leads where, and what stops the press."""

from typing import Any

import pytest
from pypdf import PdfReader
from sheets import joined, linked, notes, part, plan, question, refusal, root

from press.catalogue import Heading
from press.problems import Place


def test_a_reference_into_another_part_lands_there() -> None:
    one = part(question(1, '<a href="book:q2">see 2</a>'), name="one")
    two = part(question(2), name="two")
    pdf = joined(one, two, numbers=(1, 2))
    (note,) = notes(pdf.pages[0])
    assert note["/A"]["/S"] == "/GoTo"
    assert note["/A"]["/D"][0].get_object() == pdf.pages[1]
    assert float(note["/A"]["/D"][3]) == two.anchors["q2"].y
    assert note["/Contents"] == "Question 2"
    assert "/URI" not in note["/A"]


def test_a_reference_to_what_has_no_name_keeps_its_words() -> None:
    body = '<h1 id="c1">One</h1>' + question(1, '<a href="book:c1">the <b>chapter</b></a>')
    (note,) = notes(joined(part(body), numbers=(1,)).pages[0])
    assert note["/Contents"] == "the chapter"


def test_a_link_to_the_web_stays_one() -> None:
    pdf = joined(part(question(1, '<a href="https://go.dev/">go</a>')), numbers=(1,))
    (note,) = notes(pdf.pages[0])
    assert note["/A"]["/URI"] == "https://go.dev/"


def test_a_reference_that_leads_nowhere() -> None:
    first = question(1) + '<div style="break-before: page"></div>'
    found = part(
        first + question(2, '<a href="book:q999">x</a>'),
        q1=Place("c.yaml", 4, 5),
        q2=Place("c.yaml", 8, 5),
    )
    assert refusal(found, numbers=(1, 2)) == [
        "c.yaml:8:5: question 2: the reference 'book:q999' leads nowhere; "
        "name a question that this edition prints"
    ]


def test_a_reference_to_a_question_that_is_not_printed_keeps_its_words() -> None:
    found = part(question(1, 'See <a href="book:q7">question <b>7</b></a> of the book.'))
    pdf = PdfReader(linked(plan(found, numbers=(1,), elsewhere=("q7",))))
    assert notes(pdf.pages[0]) == []
    assert "See question 7 of the book." in pdf.pages[0].extract_text()
    assert "/Link" not in kinds(root(pdf)["/StructTreeRoot"])


def kinds(element: Any) -> set[str]:
    """The kinds of all elements below one."""
    below = element.get("/K", [])
    kids = [kid.get_object() for kid in (below if isinstance(below, list) else [below])]
    elements = [kid for kid in kids if not isinstance(kid, int)]
    return {str(kid.get("/S")) for kid in elements}.union(*map(kinds, elements))


@pytest.mark.parametrize(
    ("printed", "wanted", "shown"),
    [
        ((1, 3), (1, 2, 3), "2"),
        ((1, 2, 9), (1, 2), "9"),
        ((2, 1), (1, 2), "their order"),
        ((), (1,), "1"),
    ],
)
def test_each_question_must_be_there_once_and_in_order(
    printed: tuple[int, ...], wanted: tuple[int, ...], shown: str
) -> None:
    found = part("".join(question(number) for number in printed) or "<p>none</p>")
    (wrong,) = refusal(found, numbers=wanted)
    assert f"the questions are not each printed once and in order ({shown})" in wrong


def test_a_question_in_two_parts_is_one_too_many() -> None:
    parts = (part(question(1), name="one"), part(question(1), name="two"))
    (wrong,) = refusal(*parts, numbers=(1,))
    assert "(1)" in wrong


def test_the_outline_folds_questions_under_their_chapter() -> None:
    found = part('<h1 id="c1">One</h1>' + question(1))
    outline = (Heading("1 One", "c1", (Heading("1 Question", "q1"),)),)
    pdf = joined(found, numbers=(1,), outline=outline)
    chapter = root(pdf)["/Outlines"]["/First"]
    assert chapter["/Title"] == "1 One"
    assert chapter["/Count"] == -1
    assert chapter["/First"]["/Title"] == "1 Question"


def test_every_anchor_is_a_named_destination() -> None:
    pdf = joined(part(question(1)), part(question(2)), numbers=(1, 2))
    assert sorted(pdf.named_destinations) == ["q1", "q2"]


def test_the_same_parts_give_the_same_bytes() -> None:
    made = plan(part(question(1)), part(question(2)), numbers=(1, 2))
    assert linked(made).getvalue() == linked(made).getvalue()
