"""A part locked up: every object once, and open where others are referred to."""

import re
from collections import Counter
from dataclasses import replace

from books import HOUSE
from sheets import part, question, sheet

from press.forme import Forme
from press.typeset import typeset

DRAWING = (
    "<img alt='A square' style='width: 10mm' src=\"data:image/svg+xml,"
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>"
    "<rect width='1' height='1' opacity='.5'/></svg>\">"
)
EVERYTHING = (
    question(1, f'{DRAWING} see <a href="book:q2">5 0 R 100% (7 0 R)</a>')
    + '<p style="break-before: page"><a href="https://go.dev/(x)">go</a></p>'
    + "<table><tr><th>a</th></tr><tr><td>b</td></tr></table>"
)


def written(forme: Forme) -> Counter[int]:
    """How often the linker will write each object of a forme."""
    found = Counter([*range(len(forme.pages)), forme.fonts])
    for page in forme.pages:
        found.update(link.number for link in page.links)
        found.update(link.element for link in page.links if link.led and link.element is not None)
        found.update(box.number for box in page.boxes)
    found.update(number for pack in forme.packs for number in pack.members)
    found.update(loose.number for loose in forme.loose)
    return found


def test_every_object_is_written_once() -> None:
    forme = part(EVERYTHING).forme
    assert written(forme) == Counter(range(forme.count))
    assert len(forme.pages) == 2
    assert len(forme.pages[0].boxes) == 1


def test_there_is_room_for_every_number_and_for_nothing_else() -> None:
    for pack in part(EVERYTHING).forme.packs:
        assert pack.body.text.replace(b"%%", b"").count(b"%7d") == len(pack.body.to)
        closed = pack.body.closed(1_000_000, 9)
        for index in range(len(pack.members)):
            head = closed[: pack.first].split()
            assert int(head[2 * index]) == 1_000_000 + pack.members[index]
            text = closed[pack.first + int(head[2 * index + 1]) :]
            assert text.startswith((b"<<", b"[")), text[:20]


def test_words_that_look_like_references_are_words() -> None:
    alt = "5 0 R, 100% (7 0 R) \\ é"
    forme = part(f"<p>{DRAWING.replace('A square', alt)}</p>").forme
    plain = part(f"<p>{DRAWING.replace('A square', '5 0 R (7 0 R')}</p>").forme
    assert b"(5 0 R \\(7 0 R)" in b"".join(pack.body.text for pack in plain.packs)
    words = "".join(re.findall(r"feff([0-9a-f]+)", str(forme.packs)))
    assert bytes.fromhex(words).decode("utf-16-be") == alt


def test_a_link_within_the_book_may_become_words() -> None:
    (link,) = part(EVERYTHING).forme.pages[0].links
    assert link.led
    assert link.words
    assert (b"/S/Link" in link.led.text, b"/OBJR" in link.led.text) == (True, True)
    assert (b"/S/Span" in link.words.text, b"/OBJR" in link.words.text) == (True, False)
    (outside,) = part(EVERYTHING).forme.pages[1].links
    assert (outside.led, outside.words) == (None, None)


def test_what_stands_around_the_text_has_no_structure() -> None:
    untagged = replace(sheet("<p>7</p>"), tagged=False)
    forme = typeset(untagged, HOUSE.fontconfig).forme
    assert (forme.tops, forme.pages[0].marked) == ((), ())
    assert written(forme) == Counter(range(forme.count))
