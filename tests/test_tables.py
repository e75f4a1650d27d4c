"""Which cells of a table head which others, as the typeset part tells it."""

from test_tagging import of_kind, tagged


def test_a_header_says_whether_it_heads_a_column_or_a_row() -> None:
    table = (
        '<table><thead><tr><th scope="col">A</th><th>B</th></tr></thead>'
        '<tbody><tr><th scope="row">1</th><td>2</td></tr></tbody></table>'
    )
    heads = of_kind(tagged(table), "/TH")
    assert [str(head["/A"]["/Scope"]) for head in heads] == ["/Column", "/Column", "/Row"]


def test_cells_are_told_which_others_head_them() -> None:
    pdf = tagged(
        "<table><thead><tr><th scope=row><th>A<th colspan=2>B</thead>"
        "<tbody><tr><th scope=row rowspan=2>1<td>a<td>b<td>c<tr><td>d<td>e<td>f</tbody></table>"
    )
    names = {head["/ID"]: mark for head, mark in zip(of_kind(pdf, "/TH"), "-AB1", strict=True)}
    assert len(names) == 4, "two cells have one name"
    heads = [
        "".join(names[name] for name in cell["/A"]["/Headers"]) for cell in of_kind(pdf, "/TD")
    ]
    assert heads == ["1A", "1B", "1B"] * 2


def test_tables_of_several_pages_and_parts_name_their_cells_apart() -> None:
    table = "<table><tr><th>A<tr><td>1</table>"
    body = f"{table}{table}<section style='break-before: page'>{table}</section>"
    one, other = (of_kind(tagged(f"{body}<p>{text}"), "/TH") for text in ("One.", "Other."))
    assert len({str(head["/ID"]) for head in (*one, *other)}) == 6
