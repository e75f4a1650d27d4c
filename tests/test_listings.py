"""Regions cut from Go programs."""

from pathlib import Path

import pytest
from books import GOOD

from press.listings import COLUMNS, LINES, Cut, cut
from press.problems import BadContent, Place
from press.schema import Listing

HERE = Place("chapters/one.yaml", 8, 7)


def listing(**fields: str) -> Listing:
    return Listing.model_validate({"name": "sum", "caption": "A sum"} | fields)


def program(folder: Path, text: str, name: str = "sum.go") -> Path:
    (folder / "listings/sum").mkdir(parents=True, exist_ok=True)
    (folder / "listings/sum" / name).write_text(text, encoding="utf-8")
    return folder


def region(folder: Path, text: str) -> Cut:
    return cut(program(folder, f"// region print\n{text}\n// endregion print\n"), listing(), HERE)


def example(name: str, comment: str) -> str:
    return f"func {name}() {{\n\tfmt.Println(1)\n\t{comment}\n}}\n"


def wrong(folder: Path, wanted: Listing) -> list[str]:
    with pytest.raises(BadContent) as caught:
        cut(folder, wanted, HERE)
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


def test_the_good_listing_as_it_is_printed() -> None:
    wanted = listing(name="grow")
    found = cut(GOOD, wanted, HERE)
    assert found.code.split("\n")[:4] == [
        "// Moved tells whether appending v gives s another array.",
        "func Moved(s []int, v int) bool {",
        "    if len(s) < cap(s) {",
        "        return false // there is room",
    ]
    assert found.code.endswith("\n}")
    assert found.output == "false\ntrue"


def test_the_indentation_that_all_lines_share_is_taken_off(tmp_path: Path) -> None:
    assert region(tmp_path, "\tif a {\n\t\tb()\n\t}").code == "if a {\n    b()\n}"


def test_blank_lines_stay_inside_and_go_at_the_ends(tmp_path: Path) -> None:
    assert region(tmp_path, "\n\na()\n\nb()\n\n").code == "a()\n\nb()"


def test_as_many_lines_and_columns_as_are_allowed_fit(tmp_path: Path) -> None:
    full = "\n".join(["x" * COLUMNS] * LINES)
    assert region(tmp_path, full).code == full


def test_every_line_that_is_too_long_is_named(tmp_path: Path) -> None:
    lines = ["", "x" * 65, "ok", "\t" + "y" * 61]
    program(tmp_path, "\n".join(["// region print", *lines, "// endregion print", ""]))
    assert wrong(tmp_path, listing()) == [
        f"listings/sum/sum.go:{line}:65: region 'print': the line has 65 columns, "
        "64 are allowed; break it"
        for line in (3, 5)
    ]


def test_a_region_is_found_in_any_file_of_the_folder(tmp_path: Path) -> None:
    program(tmp_path, "// region print\na()\n// endregion print\n")
    program(tmp_path, "// region use\nb()\n// endregion\n", "use_test.go")
    assert cut(tmp_path, listing(region="use"), HERE).code == "b()"


def test_the_remedy_for_a_missing_region_names_a_near_one(tmp_path: Path) -> None:
    program(tmp_path, "// region pool\na()\n// endregion pool\n")
    assert wrong(tmp_path, listing(region="pol")) == [
        "chapters/one.yaml:8:7: listing 'sum': it has no region 'pol'; did you mean 'pool'?"
    ]


@pytest.mark.parametrize(
    ("comment", "output"),
    [
        ("// Output: 1", "1"),
        ("// Output:\n\t// 1\n\t// 2", "1\n2"),
        ("// Output:\n\t// 1\n\t//\n\t//   2", "1\n\n  2"),
        ("// output: 1", "1"),
        ("// Unordered output:\n\t// 2\n\t// 1", "2\n1"),
        ("// Nothing of note.", None),
    ],
)
def test_the_output_is_what_the_example_says(
    tmp_path: Path, comment: str, output: str | None
) -> None:
    program(tmp_path, example("ExampleSum", comment), "sum_test.go")
    assert region(tmp_path, "a()").output == output


def test_one_of_two_examples_is_chosen_by_name(tmp_path: Path) -> None:
    both = example("ExampleSum", "// Output: 1") + example("ExampleSum_two", "// Output: 2")
    program(tmp_path, "// region print\na()\n// endregion print\n")
    program(tmp_path, both, "sum_test.go")
    assert cut(tmp_path, listing(output="ExampleSum_two"), HERE).output == "2"
    assert wrong(tmp_path, listing()) == [
        "chapters/one.yaml:8:7: listing 'sum': it has 2 Example functions; "
        "say which one's output to print, as 'output: ExampleSum'"
    ]


def test_a_program_that_is_not_utf8(tmp_path: Path) -> None:
    program(tmp_path, "")
    (tmp_path / "listings/sum/sum.go").write_bytes(b"// caf\xe9\n")
    assert wrong(tmp_path, listing()) == [
        "listings/sum/sum.go:1:1: file: byte 7 is not UTF-8; save the file in UTF-8"
    ]
