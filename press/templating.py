"""The templates of a layout: filled with values, their faults said at their own lines."""

import re
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
)
from jinja2.bccache import Bucket

from press.problems import BadContent, Place, Problem, shown_path
from press.sheet import Slot


@dataclass(frozen=True)
class Filled:
    """The HTML of a filled template, with its slots, figures and targets of taps in order."""

    html: str
    slots: tuple[Slot, ...]
    figures: str
    targets: tuple[str, ...]


class _Compiled(BytecodeCache):
    """What templates were compiled to, for as long as a press runs and none becomes another."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what its very text was compiled to."""
        checksum, code = self.kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        if bucket.code is not None:
            self.kept[bucket.key] = (bucket.checksum, bucket.code)


_COMPILED = _Compiled()


class Templates:
    """The templates in the folder of a layout, and those of all layouts beside it.

    For what is only known when the book is linked they have filters. Set in slashed noughts,
    `"q41" | folio` is the page number of an anchor, with room for `width` figures, and
    `"41–43" | figures` a text whose figures the linker prints. `href="{{ "q41" | target }}"`
    leads to an anchor from outside the text.
    """

    def __init__(self, folder: Path, width: int) -> None:
        self.folder = folder
        self.width = width
        self.slots: list[Slot] = []
        self.figures: list[str] = []
        self.targets: list[str] = []
        self.environment = Environment(
            loader=FileSystemLoader([folder, folder.parent]),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
        )
        self.environment.filters |= {
            "folio": self._folio,
            "figures": self._figures,
            "target": self._target,
        }

    def __contains__(self, name: str) -> bool:
        return self._path(name).is_file()

    def fill(self, name: str, values: dict[str, Any]) -> Filled:
        """The HTML of the template `name`; raises `BadContent` at the line that is at fault."""
        self.slots, self.figures, self.targets = [], [], []
        try:
            html = self.environment.get_template(f"{name}.html").render(values)
        except TemplateError as error:
            raise BadContent([_fault(error, self._path(name))]) from None
        return Filled(html, tuple(self.slots), "".join(self.figures), tuple(self.targets))

    def _folio(self, anchor: str, *, flush: bool = False) -> str:
        self.slots.append(Slot(self.width, of=anchor, flush=flush))
        return "0" * self.width

    def _figures(self, text: object) -> str:
        self.figures += re.findall(r"[0-9]", str(text))
        return re.sub(r"[0-9]", "0", str(text))

    def _target(self, anchor: str) -> str:
        self.targets.append(anchor)
        return "book:tap"

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.html"


def _fault(error: TemplateError, template: Path) -> Problem:
    """Where in which template an error was raised, from the template's own frames."""
    line, name = getattr(error, "lineno", None) or 1, getattr(error, "filename", None)
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".html"):
            line, name = trace.tb_lineno, trace.tb_frame.f_code.co_filename
        trace = trace.tb_next
    path = shown_path(Path(name)) if name else shown_path(template)
    return Problem(
        Place(path, line), "template", str(error.message or error), "correct the template"
    )
