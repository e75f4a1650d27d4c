"""The press is built in stages, and none knows of a later one."""

import ast
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest
from books import ROOT

import press

MODULES = sorted((ROOT / "press").rglob("*.py"))
STAGES = ("problems", "strictyaml", "schema", "load", "validate", "selection", "render",
          "typeset", "link", "proof", "bindery", "impression", "pressroom")  # fmt: skip


def name_of(path: Path) -> str:
    """How the rest of the press calls a module: `load`, `notes.reading`, a package `notes`."""
    parts = path.relative_to(ROOT / "press").with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


NAMES = {name_of(path) for path in MODULES}


def imports(path: Path) -> set[str]:
    """The modules of the press that the one in `path` imports, wherever it does."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: write 'from press.…'"
            module = f"{node.module}."
            if module.startswith("press."):
                found |= {f"{module}{alias.name}" for alias in node.names} | {module[:-1]}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("press.")}
    return {name.removeprefix("press.") for name in found} & (NAMES - {""})


GRAPH = {name_of(path): imports(path) - {name_of(path)} for path in MODULES if name_of(path)}


def reached(module: str) -> set[str]:
    """Everything that `module` imports, and what that imports in turn."""
    found: set[str] = set()
    waiting = [module]
    while waiting:
        for name in GRAPH[waiting.pop()] - found:
            found.add(name)
            waiting.append(name)
    return found


def test_no_two_modules_import_each_other_not_even_through_others() -> None:
    order = list(TopologicalSorter(GRAPH).static_order())
    assert sorted(order) == sorted(GRAPH)


@pytest.mark.parametrize(("at", "stage"), list(enumerate(STAGES)))
def test_no_stage_knows_of_a_later_one(at: int, stage: str) -> None:
    assert reached(stage) & set(STAGES[at + 1 :]) == set()


def test_the_stages_that_the_package_names_are_in_that_order() -> None:
    named = next(line for line in (press.__doc__ or "").split("\n") if "→" in line)
    stages = [word.strip() for word in named.split("→")]
    positions = [STAGES.index(stage) for stage in stages]
    assert all(before < after for before, after in pairwise(positions))


def test_problems_stand_at_the_bottom() -> None:
    assert GRAPH["problems"] == set()


def test_nothing_before_typesetting_loads_the_typesetter() -> None:
    """`check` has to be quick, and WeasyPrint alone takes half a second to load."""
    wanted = {"validate", "selection", "render"} | reached("render")
    for path in (path for path in MODULES if name_of(path) in wanted):
        text = path.read_text(encoding="utf-8")
        assert "import weasyprint" not in text
        assert "from weasyprint" not in text


def test_the_survey_asks_no_stage_how_the_pages_were_set() -> None:
    assert reached("survey") & set(STAGES) == {"problems"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_nothing_of_the_press_reaches_for_the_network() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert name.partition(".")[0] not in {"socket", "http", "urllib", "requests"}, path
