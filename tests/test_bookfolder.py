"""Notes become a book that loads, and no word is lost."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from press.house import House
from press.load import load
from press.notes.bookfolder import UNPLACED, import_notes
from press.notes.mojibake import repair
from press.problems import BadContent, BadUsage
from press.prose import faults
from press.validate import validate

NOTES = Path(__file__).parent / "notes"
SAMPLES = sorted(NOTES.glob("*.md"))


def strings(data: Any) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in strings(value)]
    if isinstance(data, list):
        return [text for value in data for text in strings(value)]
    return [str(data)]


def words(text: str) -> Counter[str]:
    """The words, but for tags and the labels by which questions and answers are told."""
    tags = "h1|h3|br|details|summary|b|i|em|strong|code|p|ul|li|a|div|pre|table|tr|th|td"
    text = re.sub(rf"</?(?:{tags})\b[^<>`]*>", " ", text)
    text = re.sub(r"\b(?:Q|Question|Answer|A)(?=[\s\d*]*[:.])|\bQ(?=\d)|Answer(?=<)", " ", text)
    return Counter(re.findall(r"\w+", text))


@pytest.mark.parametrize("source", SAMPLES, ids=lambda path: path.stem)
def test_every_word_is_in_the_book(source: Path, tmp_path: Path) -> None:
    import_notes(source, tmp_path / "book")
    manuscript = load(tmp_path / "book")
    assert manuscript.problems == ()
    texts = strings(manuscript.source.data)
    for chapter in manuscript.chapters:
        texts += strings(chapter.source.data)
    texts.append((tmp_path / "book" / UNPLACED).read_text(encoding="utf-8"))
    before = words(repair(source.read_text(encoding="utf-8"))[0])
    assert before - words("\n".join(texts)) == Counter()


@pytest.mark.parametrize("source", SAMPLES, ids=lambda path: path.stem)
def test_the_book_holds_nothing_that_cannot_be_printed(source: Path, tmp_path: Path) -> None:
    house = House(NOTES.parents[1])
    import_notes(source, tmp_path / "book", house.characters)
    manuscript = validate(load(tmp_path / "book"), house).manuscript
    entries = [entry for chapter in manuscript.chapters for entry in chapter.text.entries]
    numbers = [entry.id for entry in entries]
    assert numbers == sorted(set(numbers))
    for entry in entries:
        for text in (entry.question, entry.short, entry.answer or ""):
            assert not faults(text)


def test_numbers(tmp_path: Path) -> None:
    notes = tmp_path / "n.md"
    notes.write_text("## C\n\n" + "".join(f"**{n} a?**\nx\n\n" for n in
                     ("Q7:", "Q8:", "Q8:", "Q:", "Q20:")))  # fmt: skip
    found = import_notes(notes, tmp_path / "book")
    chapter = load(tmp_path / "book").chapters[0].text
    assert [entry.id for entry in chapter.entries] == [7, 8, 9, 10, 20]
    assert found.renumbered == 1
    left = (tmp_path / "book" / UNPLACED).read_text(encoding="utf-8")
    assert "line 9: question 8 has become question 9" in left


def test_texts_that_look_like_numbers_stay_texts(tmp_path: Path) -> None:
    notes = tmp_path / "n.md"
    notes.write_text("# 1.10\n\n## no\n\n**Q1: 12?**\n1.10\n\n**Q2: b?**\nyes\n")
    import_notes(notes, tmp_path / "book")
    manuscript = load(tmp_path / "book")
    assert manuscript.problems == ()
    assert manuscript.book.title == "1.10"
    assert [e.short for e in manuscript.chapters[0].text.entries] == ["1.10", "yes"]


def test_a_document_without_questions(tmp_path: Path) -> None:
    notes = tmp_path / "n.md"
    notes.write_text("# Title\n\nNothing is asked here.\n")
    with pytest.raises(BadContent) as caught:
        import_notes(notes, tmp_path / "book")
    assert str(caught.value) == (
        f"{notes}:1:1: notes: no question was found; "
        "write each as '**Q1: …?**', '### 1. …?', '### Q: …', 'Q: …' or '1. …?'"
    )
    assert not (tmp_path / "book").exists()


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(BadUsage) as caught:
        import_notes(NOTES / "labels.md", NOTES)
    assert str(caught.value).endswith("notes is not empty; name a folder that is empty or new")


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    assert import_notes(NOTES / "labels.md", tmp_path).entries == 6
    assert (
        (tmp_path / "book.yaml")
        .read_text()
        .startswith("# yaml-language-server: $schema=schema/book.schema.json\n")
    )


@pytest.mark.parametrize(("name", "said"), [("no.md", "is not there"), ("", "is a folder")])
def test_a_source_that_is_no_file(name: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(BadUsage) as caught:
        import_notes(tmp_path / name, tmp_path / "book")
    assert str(caught.value) == f"{tmp_path / name} {said}; name a Markdown file"


def test_a_failed_import_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path) -> None:
        raise RuntimeError

    monkeypatch.setattr("press.notes.bookfolder.write_schemas", fail)
    with pytest.raises(RuntimeError):
        import_notes(NOTES / "labels.md", tmp_path / "book")
    assert list(tmp_path.iterdir()) == []
