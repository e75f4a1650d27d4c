"""Design tokens that have one value everywhere, put in their place before styles are read.

The engine looks up what a `var()` stands for, and parses it, for every style that there is
anew. What is set once, for the whole page, needs no looking up.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import tinycss2

_STYLE = re.compile(r"<head>.*?<style>(.*?)</style>.*?</head>", re.DOTALL)
_SET = re.compile(r"(--[\w-]+)\s*:")
# What is in quotes and in comments is passed over.
_VAR = re.compile(
    r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|/\*.*?\*/|var\(\s*(?P<name>--[\w-]+)\s*\)", re.DOTALL
)


def constants(sheets: Sequence[str]) -> dict[str, str]:
    """The custom properties (CSS Custom Properties 1) that stylesheets set on `:root` and nowhere
    else, to a value that says all: by name, with their values. The last of several counts.
    """
    names = Counter(name for sheet in sheets for name in _SET.findall(sheet))
    declared = [pair for sheet in sheets for pair in _declared(sheet)]
    here = Counter(name for name, _ in declared)
    everywhere = {name: value for name, value in declared if names[name] == here[name]}
    known: dict[str, str] = {}
    while True:
        told = {name: folded(value, known) for name, value in everywhere.items()}
        fresh = {name: value for name, value in told.items() if "var(" not in value}
        if fresh == known:
            return known
        known = fresh


def folded(sheet: str, values: Mapping[str, str]) -> str:
    """The stylesheet `sheet` with `values` in the place of the custom properties of that name."""
    return _VAR.sub(lambda found: values.get(found["name"] or "", found[0]), sheet)


def own_style(html: str) -> str:
    """The stylesheet that stands in the head of a page of HTML, such as its measures."""
    found = _STYLE.search(html)
    return found[1] if found else ""


def overridden(values: Mapping[str, str], html: str) -> frozenset[str]:
    """Which of `values` are set in HTML."""
    return frozenset(values.keys() & _SET.findall(html))


def _selector(rule: Any) -> str:
    return str(tinycss2.serialize(rule.prelude)).strip()


def _declared(sheet: str) -> Iterator[tuple[str, str]]:
    """What a stylesheet sets on `:root`, in its order."""
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule" and _selector(rule) == ":root":
            for declaration in tinycss2.parse_blocks_contents(rule.content):
                if (
                    declaration.type == "declaration"
                    and declaration.name.startswith("--")
                    and not declaration.important
                ):
                    yield declaration.name, tinycss2.serialize(declaration.value).strip()
