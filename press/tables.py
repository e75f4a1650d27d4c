"""Which cells of a table head which others (ISO 32000-1, 14.8.5.7), told from its boxes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from press.elements import Cell


def with_captions(wrapper: Any) -> Any:
    """The box of the table in a wrapper, with the captions that the engine puts beside it."""
    table = wrapper.get_wrapped_table()
    if table is None:
        return wrapper
    found: list[Any] = []
    for child in wrapper.children:
        found += child.children if child is table else [child]
    return table.copy_with_children(found)


def head(table: Any, cells: Mapping[Any, Cell], prefix: str) -> None:
    """Tell the cells of a table which others head them.

    `cells` are those of the boxes; a name begins with the `prefix`, which is the table's alone.
    """
    columns: dict[int, list[str]] = defaultdict(list)
    across: dict[int, list[str]] = defaultdict(list)
    rows = list(_rows(table))
    for i, j, box in _placed(rows):
        if box.element_tag == "th":
            cell = cells[box]
            cell.name = f"{prefix}-{i}-{j}"
            if cell.scope == "Row":
                for row in range(i, i + box.rowspan):
                    across[row].append(cell.name)
            else:
                for column in range(j, j + box.colspan):
                    columns[column].append(cell.name)
    for i, j, box in _placed(rows):
        if box.element_tag == "td":
            heads = [name for row in range(i, i + box.rowspan) for name in across[row]]
            heads += [name for column in range(j, j + box.colspan) for name in columns[column]]
            cells[box].heads = tuple(dict.fromkeys(heads))


def _rows(table: Any) -> Iterator[Any]:
    for child in table.children:
        if child.element_tag == "tr":
            yield child
        else:
            yield from _rows(child)


def _placed(rows: Iterable[Any]) -> Iterator[tuple[int, int, Any]]:
    """Each cell of a table that has an element, with its row and its first column."""
    taken: dict[int, int] = defaultdict(int)
    for i, row in enumerate(rows):
        free = (j for j in count() if taken[j] <= i)
        for cell in row.children:
            j = next(free)
            for at in range(j, j + cell.colspan):
                taken[at] = i + cell.rowspan
            if cell.element is not None:
                yield i, j, cell
