"""What parts are set with: versions of the tools, the fonts, and the press's own code for it.

Two presses that say the same of themselves set the same bytes.
"""

import ctypes
import sys
import zlib
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

_SETTING = (
    "typeset", "engine", "pagination", "symbols", "elements", "tables",
    "tagging", "slugs", "pen", "overflow", "carry", "flow", "makeup", "constants", "inlines",
    "cuts", "inflow", "sheet", "store", "forme", "lockup", "overrun", "fontfiles",
)  # fmt: skip
_PACKAGES = ("weasyprint", "pydyf", "fonttools", "tinycss2", "cssselect2", "pyphen")
# What shapes the text comes from the system, not from the requirements.
_LIBRARIES = (("pango-1.0", "pango_version_string"), ("harfbuzz", "hb_version_string"))


@cache
def tools(fontconfig: Path) -> str:
    """All that parts are set with, as words such as `weasyprint=70.0`, and the fonts' digest."""
    fonts = (*sorted(fontconfig.parent.glob("*.ttf")), fontconfig)
    code = [Path(__file__).with_name(f"{name}.py") for name in sorted(_SETTING)]
    return " ".join(
        [
            f"python={sys.version_info.major}.{sys.version_info.minor}",
            packages(*_PACKAGES),
            *(f"{name}={_library(name, function)}" for name, function in _LIBRARIES),
            f"zlib={zlib.ZLIB_RUNTIME_VERSION}",
            f"fonts={_digest(fonts)}",
            f"code={_digest(code)}",
        ]
    )


def packages(*names: str) -> str:
    """The versions of Python packages as words such as `weasyprint=70.0`."""
    return " ".join(f"{name}={version(name)}" for name in names)


def difference(here: str, there: str) -> str:
    """In what two presses differ, for a person: `weasyprint 69.0 instead of 70.0, other fonts`."""
    own, other = (dict(word.split("=", 1) for word in mark.split()) for mark in (here, there))
    told = []
    for name in sorted({*own, *other}):
        if own.get(name) != other.get(name):
            versions = f"{name} {other.get(name, 'none')} instead of {own.get(name, 'none')}"
            told.append(f"other {name}" if name in ("fonts", "code") else versions)
    return ", ".join(told)


def _digest(paths: "tuple[Path, ...] | list[Path]") -> str:
    digest = sha256()
    for path in paths:
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _library(name: str, function: str) -> str:
    """What a library of the system says of its version, by the names it has on each system."""
    for file in (f"lib{name}.so.0", f"lib{name}.dylib", f"lib{name}.0.dylib", f"lib{name}-0.dll"):
        with suppress(OSError, AttributeError):
            ask = getattr(ctypes.CDLL(file), function)
            ask.restype = ctypes.c_char_p
            return str(ask().decode())
    return "unknown"
