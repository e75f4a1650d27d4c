"""Parts laid out for linking while others are still set: the book is the same."""

from sheets import FONTS, part, plan, question

from press.link import link
from press.stone import Stone
from press.typeset import Part

ONE = part(question(1, '<a href="book:q2">see 2</a>'), name="one")
TWO = part(question(2) + '<p style="break-before: page">more</p>', name="two")
THREE = part(question(3, "<code>three</code>"), name="three")
WHOLE = plan(ONE, TWO, THREE, numbers=(1, 2, 3))


def laid(*parts: Part) -> Stone:
    stone = Stone(FONTS)
    for one in parts:
        stone.lay(one)
    return stone


def test_it_makes_no_difference_how_many_were_laid_out_before() -> None:
    alone = link(WHOLE, laid())
    for parts in ((ONE,), (ONE, TWO), (ONE, TWO, THREE)):
        stone = laid(*parts)
        assert stone.begins(WHOLE.parts)
        assert link(WHOLE, stone) == alone
        assert (stone.parts, stone.pages) == ([], []), "nothing of it is kept in memory"


def test_what_was_laid_out_in_vain_is_not_printed() -> None:
    alone = link(WHOLE, laid())
    for parts in ((TWO,), (ONE, THREE), (ONE, TWO, THREE, ONE)):
        stone = laid(*parts)
        assert not stone.begins(WHOLE.parts)
        assert link(WHOLE, stone) == alone


def test_a_part_with_other_places_is_the_same_part() -> None:
    assert laid(ONE).begins((ONE.placed({}), TWO))
    assert not laid(ONE).begins((part(question(1), name="one"), TWO))
