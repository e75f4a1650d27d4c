"""What pydantic found wrong with a file, said in the words of the person who wrote it."""

from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from press import schema, shapes
from press.document import Document, Where, spelled
from press.problems import Place, Problem, did_you_mean


def explain(error: ValidationError, source: Document, model: type[BaseModel]) -> list[Problem]:
    """Every fault in `error` as a problem at its place in `source`, read as a `model`.

    A misspelt key is one fault, though pydantic finds the wrong key and misses the right one.
    """
    details = error.errors(include_url=False)
    meant = {
        (*where[:-1], near)
        for detail in details
        if detail["type"] == "extra_forbidden" and (where := _where(detail["loc"], source))
        for near in _near(str(where[-1]), where, model)
    }
    found = []
    for detail in details:
        where = _where(detail["loc"], source)
        if where is None or (detail["type"] == "missing" and where in meant):
            continue
        # A list whose only item is faulty is not an empty list.
        if detail["type"] == "too_short" and detail["input"]:
            continue
        found.append(_problem(detail, where, source, model))
    return found


def _problem(detail: Any, where: Where, source: Document, model: type[BaseModel]) -> Problem:
    place = source.place(where)
    if detail["type"] == "missing":
        key, where = where[-1], where[:-1]
        place = source.place(where) if where else Place(source.path)
        wrong, remedy = f"the key '{key}' is missing", f"add '{key}:' with its text"
    elif detail["type"] == "extra_forbidden":
        place = source.key_place(where)
        wrong = f"unknown key '{where[-1]}'"
        remedy, where = did_you_mean(str(where[-1]), _keys(where, model)), where[:-1]
    else:
        shown = _shown(detail.get("input"), source.written(where))
        wrong, remedy = _fault(detail, shown, where)
    return Problem(place, named(where, source), wrong, remedy)


def _near(word: str, where: Where, model: type[BaseModel]) -> list[str]:
    return get_close_matches(word, _keys(where, model), n=1, cutoff=0.6)


def _fault(detail: Any, shown: str, where: Where) -> tuple[str, str]:
    kind, value = detail["type"], detail.get("input")
    context = detail.get("ctx", {})
    match kind:
        case "string_type" if isinstance(value, (list, dict)):
            return f"a text is wanted here, not {shown}", "put the text in quotes"
        case "string_type" if value is None:
            return "it is empty", "write its text, or remove the key"
        case "string_type":
            return f"a text is wanted here, not {shown}", "put it in quotes"
        case "int_type" | "int_from_float":
            return f"a whole number is wanted here, not {shown}", "write digits, without quotes"
        case "literal_error":
            known = [
                str(word).strip("'")
                for word in str(context["expected"]).replace(" or ", ", ").split(", ")
            ]
            return f"{shown} is not one of the words allowed here", did_you_mean(str(value), known)
        case "string_pattern_mismatch":
            return f"{shown} has not the right form", _FORMS.get(
                next((str(step) for step in reversed(where) if isinstance(step, str)), ""),
                "use lower-case letters, digits and hyphens",
            )
        case "value_error":
            return str(context["error"]), "write something that can be printed"
        case "greater_than_equal" | "less_than_equal":
            bound = context.get("ge", context.get("le"))
            least = "less" if kind.startswith("greater") else "more"
            return f"{shown} is {least} than {bound}", f"write a number on this side of {bound}"
        case "tuple_type" | "list_type":
            return f"a list is wanted here, not {shown}", "write '- ' before each item"
        case "model_type" | "dict_type":
            return f"a mapping is wanted here, not {shown}", "write 'key: value' lines under it"
        case "bool_type":
            return f"true or false is wanted here, not {shown}", "write true or false"
        case "date_type":
            return f"a date is wanted here, not {shown}", "write it as 2026-11-22, without quotes"
        case "too_short":
            return "the list is empty", "write at least one item"
    return str(detail["msg"]), "correct it"


_FORMS = {
    "docs": "write it as net/http#Server.Shutdown",
    "name": "use lower-case letters and digits, as the folder or file is called",
    "language": "write a language tag such as en or en-GB",
    "output": "write the name of an Example function",
}

_MODELS: dict[str, type[BaseModel]] = {
    "entries": schema.Entry,
    "listing": schema.Listing,
    "figure": schema.Figure,
    "followups": schema.Followup,
    "editions": schema.Edition,
    "jobs": schema.Job,
    "select": schema.Selection,
    "budget": schema.Budget,
    "settings": schema.Settings,
    "paper": schema.Trim,
    "questions": schema.Span,
    "measures": schema.Measures,
    "levels": schema.Levels,
    "plans": schema.StudyPlan,
}


def _keys(where: Where, model: type[BaseModel]) -> list[str]:
    """The keys that are allowed in the mapping around `where`."""
    around = [step for step in where[:-1] if isinstance(step, str)]
    if not around:
        return list(model.model_fields)
    if len(around) > 1 and around[-2] == "measures":
        return list(shapes.Bounds.model_fields)
    return list(_MODELS.get(around[-1], model).model_fields)


def _where(loc: tuple[str | int, ...], source: Document) -> Where | None:
    """`loc` without the names of the union's branches; None in a branch not taken."""
    if "Trim" in loc and not isinstance(_at(source.data, loc[: loc.index("Trim")]), dict):
        return None
    if (
        any("str" in str(step) for step in loc[2:])
        and loc[2] == "paper"
        and isinstance(_at(source.data, loc[:3]), dict)
    ):
        return None
    return tuple(step for step in loc if step != "Trim" and "constrained-str" not in str(step))


def _at(data: Any, where: Where) -> object:
    for step in where:
        data = data[step]
    return data


def named(where: Where, source: Document) -> str:
    """`where` in the reader's terms: an entry by its number, a job by its name if it has one."""
    if len(where) >= 2 and where[0] == "entries":
        entry = _at(source.data, where[:2])
        number = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(number, int):
            rest = spelled(where[2:])
            return f"question {number}" + (f", {rest}" if rest != "file" else "")
    if len(where) >= 2 and where[0] == "jobs":
        job = _at(source.data, where[:2])
        name = job.get("name") if isinstance(job, dict) else None
        if isinstance(name, str):
            rest = spelled(where[2:])
            return f"job '{name}'" + (f", {rest}" if rest != "file" else "")
    return spelled(where)


def _shown(value: object, written: str) -> str:
    if isinstance(value, bool):
        return f"the word {written}, which means true or false"
    if isinstance(value, (int, float)):
        return f"the number {written}"
    if isinstance(value, str):
        return f"'{value if len(value) <= 40 else value[:39] + '…'}'"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        return "a list"
    return "nothing" if value is None else f"the date {value}"
