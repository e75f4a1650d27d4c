"""Pages that stand are made again only where they change, and the part is the same."""

import random
from collections.abc import Iterator

import pytest
from books import HOUSE
from sheets import sheet, wrongs
from weasyprint.layout import page

from press.engine import Engine
from press.typeset import Part, typeset

# 100 × 100 mm with margins of 10 mm: 226 pt of height are 16 lines of 14 pt.
COUNT = 24


class Press:
    """A press that keeps running; `made` counts the pages that it makes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made = 0
        real = page.remake_page

        def counted(*words: object) -> object:
            self.made += 1
            return real(*words)

        monkeypatch.setattr("press.pagination.remake_page", counted)

    def print(self, *blocks: str, body: str = "", name: str = "tiny", css: str = "") -> Part:
        """Set blocks, of which the pages stand, and prove that they are as if set anew."""
        self.made = 0
        html = sheet(f"<section {body}>{''.join(blocks)}</section>", css, name)
        found = typeset(html, HOUSE.fontconfig, standing=True)
        made, standing = self.made, Engine.at(HOUSE.fontconfig).standing
        kept = dict(standing)
        standing.clear()
        assert typeset(html, HOUSE.fontconfig) == found
        standing.clear()
        standing.update(kept)
        self.made = made
        return found


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Iterator[Press]:
    standing = Engine.at(HOUSE.fontconfig).standing
    standing.clear()
    yield Press(monkeypatch)
    standing.clear()


def block(number: int, lines: int = 6, *, moves: int = 0) -> str:
    """An entry of so many lines, perhaps with a figure of some that may move."""
    text = "".join(f"<p>line {line} of {number}</p>" for line in range(lines))
    inner = "".join(f"<p>figure {line}</p>" for line in range(moves))
    figure = f'<figure data-moves style="break-inside: avoid">{inner}</figure>' if moves else ""
    return f'<article id="e{number}"><h1 id="q{number}">{number}</h1>{figure}{text}</article>'


def entries() -> list[str]:
    return [block(number, 4 + number % 5) for number in range(COUNT)]


def test_a_word_is_changed(press: Press) -> None:
    blocks = entries()
    pages = press.print(*blocks).pages
    assert press.made == pages > 9
    blocks[12] = blocks[12].replace("line 2", "page 2")
    press.print(*blocks)
    assert 1 <= press.made <= 3
    blocks[13] = blocks[13].replace("line 2", "page 2")
    press.print(*blocks)
    assert 1 <= press.made <= 3, "pages of two generations stand together"


def test_two_words_far_apart_are_changed(press: Press) -> None:
    blocks = entries()
    pages = press.print(*blocks).pages
    blocks[2], blocks[20] = (blocks[n].replace("line 2", "page 2") for n in (2, 20))
    press.print(*blocks)
    assert pages * 2 // 3 < press.made < pages


def test_what_grows_moves_all_that_follows(press: Press) -> None:
    blocks = entries()
    press.print(*blocks)
    blocks[12] = block(12, 30)
    pages = press.print(*blocks).pages
    assert pages // 3 < press.made < pages


def test_the_first_and_the_last_are_changed(press: Press) -> None:
    blocks = entries()
    press.print(*blocks)
    blocks[0] = blocks[0].replace("line 2", "page 2")
    press.print(*blocks)
    assert press.made <= 2
    blocks[-1] = blocks[-1].replace("line 2", "page 2")
    press.print(*blocks)
    assert press.made <= 3


@pytest.mark.parametrize(
    "change", ["nothing", "a block less", "another order", "what is around", "a block's kind"]
)
def test_where_all_may_be_new_all_is_made(press: Press, change: str) -> None:
    blocks = entries()
    press.print(*blocks)
    match change:
        case "a block less":
            del blocks[5]
        case "another order":
            blocks.reverse()
        case "a block's kind":
            blocks[9] = blocks[9].replace("<article", '<article class="x"')
    pages = press.print(*blocks, body='class="x"' if change == "what is around" else "").pages
    assert press.made == pages


def test_what_is_counted_over_blocks_is_counted_anew(press: Press) -> None:
    counted = (
        "body { counter-reset: line } p { counter-increment: line }"
        "h1::after { content: counter(line) }"
    )
    blocks = entries()
    press.print(*blocks, css=counted)
    blocks[9] = block(9, 4 + 9 % 5 + 1)
    pages = press.print(*blocks, css=counted).pages
    assert press.made == pages


def test_a_style_that_looks_into_blocks_has_all_made(press: Press) -> None:
    css = "article:has(b) + article { padding-top: 1px }"
    blocks = entries()
    press.print(*blocks, css=css)
    blocks[9] = blocks[9].replace("line 2", "<b>line 2</b>")
    pages = press.print(*blocks, css=css).pages
    assert press.made == pages


def test_a_block_that_moved_moves_again(press: Press) -> None:
    blocks = [block(0, 6), block(1, 12, moves=7), block(2, 6), block(3, 14, moves=8), block(4, 9)]
    press.print(*blocks)
    for index in range(len(blocks)):
        blocks[index] = blocks[index].replace("line 3", "page 3")
        press.print(*blocks)


def test_what_is_shorter_now_may_go_back_to_the_page_before(press: Press) -> None:
    def unbroken(lines: int) -> str:
        return f'<div style="break-inside: avoid">{block(3, lines)}</div>'

    blocks = [block(0, 15), block(1, 15), block(2, 9), unbroken(9), *entries()[4:]]
    press.print(*blocks)
    blocks[3] = unbroken(3)
    press.print(*blocks)


def test_a_block_that_moved_need_not_move_again(press: Press) -> None:
    """Its entry goes on with the child of the same number, which is another one now."""

    def kept(word: str, lines: int) -> str:
        text = "".join(f"<p>{word} {line}</p>" for line in range(lines))
        return f'<div style="break-inside: avoid">{text}</div>'

    figure = kept("figure", 8).replace("<div", "<figure data-moves").replace("</div", "</figure")
    parts = (kept("before", 2), figure, kept("behind", 3), kept("then", 3))
    blocks = [block(0, 8), f"<article><h1>1</h1>{''.join(parts)}</article>", *entries()[2:]]
    press.print(*blocks)
    blocks[0] = block(0, 3)
    press.print(*blocks)


def test_what_goes_on_beside_the_text_goes_on(press: Press) -> None:
    side = "".join(f"<p>side {line}</p>" for line in range(40))
    aside = f'<div style="float: left; width: 30mm">{side}</div>'
    blocks = [aside + block(number, 9) if number == 1 else block(number, 9) for number in range(12)]
    press.print(*blocks)
    for number in (4, 5, 6, 2):
        blocks[number] = blocks[number].replace("line 2", "page 2")
        press.print(*blocks)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_changed_the_pages_are_those_of_a_part_set_anew(
    press: Press, seed: int
) -> None:
    lots = random.Random(seed)

    def drawn(number: int) -> str:
        return block(number, lots.randint(1, 14), moves=lots.choice((0, 0, 4, 8)))

    blocks = [drawn(number) for number in range(10)]
    press.print(*blocks)
    for _ in range(6):
        number = lots.randrange(len(blocks))
        words = ("line 0", f"page {lots.randrange(99)} word " * lots.randint(1, 30))
        blocks[number] = lots.choice((drawn(number), blocks[number].replace(*words)))
        press.print(*blocks)


def test_what_is_wrong_is_said_again(press: Press) -> None:
    wide = [*entries(), f"<article>{'w' * 90}</article>"]
    said = wrongs(press.print(*wide))
    assert said
    wide[0] = wide[0].replace("line 2", "page 2")
    assert wrongs(press.print(*wide)) == said


def test_only_a_few_parts_stand(press: Press) -> None:
    for name in "abcde":
        press.print(block(1), block(2), name=name)
    standing = Engine.at(HOUSE.fontconfig).standing
    assert [name for name, _ in standing] == ["c", "d", "e"]
