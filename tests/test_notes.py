"""Documents of many forms, taken apart."""

from pathlib import Path

import pytest

from press.notes.reading import Notes, read_notes

NOTES = Path(__file__).parent / "notes"


def read(name: str) -> Notes:
    return read_notes((NOTES / name).read_text(encoding="utf-8"), "Notes")


def questions(notes: Notes) -> list[tuple[int | None, str]]:
    return [(entry.number, entry.question) for entry in notes.entries]


def answer(text: str, at: int = 0) -> str:
    return read_notes(text).entries[at].answer


def outline(notes: Notes) -> str:
    """The chapters and entries, with the lines of these, as files beside the samples say it."""
    lines = [f"# {notes.title}"]
    for chapter in notes.chapters:
        lines.append(f"## {chapter.title}")
        lines += [f"{e.line:>3} {e.number or '-':>3} {e.question}" for e in chapter.entries]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("sample", sorted(NOTES.glob("*.md")), ids=lambda path: path.stem)
def test_chapters_and_entries(sample: Path) -> None:
    assert outline(read(sample.name)) == sample.with_suffix(".outline").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    ["**Q12: What is Go?**", "**12. What is Go?**", "### 12. What is Go?", "### Q12: What is Go?",
     "### **Q12. What is Go?**", "12. What is Go?", "12. **What is Go?**", "12. ### What is Go?",
     "Q12: What is Go?", "**Q12:** What is Go?", "**Q12**: What is Go?", "Q12) What is Go?",
     "**1️⃣2️⃣ What is Go?**",
     "__Q12: What is Go?__", "- **Q12: What is Go?**",
     "**Question 12:** What is Go?", "### Question 12\n\nWhat is Go?", "##### 12) What is Go?",
     "**Q12: What\nis Go?**", "Q12: What\nis Go?", "Q.12 What is Go?",
     "## Q12: What is Go?", "12) What is Go?"],
)  # fmt: skip
def test_a_question_with_its_number(line: str) -> None:
    notes = read_notes(f"# Title\n\n## Chapter\n\n{line}\nA language.\n\nMore of it.\n")
    assert questions(notes) == [(12, "What is Go?")]
    assert notes.entries[0].answer == "A language.\n\nMore of it."


@pytest.mark.parametrize(
    "line",
    ["### Q: What is Go?", "#### What is Go?", "**What is Go?**", "**Q: What is Go?**",
     "Q: What is Go?", "<details><summary>What is Go?</summary>"],
)  # fmt: skip
def test_a_question_without_number(line: str) -> None:
    notes = read_notes(f"# Title\n\n## Chapter\n\n{line}\n\nA language.\n")
    assert questions(notes) == [(None, "What is Go?")]
    assert notes.entries[0].answer == "A language."


@pytest.mark.parametrize(
    "label",
    [
        "A: ",
        "**A:** ",
        "*Answer:* ",
        "A1: ",
        "Ans - ",
        "**Answer:** ",
        "Answer:\n",
        "**Answer**\n",
        "",
    ],
)
def test_the_label_of_an_answer_is_taken_off(label: str) -> None:
    assert answer(f"## C\n\n**Q1: What?**\n{label}That.\n") == "That."


def test_lists_in_answers_are_no_questions() -> None:
    text = (
        "## C\n\n1. What is it?\nSteps:\n1. one\n2. two\n\n2. Explain that.\n   - so\n   - thus\n"
    )
    assert questions(read_notes(text)) == [(1, "What is it?"), (2, "Explain that.")]
    assert answer(text) == "Steps:\n1. one\n2. two"
    assert answer(text, 1) == "- so\n- thus"


def test_fences_are_opaque() -> None:
    notes = read("headings.md")
    assert "## nor this\n1. nor a list?" in notes.entries[1].answer


@pytest.mark.parametrize(
    ("heading", "title"),
    [("🟣 Cloud in Go (Questions 361-380)", "Cloud in Go"), ("👩‍💻 Work ⚠️", "Work"),
     ("1️⃣ First [Q1 \u2013 Q9]", "First"), ("Chapter 3: Maps", "Chapter 3: Maps"),
     ("**Bold** (part two)", "Bold (part two)")],
)  # fmt: skip
def test_titles(heading: str, title: str) -> None:
    assert [c.title for c in read_notes(f"## {heading}\n\n**Q1: ?**\nx").chapters] == [title]


def test_numbers_in_order_are_taken_off_titles() -> None:
    text = "## Chapter 1: A\n\n**Q1: a?**\nx\n\n## Chapter 2: B\n\n**Q2: b?**\ny\n"
    assert [chapter.title for chapter in read_notes(text).chapters] == ["A", "B"]


def test_damage() -> None:
    notes = read("damaged.md")
    assert [chapter.title for chapter in notes.chapters][3:] == [
        "AI, Machine Learning & Data Processing in Go",
        "Performance Optimization",
        "Advanced Concurrency Patterns",
    ]
    assert notes.repaired == 10
    assert (
        8, *questions(notes)[8]
    ) == (8, 464, "How would you stream CSV → transform → JSON using pipelines?")  # fmt: skip


def test_what_has_no_place_is_reported_with_its_line() -> None:
    assert read("damaged.md").unplaced == (
        (46, "**END OF FORMATTED SUMMARY - Questions 361-680 Completed**"),
    )
    assert read("sections.md").unplaced == ((22, "Made with love by nobody."),)
    assert read("mixed.md").unplaced == ((28, "## Second"),)
    assert read("deeper.md").unplaced == (
        (3, "## Core"), (27, "## Advanced"), (50, "## Other"), (52, "### Nothing here"),
        (54, "Only words."),
    )  # fmt: skip


def test_a_table_of_contents_is_told_in_one_line() -> None:
    assert read("loose.md").unplaced == (
        (
            3,
            "## Table of Contents\n- [Services](#services)\n- [What is a Pod?](#1-what-is-a-pod)\n"
            "- [Deployments](#2-deployments)\n- [Databases](#databases)",
        ),
    )
    assert [line for line, _ in read("chapterless.md").unplaced] == [5, 33, 35]
    back = "**[Up](#top)**"
    text = f"## C\n\n**Q1: a?**\nx\n\n{back}\n\n**Q2: b?**\ny\n\n{back}\n"
    assert read_notes(text).unplaced == ((6, f"{back} (and on 11)\n{back}"),)


def test_mixed_forms() -> None:
    assert questions(read("mixed.md")) == [
        (5, "One?"), (6, "Two?"), (7, "Three?"), (None, "Four?"), (10, "Five?"),
        (None, "What is six?"), (None, "Seven without a mark"),
    ]  # fmt: skip


def test_multiple_choice_and_hidden_answers() -> None:
    first = read("details.md").entries[0]
    assert first.question == "What's the output?"
    assert first.answer.endswith("- A: `1`\n- B: `2`\n\n#### Answer: B\n\nBecause it is **two**.")


def test_tables_are_squared() -> None:
    assert read("table.md").entries[-1].answer.split("\n")[2:] == [
        "| Signal | Number |", "| --- | --- |", "| SIGKILL | 9 |", "| SIGTERM |  |",
    ]  # fmt: skip
    assert answer((NOTES / "dressed.md").read_text(encoding="utf-8")) == (
        "It is **less**.\\\nOr *not*.\n\n- one\n- two\n\n| A | B | C |  |\n"
        "| --- | :-: | --- | --- |\n| 1 |  |  |  |\n| 2 | x \\| y | z | w |\n\n"
        "Text | more\n- | -\nonly"
    )


def test_rows_of_questions_and_answers() -> None:
    rows = read("table.md").entries
    assert [entry.answer for entry in rows[:4]] == [
        "Lists files.",
        "It joins commands.\\\nOne feeds the next.",
        "",
        "The **last** status, e.g. `0`.\n\noften asked",
    ]
    assert rows[1].question == "What is a pipe, `a | b`?"


def test_code_of_every_kind_is_kept() -> None:
    code = read("dressed.md").entries[1].answer
    assert code.startswith("Indented:\n\n    # 3. no question?\n    | a | b |\n    |---|---|\n\n")
    assert "~~~~python\n~~~\n### 9. no\n| a | b |\n|---|---|\n| 1 |\n~~~~\n" in code
    assert answer("## C\n\n**Q1: a?**\n<pre><code>1. x &lt; y\n# z\n</code></pre>\nEnd.") == (
        "~~~~\n1. x < y\n# z\n~~~~\nEnd."
    )


def test_answers_of_bullets_move_to_the_margin() -> None:
    entries = read("setext.md").entries
    assert entries[3].answer == "A set of methods:\n\n- required\n- provided\n\n      fn f();"
    assert entries[5].answer == "* A pointer of two words."
    assert read("questionlabels.md").entries[3].answer == "- server\n  - many answers\n- client"


def test_a_break_is_no_sign_at_the_end_of_a_paragraph() -> None:
    text = "## C\n\n**Q1: a?**\none  \ntwo  \n- three  \n- four<br>five  \n\nsix<br>"
    assert answer(text) == "one\\\ntwo\n- three\n- four\\\n  five\n\nsix"
