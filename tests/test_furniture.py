"""What stands around the text: heads, folios, tabs, page numbers of openers, taps."""

import re
from collections.abc import Sequence

from books import GOOD, HOUSE, read

from press.folios import Extent, Leaf, imposed
from press.forme import NOTHING
from press.furniture import Around, Lay, furniture
from press.house import paper_size
from press.problems import Place
from press.render import Renderer
from press.schema import Edition
from press.selection import select
from press.sheet import Carried, Matter, Slot
from press.typeset import Anchor, Part


def part(
    name: str,
    *seen: Sequence[str],
    carried: tuple[Carried, ...] = (),
    matter: Matter = "body",
    **anchors: Anchor,
) -> Part:
    """A part with so many pages, on each of which the text of those anchors stands."""
    pages = tuple(tuple(page) for page in seen)
    around = (carried,) * len(pages)
    own: tuple[dict[str, Place], tuple[Slot, ...], Matter] = ({}, (), matter)
    return Part(name, len(pages), anchors, pages, around, {}, *own, False, (), NOTHING)


def around(edition: Edition, *parts: Part, binding: float = 0.0) -> list[str]:
    """The HTML of each page's furniture in order, as it is once its numbers are printed."""
    found = []
    for one in laid(edition, *parts, binding=binding):
        pages = re.split(r'(?=<div class="furniture )', one.sheet.html)[1:]
        found += [printed(pages[lay.page], lay) for lay in one.lays]
    return found


def printed(page: str, lay: Lay) -> str:
    """A page with the figures on its noughts, and links to where its taps lead."""
    figures = iter(lay.figures)
    targets = iter(lay.targets)
    later = r'(?<= later")[^>]*>.*?</p>|(?<= later of-contents")[^>]*>.*?</p>'

    def show(text: re.Match[str]) -> str:
        return re.sub(
            r">[^<>]+<", lambda words: re.sub("0", lambda _: next(figures), words[0]), text[0]
        )

    page = re.sub(later, show, page)
    return re.sub("book:tap", lambda _: f"book:{next(targets)}", page)


def set_around(edition: Edition, *parts: Part, binding: float = 0.0) -> list[str]:
    """The HTML of the furniture of each of `parts`."""
    return [one.sheet.html for one in laid(edition, *parts, binding=binding)]


def laid(edition: Edition, *parts: Part, binding: float = 0.0) -> tuple[Around, ...]:
    renderer = Renderer(select(read(GOOD), edition), HOUSE)
    two = edition.sides == "two"
    leaves: tuple[Leaf, ...] = imposed(
        [Extent(p.pages, p.matter == "front") for p in parts], two_sided=two
    )
    folios = {f"q{number}": str(number) for number in range(41, 46)} | {"contents": "i"}
    return furniture(renderer, parts, leaves, folios, binding)


def shown(page: str) -> list[str]:
    """The texts around a page, with the class of each."""
    found = re.findall(r'<p class="([\w -]+)"[^>]*>(.*?)</p>', page)
    return [f"{kind.replace(' later', '')}: {re.sub('<.*?>', '', text)}" for kind, text in found]


EDITIONS = {edition.name: edition for edition in read(GOOD).manuscript.book.editions}
HANDBOOK, SCREEN = EDITIONS["handbook-a4"], EDITIONS["ereader-7in"]


def test_the_left_page_names_the_chapter_and_the_right_one_its_questions() -> None:
    pages = around(HANDBOOK, part("maps", ["e43"], ["e43", "e44"], ["e44", "e45"]))
    assert [shown(page)[0] for page in pages] == [
        "running-head: 43",
        "running-head: 2 Maps",
        "running-head: 44–45",
    ]


def test_an_opener_has_a_folio_and_no_running_head() -> None:
    (page,) = around(HANDBOOK, part("maps", ["c2", "e43"]))
    assert shown(page) == ["folio: 1", "tab: 2"]


def test_the_title_page_has_neither() -> None:
    (page,) = around(HANDBOOK, part("front", ["title"], matter="front"))
    assert shown(page) == []


def test_the_list_on_an_opener_gets_its_page_numbers_at_its_lines() -> None:
    height = paper_size(HANDBOOK)[1] * 72 / 25.4
    first, second, third = (Anchor(0, 50, height - top) for top in (400.0, 413.0, 439.01))
    opener = part("maps", ["c2", "o41", "o42", "o43"], o41=first, o42=second, o43=third)
    (page,) = around(HANDBOOK, opener)
    assert (
        '<div class="rows" style="top: 400.0pt; height: 13.0pt">\n'
        '<p class="row later">41</p>\n'
        '<p class="row later" style="height: 26.01pt">42</p>\n'
        '<p class="row later">43</p>\n</div>'
    ) in page


def test_what_a_page_continues_stands_above_its_column() -> None:
    (page,) = around(
        HANDBOOK, part("maps", ["e43"], carried=(Carried(70.5, 0.0, "Listing 43, continued"),))
    )
    assert (
        '<p class="carried later" style="--left: 70.5pt; --down: 0.0pt">Listing 43, continued</p>'
        in page
    )


def test_pages_that_continue_another_listing_each_are_set_once() -> None:
    first, second, letter = (
        part("maps", ["e43"], ["e43"], carried=(Carried(70.5, 0.0, f"{what}, continued"),))
        for what in ("Listing 43", "Listing 44", "M")
    )
    around = [one.sheet.html for one in laid(HANDBOOK, first, second, letter)]
    assert around[0] == around[1]
    assert "Listing 00, continued" in around[0]
    assert "M, continued" in around[2]


def test_pages_that_differ_in_nothing_but_numbers_are_set_once() -> None:
    pages = [["e43"], ["e43"], ["e44"], ["e45"], ["e43", "e44"], ["e44", "e45"]]
    (one,) = laid(HANDBOOK, part("maps", *pages))
    assert [lay.page for lay in one.lays] == [0, 1, 0, 1, 2, 1]
    assert [lay.figures for lay in one.lays] == ["431", "2", "443", "4", "43445", "6"]
    assert one.sheet.html.count('class="furniture ') == 3


def test_tabs_step_down_from_chapter_to_chapter() -> None:
    htmls = set_around(HANDBOOK, part("slices", ["e41"]), part("maps", ["e43"]))
    assert [re.findall(r"--step: (\d+)", html) for html in htmls] == [["0"], ["1"]]
    assert [re.findall(r"--steps: (\d+)", html) for html in htmls] == [["12"], ["12"]]


def test_the_furniture_knows_how_far_the_text_is_moved() -> None:
    (html,) = set_around(HANDBOOK, part("maps", ["e43"]), binding=4.0)
    assert "--binding: 4.0mm" in html


def links(page: str) -> list[tuple[str, str]]:
    return re.findall(r'<a href="book:([\w-]+)">(.*?)</a>', page)


def test_taps_lead_to_the_questions_around_the_page() -> None:
    (page,) = around(SCREEN, part("maps", ["e43", "e44"]))
    assert links(page) == [
        ("q42", "‹ 42"),
        ("q45", "45 ›"),
        ("c2", "Chapter"),
        ("contents", "Contents"),
    ]


def test_where_there_is_no_question_taps_turn_the_page() -> None:
    first, second, third = around(SCREEN, part("back", ["index"], [], []))
    assert links(first) == [("page-1", "Next ›"), ("contents", "Contents")]
    assert links(second)[:2] == [("page-0", "‹ Previous"), ("page-2", "Next ›")]
    assert links(third) == [("page-1", "‹ Previous"), ("contents", "Contents")]


def test_paper_has_no_taps_and_screens_no_tabs() -> None:
    (paper,) = around(HANDBOOK, part("maps", ["e43"]))
    (screen,) = around(SCREEN, part("maps", ["e43"]))
    assert links(paper) == []
    assert [line.split(":")[0] for line in shown(screen)] == ["tap"] * 4 + ["folio tap"]
