"""The templates of a layout: filled with values, their faults said at their own lines."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from press.problems import BadContent, Place, Problem, shown_path


class Templates:
    """The templates in the folder of a layout, and those of all layouts beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = Environment(
            loader=FileSystemLoader([folder, folder.parent]),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def __contains__(self, name: str) -> bool:
        return self._path(name).is_file()

    def fill(self, name: str, values: dict[str, Any]) -> str:
        """The HTML of the template `name`; raises `BadContent` at the line that is at fault."""
        try:
            return self.environment.get_template(f"{name}.html").render(values)
        except TemplateError as error:
            raise BadContent([_fault(error, self._path(name))]) from None

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
