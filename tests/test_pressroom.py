"""Many editions in one queue: as many workers as one likes, and the same books."""

import shutil
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Future
from dataclasses import replace
from pathlib import Path

import pytest
from books import GOOD, HOUSE, ROOT, changed, read
from sheets import sheet, taken

from press.docket import Outcome
from press.executors import Here, staffed, workers
from press.house import House
from press.impression import Ahead
from press.pressroom import Pressroom
from press.problems import BadContent, Place, Problem
from press.rack import Rack
from press.selection import Issue, Override, overridden, select
from press.sheet import Sheet
from press.store import Store
from press.typeset import Part


class Said:
    """A progress that remembers what it was told."""

    def __init__(self) -> None:
        self.parts: list[tuple[str, str, int, bool]] = []
        self.expected = 0
        self.told: list[str] = []

    def expect(self, parts: int) -> None:
        self.expected = parts

    def part(self, edition: str, name: str, pages: int, kept: bool) -> None:
        self.parts.append((edition, name, pages, kept))

    def say(self, text: str) -> None:
        self.told.append(text)

    @property
    def kept(self) -> list[bool]:
        return [kept for *_, kept in self.parts]


def issues(root: Path = GOOD) -> list[Issue]:
    copy = read(root)
    return [select(copy, edition) for edition in copy.manuscript.book.editions]


def made(folder: Path, jobs: int, root: Path = GOOD) -> tuple[dict[str, Outcome], Said]:
    said = Said()
    store = Store(folder, HOUSE.fontconfig)
    with staffed(workers(jobs)) as staff:
        room = Pressroom(HOUSE, store, staff, said)
        printed = room.print_editions(issues(root))
        outcomes = {found.issue.edition.name: at_hand(found) for found in printed}
    return outcomes, said


def at_hand(outcome: Outcome) -> Outcome:
    """The outcome with its PDF in memory, and not in a file that somebody has to close."""
    if outcome.printed is None:
        return outcome
    return replace(outcome, printed=replace(outcome.printed, pdf=taken(outcome.printed)))


def bytes_of(outcomes: dict[str, Outcome]) -> dict[str, bytes]:
    found = {}
    for name, outcome in outcomes.items():
        assert outcome.printed is not None, outcome.problems
        found[name] = b"".join(outcome.printed.blocks())
    return found


def test_the_bytes_depend_on_nothing_but_the_book(tmp_path: Path) -> None:
    cold, said = made(tmp_path / "one", 1)
    assert len(cold) == 4
    assert not any(said.kept), "what was set ahead of its time is not counted again"
    warm, said = made(tmp_path / "one", 1)
    assert all(said.kept)
    side_by_side, said = made(tmp_path / "two", 4)
    assert not any(said.kept)
    assert bytes_of(cold) == bytes_of(warm) == bytes_of(side_by_side)

    for damaged in sorted((tmp_path / "one").glob("*.part"))[:2]:
        damaged.write_bytes(damaged.read_bytes()[:-9])
    again, said = made(tmp_path / "one", 1)
    assert said.kept.count(False) == 2
    assert bytes_of(again) == bytes_of(cold)


def test_as_many_parts_are_done_as_were_expected(tmp_path: Path) -> None:
    _, said = made(tmp_path, 1)
    assert len(said.parts) == said.expected


def test_one_edition_with_problems_does_not_stop_the_others(tmp_path: Path) -> None:
    root = changed(tmp_path, "book.yaml", "budget: {max: 2}", "budget: {min: 9}")
    outcomes, _ = made(tmp_path / "store", 1, root)
    bad = [name for name, outcome in outcomes.items() if outcome.printed is None]
    assert bad == ["cheatsheet-a4"]
    assert [problem.wrong for problem in outcomes["cheatsheet-a4"].problems] == [
        "it has 1 page, at least 9 are allowed"
    ]


@pytest.mark.parametrize(
    ("error", "wrong"),
    [
        (BrokenExecutor(), "the process that set it died"),
        (ValueError("odd"), "the typesetter failed on it (ValueError('odd'))"),
    ],
    ids=["died", "failed"],
)
def test_a_part_that_cannot_be_set_is_reported(
    error: Exception, wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> Part:
        raise error

    monkeypatch.setattr("press.compositor.typeset", fail)
    outcomes, _ = made(tmp_path, 1)
    assert all(outcome.printed is None for outcome in outcomes.values())
    problems = {problem for outcome in outcomes.values() for problem in outcome.problems}
    assert {problem.wrong for problem in problems} == {wrong}
    assert {problem.where for problem in problems} == {
        "part 'front'", "part 'lists'", "part 'slices'", "part 'maps'", "part 'sheet'"
    }  # fmt: skip


class Few(Here):
    """Sets one part at a time, and says how many it was given."""

    width = 0

    def __init__(self) -> None:
        self.given: list[str] = []

    def submit(self, sheet: Sheet, *, standing: bool = False) -> "Future[Part]":
        self.given.append(sheet.name)
        return super().submit(sheet, standing=standing)


def spoilt(folder: Path, template: str, text: str) -> House:
    """A press with `text` at the end of a template of the handbook."""
    for name in ("templates", "styles"):
        shutil.copytree(ROOT / name, folder / name)
    path = folder / "templates" / "handbook" / template
    path.write_text(path.read_text("utf-8").replace("{% endblock %}", f"{text}{{% endblock %}}"))
    return House(folder)


def test_nothing_more_is_set_for_an_edition_that_cannot_be_rendered(tmp_path: Path) -> None:
    house, few = spoilt(tmp_path / "house", "front.html", "{{ nothing }}"), Few()
    room = Pressroom(house, Store(tmp_path / "store", house.fontconfig), few, Said())
    (outcome,) = room.print_editions(issues()[:1])
    assert [problem.wrong for problem in outcome.problems] == ["'nothing' is undefined"]
    assert few.given == ["slices"], "the other chapter was on its way and is taken back"
    assert (room.queue, room.wanted, room.slips) == ([], {}, {})


def test_what_one_edition_gives_up_another_may_want(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nothing is at hand: what was put by is gone with the rack of whoever gave it up.
    monkeypatch.setattr(Rack.__init__, "__defaults__", (0,))
    house = spoilt(tmp_path / "house", "chapter.html", "{{ nothing if chapter.number == 2 }}")
    (whole, _, sheet, _), copy = issues(), read(GOOD)
    edition = overridden(copy, whole.edition, Override(chapters=("slices",)), house)
    part, few = select(copy, edition), Few()
    room = Pressroom(house, Store(tmp_path / "store", house.fontconfig), few, Said())
    printed = [at_hand(one).printed for one in room.print_editions([sheet, whole, part])]
    assert [found.pages > 1 for found in printed if found] == [False, True]
    assert few.given[0] == "sheet"
    assert few.given.count("slices") == 1


def test_what_nobody_waits_for_is_set_last_and_once(tmp_path: Path) -> None:
    few = Few()
    room = Pressroom(HOUSE, Store(tmp_path, HOUSE.fontconfig), few, Said())
    (outcome,) = room.print_editions(issues()[:1])
    assert at_hand(outcome).printed
    body = ["slices", "maps"]
    assert sorted(few.given[:2]) == sorted(body)
    assert sorted(few.given[2:5]) == ["front", "index", "lists"]
    around = [f"{name}, furniture" for name in (*body, "front", "index", "lists")]
    assert sorted(few.given[5:]) == sorted(around)


def impressions(
    monkeypatch: pytest.MonkeyPatch, stages: Mapping[str, Sequence[Sequence[Sheet | Ahead]]]
) -> None:
    """Have each edition ask for its `stages`, and come to grief behind the last of them."""

    def impression(issue: Issue, _: House) -> Generator[Sequence[Sheet | Ahead], object, None]:
        yield from (stage for stage in stages[issue.edition.name])
        raise BadContent([Problem(Place("book.yaml"), issue.edition.name, "it ends", "no more")])

    monkeypatch.setattr("press.docket.impression", impression)


def test_what_one_edition_asked_for_is_set_for_another_when_the_first_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nothing is at hand: what was put by is gone with the rack of whoever gave it up.
    monkeypatch.setattr(Rack.__init__, "__defaults__", (0,))
    shared, idle = sheet("<p>x", name="shared"), sheet("<p>y", name="idle")
    large = sheet(f"<p>{'z' * 99}", name="large")
    first, second, *_ = issues()
    stages: dict[str, list[list[Sheet | Ahead]]] = {
        first.edition.name: [[large, Ahead(shared), Ahead(idle)]],
        second.edition.name: [[large, Ahead(shared)], [shared]],
    }
    impressions(monkeypatch, stages)
    few = Few()
    room = Pressroom(HOUSE, Store(tmp_path, HOUSE.fontconfig), few, Said())
    ends = [outcome.issue for outcome in room.print_editions((first, second))]
    assert ends == [first, second]
    assert few.given == ["large", "shared"], "what nobody wants any more is not set"
    assert (room.queue, room.wanted, room.slips) == ([], {}, {})


def test_what_is_waited_for_goes_before_what_is_only_asked_for_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = sheet("<p>x", name="one"), sheet(f"<p>{'y' * 99}", name="other")
    large = sheet(f"<p>{'z' * 999}", name="large")
    issue, *_ = issues()
    impressions(
        monkeypatch, {issue.edition.name: [[large, Ahead(one), Ahead(other)], [one], [other]]}
    )
    few = Few()
    room = Pressroom(HOUSE, Store(tmp_path, HOUSE.fontconfig), few, Said())
    assert [len(outcome.problems) for outcome in room.print_editions((issue,))] == [1]
    assert few.given == ["large", "one", "other"]


def set_anew(said: Said, edition: str) -> list[str]:
    """The parts of an edition that were not kept."""
    return sorted(name for of, name, _, kept in said.parts if of == edition and not kept)


def test_only_what_a_change_concerns_is_set_anew(tmp_path: Path) -> None:
    book = changed(tmp_path, "book.yaml", "answer: {min: 40, max: 120}", "answer: {min: 40}")
    store = tmp_path / "store"
    made(store, 1, book)
    chapter = book / "chapters" / "slices.yaml"
    text = chapter.read_text(encoding="utf-8")

    chapter.write_text(text.replace("everybody who shares", "anybody who shares"), encoding="utf-8")
    outcomes, said = made(store, 1, book)
    assert bytes_of(outcomes)
    assert set_anew(said, "handbook-a4") == ["slices"]
    assert set_anew(said, "ereader-7in") == ["slices"]
    assert set_anew(said, "cheatsheet-a4") == [], "it prints no answers"

    more = "      It is a window, and it shows what others do.\n\n" * 160
    chapter.write_text(text.replace("      - **Room left", f"{more}      - **Room left"), "utf-8")
    outcomes, said = made(store, 1, book)
    assert bytes_of(outcomes)
    anew = set_anew(said, "handbook-a4")
    assert [name for name in anew if not name.endswith("furniture")] == ["index", "slices"]
    assert "maps, furniture" not in anew, "its page numbers are others, and its pages the same"
