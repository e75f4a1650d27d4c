"""YAML as a person would write it: literal blocks, indented lists, names of plain letters."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

_WIDTH = 96


def slugs_of(titles: Iterable[str]) -> list[str]:
    """A name of plain letters for each title's file, each another."""
    slugs: list[str] = []
    for title in titles:
        letters = unicodedata.normalize("NFKD", title.replace("ß", "ss")).encode("ascii", "ignore")
        stem = re.sub(r"[^a-z0-9]+", "-", letters.decode().lower())[:60].strip("-") or "chapter"
        slug, count = stem, 1
        while slug in slugs:
            count += 1
            slug = f"{stem}-{count}"
        slugs.append(slug)
    return slugs


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as a literal block, and lists indented."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
# Otherwise a value that occurs twice would be written as an alias.
_Dumper.ignore_aliases = lambda self, data: True  # type: ignore[method-assign]


def write_yaml(path: Path, schema: str, data: dict[str, Any]) -> None:
    """Write `data` with a first line that leads editors to its schema."""
    body = yaml.dump(data, Dumper=_Dumper, width=_WIDTH, allow_unicode=True, sort_keys=False)
    head = f"# yaml-language-server: $schema={schema}\n"
    path.write_text(head + body, encoding="utf-8", newline="\n")
