"""Many handbooks from one file: what it may say, what it may not, and what comes of it."""

from pathlib import Path

import pytest
from books import GOOD, HOUSE, ROOT, copied
from running import digests, run, typeset

from press.batch import read_jobs
from press.executors import Here
from press.problems import BadContent
from press.shop import Order, Shop


def read(folder: Path, text: str, book: Path = GOOD) -> tuple[Order, ...]:
    (folder / "jobs.yaml").write_text(text, encoding="utf-8")
    with Shop(HOUSE, Here()) as shop:
        return read_jobs(folder / "jobs.yaml", book, folder / "out", shop)


def complaints(folder: Path, text: str, book: Path = GOOD) -> list[str]:
    with pytest.raises(BadContent) as caught:
        read(folder, text, book)
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


def test_a_job_is_an_order(tmp_path: Path) -> None:
    text = """
jobs:
  - name: alice
  - {name: bob, editions: [cheatsheet-a4], chapters: ['2'], levels: [core], paper: letter,
     bleed: 3mm, punch: true}
"""
    alice, bob = read(tmp_path, text)
    assert alice == Order(GOOD, tmp_path / "out" / "alice", (), alice.override, "alice")
    assert not alice.override
    assert (bob.output, bob.editions) == (tmp_path / "out" / "bob", ("cheatsheet-a4",))
    asked = bob.override
    assert (asked.paper, asked.chapters, asked.levels) == ("letter", ("2",), ("core",))
    assert (asked.bleed, asked.punch) == ("3mm", True)


def test_its_paths_are_seen_from_where_it_lies(tmp_path: Path) -> None:
    copied(tmp_path)
    (tmp_path / "lists").mkdir()
    text = "book: ../book\noutput: made\njobs: [{name: a}]\n"
    (order,) = read(tmp_path / "lists", text, Path("elsewhere"))
    assert order.book.resolve() == tmp_path / "book"
    assert order.output == tmp_path / "lists" / "made" / "a"


def test_every_fault_of_its_form_is_told(tmp_path: Path) -> None:
    text = """
jobs:
  - name: alice
    edition: [handbook-a4]
    levels: [cor]
  - name: Bob B
  - levels: core
"""
    assert complaints(tmp_path, text) == [
        "jobs.yaml:4:5: job 'alice': unknown key 'edition'; did you mean 'editions'?",
        "jobs.yaml:5:14: job 'alice', levels[1]: 'cor' is not one of the words allowed here; "
        "did you mean 'core'?",
        "jobs.yaml:6:11: job 'Bob B', name: 'Bob B' has not the right form; "
        "use lower-case letters and digits, as the folder or file is called",
        "jobs.yaml:7:5: jobs[3]: the key 'name' is missing; add 'name:' with its text",
        "jobs.yaml:7:13: jobs[3].levels: a list is wanted here, not 'core'; "
        "write '- ' before each item",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("jobs: []\n", "jobs.yaml:1:7: jobs: the list is empty; write at least one item"),
        ("job: [{name: a}]\n", "jobs.yaml:1:1: file: unknown key 'job'; did you mean 'jobs'?"),
        ("book: none\njobs: [{name: a}]\n",
         "jobs.yaml:1:7: book: there is no folder 'none'; name one"),
    ],
    ids=["empty", "key", "book"],
)  # fmt: skip
def test_a_list_that_is_none(text: str, message: str, tmp_path: Path) -> None:
    assert complaints(tmp_path, text) == [message]


def test_a_book_that_is_not_there(tmp_path: Path) -> None:
    assert complaints(tmp_path, "jobs: [{name: a}]\n", tmp_path / "none") == [
        "jobs.yaml:1:1: book: there is no folder 'none'; name one"
    ]


def test_whatever_the_book_has_not_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    text = """
jobs:
  - name: alice
    editions: [handbok-a4, cheatsheet-a4]
    chapters: [slices, map]
  - {name: bob, paper: leter, bleed: wide}
  - {name: alice}
  - {name: dora, editions: [handbook-a4, cheatsheet-a4], punch: true}
  - {name: emil, editions: [interview-day-a4], levels: [expert], chapters: [slices]}
  - {name: fritz, punch: true}
"""
    known = "name one that has: cheatsheet-a4, interview-day-a4"
    assert complaints(tmp_path, text) == [
        "jobs.yaml:4:16: job 'alice': there is no edition 'handbok-a4'; "
        "did you mean 'handbook-a4'?",
        "jobs.yaml:5:24: job 'alice': there is no chapter 'map'; did you mean 'maps'?",
        "jobs.yaml:6:24: job 'bob': there is no paper 'leter'; did you mean 'letter'?",
        "jobs.yaml:6:38: job 'bob': 'wide' is no bleed; write a length such as 3mm or 0.125in",
        "jobs.yaml:7:12: job 'alice': another job has this name, and would replace its files; "
        "give each job a name of its own",
        "jobs.yaml:8:29: job 'dora': edition 'handbook-a4' has no margin for punched holes; "
        + known,
        "jobs.yaml:9:5: job 'emil': edition 'interview-day-a4': its selection finds no entry to "
        "print; choose other chapters or levels, or give entries that level",
        "jobs.yaml:10:5: job 'fritz': edition 'handbook-a4' has no margin for punched holes; "
        + known,
    ]


def test_what_jobs_share_is_typeset_once(tmp_path: Path) -> None:
    book = copied(tmp_path)
    text = (book / "book.yaml").read_text(encoding="utf-8")
    tight = text.replace("budget: {min: 8, max: 20, multiple: 4}", "budget: {max: 16}")
    (book / "book.yaml").write_text(tight, encoding="utf-8")
    (tmp_path / "jobs.yaml").write_text(
        """
book: book
output: out
jobs:
  - {name: alice, editions: [handbook-a4], chapters: [slices]}
  - {name: bob, editions: [handbook-a4], chapters: [slices], levels: [core, working, expert]}
  - {name: carol, editions: [handbook-a4, interview-day-a4]}
  - {name: dora, editions: [cheatsheet-a4, interview-day-a4], levels: [expert]}
""",
        encoding="utf-8",
    )
    code, said, complaint = run("batch", tmp_path / "jobs.yaml", "-j", "2")
    assert code == 1
    assert complaint.count("\n") == 1
    assert ": job 'carol', edition 'handbook-a4': it has 17 pages, 1 to 16 are" in complaint
    anew = typeset(said)
    assert anew.count("handbook-a4: slices") == 1, "three print that chapter"
    assert anew.count("handbook-a4: maps") == 1
    made = digests(tmp_path / "out")
    assert sorted(made) == [
        "alice/handbook-a4.pdf", "bob/handbook-a4.pdf",
        "carol/interview-day-a4.pdf", "dora/cheatsheet-a4.pdf", "dora/interview-day-a4.pdf",
    ]  # fmt: skip
    assert made["alice/handbook-a4.pdf"] == made["bob/handbook-a4.pdf"]
    for name in made:
        assert f"out/{name} " in said


def test_a_bad_list_is_complained_of_and_nothing_is_written(tmp_path: Path) -> None:
    jobs = tmp_path / "jobs.yaml"
    jobs.write_text("jobs: [{name: a}, {name: a, chapters: [x]}]\n", encoding="utf-8")
    code, said, complaint = run("batch", jobs, "-b", copied(tmp_path), "-o", tmp_path / "out")
    assert (code, said) == (1, "")
    assert complaint.endswith("\n2 problems\n")
    assert not (tmp_path / "out").exists()


def test_the_example_in_the_docs_can_be_carried_out(tmp_path: Path) -> None:
    docs = (ROOT / "docs" / "editions.md").read_text(encoding="utf-8")
    example = docs.partition("## Many handbooks at once")[2].split("```yaml\n")[1].split("```")[0]
    text = example.replace("../content", str(ROOT / "content"))
    assert [order.name for order in read(tmp_path, text)] == ["alice", "bob", "carol"]
