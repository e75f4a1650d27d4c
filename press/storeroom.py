"""Where what is kept of a book is: its parts, the user's shelf, and the user's secret."""

import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes

from press.house import House
from press.problems import BadUsage, shown_path
from press.store import LIMIT, Store

CACHE = ".press"
"""The folder in which a book keeps its typeset parts."""

_SECRET = 32
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def cache_folder(book: Path) -> Path:
    """Where the parts of a book are kept: in its own folder, or if that cannot be written in
    the user's cache folder (XDG Base Directory Specification, `XDG_CACHE_HOME`).
    """
    own, users = _folders(book)
    return own if _writable(own) else users


def cleaned(book: Path, output: Path) -> int:
    """Remove what is kept of `book`, and the notes on what is in `output`; how many files.

    No link is followed, and no PDF removed. Raises `BadUsage` if there is no such book.
    """
    if not book.is_dir():
        raise absent(book)
    removed = 0
    for top in (*_folders(book), output / CACHE):
        if top.is_symlink():
            continue
        for folder, _, names in os.walk(top, topdown=False):
            for path in (Path(folder, name) for name in names):
                if path.suffix != ".pdf" and not path.is_symlink():
                    with suppress(OSError):
                        path.unlink()
                        removed += 1
            with suppress(OSError):
                Path(folder).rmdir()
    return removed


def part_store(book: Path, house: House, limit: int = LIMIT) -> Store:
    """The store of a book's parts, of which its user's presses alone know the names."""
    return Store(cache_folder(book) / "parts", house.fontconfig, limit, _secret())


def _secret() -> bytes:
    """The user's secret, made when it is first asked for.

    Where there is nowhere to keep it, it is another one each time, and no part is found again.
    """
    path = _user() / "secret"
    made = token_bytes(_SECRET)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), os.fdopen(os.open(path, _NEW, 0o600), "wb") as file:
            file.write(made)
        found = path.read_bytes()
        if len(found) == _SECRET:
            return found
    return made


def shelf_file(book: Path) -> Path:
    """Where what was made of a book's texts is kept: in the user's cache folder, never the book's.

    What is in a book is not trusted to have been made by this press.
    """
    return _folders(book)[1] / "standing.json"


def _folders(book: Path) -> tuple[Path, Path]:
    """A book's own folder for its parts, and the one that the user has for them."""
    name = sha256(str(book.resolve()).encode()).hexdigest()[:16]
    return book / CACHE, _user() / name


def _user() -> Path:
    """What the press keeps for its user."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "the-press"


def _writable(folder: Path) -> bool:
    # A link may lead to anywhere, and what is there is not the book's to write over or remove.
    if folder.is_symlink():
        return False
    try:
        folder.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def absent(book: Path) -> BadUsage:
    """What to say of a book that is not there."""
    return BadUsage(f"there is no folder '{shown_path(book)}'; name a book's folder")
