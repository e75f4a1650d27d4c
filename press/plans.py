"""Study plans: ways through what an edition prints."""

from collections.abc import Sequence
from dataclasses import dataclass

from press.schema import Level, StudyPlan
from press.selection import Chosen


@dataclass(frozen=True)
class Item:
    """A question to tick off: its number and its level."""

    number: int
    level: Level


@dataclass(frozen=True)
class Stretch:
    """A chapter's part in a plan."""

    chapter: Chosen
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Day:
    """What a plan has for one day, counted from 1; the only one of a plan without days is 0."""

    number: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Course:
    """A study plan filled with what an edition prints; `number` is its place in the book's list."""

    number: int
    plan: StudyPlan
    days: tuple[Day, ...]


def courses(plans: Sequence[StudyPlan], chapters: Sequence[Chosen]) -> tuple[Course, ...]:
    """Each of `plans` for which `chapters` have a question, in the order of the book."""
    found = []
    for number, plan in enumerate(plans, 1):
        if stretches := _stretches(plan, chapters):
            days = _days(plan, stretches) if plan.days else (Day(0, stretches),)
            found.append(Course(number, plan, days))
    return tuple(found)


def _stretches(plan: StudyPlan, chapters: Sequence[Chosen]) -> tuple[Stretch, ...]:
    found = []
    for chosen in chapters:
        items = tuple(
            Item(entry.id, entry.level)
            for entry in chosen.entries
            if plan.levels is None or entry.level in plan.levels
        )
        if items:
            found.append(Stretch(chosen, items))
    return tuple(found)


def _days(plan: StudyPlan, stretches: tuple[Stretch, ...]) -> tuple[Day, ...]:
    """Whole chapters, divided so that the days have about as many questions each.

    A chapter belongs to the day in which its middle question falls. There are no more days
    than chapters, and a day that none falls in is not counted.
    """
    assert plan.days is not None
    days = min(plan.days, len(stretches))
    total = sum(len(stretch.items) for stretch in stretches)
    shares: dict[int, list[Stretch]] = {}
    before = 0
    for stretch in stretches:
        middle = before + len(stretch.items) / 2
        shares.setdefault(int(middle * days / total), []).append(stretch)
        before += len(stretch.items)
    return tuple(Day(number, tuple(share)) for number, share in enumerate(shares.values(), 1))
