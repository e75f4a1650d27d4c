"""Where words that are too long for a line may break, and where no word may."""

import pytest
from sheets import part, wrongs

from press.longwords import BREAK, LONG, breakable


def test_a_word_that_fits_is_left_alone() -> None:
    for word in ("net/http", "x" * LONG, "a-b_c.d" * 4):
        assert breakable(word) == word


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("golang.org/x/text/unicode/norm", "golang. org/ x/ text/ unicode/ norm"),
        ("propagation.NewCompositeTextMap", "propagation. New Composite Text Map"),
        ("--new-from-merge-base=origin/main", "--new- from- merge- base= origin/ main"),
        ("y" * 30, f"{'y' * 14} {'y' * 14} yy"),
    ],
)
def test_a_long_word_breaks_at_its_joints(word: str, pieces: str) -> None:
    assert breakable(word).split(BREAK) == pieces.split()


def test_what_is_left_out_of_it_is_nothing() -> None:
    text = "See golang.org/x/text/unicode/norm & <b> and " + "z" * 90
    assert breakable(text).replace(BREAK, "") == text.replace("&", "&amp;").replace(
        "<", "&lt;"
    ).replace(">", "&gt;")


def test_a_long_word_stays_on_its_page() -> None:
    assert wrongs(part(f"<p>{breakable('w' * 400)}</p>")) == []
    assert wrongs(part(f"<p>{'w' * 400}</p>")) != []
