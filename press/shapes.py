"""The plain shapes that a book's models are made of: texts, names, lengths, bounds."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

_SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_LENGTH = re.compile(r"^(\d+(?:\.\d+)?)(mm|in|pt)$")
_MM = {"mm": 1.0, "in": 25.4, "pt": 25.4 / 72}


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("it is empty")
    return text


def millimetres(length: str) -> float:
    """A CSS length such as `119mm`, `6in` or `595pt`, in mm; `ValueError` if it is none."""
    match = _LENGTH.match(length)
    if not match:
        raise ValueError(f"'{length}' is no length such as 119mm, 6in or 595pt")
    return float(match[1]) * _MM[match[2]]


def trimmed_length(text: str) -> str:
    """The length of a page's side; `ValueError` if it is none, or none that can be printed."""
    if not 20 <= millimetres(text) <= 2000:
        raise ValueError("it is not between 20mm and 2000mm")
    return text


Text = Annotated[str, AfterValidator(_said)]
Slug = Annotated[str, StringConstraints(pattern=_SLUG)]
Number = Annotated[int, Field(ge=1, le=99_999)]
Count = Annotated[int, Field(ge=0)]


class Strict(BaseModel):
    """The base of all models: nothing unknown, nothing converted, nothing changed later."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Bounds(Strict):
    """The least and the most that something may measure, both included."""

    min: Count = 0
    max: Count | None = None

    def hold(self, value: int) -> bool:
        """Whether `value` lies within."""
        return self.min <= value and (self.max is None or value <= self.max)

    def __str__(self) -> str:
        if self.max is None:
            return f"at least {self.min}"
        if self.min == 0:
            return f"at most {self.max}"
        return str(self.min) if self.min == self.max else f"{self.min} to {self.max}"
