"""The note by which a build with nothing to do does nothing."""

from hashlib import sha256
from pathlib import Path

import pytest

from press.manifest import Line, fingerprint, note, recall, write_whole

PDF = b"%PDF"
LINE = Line("a", "a.pdf", 2, "exactly 2", 4, sha256(PDF).hexdigest(), 1.5)


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    (tmp_path / "a.pdf").write_bytes(PDF)
    (tmp_path / "note.json").write_bytes(note("mark", [LINE]))
    return tmp_path / "note.json"


def test_what_was_noted_is_recalled(noted: Path) -> None:
    assert recall(noted, "mark", noted.parent) == [LINE]


def test_another_input_is_not_what_was_noted(noted: Path) -> None:
    assert recall(noted, "other", noted.parent) is None


def test_a_pdf_that_was_changed_is_built_again(noted: Path) -> None:
    (noted.parent / "a.pdf").write_bytes(b"%PDX")
    assert recall(noted, "mark", noted.parent) is None


def test_a_pdf_that_was_removed_is_built_again(noted: Path) -> None:
    (noted.parent / "a.pdf").unlink()
    assert recall(noted, "mark", noted.parent) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"mark": "mark"}', '{"mark":"mark","lines":[1]}'])
def test_a_damaged_note_is_not_believed(noted: Path, text: str) -> None:
    noted.write_text(text)
    assert recall(noted, "mark", noted.parent) is None


def test_every_byte_and_name_of_the_input_counts(tmp_path: Path) -> None:
    book = tmp_path / "book"
    book.mkdir()
    (book / "a").write_text("1")
    before = fingerprint([book])
    assert fingerprint([book]) == before
    seen = {before, fingerprint([book], "word")}
    (book / "a").write_text("2")
    seen.add(fingerprint([book]))
    (book / "a").rename(book / "b")
    seen.add(fingerprint([book]))
    (book / "c").write_text("")
    seen.add(fingerprint([book]))
    assert len(seen) == 5


def test_words_are_kept_apart() -> None:
    assert fingerprint([], "ab", "c") != fingerprint([], "a", "bc")


def test_compiled_python_does_not_count(tmp_path: Path) -> None:
    before = fingerprint([tmp_path])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert fingerprint([tmp_path]) == before


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "deep" / "book.pdf"
    write_whole(target, b"first")

    def fail(self: Path, other: Path) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="the disk is full"):
        write_whole(target, b"second")
    assert target.read_bytes() == b"first"
    assert list(target.parent.iterdir()) == [target], "nothing is left beside it"


def test_a_file_can_be_read_by_others(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"x")
    (tmp_path / "b").write_bytes(b"x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode
