"""Figures: drawings in SVG, taken only if they cannot reach outside themselves.

Content is untrusted. A drawing may hold shapes, text and gradients; it may not hold
scripts, styles, foreign objects, entities, or a reference to anything but its own parts.
"""

import re
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from press.characters import mute, silence
from press.problems import BadContent, Place, Problem, did_you_mean, shown_path

_SVG = "{http://www.w3.org/2000/svg}"
_ALLOWED = frozenset(
    [
        "svg",
        "title",
        "desc",
        "g",
        "defs",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "marker",
        "use",
    ]
)
_URL = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)
_NUMBER = r"-?(?:\d+\.?\d*|\.\d+)"
_VIEW = re.compile(rf"(?:{_NUMBER}[\s,]+){{2}}{_NUMBER[2:]}[\s,]+{_NUMBER[2:]}")
_FONTS = ("Source Serif 4", "Source Sans 3", "JetBrains Mono")


def drawing(root: Path, name: str, place: Place) -> str:
    """The text of `figures/NAME.svg`; `place` is where the book asks for it.

    Raises `BadContent` if the file is not there, is no SVG, or holds what it may not.
    """
    path = root / "figures" / f"{name}.svg"
    where = f"figure '{name}'"
    if not path.is_file() or not path.resolve().is_relative_to(root.resolve()):
        there = [other.stem for other in (root / "figures").glob("*.svg")]
        raise BadContent(
            [Problem(place, where, f"figures/{name}.svg is not there", did_you_mean(name, there))]
        )
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        wrong = Problem(Place(shown_path(path)), where, "it is not UTF-8", "save it in UTF-8")
        raise BadContent([wrong]) from None
    problems = checked(text, shown_path(path), where)
    if problems:
        raise BadContent(problems)
    return text


def checked(text: str, path: str, where: str) -> list[Problem]:
    """All that is wrong with the drawing `text`, which stands in the file `path`."""
    found: list[Problem] = []
    parser = expat.ParserCreate(namespace_separator="}")

    def wrong(what: str, remedy: str) -> None:
        at = Place(path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        found.append(Problem(at, where, what, remedy))

    def doctype(*_: object) -> None:
        wrong("it declares a document type", "remove the <!DOCTYPE …> line")

    def instruction(target: str, _: str) -> None:
        wrong(f"it holds the instruction <?{target}?>", "remove it")

    def start(tag: str, attributes: dict[str, str]) -> None:
        space, _, local = tag.rpartition("}")
        if "{" + space + "}" != _SVG or local not in _ALLOWED:
            wrong(f"the element <{local}> is not allowed", "draw with shapes and text alone")
        for key, value in attributes.items():
            for fault, remedy in _attribute(key.rpartition("}")[2], value):
                wrong(fault, remedy)

    parser.StartDoctypeDeclHandler = doctype
    parser.ProcessingInstructionHandler = instruction

    def words(data: str) -> None:
        for character in mute(data):
            wrong(*silence(character))

    parser.StartElementHandler = start
    parser.CharacterDataHandler = words
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        at = Place(path, error.lineno, error.offset + 1)
        said = expat.ErrorString(error.code)
        return [*found, Problem(at, where, f"it is not XML: {said}", "correct it here")]
    return found or _shape(text, path, where)


def _attribute(key: str, value: str) -> list[tuple[str, str]]:
    faults = []
    if key.lower().startswith("on"):
        faults.append((f"the attribute {key} is a script", "remove it"))
    if key in ("href", "src") and not value.startswith("#"):
        faults.append((f"{key} refers to '{value}'", "refer only to the drawing's own parts"))
    if _URL.search(value):
        faults.append((f"{key} refers to something outside", "refer only to its own parts"))
    if key in ("style", "class"):
        faults.append((f"the attribute {key} is not allowed", "use attributes such as fill"))
    family = value.strip("'\" ")
    if key == "font-family" and family not in _FONTS:
        faults.append((f"the font '{family}' is not the book's", did_you_mean(family, _FONTS)))
    return faults


def _shape(text: str, path: str, where: str) -> list[Problem]:
    root = ElementTree.fromstring(text)
    if root.tag != f"{_SVG}svg":
        return [Problem(Place(path), where, "its root is not <svg>", "save it as SVG")]
    box = root.get("viewBox")
    if not box:
        return [Problem(Place(path), where, "it has no viewBox", "give <svg> a viewBox")]
    if not _VIEW.fullmatch(box.strip()) or 0 in _extent(box):
        wrong = f"its viewBox '{box}' is not a corner, a width and a height"
        return [Problem(Place(path), where, wrong, 'write it as viewBox="0 0 400 240"')]
    return []


def proportion(text: str) -> float:
    """The height of a drawing that was found sound, as a share of its width."""
    width, height = _extent(ElementTree.fromstring(text).attrib["viewBox"])
    return height / width


def _extent(box: str) -> tuple[float, float]:
    _, _, width, height = (float(number) for number in re.split(r"[\s,]+", box.strip()))
    return width, height
