"""Typeset parts kept on disk, under a key made of everything that they depend on.

A part depends on its HTML (entries, listings, figures and templates are all in it), its
stylesheets, the fonts, and the versions of the tools. Nothing else can change it. The key is made
with a secret of the user too, so that nobody else can put a part into a book that is printed.
"""

import hmac
import os
import time
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter

from press.manifest import write_whole
from press.sheet import Sheet
from press.tools import tools
from press.typeset import Part

# What is said of bytes is only heard inside something that is no dataclass itself.
_KEPT = TypeAdapter(
    tuple[Part], config=ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")
)
_SUFFIX = ".part"
_STALE = 3600.0

LIMIT = 512 * 1024 * 1024
"""Bytes that a store may take, unless it is told otherwise."""


class Store:
    """A folder of parts; a damaged or missing one is simply not found.

    It grows to `limit` bytes at the most: `sweep` then takes out what was not used for longest.
    Two builds may use it at once: files are written whole, and what one of them sweeps away the
    other sets again.
    """

    def __init__(
        self, folder: Path, fontconfig: Path, limit: int = LIMIT, secret: bytes = b""
    ) -> None:
        self.folder = folder
        self.limit = limit
        self.secret = secret
        self.tools = tools(fontconfig)

    def key(self, sheet: Sheet) -> str:
        """The name under which the part of `sheet` is kept."""
        words = f"{self.tools} {sheet.matter} {sheet.follows} {sheet.tagged}"
        digest = hmac.new(self.secret, words.encode(), sha256)
        for text in (sheet.name, sheet.html, *(style.text for style in sheet.styles)):
            digest.update(len(text).to_bytes(8, "big") + text.encode())
        return digest.hexdigest()

    def find(self, sheet: Sheet, key: str = "") -> Part | None:
        """The part of `sheet`, if it was typeset before."""
        path = self._path(key or self.key(sheet))
        try:
            digest, _, text = path.read_bytes().partition(b"\n")
            if digest != sha256(text).hexdigest().encode():
                return None
            (part,) = _KEPT.validate_json(text)
            os.utime(path)
        except (OSError, ValueError):
            return None
        return part.of(sheet)

    def keep(self, sheet: Sheet, part: Part, key: str = "") -> None:
        """Keep a sound part; one with problems is typeset again, to say them again.

        A store that cannot be written keeps nothing, and the build goes on.
        """
        if part.problems:
            return
        text = _KEPT.dump_json((replace(part, places={}, slots=()),))
        with suppress(OSError):
            path = self._path(key or self.key(sheet))
            write_whole(path, sha256(text).hexdigest().encode() + b"\n" + text)

    def sweep(self) -> int:
        """Take out the parts that were not used for longest, down to `limit`; how many.

        What a killed build left half-written goes too, once nobody can be writing it any more.
        """
        found = []
        for path in self.folder.glob(f".*{_SUFFIX}.*"):
            with suppress(OSError):
                if path.stat().st_mtime < time.time() - _STALE:
                    path.unlink()
        for path in self.folder.glob(f"*{_SUFFIX}"):
            with suppress(OSError):
                told = path.stat()
                found.append((told.st_mtime_ns, told.st_size, path))
        total = sum(size for _, size, _ in found)
        swept = 0
        for _, size, path in sorted(found):
            if total <= self.limit:
                break
            with suppress(OSError):
                path.unlink()
                swept += 1
            total -= size
        return swept

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{_SUFFIX}"
