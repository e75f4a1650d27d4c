"""Markup within a line of notes that a book cannot hold: HTML, pictures, links to nowhere.

The words stay. A picture becomes its description and its address, a link within the page
its words, a tag the Markdown that says the same. Code spans are never touched.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from html import unescape

_TAGS = (
    "a abbr align b big blockquote body br center code dd del details div dl dt em figcaption "
    "figure font h1 h2 h3 h4 h5 h6 hr html i img ins kbd li mark ol p picture pre q s samp "
    "section small source span strike strong sub summary sup table tbody td th thead tr tt u ul "
    "var video"
).replace(" ", "|")
# Other names in angle brackets are words, as in `List<T>`.
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MARKUP = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "tt": "`", "kbd": "`"}
# What a tag means for the line: a break, a new paragraph, a space.
_BREAKS = {"br": "\n", "p": "\n\n", "div": "\n\n"} | dict.fromkeys(("td", "th", "li"), " ")
_CODE_TAG = re.compile(r"<(code|tt|kbd|samp)\b[^<>]*>([^`]*?)</\1>", re.IGNORECASE)
_IMG = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_URL = r"\(\s*<?((?:[^\s()<>]|\([^\s()]*\))*)>?\s*(\"[^\"]*\"|'[^']*')?\s*\)"
_IMAGE = re.compile(r"!\[([^\[\]]*)\]" + _URL)
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])+)\]" + _URL)
_REFERENCE = re.compile(r"(!?)\[([^\[\]]+)\]\[([^\[\]]*)\]")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_KEPT = re.compile(r"https?://|mailto:")

Report = Callable[[str], None]


class Markup:
    """Cleans lines; what goes is told to `lost`, trimmings that hold no text to `taken`."""

    def __init__(self, urls: Mapping[str, str], lost: Report, taken: Report) -> None:
        """`urls` are the addresses of links that are defined elsewhere, by their names."""
        self.urls, self.lost, self.taken = urls, lost, taken

    def clean(self, text: str) -> str:
        """The line without what cannot be printed; `\\n` stands where it is broken."""
        return outside_code(outside_code(_paired(text), self._coded), self._prose)

    def _coded(self, text: str) -> str:
        return _CODE_TAG.sub(lambda m: f"`{unescape(_TAG.sub('', m[2]))}`" if m[2] else "", text)

    def _prose(self, text: str) -> str:
        text = _IMG.sub(self._tag_image, text)
        text = _IMAGE.sub(lambda m: self._image(m[1], f"{m[2]} {m[3] or ''}".strip(), m[0]), text)
        text = _REFERENCE.sub(self._reference, text)
        text = _LINK.sub(self._link, text)
        return _TAG.sub(self._tag, text)

    def _tag_image(self, found: re.Match[str]) -> str:
        values = dict(re.findall(r"\b(alt|src)\s*=\s*[\"']([^\"']*)[\"']", found[0], re.I))
        return self._image(values.get("alt", ""), values.get("src", ""), found[0])

    def _image(self, alt: str, url: str, whole: str) -> str:
        self.lost(whole)
        return f"{alt} ({url})".strip()

    def _reference(self, found: re.Match[str]) -> str:
        url = self.urls.get((found[3] or found[2]).lower())
        if url is None:
            return found[0]
        if found[3]:
            self.taken(f"[{found[3]}]")
        if found[1]:
            return self._image(found[2], url, found[0])
        return f"[{found[2]}]({url})"

    def _link(self, found: re.Match[str]) -> str:
        text, url, title = found[1], found[2], found[3]
        if title:
            self.taken(title)
        if _KEPT.match(url):
            return f"[{text}]({url})"
        if url.startswith("#") or not url:
            if url:
                self.taken(url)
            return text
        return f"{text} ({url})"

    def _tag(self, found: re.Match[str]) -> str:
        tag = found[0]
        name = re.sub(r"[^a-z0-9].*", "", tag.lower().lstrip("</"), flags=re.DOTALL)
        if "=" in tag:
            self.taken(tag)
        if not tag.startswith("</") and re.fullmatch("h[1-6]", name):
            return "#" * int(name[1]) + " "
        return _BREAKS.get(name, _MARKUP.get(name, ""))


def _paired(text: str) -> str:
    """The line without the tags of emphasis that begins or ends on another."""
    bare = masked(text)
    for name in ("b", "strong", "i", "em"):
        if len(re.findall(rf"<{name}>", bare, re.I)) != len(re.findall(rf"</{name}>", bare, re.I)):
            text = outside_code(text, partial(re.sub, rf"</?{name}>", "", flags=re.I))
    return text


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """The line with `change` made to all of it but its code spans."""
    parts, start = [], 0
    for span in _CODE.finditer(text):
        parts += [change(text[start : span.start()]), span[0]]
        start = span.end()
    return "".join((*parts, change(text[start:])))


def masked(text: str) -> str:
    """The line with its code spans blotted out, to look for marks in the rest."""
    return _CODE.sub(lambda span: "\0" * len(span[0]), text)
