"""What was made of texts, kept from one run to the next."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from press import standing as module
from press.standing import AGE, shelf, standing

made: list[str] = []
Doubled = Callable[..., tuple[tuple[str, int], ...]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Doubled]:
    """A new run, which knows nothing: it gives a function that tells in `made` when it works."""

    def begin() -> Doubled:
        made.clear()
        monkeypatch.setattr(module, "_filled", {})

        @standing
        def doubled(text: str, among: frozenset[int] = frozenset()) -> tuple[tuple[str, int], ...]:
            made.append(text)
            return ((text * 2, len(among)),)

        return doubled

    return begin


def test_the_next_run_finds_what_the_last_one_made(
    tmp_path: Path, run: Callable[[], Doubled]
) -> None:
    path = tmp_path / "deep" / "standing.json"
    doubled = run()
    with shelf(path):
        assert doubled("a") == (("aa", 0),)
        assert doubled("b", frozenset({1, 2})) == (("bb", 2),)
    doubled = run()
    with shelf(path):
        assert doubled("a") == (("aa", 0),)
        assert doubled("b", frozenset({2, 1})) == (("bb", 2),)
        assert doubled("b", frozenset({1})) == (("bb", 1),)
    assert made == ["b"], "only what was asked with other words is made"


def test_it_takes_nothing_by_name(run: Callable[[], Doubled]) -> None:
    with pytest.raises(TypeError, match="takes its texts by position"):
        run()(text="a")


def test_without_a_shelf_it_is_made_anew(run: Callable[[], Doubled]) -> None:
    doubled = run()
    assert doubled("c") == doubled("c") == (("cc", 0),)
    assert made == ["c"]


@pytest.mark.parametrize(
    "spoilt",
    [
        "",
        "{",
        "[]",
        "null",
        '"another press"\n["key", 0, 1]',
        'MARK\n["key"',
        'MARK\n["key"]',
        'MARK\n["key", "old", 1]',
        "MARK\n3",
        "MARK\n[[], 0, 1]",
    ],
)
def test_a_shelf_that_is_no_use_is_filled_anew(
    spoilt: str, tmp_path: Path, run: Callable[[], Doubled]
) -> None:
    path = tmp_path / "standing.json"
    path.write_text(spoilt.replace("MARK", json.dumps(module._mark())), encoding="utf-8")
    doubled = run()
    with shelf(path):
        assert doubled("a") == (("aa", 0),)
    assert made == ["a"]
    doubled = run()
    with shelf(path):
        doubled("a")
    assert made == []


def test_another_press_makes_it_anew(
    tmp_path: Path, run: Callable[[], Doubled], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "standing.json"
    doubled = run()
    with shelf(path):
        doubled("a")
    doubled = run()
    monkeypatch.setattr(module, "_mark", lambda: "another")
    with shelf(path):
        doubled("a")
    assert made == ["a"]


def test_what_nobody_asks_for_any_more_goes(tmp_path: Path, run: Callable[[], Doubled]) -> None:
    path = tmp_path / "standing.json"
    doubled = run()
    with shelf(path):
        doubled("old")
    for number in range(AGE + 1):
        doubled = run()
        with shelf(path):
            doubled("in use")
            doubled(str(number))
    _, *lines = path.read_text("utf-8").splitlines()
    values = [value for _, _, value in map(json.loads, lines)]
    assert [["in usein use", 0]] in values
    assert [["oldold", 0]] not in values


def test_a_folder_that_cannot_be_written_is_no_fault(
    tmp_path: Path, run: Callable[[], Doubled]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    doubled = run()
    with shelf(tmp_path / "file" / "standing.json"):
        assert doubled("a") == (("aa", 0),)
