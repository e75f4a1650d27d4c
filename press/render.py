"""The fourth stage: an issue in, the HTML of its parts out.

Templates own the structure. They get plain values; every text of the content arrives as
HTML made by `press.prose`, so nothing of it is ever evaluated as a template.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from press import prose
from press.exhibits import data_uri, figure, listing, symbol_of
from press.house import House, paper_size
from press.index import Letter, List
from press.plans import Course, courses
from press.problems import Place
from press.schema import LEVELS, Book, Edition, Entry
from press.selection import Chosen, Issue
from press.sheet import Matter, Sheet
from press.stretches import LINES, divided, indexed, listed
from press.templating import Filled, Templates

_LEAST, _MOST = 3, 9999
"""Figures of a page number for which there is always room, and the pages of a book of any size."""


class Renderer:
    """Renders the parts of one issue with the templates of its layout."""

    def __init__(self, issue: Issue, house: House) -> None:
        self.issue = issue
        self.house = house
        self.templates = Templates(house.templates / issue.edition.layout, _figures(issue.edition))
        # Not those of this edition alone: what it does not print, the linker leaves as words.
        self.reachable = issue.copy.manuscript.known
        self.leaves: dict[Hashable, Filled] = {}
        self.styles = house.stylesheets(issue.edition.style)
        book = issue.copy.manuscript.book
        self.common: dict[str, Any] = {
            **_skeleton(book, issue.edition),
            "reachable": self.reachable,
            "date": f"{book.date.day} {book.date:%B %Y}",
            "levels": {level: self._drawing("levels", level) for level in LEVELS},
        }

    @property
    def whole(self) -> bool:
        """Whether the layout sets all chapters as one part, as a sheet is set."""
        return "sheet" in self.templates

    def body(self) -> Iterator[Sheet]:
        """The parts with the entries: one a chapter, or one for all."""
        if self.whole:
            chapters = [self._chapter(chosen) for chosen in self.issue.chapters]
            places = {
                anchor: place
                for chosen in self.issue.chapters
                for anchor, place in _places(chosen).items()
            }
            yield self._sheet("sheet", {"chapters": chapters}, places)
            return
        for chosen in self.issue.chapters:
            values = {"chapter": self._chapter(chosen)}
            yield self._sheet("chapter", values, _places(chosen), chosen.chapter.slug)

    def front(self, back: Sequence[str]) -> tuple[Sheet, ...]:
        """All that stands before the first chapter; `back` are the titles of the back matter.

        Of a book with many questions the contents are divided, and each plan stands apart.
        """
        if "front" not in self.templates:
            return ()
        contents = [
            {
                **self._chapter(chosen, brief=True),
                "entries": [self._heading(entry) for entry in chosen.entries],
            }
            for chosen in self.issue.chapters
        ]
        behind = [{"title": title, "anchor": title.lower()} for title in back]
        book = self.issue.copy.manuscript.book
        explained = {
            key: self._block(text) if (text := getattr(book, key)) else ""
            for key in ("preface", "anatomy", "conventions")
        }
        printed = {entry.level for chosen in self.issue.chapters for entry in chosen.entries}
        meanings = {
            level: self._line(text)
            for level in LEVELS
            if (text := getattr(book.levels, level)) and level in printed
        }
        plans = [self._course(course) for course in courses(book.plans, self.issue.chapters)]
        values = {
            **explained,
            "chapters": contents,
            "behind": behind,
            "meanings": meanings,
            "graded": len(printed) > 1,
            "courses": plans,
        }
        brief = self.issue.edition.settings.screen
        many = len(self.issue.numbers) > LINES
        stretches = divided(
            contents, lambda chapter: 1 if brief else 1 + len(chapter["entries"]), LINES
        )
        last = len(stretches) - 1
        pieces = [{"contents": stretch, "plans": ()} for stretch in stretches]
        pieces[last]["plans"] = () if many else tuple(plans)
        pieces += [{"contents": (), "plans": (plan,)} for plan in plans if many]
        return self._stretches(
            "front",
            [
                {**values, **piece, "opening": at == 0, "closing": at == last}
                for at, piece in enumerate(pieces)
            ],
            "front",
        )

    def index(self, letters: Sequence[Letter]) -> tuple[Sheet, ...]:
        """The index, if the layout has one and there is any to print."""
        return self._stretches(
            "index",
            [{"index": some, "opening": not at} for at, some in enumerate(indexed(letters))],
            "back",
        )

    def lists(self, lists: Sequence[List]) -> tuple[Sheet, ...]:
        """The lists of listings and figures, if the layout has them and there is any to print."""
        return self._stretches("lists", [{"lists": some} for some in listed(lists)], "back")

    def leaf(self, page: Hashable) -> Filled:
        """Running head, folio and the like of one page."""
        if page not in self.leaves:
            self.leaves[page] = self.templates.fill("leaf", self.common | {"page": page})
        return self.leaves[page]

    def furniture(self, values: dict[str, Any], leaves: Sequence[str], name: str) -> Sheet:
        """What stands around the text of pages, each given as HTML."""
        values = values | {"leaves": [Markup(leaf) for leaf in leaves]}
        return replace(self._sheet("furniture", values, self._book_place(), name), tagged=False)

    def _sheet(
        self,
        template: str,
        values: dict[str, Any],
        places: dict[str, Place],
        name: str = "",
        matter: Matter = "body",
    ) -> Sheet:
        filled = self.templates.fill(template, self.common | values)
        return Sheet(name or template, filled.html, self.styles, places, matter, slots=filled.slots)

    def _stretches(
        self, template: str, values: Sequence[dict[str, Any]], matter: Matter
    ) -> tuple[Sheet, ...]:
        """What goes on from part to part, if the layout has it."""
        if template not in self.templates:
            return ()
        found = [
            self._sheet(
                template, some, self._book_place(), f"{template} {at}" if at > 1 else "", matter
            )
            for at, some in enumerate(values, 1)
        ]
        return (*found[:1], *(replace(sheet, follows=True) for sheet in found[1:]))

    def _book_place(self) -> dict[str, Place]:
        return {"": Place(self.issue.copy.manuscript.source.path)}

    def _chapter(self, chosen: Chosen, brief: bool = False) -> dict[str, Any]:
        text = chosen.chapter.text
        return {
            "number": chosen.chapter.number,
            "title": self._line(text.title),
            "colour": text.colour,
            "mark": self._drawing("marks", text.mark) if text.mark else "",
            "summary": self._line(text.summary) if text.summary else "",
            "opening": self._block(text.opening) if text.opening else "",
            "entries": [] if brief else [self._entry(entry) for entry in chosen.entries],
        }

    def _course(self, course: Course) -> dict[str, Any]:
        days = [
            {
                "number": day.number,
                "stretches": [
                    {**self._chapter(stretch.chapter, brief=True), "items": stretch.items}
                    for stretch in day.stretches
                ],
            }
            for day in course.days
        ]
        note = course.plan.note
        return {
            "number": course.number,
            "title": self._line(course.plan.title),
            "note": self._line(note) if note else "",
            "days": days,
        }

    def _heading(self, entry: Entry) -> dict[str, Any]:
        return {
            "number": entry.id,
            "question": self._line(entry.question),
            "level": entry.level,
        }

    def _entry(self, entry: Entry) -> dict[str, Any]:
        return {
            **self._heading(entry),
            "short": self._block(entry.short),
            "answer": self._block(entry.answer) if entry.answer else "",
            "listing": listing(entry, self.issue.copy, screen=self.issue.edition.settings.screen),
            "figure": figure(entry, self.issue.copy),
            "pitfall": self._line(entry.pitfall) if entry.pitfall else "",
            "followups": [
                {"ask": self._line(item.ask), "reply": self._line(item.reply)}
                for item in entry.followups
            ],
            "see": entry.see,
            "docs": [symbol_of(symbol) for symbol in entry.docs],
        }

    def _drawing(self, folder: str, name: str) -> str:
        path = self.house.styles / folder / f"{name}.svg"
        return data_uri(path.read_text(encoding="utf-8"))

    def _line(self, text: str) -> Markup:
        return Markup(prose.line(text, self.reachable))

    def _block(self, text: str) -> Markup:
        return Markup(prose.block(text, self.reachable))


def blank(book: Book, edition: Edition, house: House) -> Sheet:
    """An empty page of an edition, by which workers get ready for its parts."""
    templates = Templates(house.templates / edition.layout, _figures(edition))
    html = templates.fill("page", _skeleton(book, edition)).html
    return Sheet("blank", html, house.stylesheets(edition.style), {})


def _skeleton(book: Book, edition: Edition) -> dict[str, Any]:
    """What every part wants to know."""
    width, height = paper_size(edition)
    paper = {"width": round(width, 2), "height": round(height, 2)}
    return {"book": book, "edition": edition, "paper": paper, "figures": _figures(edition)}


def _figures(edition: Edition) -> int:
    """For how many figures there is room where a page number is printed."""
    return max(len(str(edition.budget.max or _MOST)), _LEAST)


def _places(chosen: Chosen) -> dict[str, Place]:
    chapter = chosen.chapter
    positions = {entry.id: index for index, entry in enumerate(chapter.text.entries)}
    places = {"": chapter.source.place(()), f"c{chapter.number}": chapter.source.place(())}
    for entry in chosen.entries:
        place = chapter.place(positions[entry.id])
        places |= {f"{kind}{entry.id}": place for kind in "eqolf"}
    return places
