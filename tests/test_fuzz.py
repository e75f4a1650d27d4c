"""However a book is damaged, the press says so in its own words or reads it."""

from pathlib import Path
from random import Random

import pytest
from books import HOUSE, copied

from press.load import load
from press.problems import BadContent, Problem
from press.validate import validate

FILES = ("book.yaml", "chapters/slices.yaml", "chapters/maps.yaml", "figures/window.svg",
         "listings/grow/grow.go", "listings/grow/grow_test.go")  # fmt: skip
SIGNS = [b":", b"-", b"'", b'"', b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!x ", b"|", b">", b"#",
         b"\n", b"\t", b"  ", b"\x00", b"\xff", b"\xc3", b"<", b"%", b"- ", b"? ", b"no", b"1.10",
         b"null", b"~", b"<<: ", b"---\n", b"...\n", b"2026-02-30", b"0x", b"1e999", b".nan",
         b"9" * 5000, b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"`", b"](", b"book:q"]  # fmt: skip


def damaged(data: bytes, random: Random) -> bytes:
    """`data` with a few places struck out, doubled, exchanged or written over."""
    for _ in range(random.randint(1, 3)):
        start = random.randrange(len(data) or 1)
        end = min(len(data), start + random.choice((0, 1, 1, 3, 20, 200)))
        piece = data[start:end]
        new = random.choice((b"", piece * 2, random.choice(SIGNS), bytes(reversed(piece))))
        data = data[:start] + new + data[end:]
    return data


def found(root: Path) -> tuple[Problem, ...]:
    """What is wrong with the book in `root`, if it is told in the press's own words."""
    try:
        validate(load(root), HOUSE)
    except BadContent as error:
        return error.problems
    return ()


@pytest.mark.parametrize("file", FILES)
def test_no_damage_ends_in_a_traceback(tmp_path: Path, file: str) -> None:
    root, random = copied(tmp_path), Random(file)
    whole = (root / file).read_bytes()
    refused = 0
    for _ in range(150):
        (root / file).write_bytes(damaged(whole, random))
        problems = found(root)
        refused += bool(problems)
        for problem in problems:
            assert problem.place.line >= 1
            assert problem.place.column >= 1
            assert "\n" not in str(problem)
    assert refused >= 3, "the damage is too slight to find anything"


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_breaks_off_anywhere_is_read_or_refused(tmp_path: Path, file: str) -> None:
    root = copied(tmp_path)
    whole = (root / file).read_bytes()
    for end in range(0, len(whole), 23):
        (root / file).write_bytes(whole[:end])
        assert all("; " in str(problem) for problem in found(root))
