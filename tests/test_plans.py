"""Study plans: each question once, on its page, and nothing that the edition does not print."""

import re
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from books import GOOD, HOUSE, ROOT, changed, entry, read
from printed import Printed
from test_render import issue

from press.plans import Course, courses
from press.render import Renderer
from press.schema import Chapter, StudyPlan
from press.selection import Chosen, Override, overridden, select

ITEM = re.compile(r"(\d+) p\. (\w+)")
WHOLE = Override()


def chosen(*sizes: int, level: str = "core") -> tuple[Chosen, ...]:
    """Chapters of so many questions each, numbered through."""
    bound = read(GOOD).manuscript.chapters[0]
    chapters, number = [], 0
    for size in sizes:
        entries = tuple(entry(id=number + n, level=level) for n in range(1, size + 1))
        assert Chapter(title="A", entries=entries)
        chapters.append(Chosen(bound, entries))
        number += size
    return tuple(chapters)


def course(plan: StudyPlan, *sizes: int) -> Course:
    (found,) = courses((plan,), chosen(*sizes))
    return found


def shares(days: int, *sizes: int) -> list[int]:
    """How many chapters each day has."""
    found = course(StudyPlan(title="A", days=days), *sizes).days
    assert [day.number for day in found] == list(range(1, len(found) + 1))
    return [len(day.stretches) for day in found]


class TestCourses:
    def test_a_plan_without_days_has_one_that_is_not_counted(self) -> None:
        (day,) = course(StudyPlan(title="A"), 2, 3).days
        assert day.number == 0
        assert [len(stretch.items) for stretch in day.stretches] == [2, 3]

    def test_every_question_comes_once_and_in_order(self) -> None:
        days = course(StudyPlan(title="A", days=3), 5, 1, 7, 2).days
        items = [item for day in days for stretch in day.stretches for item in stretch.items]
        assert [item.number for item in items] == list(range(1, 16))

    @pytest.mark.parametrize(
        ("days", "sizes", "found"),
        [
            (7, (20,) * 16, [2, 3, 2, 2, 2, 3, 2]),
            (2, (1, 1, 1, 1), [2, 2]),
            (2, (9, 1, 1, 1), [1, 3]),
            (7, (20, 20), [1, 1]),
            (3, (1, 1, 20), [2, 1]),
            (2, (5,), [1]),
        ],
    )
    def test_whole_chapters_are_divided_evenly(
        self, days: int, sizes: tuple[int, ...], found: list[int]
    ) -> None:
        assert shares(days, *sizes) == found

    def test_a_plan_with_nothing_to_print_is_left_out(self) -> None:
        plans = (StudyPlan(title="A", levels=("expert",)), StudyPlan(title="B"))
        assert [found.plan.title for found in courses(plans, chosen(2))] == ["B"]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the good book's handbook and e-reader book."""
    folder = tmp_path_factory.mktemp("plans")
    command = [sys.executable, "build.py", "handbook-a4", "ereader-7in", "-q", "-j1"]
    done = subprocess.run(
        [*command, "-b", str(GOOD), "-o", str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture(params=["handbook-a4", "ereader-7in"])
def book(small: Path, request: pytest.FixtureRequest) -> Printed:
    return Printed(small / f"{request.param}.pdf")


def stands(book: Printed, number: int) -> int:
    """The page, from 0, that has the heading of a question."""
    (page,) = {
        piece.pages[0]
        for piece in book.of_kind("H2")
        if re.match(rf"{number} [A-Z]", piece.text) and piece.pages
    }
    return page


def planned(book: Printed) -> list[tuple[str, str]]:
    """The numbers and pages in the plans, in reading order: all that has such a form."""
    first = next(line.page for line in book.outline if line.title[0].isdigit())
    texts = [p.text for p in book.of_kind("P") if max(p.pages, default=first) < first]
    return [found for text in texts for found in ITEM.findall(text)]


def test_the_plans_print_each_of_their_questions_once_with_its_page(book: Printed) -> None:
    wanted = [41, 43, *range(41, 46)]
    assert planned(book) == [(str(number), book.labels[stands(book, number)]) for number in wanted]


def test_a_plan_leads_to_its_questions(book: Printed) -> None:
    start = book.page_of(book.names["plans"])
    end = next(line.page for line in book.outline if line.title[0].isdigit())
    jumps = [jump for jump in book.jumps if start <= jump.page < end and "Question" in jump.said]
    numbers = [41, 43, *range(41, 46)]
    assert [jump.said.split(":")[0] for jump in jumps] == [f"Question {n}" for n in numbers]
    assert [jump.target for jump in jumps] == [stands(book, number) for number in numbers]


def test_contents_and_outline_name_what_stands_before_the_chapters(book: Printed) -> None:
    titles = [
        "Preface", "How an entry is built", "Conventions", "Study plan: A minute",
        "Study plan: Two days",
    ]  # fmt: skip
    outline = {line.title: line.page for line in book.outline}
    assert list(outline)[:6] == ["Contents", *titles]
    contents = outline["Contents"]
    lines = [piece.text for piece in book.of_kind("P") if contents in piece.pages]
    assert [line for line in lines if line in titles] == titles
    # Their pages are known when they have been set, and laid over the lines.
    pages = [book.labels[outline[title]] for title in titles]
    assert book.furniture(contents)[: len(pages)] == pages


def test_headings_go_down_a_step_at_a_time(book: Printed) -> None:
    levels = [int(piece.kind[1]) for piece in book.pieces if re.fullmatch(r"H\d", piece.kind)]
    assert levels[0] == 1
    assert 4 in levels
    assert all(below <= above + 1 for above, below in pairwise(levels))


@cache
def front(edition: int, wanted: Override = WHOLE) -> str:
    """The HTML of the good book's front matter, made of what is selected."""
    copy = read(GOOD)
    plain = copy.manuscript.book.editions[edition]
    narrowed = overridden(copy, plain, wanted, HOUSE)
    (sheet,) = Renderer(select(copy, narrowed), HOUSE).front(())
    return sheet.html


def test_boxes_are_for_paper() -> None:
    assert front(0).count('<span class="box">') == 7
    assert "box" not in front(1)


def test_a_part_of_a_book_has_plans_of_that_part_alone() -> None:
    html = front(0, Override(chapters=("maps",)))
    assert re.findall(r'book:q(\d+)">\d', html) == ["43", "43", "44", "45"]
    assert "Day 1" in html
    assert "Day 2" not in html


def test_a_plan_and_a_level_that_find_nothing_are_not_named() -> None:
    html = front(0, Override(levels=("expert",)))
    assert "A minute" not in html
    assert "Know it first." not in html
    assert "You brought it up yourself." in html


def test_a_book_without_these_texts_prints_none(tmp_path: Path) -> None:
    text = (GOOD / "book.yaml").read_text(encoding="utf-8")
    cut = text[text.index("preface:") : text.index("chapters:\n")]
    bare = issue(changed(tmp_path, "book.yaml", cut, ""))
    (sheet,) = Renderer(bare, HOUSE).front(())
    for word in ("Preface", "How an entry", "Conventions", "Study plans", "<h3"):
        assert word not in sheet.html
    assert "look them up at pkg.go.dev" in sheet.html
