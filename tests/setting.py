"""Small tagged PDFs whose lines are known: every line holds ten words, and a page ten lines."""

from collections.abc import Mapping
from pathlib import Path

import pikepdf
from weasyprint import HTML

from press.survey import Survey, surveys

WORDS = 10
"""Words of five letters on a line: 59 characters with their spaces, where 60 have room."""

STYLE = """
@page { size: 400pt 180pt; margin: 20pt }
html { font: 10pt/14pt "JetBrains Mono"; orphans: 1; widows: 1; color: #000 }
body, h1, h2, p, ul, figure, pre, figcaption { margin: 0; padding: 0 }
h1, h2 { font-size: 10pt; line-height: 14pt; break-after: auto; bookmark-level: none }
pre, figcaption { font: inherit }
"""


def lines(number: int, word: str = "words") -> str:
    """So many full lines of text, which end in no full stop."""
    return " ".join([word] * WORDS * number)


def text(number: int) -> str:
    """A paragraph of so many full lines."""
    return f"<p>{lines(number)}</p>"


def listing(number: int, caption: str = "Listing 1 Lines", more: str = "") -> str:
    """A listing of so many lines, set so that it may break anywhere."""
    code = "\n".join(f"line {n}" for n in range(1, number + 1))
    return f"<figure><figcaption>{caption}</figcaption><pre>{code}</pre>{more}</figure>"


def surveyed(
    folder: Path, body: str, style: str = "", *, catalogue: Mapping[str, str] | None = None
) -> Survey:
    """The survey of a PDF with `body`; names in `catalogue` go into the document's catalogue."""
    path = folder / "set.pdf"
    page = f'<html lang="en"><style>{STYLE}{style}</style><body>{body}</body></html>'
    HTML(string=page).write_pdf(path, pdf_tags=True)
    if catalogue:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            for key, name in catalogue.items():
                pdf.Root[key] = pikepdf.Name(name)
            pdf.save(path)
    (survey,) = surveys({"set": path})
    return survey


def found(survey: Survey, rule: str) -> list[str]:
    """What the survey lists under a rule."""
    return [str(finding) for finding in survey.findings[rule]]
