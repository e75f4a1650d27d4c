"""The finished PDFs before an independent judge, by PDF/A-2a and by PDF/UA-1 at once.

That the judge can say no is shown with files that are spoilt on purpose. What no machine
can judge, whether a name is a name, is read from the good ones.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from books import GOOD, HOUSE, read
from pikepdf import Dictionary, Name, Object, Pdf
from printed import Printed
from sheets import taken
from verapdf import PDFA, PDFUA, judged

from press.executors import Here
from press.pressroom import Pressroom
from press.schema import Entry
from press.selection import Override, commission, select
from press.store import Store

NAMES = (
    "handbook-a4",
    "handbook-a4-maps-bleed",
    "ereader-7in",
    "cheatsheet-a4",
    "interview-day-a4",
)
every = pytest.mark.parametrize("name", NAMES)


class Silent:
    """A progress that nobody hears."""

    def expect(self, parts: int) -> None: ...

    def part(self, edition: str, name: str, pages: int, kept: bool) -> None: ...

    def say(self, text: str) -> None: ...


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of the good book's editions, and of one with bleed and crop marks."""
    folder = tmp_path_factory.mktemp("good")
    copy = read(GOOD)
    plain, _ = commission(copy, (), Override(), HOUSE)
    bled, _ = commission(copy, ("handbook-a4",), Override(chapters=("maps",), bleed="3mm"), HOUSE)
    store = Store(folder / "store", HOUSE.fontconfig)
    found = {}
    for outcome in Pressroom(HOUSE, store, Here(), Silent()).print_editions((*plain, *bled)):
        assert outcome.printed is not None, outcome.problems
        found[outcome.issue.edition.name] = folder / f"{outcome.issue.edition.name}.pdf"
        found[outcome.issue.edition.name].write_bytes(taken(outcome.printed).getvalue())
    assert set(found) == set(NAMES)
    return found


@every
@pytest.mark.parametrize(("standard", "rules"), [(PDFA, 153), (PDFUA, 106)])
def test_it_keeps_every_rule(
    name: str, standard: str, rules: int, editions: dict[str, Path]
) -> None:
    verdict = judged(editions[name], standard)
    assert verdict.broken == {}
    assert verdict.rules == rules
    assert verdict.checks > 1000


def without_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def cut_from_metadata(pdf: Pdf, pattern: bytes) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    spoilt = re.sub(pattern, b"", packet, flags=re.DOTALL)
    assert spoilt != packet
    pdf.Root.Metadata.write(spoilt)


def without_level(pdf: Pdf) -> None:
    cut_from_metadata(pdf, rb"<pdfaid:conformance>A</pdfaid:conformance>")


def without_claim_to_be_accessible(pdf: Pdf) -> None:
    cut_from_metadata(pdf, rb"<pdfuaid:part>1</pdfuaid:part>")


def without_schema(pdf: Pdf) -> None:
    cut_from_metadata(pdf, rb"<pdfaExtension:schemas>.*</pdfaExtension:schemas>")


def elements(pdf: Pdf, kind: str) -> list[Object]:
    found: list[Object] = [
        element
        for element in pdf.objects
        if isinstance(element, Dictionary) and element.get("/S") == kind and "/P" in element
    ]
    assert found, kind
    return found


def links(pdf: Pdf) -> list[Object]:
    found = [note for page in pdf.pages for note in page.obj.get("/Annots", [])]
    assert found
    return found


def without_text_of_figures(pdf: Pdf) -> None:
    for figure in elements(pdf, "/Figure"):
        del figure.Alt


def without_names_of_links(pdf: Pdf) -> None:
    for link in links(pdf):
        del link.Contents


def with_links_that_are_not_printed(pdf: Pdf) -> None:
    for link in links(pdf):
        link.F = 0


def without_headers(pdf: Pdf) -> None:
    for cell in elements(pdf, "/TH"):
        del cell.A.Scope
    for cell in elements(pdf, "/TD"):
        del cell.A.Headers


def with_furniture_read_aloud(pdf: Pdf) -> None:
    for page in pdf.pages:
        if "/Contents" in page:
            page.contents_coalesce()
            data = page.Contents.read_bytes()
            page.Contents = pdf.make_stream(
                re.sub(rb"/Artifact <</Type /Pagination>> BDC (.*?) EMC", rb"\1", data)
            )


def without_structure(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


def without_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def without_texts_of_glyphs(pdf: Pdf) -> None:
    for font in pdf.objects:
        if isinstance(font, Dictionary) and "/ToUnicode" in font:
            del font.ToUnicode


def with_a_private_character(pdf: Pdf) -> None:
    font = next(
        font for font in pdf.objects if isinstance(font, Dictionary) and "/ToUnicode" in font
    )
    data = font.ToUnicode.read_bytes()
    font.ToUnicode.write(re.sub(rb"(<[0-9a-f]{4}>) <[0-9a-f]+>", rb"\1 <e0a0>", data))


def with_a_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.beep()")


def with_a_font_from_elsewhere(pdf: Pdf) -> None:
    for descriptor in pdf.objects:
        if isinstance(descriptor, Dictionary) and "/FontFile2" in descriptor:
            del descriptor.FontFile2


def called(value: Any) -> str:
    """A name for a test, the same in every process."""
    if isinstance(value, set):
        return "+".join(sorted(value)) or "sound"
    return str(value.__name__ if callable(value) else value)


@pytest.mark.parametrize(
    ("spoil", "name", "archival", "accessible"),
    [
        (without_intent, "cheatsheet-a4", {"6.2.4.3-2"}, set()),
        (without_level, "cheatsheet-a4", {"6.6.4-3"}, set()),
        (without_claim_to_be_accessible, "cheatsheet-a4", set(), {"5-1"}),
        (without_schema, "cheatsheet-a4", {"6.6.2.3.1-1"}, set()),
        (without_text_of_figures, "handbook-a4", set(), {"7.3-1"}),
        (without_names_of_links, "handbook-a4", set(), {"7.18.5-2"}),
        (with_links_that_are_not_printed, "handbook-a4", {"6.3.2-2"}, set()),
        (without_headers, "handbook-a4", set(), {"7.5-1"}),
        (with_furniture_read_aloud, "cheatsheet-a4", set(), {"7.1-3"}),
        (without_structure, "cheatsheet-a4", {"6.7.3.3-1"}, {"7.1-11"}),
        (without_language, "cheatsheet-a4", set(), {"7.2-34"}),
        (without_texts_of_glyphs, "cheatsheet-a4", {"6.2.11.7.2-1"}, {"7.21.7-1"}),
        (with_a_private_character, "cheatsheet-a4", {"6.2.11.7.3-1"}, set()),
        (with_a_script, "cheatsheet-a4", {"6.5.1-1"}, set()),
        (with_a_font_from_elsewhere, "cheatsheet-a4", {"6.2.11.4.1-1"}, {"7.21.4.1-1"}),
    ],
    ids=called,
)
def test_a_file_that_is_spoilt_breaks_the_rule(
    spoil: Callable[[Pdf], None],
    name: str,
    archival: set[str],
    accessible: set[str],
    editions: dict[str, Path],
    tmp_path: Path,
) -> None:
    spoilt = tmp_path / "spoilt.pdf"
    with Pdf.open(editions[name]) as pdf:
        spoil(pdf)
        pdf.save(spoilt)
    for standard, wanted in ((PDFA, archival), (PDFUA, accessible)):
        broken = set(judged(spoilt, standard).broken)
        assert broken >= wanted
        assert bool(broken) == bool(wanted), "the fault concerns one standard alone"


def entries(name: str) -> list[Entry]:
    """The entries that an edition of the good book prints."""
    copy = read(GOOD)
    (edition,) = (one for one in copy.manuscript.book.editions if one.name == name)
    return [entry for chosen in select(copy, edition).chapters for entry in chosen.entries]


@pytest.mark.parametrize("name", ["handbook-a4", "ereader-7in"])
def test_every_figure_has_its_text_and_stands_on_its_page(
    name: str, editions: dict[str, Path]
) -> None:
    told = [entry.figure.alt for entry in entries(name) if entry.figure]
    with Pdf.open(editions[name]) as pdf:
        figures = elements(pdf, "/Figure")
        assert [str(figure.Alt) for figure in figures] == told
        for figure in figures:
            left, low, right, high = (float(value) for value in figure.A.BBox)
            width, height = (float(value) for value in list(figure.Pg.TrimBox)[2:])
            assert 0 < left < right < width
            assert 0 < low < high < height


@pytest.mark.parametrize("name", ["handbook-a4", "ereader-7in"])
def test_every_header_says_what_it_heads(name: str, editions: dict[str, Path]) -> None:
    with Pdf.open(editions[name]) as pdf:
        heads = elements(pdf, "/TH")
        assert {str(head.A.Scope) for head in heads} == {"/Column"}
        known = {str(head.ID) for head in heads}
        for cell in elements(pdf, "/TD"):
            assert {str(head) for head in cell.A.Headers} <= known
            assert len(cell.A.Headers) > 0


@every
def test_what_stands_around_the_text_is_not_read_aloud(
    name: str, editions: dict[str, Path]
) -> None:
    pdf = Printed(editions[name])
    around = [run for page in range(pdf.pages) for run in pdf.runs(page) if run.furniture]
    assert around, "there is nothing around the text"
    assert [run for run in around if run.mark is not None] == []
    assert [run for page in range(pdf.pages) for run in pdf.body(page) if run.mark is None] == []
    folios = {page: pdf.folio(page) for page in range(pdf.pages) if pdf.folio(page)}
    assert all(pdf.labels[page] == folio for page, folio in folios.items())
    assert folios or name == "interview-day-a4"


@every
def test_every_link_is_called_by_words(name: str, editions: dict[str, Path]) -> None:
    pdf = Printed(editions[name])
    notes = [note for page in pdf.document.pages for note in page.get("/Annots", [])]
    assert notes or not name.startswith(("handbook", "ereader"))
    for note in notes:
        said = str(note["/Contents"])
        assert said not in pdf.names, "it is the name of an anchor"
        assert not re.match(r"book:|https?:", said)
        assert re.search(r"[^\W\d_]{2}", said), said
