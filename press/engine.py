"""WeasyPrint as the press uses it: our fonts alone, nothing fetched, everything it says heard."""

import logging
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from cssselect2 import ElementWrapper, Matcher

from press.constants import constants, folded, overridden, own_style
from press.fontfiles import FontFiles
from press.sheet import Sheet, Style
from press.symbols import hide_names

_NOTES = re.compile(r"^::(?:footnote|note)[^{}]*\{[^{}]*\}", re.MULTILINE)
_MARGINS = re.compile(r"@(?:footnote|note|top|bottom|left|right)[\w-]*\s*\{[^{}]*\}")
_BEYOND = re.compile(
    r"@(?:footnote|note|top|bottom|left|right)-|footnote|note-area|::note|element\(|running\("
    r"|string-set|target-counter|target-text|counter\(\s*pages|position:\s*fixed"
)
"""What needs more of the engine than the flow of text on pages: margin boxes, notes and counts."""
_ACROSS = re.compile(r":(?:has\(|empty|only-|nth-|not\()")
"""By what styles may tell a block by what is in another."""

_STANDING = 3
"""Parts whose pages are kept as they stand."""


class Engine:
    """WeasyPrint with one font configuration, kept by a process for all its parts."""

    def __init__(self, fontconfig: Path) -> None:
        # Fontconfig reads its environment when WeasyPrint is first imported, not later.
        os.environ["FONTCONFIG_FILE"] = str(fontconfig.resolve())
        with _no_search():
            import weasyprint
        from weasyprint.html import UA
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher

        self.weasyprint = weasyprint
        self.configuration = FontConfiguration()
        self.fetcher = URLFetcher(allowed_protocols={"data"})
        self.fonts = FontFiles(fontconfig.parent)
        self.sheets: dict[tuple[tuple[Style, ...], str, frozenset[str]], list[Any]] = {}
        self.standing: dict[tuple[str, tuple[Style, ...]], Any] = {}
        # The engine's own sheet has six rules for every element there is, all about notes.
        self.lean = weasyprint.CSS(string=_MARGINS.sub("", _NOTES.sub("", UA)))
        self.document = _document(weasyprint)

    @staticmethod
    @cache
    def at(fontconfig: Path) -> "Engine":
        """The engine of this process for a font configuration."""
        return Engine(fontconfig)

    def layout(self, sheet: Sheet, *, standing: bool = False) -> Any:
        """The laid-out document of a part; what the engine says of it goes to the log.

        Its pages are kept `standing` for when it is set the next time, with small changes.
        """
        from press.makeup import make_up
        from press.overrun import blocks
        from press.pagination import paginated

        styles = self.styled(sheet)
        plain = not any(_BEYOND.search(text) for text in (sheet.html, *_texts(sheet)))
        root = _tree(sheet.html)
        if root is None:
            root = self.weasyprint.HTML(string=sheet.html).etree_element
        hide_names(root)
        key = _key(sheet)
        before = self.standing.pop(key, None)
        apart = standing and not any(_ACROSS.search(text) for text in _texts(sheet))
        found = blocks(root, before) if apart else None
        html = self.document(root, self.fetcher, self.lean if plain else None)
        document, pages = paginated(
            html,
            styles,
            self.configuration,
            plain=plain,
            blocks=found,
            standing=before,
        )
        # Of what was made up, the blocks are not where the engine has put them.
        if not make_up(document) and pages:
            self.standing[key] = pages
        for other in list(self.standing)[:-_STANDING]:
            del self.standing[other]
        return document

    def forget(self, sheet: Sheet) -> None:
        """Make all pages of a part again when it is set the next time."""
        self.standing.pop(_key(sheet), None)

    def drawn(self, document: Any, sheet: Sheet) -> Any:
        """The PDF of the laid-out document of a part, which is not yet written.

        Its pages are `Marked` if it is to be tagged; the engine itself makes no structure.
        """
        from weasyprint.pdf import generate_pdf

        from press.slugs import Slugs
        from press.tagging import Marked

        document.fonts = self.fonts.uncut()
        if sheet.tagged:
            slugs = Slugs()
            document.pages = [Marked(page, slugs) for page in document.pages]
        options = {**self.weasyprint.DEFAULT_OPTIONS, "pdf_version": "1.7"}
        return generate_pdf(document, None, 1, **options)

    def styled(self, sheet: Sheet) -> list[Any]:
        """The stylesheets of a part as one: the engine looks through each for each element."""
        page = own_style(sheet.html)
        values = _constants(sheet.styles, page)
        own = overridden(values, sheet.html.replace(page, "", 1))
        key = (sheet.styles, page, own)
        if key not in self.sheets:
            told = {name: value for name, value in values.items() if name not in own}
            plain = [replace(style, text=folded(style.text, told)) for style in sheet.styles]
            read, faults = self._read(plain)
            if faults:
                # Said where it was written, of every part, so that each build reports it.
                _, written = self._read(sheet.styles)
                for fault in written or faults:
                    logging.getLogger("weasyprint").warning(fault)
                return read
            self.sheets[key] = read
        return self.sheets[key]

    def _read(self, styles: Sequence[Style]) -> tuple[list[Any], list[str]]:
        """One stylesheet made of `styles`, if there are any, and what the engine says of each."""
        shared: dict[str, Any] = {"matcher": Matcher(), "page_rules": [], "layers": []}
        read, faults = [], []
        for style in styles:
            with Listening() as said:
                read = [
                    self.weasyprint.CSS(
                        string=style.text,
                        font_config=self.configuration,
                        url_fetcher=self.fetcher,
                        **shared,
                    )
                ]
            faults += [f"{style.path}: {message}" for message in said.messages]
        return read, faults


@contextmanager
def _no_search() -> Iterator[None]:
    """Let the engine load its libraries by their names alone.

    On Linux the fourth name that it tries of each is the right one. For each of the others the
    compiler, the linker and the loader's cache are asked, which takes as long as all the rest.
    """
    import ctypes.util

    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _key(sheet: Sheet) -> tuple[str, tuple[Style, ...]]:
    return sheet.name, sheet.styles


@cache
def _constants(styles: tuple[Style, ...], page: str) -> dict[str, str]:
    return constants([*(style.text for style in styles), page])


def _texts(sheet: Sheet) -> list[str]:
    return [style.text for style in sheet.styles]


def _tree(html: str) -> Any | None:
    """The tree of a well-formed page, read thirty times as fast as by the rules of HTML."""
    try:
        return ElementTree.fromstring(html)
    except ElementTree.ParseError:
        return None


def _document(weasyprint: Any) -> Any:
    """The engine's document, made of a tree and perhaps another sheet for the elements."""

    class Document(weasyprint.HTML):  # type: ignore[misc]
        def __init__(self, root: Any, fetcher: Any, elements: Any | None) -> None:
            self.base_url = None
            self.url_fetcher = fetcher
            self.media_type = "print"
            self.elements = elements
            self.etree_element = root
            self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            own: list[Any] = super()._ua_stylesheets(forms)
            return [self.elements] if self.elements else own

    return Document


class Listening(logging.Handler):
    """Collects what the engine logs while it works, and keeps it from the terminal."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self.loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message, once."""
        message = record.getMessage()
        if message not in self.messages:
            self.messages.append(message)

    def __enter__(self) -> "Listening":
        self.before = [(logger.handlers, logger.propagate) for logger in self.loggers]
        for logger in self.loggers:
            logger.handlers, logger.propagate = [self], False
        return self

    def __exit__(self, *_: object) -> None:
        for logger, (handlers, propagate) in zip(self.loggers, self.before, strict=True):
            logger.handlers, logger.propagate = handlers, propagate
