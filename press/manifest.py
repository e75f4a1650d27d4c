"""A note of what was built from what, so that a build with nothing to do does nothing.

Light on purpose: it imports neither the schema nor any engine.
"""

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

SOURCES = ("book.yaml", "chapters", "listings", "figures")
"""What a book's folder holds that can change its pages."""


@dataclass(frozen=True)
class Line:
    """A finished edition as the closing table shows it; `bytes` and `digest` of its PDF."""

    edition: str
    file: str
    pages: int
    budget: str
    bytes: int
    digest: str
    seconds: float


def fingerprint(folders: Iterable[Path], *words: str) -> str:
    """A digest of every file under `folders` and of `words`: the same for the same input."""
    digest = sha256("\0".join(words).encode())
    for folder in folders:
        digest.update(b"\0" + folder.name.encode())
        files = [folder] if folder.is_file() else sorted(folder.rglob("*"))
        for path in files:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(folder)).encode() + b"\0")
                digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def recall(path: Path, mark: str, folder: Path) -> list[Line] | None:
    """The lines noted under `mark`, if each of their PDFs still stands in `folder` as built."""
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
        if noted["mark"] != mark:
            return None
        lines = [Line(**line) for line in noted["lines"]]
        for line in lines:
            if sha256((folder / line.file).read_bytes()).hexdigest() != line.digest:
                return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return lines


def note(mark: str, lines: Iterable[Line]) -> bytes:
    """The text that `recall` reads."""
    return json.dumps({"mark": mark, "lines": [asdict(line) for line in lines]}).encode()


def write_whole(path: Path, data: bytes) -> None:
    """Put a file with `data` in the place of `path`, as `whole` does."""
    with whole(path) as file:
        file.write(data)


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """A file beside `path`, then renamed: a reader sees the old file or the new one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        umask = os.umask(0)
        os.umask(umask)
        Path(beside).chmod(0o666 & ~umask)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink()
        raise
