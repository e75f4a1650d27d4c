"""Each measure of the survey, on pages with one known fault and on pages without it."""

from pathlib import Path

import pytest
from setting import found, lines, listing, surveyed, text

from press.survey import Survey

SPREADS = {"/PageLayout": "/TwoPageRight"}


def kept(survey: Survey, *rules: str) -> bool:
    """Whether no rule is broken but those of `rules`."""
    return all(not survey.findings[rule] for rule in survey.findings if rule not in rules)


def test_pages_without_a_fault_have_none(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(6) + text(6) + text(8))
    assert len(survey.book.ink) == 2
    assert kept(survey)


def test_characters_are_those_of_full_lines_of_running_text(tmp_path: Path) -> None:
    body = text(3) + "<p>Short. " + lines(1) + "</p>" + f"<p><small>{lines(3)}</small></p>"
    survey = surveyed(tmp_path, body, "small { font-size: 6pt }")
    assert survey.characters == (59, 59, 60)


def test_a_widow(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(11))
    assert found(survey, "widows") == [f"page 2: widow: {lines(1)}"]
    assert kept(survey, "widows")


def test_two_lines_at_the_head_of_a_page_are_no_widow(tmp_path: Path) -> None:
    assert kept(surveyed(tmp_path, text(12)))


def test_a_paragraph_of_one_line_at_the_head_of_a_page_is_no_widow(tmp_path: Path) -> None:
    assert kept(surveyed(tmp_path, f"<p>{lines(9)} last words</p>" + text(1)))


def test_an_orphan(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, f"<p>{lines(8)} end.</p>" + text(3))
    assert found(survey, "orphans") == [f"page 1: orphan: {lines(1)}"]
    assert kept(survey, "orphans")


def test_an_item_that_begins_a_page_is_no_widow(tmp_path: Path) -> None:
    item = f"<li>• {lines(1)[:-6]} full</li>"
    items = f"<ul>{item * 2}</ul>"
    survey = surveyed(tmp_path, text(9) + items, "ul { list-style: none }")
    assert len(survey.book.ink) == 2
    assert kept(survey)


def test_a_widow_in_a_column(tmp_path: Path) -> None:
    style = "body { columns: 2; column-gap: 0; column-fill: auto }"
    survey = surveyed(tmp_path, f"<p>{' '.join(['words'] * 5 * 11)}</p>", style)
    assert len(survey.book.ink) == 1
    assert found(survey, "widows") == ["page 1: widow: words words words words words"]


def test_a_paragraph_after_a_full_last_line_is_no_widow(tmp_path: Path) -> None:
    assert kept(surveyed(tmp_path, f"<p>{lines(10)}.</p><p>Words {lines(1)[:-6]}</p>"))


def test_entries_of_an_index_do_not_continue_each_other(tmp_path: Path) -> None:
    style = "p { padding-left: 20pt; text-indent: -20pt }"
    entries = "".join(f"<p>{lines(1)[:-6]} {number:03}, 7</p>" for number in range(12))
    longer = f"<p>{lines(2)}</p>"
    survey = surveyed(tmp_path, longer + entries, style)
    assert len(survey.book.ink) == 2
    assert kept(survey)


@pytest.mark.parametrize(("below", "faults"), [(1, 1), (2, 1), (3, 0)])
def test_a_heading_at_the_foot(tmp_path: Path, below: int, faults: int) -> None:
    body = text(9 - below) + "<h2>A heading</h2>" + text(below + 4)
    survey = surveyed(tmp_path, body)
    assert found(survey, "headings at foot") == ["page 1: heading at foot: A heading"] * faults


def test_a_bold_line_is_a_heading(tmp_path: Path) -> None:
    body = text(8) + "<p><b>A bold line</b></p>" + text(4)
    survey = surveyed(tmp_path, body)
    assert found(survey, "headings at foot") == ["page 1: heading at foot: A bold line"]


def test_a_heading_near_the_end_of_the_text_is_not_at_a_foot(tmp_path: Path) -> None:
    assert kept(surveyed(tmp_path, text(3) + "<h2>The end</h2>" + text(1)))


def test_a_caption_that_its_listing_left(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(9) + listing(5))
    assert found(survey, "headings at foot") == ["page 1: heading at foot: Listing 1 Lines"]


@pytest.mark.parametrize(("pieces", "faults"), [(3, 0), (4, 1)])
def test_a_hyphen_ladder(tmp_path: Path, pieces: int, faults: int) -> None:
    # 55 letters and a hyphen stand on a line, and no more.
    survey = surveyed(tmp_path, f"<p>{'&shy;'.join(['abcde'] * 11 * pieces)}</p>")
    ends = " / ".join([f"{'abcde' * 4}‐"[-20:]] * 3)
    assert found(survey, "ladders") == [f"page 1: ladder of 3: {ends}"] * faults
    assert kept(survey, "ladders")


def test_a_hyphen_across_pages(tmp_path: Path) -> None:
    body = f"<p>{lines(9)}</p><p>{'&shy;'.join(['abcde'] * 13)} end</p>"
    survey = surveyed(tmp_path, body)
    assert found(survey, "hyphens across") == [f"page 1: hyphen across pages: {'abcde' * 11}‐"]


def test_a_hyphen_proves_that_a_text_goes_on(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(9) + "<p>some words-<br>that go on</p>")
    assert found(survey, "widows") == ["page 2: widow: that go on"]


def test_a_hyphen_across_columns_is_none_across_pages(tmp_path: Path) -> None:
    style = "body { columns: 2; column-gap: 0; column-fill: auto }"
    half = " ".join(["words"] * 5 * 9)
    survey = surveyed(tmp_path, f"<p>{half}</p><p>{'&shy;'.join(['abcde'] * 5 * 3)}</p>", style)
    assert len(survey.book.columns) == 2
    assert not survey.findings["hyphens across"]


def test_a_split_listing_that_says_nothing(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(5) + listing(12))
    assert survey.splits == 1
    assert found(survey, "silent splits") == [
        "page 1: listing of 12 lines split, not 'continued': 4 + 8: line 1"
    ]
    assert kept(survey, "silent splits")


def test_a_split_listing_that_says_so(tmp_path: Path) -> None:
    body = text(5) + listing(4) + listing(8, "Listing 1, continued")
    survey = surveyed(tmp_path, body)
    assert survey.splits == 1
    assert kept(survey)


def test_a_short_listing_that_is_split(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(6) + listing(3) + listing(8, "Listing 1, continued"))
    assert found(survey, "short splits") == ["page 1: listing of 11 lines split: 3 + 8: line 1"]
    assert kept(survey, "short splits")


def test_empty_lines_count_and_the_word_output_does_not(tmp_path: Path) -> None:
    output = "<p>OUTPUT</p><pre>42</pre>"
    code = listing(8, more=output).replace("line 2", "")
    survey = surveyed(tmp_path, text(6) + code)
    assert found(survey, "short splits") == ["page 1: listing of 9 lines split: 3 + 6: line 1"]


def test_two_listings_are_not_one(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(6) + listing(3) + listing(5, "Listing 2 Others"))
    assert survey.splits == 0
    assert kept(survey)


SQUARE = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='56pt' height='42pt'>"
    "<rect width='9' height='9'/></svg>"
)
DRAWING = (
    '<figure style="break-inside: avoid"><img alt="A square" style="display: block" '
    f'src="data:image/svg+xml,{SQUARE}"><figcaption>Figure 1 A square</figcaption></figure>'
)


@pytest.mark.parametrize(("before", "gap"), [(8, "22%"), (9, None)])
def test_a_gap_before_a_figure_that_moved(tmp_path: Path, before: int, gap: str | None) -> None:
    # The first baseline is on the first line and the last on the tenth: nine steps.
    survey = surveyed(tmp_path, text(before) + DRAWING + text(10))
    expected = [f"page 1: gap: {gap} before a caption 'Figure 1 A square'"] if gap else []
    assert found(survey, "wide gaps") == expected


def test_the_end_of_a_chapter_leaves_no_gap(tmp_path: Path) -> None:
    chapter = "<h1>A chapter</h1>" + text(3)
    style = "h1 { break-before: page; bookmark-level: 1 }"
    survey = surveyed(tmp_path, chapter + chapter + chapter, style)
    assert len(survey.book.ink) == 3
    assert survey.largest_gap is None
    assert kept(survey)


def test_the_end_of_an_opener_leaves_no_gap(tmp_path: Path) -> None:
    body = "<h1>A chapter</h1>" + text(3) + "<h2>A question</h2>" + text(12)
    style = "h1 { bookmark-level: 1 } h2 { bookmark-level: 2; break-before: page }"
    survey = surveyed(tmp_path, body, style)
    assert len(survey.book.ink) == 3
    assert survey.largest_gap == (0.0, 1)
    assert kept(survey)


def test_pages_of_an_opener_end_where_they_should(tmp_path: Path) -> None:
    broken = '<p style="break-before: page">'
    opener = "<h1>A chapter</h1>" + text(3) + f"{broken}{lines(7)}</p>" + f"{broken}{lines(2)}</p>"
    style = "h1, h2 { break-before: page; bookmark-level: 1 } h2 { bookmark-level: 2 }"
    body = "<h1>Contents</h1>" + opener + "<h2>A question</h2>" + text(12)
    survey = surveyed(tmp_path, body, style, catalogue=SPREADS)
    assert survey.book.openers == {1, 2, 3}
    assert survey.largest_gap == (0.0, 4)
    assert survey.spreads == 0


def test_lines_off_the_grid(tmp_path: Path) -> None:
    body = text(5) + f'<p style="margin-top: 5pt">{lines(2)}</p>'
    survey = surveyed(tmp_path, body)
    assert survey.grid.step == 14
    assert survey.on_grid("paragraph") == pytest.approx(5 / 7)
    assert found(survey, "off grid") == [
        f"page 1: off the grid: 2 lines of a paragraph of 10 pt, first by 5.0 pt: {lines(1)}"
    ]


def test_a_label_need_not_be_on_the_grid(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(5) + '<p style="margin-top: 5pt">OUTPUT</p>')
    assert survey.on_grid("paragraph", "label") == 1.0
    assert kept(survey)


def test_listings_keep_to_the_grid_of_the_text(tmp_path: Path) -> None:
    body = text(3) + '<pre style="position: relative; top: 2pt">one\ntwo\nthree\nfour</pre>'
    survey = surveyed(tmp_path, body)
    assert survey.on_grid("paragraph") == 1.0
    assert survey.on_grid("listing") == 0.0
    assert any(
        line == "on the grid: 0 of 4 lines, listing of 10 pt; others most often +2.0 pt (4)"
        for line in survey.problems()
    )


def test_a_list_below_columns_begins_columns_of_its_own(tmp_path: Path) -> None:
    column = "columns: 2; column-gap: 0; column-fill: balance"
    halves = [f'<div style="{column}">{"<p>Some words</p>" * number}</div>' for number in (6, 30)]
    survey = surveyed(tmp_path, halves[0] + halves[1] + text(10))
    assert [column.number for column in survey.book.columns if column.page == 0] == [0, 1, 2, 3]
    assert survey.largest_gap is not None
    assert survey.largest_gap[0] < 1 / 6


def test_the_grid_goes_through_all_pages(tmp_path: Path) -> None:
    body = text(10) + f'<p style="break-before: page; padding-top: 7pt">{lines(5)}</p>'
    survey = surveyed(tmp_path, body)
    assert survey.on_grid("paragraph", "item") == pytest.approx(10 / 15)
    assert survey.on_grid("listing") is None


@pytest.mark.parametrize(("lines_", "faults"), [(9, 0), (8, 1)])
def test_facing_pages_that_end_on_other_lines(tmp_path: Path, lines_: int, faults: int) -> None:
    # The first page stands alone, pages 2 and 3 face each other.
    parts = [text(10), text(lines_), text(10), text(10)]
    style = "p { break-after: page }"
    survey = surveyed(tmp_path, "".join(parts), style, catalogue=SPREADS)
    assert survey.spreads == 1
    assert len(survey.findings["uneven"]) == faults
    assert all("page 2: facing page ends short: 2.0 lines" in x for x in found(survey, "uneven"))


def test_the_first_page_faces_none_unless_spreads_begin_with_it(tmp_path: Path) -> None:
    body, style = text(4) + text(10) * 3, "p { break-after: page }"
    assert not surveyed(tmp_path, body, style, catalogue=SPREADS).findings["uneven"]
    layout = {"/PageLayout": "/TwoPageLeft"}
    survey = surveyed(tmp_path, body, style, catalogue=layout)
    assert ["page 1: facing page ends short" in x for x in found(survey, "uneven")] == [True]


def test_pages_of_a_book_with_one_side_do_not_face(tmp_path: Path) -> None:
    body = "".join([text(10), text(5), text(10), text(10)])
    survey = surveyed(tmp_path, body, "p { break-after: page }")
    assert survey.spreads == 0
    assert not survey.findings["uneven"]


def test_the_smallest_type_may_stand_in_the_margin(tmp_path: Path) -> None:
    style = '@page { @bottom-center { content: "tiny"; font-size: 6pt } }'
    survey = surveyed(tmp_path, text(2), style)
    sample, number = survey.sizes[0]
    assert (sample.run.size, sample.run.text, number) == (6.0, "tiny", 1)
    assert kept(survey)


def test_the_smallest_type_may_stand_in_a_drawing_that_is_scaled(tmp_path: Path) -> None:
    drawing = (
        '<svg width="100pt" height="30pt" viewBox="0 0 200 60"><title>Half as large</title>'
        '<text x="5" y="30" font-size="11">small</text></svg>'
    )
    sample, _ = surveyed(tmp_path, text(2) + drawing).sizes[0]
    assert sample.run.size == pytest.approx(5.5)


def test_a_drawing_is_read_where_it_stands(tmp_path: Path) -> None:
    source = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 60'>"
        "<rect x='100' width='100' height='60' fill='%23767676'/>"
        "<g opacity='0.99'><text x='110' y='50' font-size='11' fill='white'>low</text></g></svg>"
    )
    image = f'<img alt="A box" style="width: 100pt" src="data:image/svg+xml,{source}">'
    survey = surveyed(tmp_path, f"{text(2)}<figure>{image}</figure>")
    sample, _ = survey.sizes[0]
    assert sample.run.size == pytest.approx(5.5)
    assert sample.run.left == pytest.approx(20 + 110 / 2, abs=1)
    assert survey.least_contrast[0] == pytest.approx(4.47, abs=0.01)


def test_a_text_that_shows_through_with_all_around_it(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(2) + f'<p style="opacity: 0.5">{lines(1)}</p>')
    assert survey.least_contrast[0] == pytest.approx(4.0, abs=0.01)


def test_what_is_written_in_a_drawing_is_no_line(tmp_path: Path) -> None:
    drawing = (
        '<svg width="300pt" height="98pt"><title>Words</title><text x="5" y="95">low</text>'
        '<text x="200" y="15">high</text></svg>'
    )
    survey = surveyed(tmp_path, text(1) + drawing)
    assert len(survey.book.columns) == 1
    assert kept(survey)


@pytest.mark.parametrize(
    ("style", "colour", "level"),
    [
        ("color: #000", 21.0, 21.0),
        ("color: #767676", 4.54, 4.54),
        ("color: #777; background: #eee", 3.86, 3.86),
        ("color: #fff; background: #2d6a3a", 6.49, 7.81),
        ("color: #f00", 4.0, 8.59),
        ("color: rgba(0, 0, 0, 0.5)", 4.0, 4.0),
    ],
)
def test_the_contrast_of_text_and_what_is_under_it(
    tmp_path: Path, style: str, colour: float, level: float
) -> None:
    survey = surveyed(tmp_path, text(2) + f'<p style="{style}">{lines(1)}</p>' + text(2))
    assert survey.least_contrast == pytest.approx((colour, level), abs=0.01)


def test_white_text_in_a_dark_shape_of_a_drawing(tmp_path: Path) -> None:
    drawing = (
        '<svg width="100pt" height="30pt"><title>A box</title><rect width="100" height="30" '
        'fill="#767676"/><text x="5" y="20" font-size="12" fill="#fff">white</text></svg>'
    )
    assert surveyed(tmp_path, drawing + text(1)).least_contrast[0] == pytest.approx(4.54, abs=0.01)


def test_what_is_painted_over_text_later_is_not_its_ground(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(2), "p { text-decoration: underline 1pt #eee }")
    assert survey.least_contrast[0] == pytest.approx(21.0, abs=0.01)


def test_a_rule_under_a_text_is_no_picture(tmp_path: Path) -> None:
    survey = surveyed(tmp_path, text(2), "p { text-decoration: underline 3pt }")
    (column,) = survey.book.columns
    assert column.foot == column.last.lines[-1].base


def test_cells_of_a_table_are_not_columns(tmp_path: Path) -> None:
    cell = "<td><br>a<br>b<br>c<br>d</td>"
    body = text(1) + f"<table style='width: 100%'><tr>{cell * 3}</tr></table>" + text(2)
    assert len(surveyed(tmp_path, body).book.columns) == 1


def test_the_same_pages_are_told_in_the_same_words(tmp_path: Path) -> None:
    body = text(5) + listing(12) + '<p style="font-size: 6pt; color: #777">Small.</p>' + text(11)
    first = list(surveyed(tmp_path, body).problems())
    assert first == list(surveyed(tmp_path, body).problems())
    assert any("type of 6 pt: 1 runs, first on page 2: Small." in line for line in first)
    assert any("contrast 4.48:1" in line and "#777777 on #ffffff" in line for line in first)
