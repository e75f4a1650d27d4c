"""What travels with an edition: what it waits for, and what has come ahead of its time."""

from collections.abc import Generator

import pytest
from books import GOOD, HOUSE, read
from sheets import part, sheet

from press.docket import Docket
from press.impression import Ahead, Asked
from press.rack import Set
from press.selection import select
from press.sheet import Slot

ONE, OTHER = sheet("<p>One.", name="one"), sheet("<p>Other.", name="other")


def docket(monkeypatch: pytest.MonkeyPatch, *stages: Asked) -> tuple[Docket, list[list[Set]]]:
    """A docket of an edition that asks for `stages`, and the parts that each of them was sent."""
    sent: list[list[Set]] = []

    def impression(*_: object) -> Generator[Asked, tuple[Set, ...], str]:
        for asked in stages:
            sent.append(list((yield asked)))
        return "printed"

    monkeypatch.setattr("press.docket.impression", impression)
    copy = read(GOOD)
    return Docket(select(copy, copy.manuscript.book.editions[0]), HOUSE), sent


def test_what_comes_ahead_is_kept_until_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    later = sheet("<p>Other.", name="other")
    found, sent = docket(monkeypatch, (ONE, Ahead(OTHER)), (later,))
    found.next()
    assert found.ask("a", ONE)
    assert found.ask("b", OTHER, ahead=True)
    found.take("b", part("<p>Other.", name="other"))
    assert not found.complete(), "what is waited for has not come"
    found.take("a", part("<p>One.", name="one"))
    assert found.complete()
    found.opened = True
    found.next()
    assert [[one.name for one in parts] for parts in sent] == [["one"]]
    assert not found.ask("b", later), "it was asked for before"
    assert found.complete()
    with pytest.raises(StopIteration):
        found.next()
    assert [one.name for one in sent[1]] == ["other"]
    found.close(None, ())


def test_a_part_is_told_where_its_numbers_lead_when_it_is_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slots = (Slot(1, "q1"),)
    final = type(ONE)(ONE.name, ONE.html, ONE.styles, ONE.places, slots=slots)
    found, sent = docket(monkeypatch, (Ahead(ONE),), (final,))
    found.next()
    found.ask("a", ONE, ahead=True)
    found.take("a", part("<p>One.", name="one"))
    assert found.complete(), "nothing is waited for"
    found.opened = True
    found.next()
    found.ask("a", final)
    with pytest.raises(StopIteration):
        found.next()
    assert [one.slots for one in sent[1]] == [slots]
    found.close(None, ())


def test_as_many_parts_are_expected_as_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    found, _ = docket(monkeypatch, (ONE, Ahead(OTHER)), (OTHER,))
    found.next()
    for key, one, ahead in (("a", ONE, False), ("b", OTHER, True)):
        found.ask(key, one, ahead=ahead)
        found.take(key, part("<p>Text."))
    assert (found.asked, found.expected) == (2, 4), "each will want its furniture"
    found.opened = True
    found.next()
    found.ask("b", OTHER)
    assert (found.asked, found.expected) == (2, 4), "what is asked for again is one part"
    found.close(None, ())
