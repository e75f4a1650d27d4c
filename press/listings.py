"""Listings: regions cut by name from Go programs that are compiled and tested."""

import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

from press.characters import mute, silence
from press.problems import BadContent, Place, Problem, did_you_mean, shown_path
from press.schema import Listing

COLUMNS = 64
LINES = 30
_TAB = 4
_OPEN = re.compile(r"^\s*// region ([a-z][a-z0-9-]*)\s*$")
_CLOSE = re.compile(r"^\s*// endregion(?: ([a-z][a-z0-9-]*))?\s*$")
_EXAMPLE = re.compile(r"^func (Example\w*)\(\) \{$")
_OUTPUT = re.compile(r"^\s*// (?:Unordered output|Output):(.*)$", re.IGNORECASE)


@dataclass(frozen=True)
class Region:
    """Lines between `// region NAME` and `// endregion NAME`; `line` is the first one's."""

    name: str
    path: Path
    line: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Cut:
    """A listing as it is printed: tabs are four spaces, the indentation is taken off."""

    code: str
    output: str | None


def cut(root: Path, listing: Listing, place: Place) -> Cut:
    """Cut `listing` from its folder under `root`; `place` is where the book asks for it.

    Raises `BadContent` if the folder, the region or the example is not there, and for a
    region that is empty, has over 30 lines, a line over 64 columns or a mute character.
    """
    folder = root / "listings" / listing.name
    where = f"listing '{listing.name}'"
    files = _files(root, folder)
    if not files:
        there = [path.name for path in (root / "listings").glob("*") if path.is_dir()]
        raise BadContent.at(
            place,
            where,
            f"there is no Go file in listings/{listing.name}",
            did_you_mean(listing.name, there),
        )
    texts = [(path, _read(path)) for path in files]
    regions = {region.name: region for one in texts for region in _regions(*one)}
    region = regions.get(listing.region)
    if region is None:
        raise BadContent.at(
            place,
            where,
            f"it has no region '{listing.region}'",
            did_you_mean(listing.region, regions),
        )
    code = textwrap.dedent("\n".join(region.lines).expandtabs(_TAB)).strip("\n")
    problems = _measured(region, code)
    if problems:
        raise BadContent(problems)
    output = _output([lines for _, lines in texts], listing, place)
    silent = [Problem(place, f"{where}, output", *silence(one)) for one in mute(output or "")]
    if silent:
        raise BadContent(silent)
    return Cut(code, output)


def _files(root: Path, folder: Path) -> list[Path]:
    """The folder's Go files that really lie in the book."""
    found = sorted(folder.glob("*.go"))
    # Nothing but a link leads elsewhere, and to follow each path to its end takes long.
    if not any(path.is_symlink() for path in (folder.parent, folder, *found)):
        return found
    home = root.resolve()
    return [path for path in found if path.resolve().is_relative_to(home)]


def _regions(path: Path, text: list[str]) -> list[Region]:
    found: list[Region] = []
    name, start, lines = "", 0, list[str]()
    for number, line in enumerate(text, 1):
        if opened := _OPEN.match(line):
            if name:
                raise BadContent.at(
                    Place(shown_path(path), number),
                    f"region '{opened[1]}'",
                    f"it opens inside region '{name}'",
                    f"close '{name}' first",
                )
            name, start, lines = opened[1], number + 1, []
        elif _CLOSE.match(line):
            if not name:
                raise BadContent.at(
                    Place(shown_path(path), number),
                    "region",
                    "an end without a beginning",
                    "write '// region NAME' above it",
                )
            found.append(Region(name, path, start, tuple(lines)))
            name = ""
        elif name:
            lines.append(line)
    if name:
        raise BadContent.at(
            Place(shown_path(path), start - 1),
            f"region '{name}'",
            "it never ends",
            f"write '// endregion {name}' after its last line",
        )
    return found


def _measured(region: Region, code: str) -> list[Problem]:
    where = f"region '{region.name}'"

    def at(line: int, column: int = 1) -> Place:
        return Place(shown_path(region.path), line, column)

    if not code.strip():
        return [
            Problem(
                at(region.line),
                where,
                "it is empty",
                "put the lines to print between its marks",
            )
        ]
    problems = []
    skipped = next(i for i, line in enumerate(region.lines) if line.strip())
    lines = code.split("\n")
    if len(lines) > LINES:
        problems.append(
            Problem(
                at(region.line),
                where,
                f"it has {len(lines)} lines, {LINES} are allowed",
                "print less, or split it",
            )
        )
    for number, line in enumerate(lines, region.line + skipped):
        if len(line) > COLUMNS:
            problems.append(
                Problem(
                    at(number, COLUMNS + 1),
                    where,
                    f"the line has {len(line)} columns, {COLUMNS} are allowed",
                    "break it",
                )
            )
    for number, line in enumerate(region.lines, region.line):
        problems += [
            Problem(at(number, line.index(one) + 1), where, *silence(one)) for one in mute(line)
        ]
    return problems


def _output(files: list[list[str]], listing: Listing, place: Place) -> str | None:
    """What the listing's Example function prints, as its `// Output:` comment says."""
    examples = {name: output for text in files for name, output in _examples(text)}
    where = f"listing '{listing.name}'"
    if listing.output:
        if listing.output not in examples:
            raise BadContent.at(
                place,
                where,
                f"it has no '{listing.output}' with an '// Output:' comment",
                did_you_mean(listing.output, examples),
            )
        return examples[listing.output]
    if len(examples) > 1:
        raise BadContent.at(
            place,
            where,
            f"it has {len(examples)} Example functions",
            "say which one's output to print, as 'output: " + min(examples) + "'",
        )
    return next(iter(examples.values()), None)


def _examples(text: list[str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    name, lines = "", None
    for line in text:
        if opened := _EXAMPLE.match(line):
            name, lines = opened[1], None
        elif name and line == "}":
            if lines is not None:
                found.append((name, "\n".join(lines).strip("\n")))
            name = ""
        elif name and (output := _OUTPUT.match(line)):
            lines = [output[1].strip()] if output[1].strip() else []
        elif name and lines is not None:
            lines.append(re.sub(r"^\s*// ?", "", line).rstrip().expandtabs(_TAB))
    return found


def _read(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise BadContent.at(
            Place(shown_path(path)),
            "file",
            f"byte {error.start + 1} is not UTF-8",
            "save the file in UTF-8",
        ) from None
