"""The shape of a book's YAML, and the files by which editors know it."""

from typing import Any

import pytest
from books import ROOT, entry
from pydantic import ValidationError

from press.schema import Budget, Chapter, Edition, Entry, Trim
from press.schemafile import schemas, write_schemas
from press.shapes import Bounds, millimetres


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schema_files_are_fresh(name: str) -> None:
    written = (ROOT / "content" / "schema" / name).read_text(encoding="utf-8")
    assert written == schemas()[name], "press/schema.py has changed: run `make schema`"


def test_make_schema_writes_what_the_test_compares(tmp_path: Any) -> None:
    write_schemas(tmp_path)
    found = {
        path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "schema").iterdir()
    }
    assert found == schemas()


def test_every_file_of_the_content_points_editors_at_its_schema() -> None:
    first = (ROOT / "content/book.yaml").read_text(encoding="utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=schema/book.schema.json"
    chapters = sorted((ROOT / "content/chapters").glob("*.yaml"))
    assert len(chapters) == 16
    for path in chapters:
        first = path.read_text(encoding="utf-8").split("\n")[0]
        assert first == "# yaml-language-server: $schema=../schema/chapter.schema.json"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "1"),
        ("id", 1.0),
        ("id", True),
        ("id", 0),
        ("id", 100_000),
        ("question", 7),
        ("question", ""),
        ("question", " \n"),
        ("level", "Core"),
        ("short", None),
        ("see", ["2"]),
        ("see", 2),
        ("docs", ["net.http"]),
        ("docs", ["net/http#server"]),
        ("docs", ["net/http#Server.Shutdown.Now"]),
        ("terms", "map"),
        ("terms", [""]),
        ("listing", {"name": "../sum", "caption": "Sum"}),
        ("listing", {"name": "sum", "caption": "Sum", "region": "Print"}),
        ("listing", {"name": "sum", "caption": "Sum", "output": "TestSum"}),
        ("figure", {"name": "../a", "caption": "A", "alt": "A"}),
        ("figure", {"name": "a", "caption": "A"}),
        ("followups", [{"ask": "And?"}]),
        ("shorts", "That."),
    ],
)
def test_an_entry_refuses_what_it_cannot_print(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        entry(**{field: value})


def test_an_entry_takes_every_field_that_it_knows() -> None:
    full = entry(
        answer="Because.",
        listing={"name": "sum", "caption": "Sum"},
        figure={"name": "a-b", "caption": "A", "alt": "A"},
        pitfall="Not that.",
        followups=[{"ask": "And?", "reply": "So."}],
        see=[2],
        docs=["net/http#Server.Shutdown", "net/http"],
        terms=["`map`: order"],
    )
    assert set(full.model_fields_set) == set(Entry.model_fields)
    assert full.complete
    assert full.listing
    assert full.listing.region == "print"


def test_an_entry_without_answer_does_not_claim_to_be_complete() -> None:
    assert not entry(pitfall="Not that.").complete


def test_what_was_read_cannot_be_changed_later() -> None:
    with pytest.raises(ValidationError):
        entry().id = 2


def test_an_empty_chapter_is_none() -> None:
    with pytest.raises(ValidationError):
        Chapter.model_validate({"title": "None", "entries": []})


@pytest.mark.parametrize(
    ("length", "mm"), [("119mm", 119.0), ("6in", 152.4), ("72pt", 25.4), ("10.5mm", 10.5)]
)
def test_lengths_in_millimetres(length: str, mm: float) -> None:
    assert millimetres(length) == pytest.approx(mm)


@pytest.mark.parametrize("length", ["119", "12cm", "-1mm", "1e3mm", "mm", "119mm;", "119 mm"])
def test_other_lengths_are_none(length: str) -> None:
    with pytest.raises(ValueError, match="is no length such as 119mm, 6in or 595pt"):
        millimetres(length)


@pytest.mark.parametrize("length", ["19.9mm", "2001mm", "1pt"])
def test_a_page_has_a_size_that_paper_can_have(length: str) -> None:
    with pytest.raises(ValidationError, match="it is not between 20mm and 2000mm"):
        Trim(width=length, height="100mm")


def test_bounds_include_both_ends() -> None:
    bounds = Bounds(min=2, max=4)
    assert [value for value in range(7) if bounds.hold(value)] == [2, 3, 4]
    assert Bounds(min=2).hold(10_000)


@pytest.mark.parametrize(
    ("least", "most", "said"), [(2, 4, "2 to 4"), (5, 5, "5"), (2, None, "at least 2")]
)
def test_bounds_as_a_person_says_them(least: int, most: int | None, said: str) -> None:
    assert str(Bounds(min=least, max=most)) == said


def test_an_edition_needs_little_and_prints_all() -> None:
    edition = Edition(name="a", title="A", layout="sheet", style="sheet", paper="a4")
    assert edition.select.chapters is None
    assert edition.select.levels is None
    assert edition.sides == "one"
    assert edition.default
    assert edition.budget == Budget(min=1, max=None, multiple=1)
