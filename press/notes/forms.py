"""The forms in which people write down questions, recognised line by line.

Which of them a document means is not said here: `1. x` may be a question or a step of an
answer. `press.notes.choice` decides that by looking at a chapter as a whole.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal[
    "labelled",
    "list-heading",
    "heading",
    "bold",
    "list-bold",
    "list",
    "plain-bold",
    "bullet",
    "row",
]
"""labelled `Q5: …` in any dress · `5. ### …` · `### 5. …` or `### …` · `**5. …**` ·
`5. **…**` · `5. …` · `**…?**` · `- …?` · the row of a table of questions and answers"""

VEILED = "#######"
"""What stands for a heading here before the summary of `<details>`: it is above no other."""

_HEADING = re.compile(r"^ {0,3}(#{1,7})(?:\s+|(?=\w))(?:#+\s+)*(.*?)(?:\s+#+)?\s*$")
_BOLD = re.compile(r"^(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?!\w)[ :]*(.*)$")
_BULLET = re.compile(r"^ {0,3}[-*+]\s+(?:\[ ?\]\s+)?(?=\S)")
_LIST = re.compile(r"^ {0,3}(\d{1,6})[.)]\s+(?=\S)(.*)$")
# `Q: `, `Q12.`, `Q 12)`, `Q.12:`, `Question #12 -`; within a heading or bold also `Q12 …`.
_LABEL = re.compile(
    r"^\[?Q(?:ues(?:tion)?|n)?s?(?:\s*[.#]{0,2}\s*(?:no\.?\s*)?(?P<n>\d{1,6})(?P<p>\]?\s*[:.)\]\u2013—-]*)"
    r"|\]?\s*[:.)])(?:(?<=\D)|(?=\s|$|\*))\s*",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"^\d{1,3}(?:\.\d{1,3})+[.):]?\s+(?=\S)")
_NUMBER = re.compile(r"^#?(\d{1,6})\s*(?:[.):]|[-\u2013—](?=\s))(?!\d)\s*(?=\S)")
_ASKS = re.compile(
    r"(?:what|whats|why|how|when|where|which|who|whom|whose|is|are|was|were|do|does|did|can|could|"
    r"should|would|will|has|have|may|must|explain|describe|define|discuss|compare|contrast|list|"
    r"name|give|tell|write|implement|differentiate|difference|differences|distinguish|mention|"
    r"outline|show|walk|talk|design|suppose|given|state|summarize|summarise|illustrate|predict|"
    r"find|identify|elaborate|demonstrate|briefly|in)\b",
    re.IGNORECASE,
)
_BIDS = re.compile(
    r"(?:explain|describe|define|discuss|compare|contrast|list|name|differentiate|distinguish|"
    r"mention|outline|implement|what|why|how|when)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^\W*(?:examples?|answers?|solutions?|explanation|notes?|output|code|references?|resources?|"
    r"links|summary|conclusion|further reading|licen[cs]e|contribut(?:ing|ors)|follow[- ]?ups?)\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"^\s*(?:[-*+>]\s+)?(?:#{1,6}\s+)?(?P<b>\*\*?|__?)?"
    r"(?:A\s*\d*\s*(?:(?P<c>:)|(?<=\S)[.)](?=\s*(?:\*\*|__)))|"
    r"(?:Ans|Answer|Response|Reply|Solution)\s*\d*\s*(?:[:.)\u2013—-]+|(?=\*\*|__)|$))"
    r"\s*(?(b)(?:\*\*?|__?)?)\s*:?\s*",
    re.IGNORECASE,
)
_INLINE_ANSWER = re.compile(r"\s+(?:\*\*|__)?(?:A|Ans|Answer)\s*\d*\s*:\s*(?:\*\*|__)?\s*")
_TWO = re.compile(r"^(.+?\?)(?:\s*[-\u2013—:]\s+|\s+)([^\s(\[?].*)$")


@dataclass(frozen=True)
class Mark:
    """A line that may open an entry; `rest` is what of the answer stands on it.

    `item` tells that it is one of a list, `indent` how far in.
    """

    kind: Kind
    level: int
    number: int | None
    question: str
    rest: str = ""
    label: str = ""
    indent: int = 0
    item: bool = False

    @property
    def asks(self) -> bool:
        """Whether it ends like a question."""
        return self.question.rstrip("*_ ").endswith("?") or "? (" in self.question

    @property
    def invites(self) -> bool:
        """Whether it at least begins like a question or a task: `Explain …`."""
        return self.asks or bool(_ASKS.match(self.question))

    @property
    def bids(self) -> bool:
        """Whether it is a question or a task beyond doubt: not `Design`, but `Explain maps`."""
        words = len(self.question.split())
        task = _BIDS if words < 4 else _ASKS
        return self.asks or (words > 1 and bool(task.match(self.question)))

    @property
    def aside(self) -> bool:
        """Whether it is the title of what surrounds questions and answers."""
        return is_aside(self.question)


def is_aside(title: str) -> bool:
    """Whether a title is that of what surrounds questions and answers: `Example`."""
    return bool(_ASIDE.match(title))


def heading(text: str) -> tuple[int, str] | None:
    """The level and the text of a heading."""
    match = _HEADING.match(text)
    return (len(match[1]), match[2].strip()) if match else None


def mark(text: str) -> Mark | None:
    """The mark that a line bears, if any."""
    head = heading(text)
    if head:
        return _labelled(_unwrapped(head[1]), head[0]) or _numbered("heading", *head)
    bullet = _BULLET.match(text)
    line = text[bullet.end() :] if bullet else text
    if line.startswith(" " * 4):
        return None
    found = _plain_line(line.strip(), bullet is not None)
    indent = len(text) - len(text.lstrip())
    listed = found is not None and (bullet is not None or bool(_LIST.match(line.strip())))
    return replace(found, indent=indent, item=listed) if found else None


def _plain_line(line: str, bullet: bool) -> Mark | None:
    item = _LIST.match(line)
    if item:
        return _item(int(item[1]), item[2].strip())
    bold = _BOLD.match(line)
    if bold:
        return _bold(bold[2].strip(), bold[3].strip())
    labelled = _labelled(line, 7)
    if labelled or not bullet:
        return labelled
    found = Mark("bullet", 7, None, *_split(line))
    return found if found.bids else None


def without_answer_label(text: str) -> tuple[str, str]:
    """The line without `A:`, `**Answer:**` and the like at its start, and that label."""
    match = _ANSWER.match(text)
    if not match or not match[0].strip():
        return text, ""
    return text[match.end() :], match[0].strip()


def _unwrapped(text: str) -> str:
    match = _BOLD.match(text)
    if match and not match[3]:
        return match[2].strip()
    if match and (_LABEL.fullmatch(match[2]) or _NUMBER.fullmatch(match[2] + " x")):
        return f"{match[2]} {match[3]}"
    return text


def _item(number: int, text: str) -> Mark:
    head = heading(text)
    if head:
        return Mark("list-heading", head[0], number, _unwrapped(head[1]))
    bold = _BOLD.match(text)
    if bold:
        inner = _labelled(bold[2], 7)
        if inner:
            return Mark(
                "labelled",
                7,
                inner.number or number,
                inner.question or bold[3],
                bold[3] if inner.question else "",
                inner.label,
            )
        return Mark("list-bold", 7, number, bold[2].strip(), bold[3].strip())
    inner = _labelled(text, 7)
    if inner:
        return Mark("labelled", 7, inner.number or number, inner.question, inner.rest, inner.label)
    return Mark("list", 7, number, *_split(text))


def _bold(inner: str, rest: str) -> Mark | None:
    label = _LABEL.match(inner) or (_LABEL.match(inner + ":") if rest else None)
    if label and not inner[label.end() :].strip():
        # Only the label is bold: `**Q5:** What …? **A:** …`
        return _labelled(f"{inner.rstrip(':. ')}: {rest}", 7)
    found = _labelled(inner, 6)
    if found:
        return Mark("labelled", 7, found.number, found.question, rest, found.label)
    bare = re.fullmatch(r"(\d{1,6})[.):]*", inner)
    if bare:
        return Mark("bold", 7, int(bare[1]), *_split(rest)) if rest else None
    number = _NUMBER.match(inner)
    if number:
        return Mark("bold", 7, int(number[1]), inner[number.end() :], rest)
    return Mark("plain-bold", 7, None, inner, rest)


def _labelled(text: str, level: int) -> Mark | None:
    """`level` 7 is that of a plain line, where the label must have its punctuation."""
    match = _LABEL.match(text)
    if not match:
        return None
    number = int(match["n"]) if match["n"] else None
    bare = text[match.end() :]
    closed = number is None or bool((match["p"] or "").strip())
    if level == 7 and not closed and not Mark("list", 7, number, bare).bids:
        return None
    question, rest = (bare, "") if level < 7 else _split(bare)
    return Mark("labelled", level, number, question.strip(), rest, match[0].strip())


def _numbered(kind: Kind, level: int, text: str) -> Mark:
    text = _unwrapped(text)
    match = _NUMBER.match(text)
    if not match:
        decimal = _DECIMAL.match(text)
        label = decimal[0].strip() if decimal else ""
        return Mark(kind, level, None, text[len(label) :].strip(), label=label)
    return Mark(kind, level, int(match[1]), text[match.end() :].strip())


def _split(text: str) -> tuple[str, str]:
    """A question and the answer that goes on in the same line."""
    answer = _INLINE_ANSWER.search(text)
    if answer:
        return text[: answer.start()].strip(), text[answer.end() :].strip()
    two = _TWO.match(text)
    if two and "?" not in two[2]:
        return two[1], two[2].strip()
    return text, ""
