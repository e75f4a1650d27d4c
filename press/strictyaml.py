"""YAML read strictly: plain data out, with the place of every value.

Only the composer of PyYAML is used (through libyaml where it is there). No constructor
ever runs, so a tag in a file cannot make an object; aliases are refused, so a small file
cannot grow into a large one.
"""

import datetime
import re
from functools import lru_cache
from pathlib import Path
from sys import intern
from typing import Any

import yaml

from press.document import Document, Where, mark, marked, spelled
from press.problems import BadContent, Place, Problem, shown_path

_COMPOSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_DEPTH = 50
_TAB = re.compile(r"^[ \t]*\t", re.MULTILINE)


def read_yaml(path: Path) -> Document:
    """Read the mapping in `path`.

    Raises `BadContent` with all that is wrong: a file that is missing, empty, not UTF-8
    or not YAML, tabs in indentation, repeated keys, tags, aliases, several documents.
    """
    name = shown_path(path)
    return _document(name, _text(path, name))


# A press that keeps running reads the files again of which one was edited.
@lru_cache(256)
def _document(name: str, text: str) -> Document:
    tab = _TAB.search(text)
    if tab:
        at = Place(name, text.count("\n", 0, tab.end()) + 1, tab.end() - tab.start())
        raise BadContent.at(at, "file", "a tab stands in the indentation", "indent with spaces")
    try:
        _prove_shallow(text, name)
        node = yaml.compose(text, Loader=_COMPOSER)
    except yaml.MarkedYAMLError as error:
        raise BadContent.at(
            _place(name, error), "file", _said(error), "correct the YAML here"
        ) from None
    except yaml.YAMLError as error:
        raise BadContent.at(
            _odd_character(name, text),
            "file",
            str(error).split("\n")[0],
            "remove the character that YAML does not allow",
        ) from None
    if node is None:
        raise BadContent.at(Place(name), "file", "it is empty", "write the book's text into it")
    if not isinstance(node, yaml.MappingNode):
        raise BadContent.at(
            Place(name, *marked(_mark(node))),
            "file",
            "it is not a mapping of keys to values",
            "start it with a key such as 'title:'",
        )
    reader = _Reader(name)
    data = reader.value(node, ())
    if reader.problems:
        raise BadContent(reader.problems)
    return Document(name, text, data, reader.values, reader.keys)


def _prove_shallow(text: str, name: str) -> None:
    """Refuse deep nesting before the composer, which calls itself for each level, meets it."""
    depth = 0
    for event in yaml.parse(text, Loader=_COMPOSER):
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
            if depth > _DEPTH:
                mark = event.start_mark
                at = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
                raise BadContent.at(at, "file", "it is nested too deeply", "use fewer levels")
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1


def _text(path: Path, name: str) -> str:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise BadContent.at(
            Place(name),
            "file",
            "it is not there",
            "create it, or correct the name that leads to it",
        ) from None
    except OSError as error:
        raise BadContent.at(
            Place(name), "file", f"it cannot be read ({error.strerror})", "make it a readable file"
        ) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        raise BadContent.at(
            Place(name, line, column),
            "file",
            f"byte 0x{raw[error.start]:02x} is not UTF-8",
            "save the file in UTF-8",
        ) from None


class _Reader:
    """Turns composed nodes into data, remembering places and collecting problems."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.values: dict[Where, int] = {}
        self.keys: dict[Where, int] = {}
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, where: Where) -> Any:
        self.values[where] = _mark(node)
        if id(node) in self.seen:
            self._wrong(
                self.keys.get(where, self.values[where]),
                where,
                "an alias (*name) repeats a value",
                "write the value out where it is needed",
            )
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, where)
        if isinstance(node, yaml.SequenceNode):
            self._no_tag(node, where, "seq")
            return [self.value(item, (*where, i)) for i, item in enumerate(node.value)]
        return self._scalar(node, where)

    def _mapping(self, node: yaml.MappingNode, where: Where) -> dict[str, Any]:
        self._no_tag(node, where, "map")
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            place = _mark(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self._wrong(place, where, "a key is a list or a mapping", "use a word as the key")
                continue
            # There are few different keys, and a large book has each of them thousands of times.
            key = intern(str(key_node.value))
            inner = (*where, key)
            if key_node.tag == _TAG + "merge":
                self._wrong(place, inner, "'<<' merges another mapping", "write its keys out")
            elif key in data:
                first = marked(self.keys[inner])[0]
                self._wrong(
                    place,
                    inner,
                    f"the key '{key}' stands here a second time",
                    f"keep one of the two (the first is on line {first})",
                )
            else:
                self.keys[inner] = place
                data[key] = self.value(value_node, inner)
        return data

    def _scalar(self, node: Any, where: Where) -> Any:
        text = str(node.value)
        kind = node.tag.removeprefix(_TAG)
        if kind == "str":
            return text
        try:
            if kind == "null":
                return None
            if kind == "bool":
                return _WORDS[text.lower()]
            if kind == "int":
                return int(text.replace("_", ""), 10)
            if kind == "float":
                return float(text.replace("_", ""))
            if kind == "timestamp":
                return datetime.date.fromisoformat(text)
        except (KeyError, ValueError):
            return text
        self._no_tag(node, where, "str")
        return text

    def _no_tag(self, node: yaml.Node, where: Where, kind: str) -> None:
        if node.tag != _TAG + kind:
            shown = node.tag.replace(_TAG, "!!")
            self._wrong(
                _mark(node),
                where,
                f"the tag {shown} is not allowed",
                "write plain text, lists and mappings",
            )

    def _wrong(self, at: int, where: Where, wrong: str, remedy: str) -> None:
        place = Place(self.name, *marked(at))
        self.problems.append(Problem(place, spelled(where), wrong, remedy))


def _mark(node: yaml.Node) -> int:
    return mark(node.start_mark.line + 1, node.start_mark.column + 1)


def _place(name: str, error: yaml.MarkedYAMLError) -> Place:
    mark = error.problem_mark or error.context_mark
    # A quote that never ends is noticed at the end of the file; the fault is where it began.
    if error.context == "while scanning a quoted scalar":
        mark = error.context_mark
    return Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)


def _odd_character(name: str, text: str) -> Place:
    odd = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    if not odd:
        return Place(name)
    start = text.rfind("\n", 0, odd.start()) + 1
    return Place(name, text.count("\n", 0, odd.start()) + 1, odd.start() - start + 1)


def _said(error: yaml.MarkedYAMLError) -> str:
    parts = (error.context, error.problem)
    return ", ".join(part.strip() for part in parts if part) or "it is not YAML"
