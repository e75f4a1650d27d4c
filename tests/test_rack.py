"""What a rack holds comes back as it was put by, whether it stayed at hand or not."""

import gc
import weakref

import pytest
from sheets import linked, part, plan, question

from press.forme import Forme
from press.rack import Rack
from press.typeset import Part


def some() -> list[Part]:
    return [part(question(number), name=f"part {number}") for number in (1, 2, 3)]


parts = pytest.fixture(some)


@pytest.mark.parametrize("room", [0, 1_000_000])
def test_what_is_put_by_comes_back(room: int, parts: list[Part]) -> None:
    rack = Rack(room)
    racked = [rack.racked(one) for one in parts]
    assert (rack.file is None) is bool(room)
    # In another order, and more than once
    for one, found in (*zip(parts, racked, strict=True), (parts[0], racked[0])):
        assert found.forme == one.forme
        assert (found.name, found.anchors, found.seen) == (one.name, one.anchors, one.seen)
    rack.close()


def test_the_book_is_the_same_from_a_rack(parts: list[Part]) -> None:
    rack = Rack(0)
    here = plan(*parts, numbers=(1, 2, 3))
    there = plan(*map(rack.racked, parts), numbers=(1, 2, 3))
    assert linked(there).getvalue() == linked(here).getvalue()
    rack.close()


def test_no_more_stays_at_hand_than_there_is_room_for() -> None:
    parts = some()
    weight = max(one.forme.weight for one in parts)
    rack = Rack(2 * weight)
    formes: list[weakref.ref[Forme]] = [weakref.ref(one.forme) for one in parts]
    racked = [rack.racked(one) for one in parts]
    del parts
    gc.collect()
    assert sum(ref() is not None for ref in formes) <= 2
    assert rack.file is not None
    assert [found.forme.count > 0 for found in racked] == [True, True, True]
    rack.close()


def test_a_forme_weighs_about_what_it_takes() -> None:
    light, heavy = part("<p>a</p>").forme, part("<p>" + "some words " * 3000 + "</p>").forme
    assert 0 < light.weight < heavy.weight


def test_what_is_closed_brings_nothing() -> None:
    rack = Rack(0)
    bring = rack.put("text", 4)
    assert bring() == "text"
    rack.close()
    with pytest.raises(ValueError, match="closed file"):
        bring()
