"""The handbook as a reader holds it: two sides, chapters on the right, pages that are found."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from pagerules import margins
from printed import MM, Printed, bare
from pypdf.generic import Destination
from test_editions import headings

from press.binding import allowance
from press.index import split
from press.load import Manuscript
from press.prose import plain
from press.schema import Edition, Entry

Open = Callable[[str], Printed]
LINE = re.compile(r"^(.+?) (\d+)$")
"""A line of the contents: its leaders are painted, so that the page follows the title."""


@pytest.fixture
def handbook(printed: Open) -> Printed:
    return printed("handbook-a4")


def openers(pdf: Printed) -> list[int]:
    return [line.page for line in pdf.outline if line.level == 1 and line.title[0].isdigit()]


def test_chapters_open_on_a_right_hand_page(handbook: Printed, manuscript: Manuscript) -> None:
    pages = openers(handbook)
    assert len(pages) == len(manuscript.chapters)
    for page, chapter in zip(pages, manuscript.chapters, strict=True):
        assert page % 2 == 0
        assert int(handbook.labels[page]) % 2 == 1
        title = bare(f"Chapter {chapter.number} {chapter.text.title}")
        assert bare("".join(run.text for run in handbook.body(page))).startswith(title)


def test_blank_pages_are_really_blank(handbook: Printed) -> None:
    blank = [page for page in range(handbook.pages) if handbook.blank(page)]
    assert blank == [page for page in range(handbook.pages) if not handbook.runs(page)]
    before = {page - 1 for page in openers(handbook)}
    inside = [page for page in blank if page < max(openers(handbook))]
    assert set(inside) <= before, "a page is blank only so that a chapter can open on the right"
    assert all(page % 2 == 1 for page in inside)


def test_front_matter_is_numbered_apart(handbook: Printed) -> None:
    first = openers(handbook)[0]
    assert handbook.labels[:3] == ["i", "ii", "iii"]
    assert all(not label.isdigit() for label in handbook.labels[:first])
    numbers = handbook.labels[first:]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def contents(pdf: Printed) -> list[str]:
    """The lines of the contents."""
    start, end = (line.page for line in pdf.outline[:2])
    return [p.text for p in pdf.of_kind("P") if p.pages and start <= min(p.pages) < end]


def test_the_contents_name_the_page_of_every_question(
    handbook: Printed, questions: dict[int, str]
) -> None:
    found = headings(handbook)
    lines = {
        int(named[1]): (named[2], line[2])
        for text in contents(handbook)
        if (line := LINE.match(text)) and (named := re.match(r"(\d{3}) (.+)", line[1]))
    }
    assert list(lines) == list(questions)
    for number, (question, label) in lines.items():
        assert bare(question) == bare(questions[number])
        assert label == handbook.labels[found[number].runs[0][0]], number


def test_the_contents_name_the_page_of_all_that_the_outline_names(
    handbook: Printed, manuscript: Manuscript
) -> None:
    start = handbook.outline[0].page
    front = ["Preface", "How an entry is built", "Conventions"]
    front += [f"Study plan: {plan.title}" for plan in manuscript.book.plans]
    back = ["Listings", "Figures", "Index"]
    wanted = [(line.title, handbook.labels[line.page]) for line in handbook.outline
              if line.level == 1 and line.title != "Contents"]  # fmt: skip
    texts = [text for text in contents(handbook) if not re.match(r"\d{3} ", text)]
    # The pages of front matter are laid over its lines, as they are not known before it is set.
    pages = handbook.furniture(start)[: len(front)]
    lines = list(zip(texts[: len(front)], pages, strict=True))
    lines += [(line[1], line[2]) for text in texts[len(front) :] if (line := LINE.match(text))]
    assert lines == wanted
    assert [title for title, _ in wanted[: len(front)]] == front
    assert [title for title, _ in wanted[-len(back) :]] == back
    assert len(wanted) == len([*front, *manuscript.chapters, *back])


@pytest.mark.parametrize("name", ["handbook-a4", "ereader-7in"])
def test_the_preface_is_one_page(name: str, printed: Open) -> None:
    pages = {line.title: line.page for line in printed(name).outline}
    assert pages["How an entry is built"] == pages["Preface"] + 1


def test_the_first_plan_is_one_page_with_each_core_question_once(
    handbook: Printed, entries: tuple[Entry, ...]
) -> None:
    found = headings(handbook)
    start = handbook.page_of(handbook.names["plans"])
    texts = [piece.text for piece in handbook.of_kind("P") if piece.pages == (start,)]
    lines = [line for text in texts for line in re.findall(r"(\d{3}) p\. (\d+)", text)]
    core = [entry.id for entry in entries if entry.level == "core"]
    assert lines == [(str(number), handbook.labels[found[number].runs[0][0]]) for number in core]


def index_lines(pdf: Printed) -> list[tuple[str, str]]:
    """Each line of the index that has pages: its words, and the pages as printed."""
    start = next(line.page for line in pdf.outline if line.title == "Index")
    texts = [p.text for p in pdf.of_kind("P") if start <= min(p.pages, default=-1)]
    # Where a line breaks, a space may stand within a run of pages: look at the signs alone.
    line = re.compile(r"^(.+?)((?:,\d+(?:–\d+)?)+)(?:\.Seealso.+)?$")
    found = [line.match(bare(text)) for text in texts]
    return [(line[1], line[2]) for line in found if line]


@pytest.mark.parametrize("name", ["handbook-a4", "ereader-7in"])
def test_the_index_leads_to_every_term_of_every_entry(
    name: str, printed: Open, entries: tuple[Entry, ...]
) -> None:
    pdf = printed(name)
    lines: dict[str, list[set[int]]] = {}
    for words, pages in index_lines(pdf):
        lines.setdefault(words, []).append(spread(pages))
    found = headings(pdf)
    for entry in entries:
        page = int(pdf.labels[found[entry.id].runs[0][0]])
        for term in entry.terms:
            parent, child = split(term)
            key = bare(plain(child or parent))
            assert any(page in pages for pages in lines.get(key, [])), (term, page)


def test_the_columns_of_the_index_begin_level(handbook: Printed) -> None:
    """Also where a letter begins a column."""
    start = next(line.page for line in handbook.outline if line.title == "Index")
    for page in range(start + 1, handbook.pages):
        runs = [run for run in handbook.body(page) if run.text.strip()]
        middle = (min(run.left for run in runs) + max(run.right for run in runs)) / 2
        tops = [
            max((run.base for run in runs if (run.left > middle) is right), default=0.0)
            for right in (False, True)
        ]
        assert tops[0] == pytest.approx(tops[1], abs=0.5) or not all(tops), handbook.labels[page]


def test_the_index_prints_no_page_twice_in_a_line(handbook: Printed) -> None:
    for words, pages in index_lines(handbook):
        numbers = re.findall(r"\d+", pages)
        assert numbers == sorted(set(numbers), key=int), words


@pytest.mark.parametrize("title", ["Listings", "Figures"])
@pytest.mark.parametrize("name", ["handbook-a4", "ereader-7in"])
def test_the_lists_name_the_page_of_every_listing_and_figure(
    name: str, title: str, printed: Open, entries: tuple[Entry, ...]
) -> None:
    pdf = printed(name)
    start = next(line.page for line in pdf.outline if line.title == title)
    kind, captions = (
        title[0].lower(),
        {
            entry.id: item.caption
            for entry in entries
            if (item := entry.listing if title == "Listings" else entry.figure)
        },
    )
    after = [p.text for p in pdf.of_kind("P") if min(p.pages, default=-1) >= start]
    lines = {bare(text) for text in after}
    for number, caption in captions.items():
        place = pdf.names[f"{kind}{number}"]
        assert isinstance(place, Destination)
        label = pdf.labels[pdf.page_of(place)]
        assert bare(f"{number} {plain(caption)}{label}") in lines, number


def spread(text: str) -> set[int]:
    """The pages that `, 12, 14–16` names."""
    found: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", text):
        found |= set(range(int(first), int(last or first) + 1))
    return found


def test_running_heads_name_the_chapter_on_the_left_and_the_questions_on_the_right(
    handbook: Printed, manuscript: Manuscript
) -> None:
    starts, ends = openers(handbook), openers(handbook)[1:]
    ends.append(next(line.page for line in handbook.outline if line.title == "Index"))
    numbers: dict[int, list[int]] = {}
    number = 0
    for piece in handbook.of_kind("Art"):
        number = int(piece.text[:3]) if re.match(r"\d{3} [A-Z]", piece.text) else number
        for page in piece.pages:
            numbers.setdefault(page, []).append(number)
    for chapter, start, end in zip(manuscript.chapters, starts, ends, strict=True):
        for page in range(start + 1, end):
            if page not in numbers:
                continue
            first, last = min(numbers[page]), max(numbers[page])
            words = str(first) if first == last else f"{first}–{last}"
            head = f"{chapter.number} {chapter.text.title}" if page % 2 else words
            around = handbook.furniture(page)
            assert (around[0], around[-1]) == (head, handbook.labels[page])
            carried = [text for text in around[1:-1] if text != str(chapter.number)]
            assert all(re.fullmatch(r"Listing \d+, continued", text) for text in carried)


def test_thumb_tabs_step_down_from_chapter_to_chapter(handbook: Printed) -> None:
    heights = []
    for number, start in enumerate(openers(handbook), 1):
        width = handbook.reader.pages[start + 1].trimbox.width
        (tab,) = [
            run
            for run in handbook.runs(start + 1)
            if run.furniture and run.text == str(number) and not 40 < run.left < float(width) - 40
        ]
        heights.append(tab.base)
    steps = [one - other for one, other in pairwise(heights)]
    assert min(steps) > 30
    assert max(steps) == pytest.approx(min(steps), abs=0.1)


def test_the_opener_lists_its_questions_with_their_pages(
    handbook: Printed, manuscript: Manuscript
) -> None:
    found = headings(handbook)
    for page, chapter in zip(openers(handbook), manuscript.chapters, strict=True):
        rows = {round(run.base): run for run in handbook.runs(page) if run.furniture}
        edges = set()
        for entry in chapter.text.entries:
            (line,) = [run for run in handbook.body(page) if run.text.strip() == str(entry.id)]
            label = handbook.labels[found[entry.id].runs[0][0]]
            assert rows[round(line.base)].text == label, entry.id
            edges.add(round(rows[round(line.base)].right))
        assert len(edges) == 1


def test_no_heading_ends_a_page(handbook: Printed) -> None:
    for number, piece in headings(handbook).items():
        page, run = piece.runs[-1]
        below = [other for other in handbook.body(page) if other.base < run.base - 5]
        assert below, f"question {number} ends page {handbook.labels[page]}"


def test_margins_are_mirrored(handbook: Printed, editions: dict[str, Edition]) -> None:
    """Numbers begin where the sheet says, on both sides; the inner margin has grown."""
    edition = editions["handbook-a4"]
    for verso in (False, True):
        margin = margins(edition, handbook.pages, verso)
        begin = min(run.left for page in range(12 + verso, 24, 2) for run in handbook.body(page))
        assert begin == pytest.approx((margin.left - margin.hang) * MM, abs=0.5)
    inner = margins(edition, handbook.pages, verso=True).right
    assert inner == 23 + allowance(handbook.pages) > 23
