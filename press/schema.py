"""What a book's YAML may say: the shape of `book.yaml` and of a chapter's file.

These models are the schema. `press.schemafile` exports them as JSON Schema for editors.
All are frozen and strict: no text is taken for a number and no number for a text.
"""

import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from press.shapes import Bounds, Number, Slug, Strict, Text, trimmed_length

Level = Literal["core", "working", "expert"]
Colour = Literal[
    "purple", "red", "blue", "green", "yellow", "grey", "teal", "pink", "orange", "brown"
]
LEVELS: tuple[Level, ...] = ("core", "working", "expert")


class Span(Strict):
    """The numbers of a book's questions, first and last included, none left out."""

    first: Number
    last: Number


class Listing(Strict):
    """A region of a Go program under `listings/NAME/`, printed with caption and output."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*$")]
    caption: Text
    region: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")] = "print"
    output: Annotated[str, StringConstraints(pattern=r"^Example\w*$")] | None = Field(
        default=None, description="The Example function whose output is shown"
    )


class Figure(Strict):
    """A drawing, `figures/NAME.svg`, with what it says for those who cannot see it."""

    name: Slug
    caption: Text
    alt: Text


class Followup(Strict):
    """A question that comes next, and the gist of the reply."""

    ask: Text
    reply: Text


class Entry(Strict):
    """One question and all that the book says to it. Texts are Markdown."""

    id: Number
    question: Text
    level: Level
    short: Text = Field(description="What to say in twenty seconds")
    answer: Text | None = Field(default=None, description="What to say in two minutes, and why")
    listing: Listing | None = None
    figure: Figure | None = None
    pitfall: Text | None = None
    followups: tuple[Followup, ...] = Field(default=(), strict=False)
    see: tuple[Number, ...] = Field(default=(), strict=False)
    docs: tuple[
        Annotated[str, StringConstraints(pattern=r"^[a-z0-9/]+(?:#[A-Z]\w*(?:\.[A-Z]\w*)?)?$")], ...
    ] = Field(default=(), strict=False, description="Symbols such as net/http#Server.Shutdown")
    terms: tuple[Text, ...] = Field(default=(), strict=False)

    @property
    def complete(self) -> bool:
        """Whether the entry claims to be complete: it has an answer."""
        return self.answer is not None


class Chapter(Strict):
    """A chapter's file: its opener and its entries in the order of their numbers."""

    title: Text
    summary: Text | None = None
    opening: Text | None = None
    colour: Colour = "grey"
    mark: Slug | None = Field(default=None, description="A drawing in styles/marks")
    entries: Annotated[tuple[Entry, ...], Field(min_length=1, strict=False)]


class Selection(Strict):
    """Which entries an edition prints; what is left out means all."""

    chapters: tuple[Slug, ...] | None = Field(default=None, strict=False)
    levels: tuple[Level, ...] | None = Field(default=None, strict=False)


class Budget(Strict):
    """How many pages an edition may have, and of what number they must be a multiple."""

    min: Number = 1
    max: Number | None = None
    multiple: Number = 1


class Trim(Strict):
    """A page of a size that has no name, as CSS lengths in mm, in or pt."""

    width: Annotated[str, AfterValidator(trimmed_length)]
    height: Annotated[str, AfterValidator(trimmed_length)]


class Settings(Strict):
    """What else an edition asks of its layout's templates."""

    screen: bool = Field(default=False, description="For screens: contents list the chapters alone")
    punch: bool = Field(default=False, description="A margin for punched holes, on alternate sides")


class Edition(Strict):
    """One PDF: a layout and a stylesheet, a paper, a selection and a page budget."""

    name: Slug
    title: Text
    layout: Slug = Field(description="A folder in templates/")
    style: Slug = Field(description="A sheet in styles/editions/")
    paper: Slug | Trim
    sides: Literal["one", "two"] = Field(
        default="one", description="two: mirrored, chapters open on a right-hand page"
    )
    select: Selection = Selection()
    budget: Budget = Budget()
    default: bool = Field(default=True, description="Whether a plain build makes it")
    settings: Settings = Settings()


class Measures(Strict):
    """What the book's authors hold themselves to; what is left out is not checked.

    `core`, `short`, `terms` and `see` hold for every entry, the others for those that
    claim to be complete (an entry with an answer, a chapter of such entries alone).
    """

    core: Bounds | None = Field(default=None, description="Core entries in a chapter")
    opening: Bounds | None = Field(default=None, description="Words in a chapter's opening")
    short: Bounds | None = Field(default=None, description="Characters")
    answer: Bounds | None = Field(default=None, description="Words")
    sentence: Bounds | None = Field(default=None, description="Words in a sentence")
    pitfall: Bounds | None = Field(default=None, description="Sentences")
    followups: Bounds | None = None
    see: Bounds | None = None
    referrers: Bounds | None = Field(
        default=None, description="Other entries that refer to an entry, by see or by a link"
    )
    docs: Bounds | None = None
    terms: Bounds | None = None
    listing: Bounds | None = Field(default=None, description="Lines in a printed region")
    listings: Bounds | None = Field(default=None, description="Listings in a chapter")
    figures: Bounds | None = Field(default=None, description="Figures in a chapter")


class Levels(Strict):
    """What each level means, said where the book explains its signs. Texts are Markdown."""

    core: Text | None = None
    working: Text | None = None
    expert: Text | None = None


class StudyPlan(Strict):
    """A way through the book for the time that a reader has; what is left out means all."""

    title: Text
    note: Text | None = Field(default=None, description="How to go about it")
    levels: Annotated[tuple[Level, ...], Field(min_length=1, strict=False)] | None = None
    days: Annotated[int, Field(ge=2, le=31)] | None = Field(
        default=None, description="Over how many days the chapters are divided evenly"
    )


class Book(Strict):
    """The book's file, `book.yaml`. Texts from `preface` to `plans` are Markdown."""

    title: Text
    subtitle: Text | None = None
    description: Text
    authors: Annotated[tuple[Text, ...], Field(min_length=1, strict=False)]
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
    version: Text
    date: datetime.date
    rights: Text
    identifier: Text
    keywords: tuple[Text, ...] = Field(default=(), strict=False)
    questions: Span | None = None
    measures: Measures = Measures()
    see_also: dict[Text, Annotated[tuple[Text, ...], Field(min_length=1, strict=False)]] = Field(
        default={}, description="Terms of the index, and others to look up besides"
    )
    preface: Text | None = Field(default=None, description="A page for whoever opens the book")
    anatomy: Text | None = Field(default=None, description="How an entry is built")
    levels: Levels = Levels()
    conventions: Text | None = Field(default=None, description="What the book's signs mean")
    plans: tuple[StudyPlan, ...] = Field(default=(), strict=False)
    chapters: Annotated[tuple[Slug, ...], Field(min_length=1, strict=False)]
    editions: Annotated[tuple[Edition, ...], Field(min_length=1, strict=False)]


class Job(Strict):
    """One reader's books: which editions, of what, in a folder of that name."""

    name: Slug
    editions: tuple[Slug, ...] = Field(default=(), strict=False)
    chapters: tuple[Slug, ...] = Field(default=(), strict=False)
    levels: tuple[Level, ...] = Field(default=(), strict=False)
    paper: Slug | None = None
    bleed: Text | None = None
    punch: bool = False


class Jobs(Strict):
    """A file of jobs; its paths are seen from where it lies."""

    book: Text | None = None
    output: Text | None = None
    jobs: Annotated[tuple[Job, ...], Field(min_length=1, strict=False)]
