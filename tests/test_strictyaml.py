"""YAML as plain data with places, and what is refused."""

import datetime
from pathlib import Path

import pytest

from press.document import Document, spelled
from press.problems import BadContent, Place
from press.strictyaml import read_yaml


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def document(folder: Path, text: str | bytes) -> Document:
    path = folder / "a.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_yaml(path)


def complaints(folder: Path, text: str | bytes) -> list[str]:
    with pytest.raises(BadContent) as caught:
        document(folder, text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("plain words", "plain words"),
        ("'1.10'", "1.10"),
        ("1.10", 1.1),
        ("1_000", 1000),
        ("0x1F", "0x1F"),
        ("no", False),
        ("On", True),
        ("y", "y"),
        ("", None),
        ("~", None),
        ("2026-02-03", datetime.date(2026, 2, 3)),
        ("2026-02-30", "2026-02-30"),
        ("2026-02-03T04:05:06Z", "2026-02-03T04:05:06Z"),
        ("[1, two]", [1, "two"]),
        ("{b: 2}", {"b": 2}),
        ("|-\n  two\n  lines", "two\nlines"),
        (">-\n  two\n  lines", "two lines"),
    ],
)
def test_values_become_plain_data(folder: Path, written: str, value: object) -> None:
    read = document(folder, f"a: {written}\n").data["a"]
    assert read == value
    assert type(read) is type(value)


def test_a_byte_order_mark_is_no_part_of_the_first_key(folder: Path) -> None:
    read = document(folder, b"\xef\xbb\xbftitle: One\n")
    assert read.data == {"title": "One"}
    assert read.key_place(("title",)) == Place("a.yaml", 1, 1)


def test_windows_line_ends_do_not_shift_places(folder: Path) -> None:
    read = document(folder, b"title: One\r\nentries:\r\n  - id: 7\r\n")
    assert read.data == {"title": "One", "entries": [{"id": 7}]}
    assert read.place(("entries", 0, "id")) == Place("a.yaml", 3, 9)


class TestPlaces:
    TEXT = "title: One\nentries:\n  - id: 7\n    short: >-\n      First line,\n      second line.\n"

    def test_values_and_keys_know_where_they_stand(self, folder: Path) -> None:
        read = document(folder, self.TEXT)
        assert read.place(("title",)) == Place("a.yaml", 1, 8)
        assert read.key_place(("title",)) == Place("a.yaml", 1, 1)
        assert read.place(("entries", 0)) == Place("a.yaml", 3, 5)
        assert read.key_place(("entries", 0, "short")) == Place("a.yaml", 4, 5)

    def test_what_is_not_there_is_placed_at_what_would_hold_it(self, folder: Path) -> None:
        read = document(folder, self.TEXT)
        assert read.place(("entries", 0, "answer")) == Place("a.yaml", 3, 5)
        assert read.place(("editions", 3)) == read.place(())

    def test_words_inside_a_text_are_found(self, folder: Path) -> None:
        read = document(folder, self.TEXT)
        where = ("entries", 0, "short")
        assert read.find(where, "second") == Place("a.yaml", 6, 7)
        assert read.find(where, "nowhere") == read.place(where)

    def test_words_before_the_value_do_not_count(self, folder: Path) -> None:
        read = document(folder, "one: a\ntwo: see one\n")
        assert read.find(("two",), "one") == Place("a.yaml", 2, 10)


class TestRefusals:
    def test_all_repeated_keys_are_reported_in_one_run(self, folder: Path) -> None:
        wrong = "the key 'a' stands here a second time; keep one of the two (the first is on line"
        assert complaints(folder, "a: 1\nb: {a: 1, a: 2}\na: 3\n") == [
            f"a.yaml:2:11: b.a: {wrong} 2)",
            f"a.yaml:3:1: a: {wrong} 1)",
        ]

    @pytest.mark.parametrize("tag", ["!!python/object/new:os.system", "!include", "!!binary"])
    def test_no_tag_makes_an_object(self, folder: Path, tag: str) -> None:
        assert complaints(folder, f"a: {tag} [x]\n")[0] == (
            f"a.yaml:1:4: a: the tag {tag} is not allowed; write plain text, lists and mappings"
        )

    def test_a_small_file_cannot_grow_into_a_large_one(self, folder: Path) -> None:
        lines = ["a0: &a0 [x, x]"]
        lines += [
            f"a{n}: &a{n} [{', '.join(f'*a{n - 1}' for _ in range(9))}]" for n in range(1, 30)
        ]
        found = complaints(folder, "\n".join(lines) + "\n")
        assert len(found) == 29 * 9
        assert "an alias (*name) repeats a value" in found[0]

    @pytest.mark.parametrize(
        "nested",
        ["[" * 20_000 + "]" * 20_000, "{a: " * 20_000 + "}" * 20_000, "- " * 20_000 + "a"],
        ids=["lists", "mappings", "hyphens"],
    )
    def test_a_file_nested_without_end_is_refused(self, folder: Path, nested: str) -> None:
        (found,) = complaints(folder, f"a:\n {nested}\n")
        assert found.endswith(": file: it is nested too deeply; use fewer levels")

    def test_tabs_count_only_in_the_indentation(self, folder: Path) -> None:
        assert document(folder, "a: one\ttwo\n").data == {"a": "one\ttwo"}
        assert complaints(folder, "a:\n  \tb: 1\n") == [
            "a.yaml:2:3: file: a tab stands in the indentation; indent with spaces"
        ]

    def test_the_column_of_a_bad_byte_counts_characters(self, folder: Path) -> None:
        assert complaints(folder, "a: äö".encode() + b"\xff\n") == [
            "a.yaml:1:6: file: byte 0xff is not UTF-8; save the file in UTF-8"
        ]

    def test_a_key_must_be_a_word(self, folder: Path) -> None:
        assert complaints(folder, "a: 1\n? [b]\n: 2\n") == [
            "a.yaml:2:3: file: a key is a list or a mapping; use a word as the key"
        ]

    def test_a_folder_is_no_file(self, folder: Path) -> None:
        (folder / "b.yaml").mkdir()
        with pytest.raises(BadContent) as caught:
            read_yaml(folder / "b.yaml")
        assert str(caught.value) == (
            "b.yaml:1:1: file: it cannot be read (Is a directory); make it a readable file"
        )


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ((), "file"),
        (("title",), "title"),
        (("entries", 2, "followups", 0, "ask"), "entries[3].followups[1].ask"),
    ],
)
def test_a_path_in_the_data_is_said_as_a_person_counts(
    where: tuple[str | int, ...], said: str
) -> None:
    assert spelled(where) == said
