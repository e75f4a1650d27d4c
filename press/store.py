"""Typeset parts kept on disk, under a key made of everything that they depend on.

A part depends on its HTML (entries, listings, figures and templates are all in it), its
stylesheets, the fonts, and the versions of the tools. Nothing else can change it.
"""

import json
import os
import tempfile
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from press.render import Carried, Sheet
from press.typeset import Anchor, Part, has_tables

_SETTING = (
    "typeset", "engine", "pagination", "symbols", "spoken", "overflow", "carry", "flow", "makeup",
    "store",
)  # fmt: skip
_TOOLS = ("weasyprint", "pydyf", "fonttools", "tinycss2", "cssselect2", "pyphen")


class Store:
    """A folder of parts; a damaged or missing one is simply not found."""

    def __init__(self, folder: Path, fontconfig: Path) -> None:
        self.folder = folder
        self.tools = _tools(fontconfig)

    def key(self, sheet: Sheet) -> str:
        """The name under which the part of `sheet` is kept."""
        digest = sha256(self.tools.encode())
        for text in (sheet.name, sheet.html, *(style.text for style in sheet.styles)):
            digest.update(len(text).to_bytes(8, "big") + text.encode())
        return digest.hexdigest()

    def find(self, sheet: Sheet) -> Part | None:
        """The part of `sheet`, if it was typeset before."""
        base = self.folder / self.key(sheet)
        try:
            pdf = base.with_suffix(".pdf").read_bytes()
            symbols = json.loads(base.with_suffix(".json").read_text(encoding="utf-8"))
            if symbols["digest"] != sha256(pdf).hexdigest():
                return None
            anchors = {name: Anchor(**anchor) for name, anchor in symbols["anchors"].items()}
            seen = tuple(tuple(names) for names in symbols["seen"])
            carried = tuple(tuple(Carried(**one) for one in page) for page in symbols["carried"])
            fonts = dict(symbols["fonts"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return Part(
            sheet.name,
            pdf,
            len(seen),
            anchors,
            seen,
            carried,
            fonts,
            sheet.places,
            sheet.front,
            has_tables(sheet),
            (),
        )

    def keep(self, sheet: Sheet, part: Part) -> None:
        """Keep a sound part; one with problems is typeset again, to say them again."""
        if part.problems:
            return
        base = self.folder / self.key(sheet)
        symbols = {
            "digest": sha256(part.pdf).hexdigest(),
            "anchors": {name: asdict(anchor) for name, anchor in part.anchors.items()},
            "seen": part.seen,
            "carried": [[asdict(one) for one in page] for page in part.carried],
            "fonts": part.fonts,
        }
        write_whole(base.with_suffix(".pdf"), part.pdf)
        write_whole(base.with_suffix(".json"), json.dumps(symbols).encode())


def write_whole(path: Path, data: bytes) -> None:
    """Write beside `path`, then rename: a reader sees the old file or the new one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        Path(beside).chmod(0o666 & ~umask)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink()
        raise


@cache
def _tools(fontconfig: Path) -> str:
    """The versions of the tools and the content of the fonts, as one text."""
    digest = sha256()
    for path in (*sorted(fontconfig.parent.glob("*.ttf")), fontconfig):
        digest.update(sha256(path.read_bytes()).digest())
    sources = sorted(Path(__file__).parent.glob("*.py"))
    for path in sources:
        if path.stem in _SETTING:
            digest.update(sha256(path.read_bytes()).digest())
    return " ".join([*(f"{tool}={version(tool)}" for tool in _TOOLS), digest.hexdigest()])
