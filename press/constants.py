"""Design tokens that have one value everywhere, put in their place before styles are read.

The engine looks up what a `var()` stands for, and parses it, for every style that there is
anew. What is set once, for the whole page, needs no looking up.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import tinycss2

_SET = re.compile(r"(--[\w-]+)\s*:")
# What is in quotes and in comments is passed over.
_VAR = re.compile(
    r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|/\*.*?\*/|var\(\s*(?P<name>--[\w-]+)\s*\)", re.DOTALL
)


def constants(sheets: Sequence[str]) -> dict[str, str]:
    """The custom properties (CSS Custom Properties 1) that stylesheets set once, on `:root`, to
    a value that says all: by name, with their values.
    """
    names = [name for sheet in sheets for name in _SET.findall(sheet)]
    found: dict[str, str] = {}
    for sheet in sheets:
        for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
            if rule.type == "qualified-rule" and _selector(rule) == ":root":
                found |= _declared(rule.content)
    once = {name: value for name, value in found.items() if names.count(name) == 1}
    known: dict[str, str] = {}
    while True:
        told = {name: folded(value, known) for name, value in once.items()}
        fresh = {name: value for name, value in told.items() if "var(" not in value}
        if fresh == known:
            return known
        known = fresh


def folded(sheet: str, values: Mapping[str, str]) -> str:
    """The stylesheet `sheet` with `values` in the place of the custom properties of that name."""
    return _VAR.sub(lambda found: values.get(found["name"] or "", found[0]), sheet)


def overridden(values: Mapping[str, str], html: str) -> frozenset[str]:
    """Which of `values` a page of HTML sets itself."""
    return frozenset(values.keys() & _SET.findall(html))


def _selector(rule: Any) -> str:
    return str(tinycss2.serialize(rule.prelude)).strip()


def _declared(content: Any) -> dict[str, str]:
    return {
        declaration.name: tinycss2.serialize(declaration.value).strip()
        for declaration in tinycss2.parse_blocks_contents(content)
        if declaration.type == "declaration"
        and declaration.name.startswith("--")
        and not declaration.important
    }
