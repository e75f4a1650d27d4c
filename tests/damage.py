"""Finished pages spoilt a little, to see whether anybody notices."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from pikepdf import (
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Operator,
    Pdf,
    parse_content_stream,
    unparse_content_stream,
)

Instruction = ContentStreamInstruction | ContentStreamInlineImage
Instructions = list[Instruction]
Damage = Callable[[Instructions], Iterator[Instructions]]
POINT = 4 / 3
"""A point in the engine's units, of which 96 make an inch."""


def spoilt(pdf: Path, page: int, damage: Damage, most: int, folder: Path) -> Iterator[Path]:
    """Copies of `pdf` in `folder` whose `page`, counted from 0, has one `damage` each.

    There are `most` of them, spread over the page, or fewer if it has not so many places.
    """
    with Pdf.open(pdf) as document:
        whole = list(parse_content_stream(document.pages[page]))
        places = list(damage(whole))
        for number, instructions in enumerate(places[:: len(places) // most + 1]):
            document.pages[page].Contents = document.make_stream(
                unparse_content_stream(instructions)
            )
            copy = folder / f"{damage.__name__}-{number}.pdf"
            document.save(copy)
            yield copy


def line_moved(whole: Instructions) -> Iterator[Instructions]:
    """One line of text moved down by a point."""
    lines: dict[tuple[int, bool], list[int]] = defaultdict(list)
    for index, instruction in enumerate(whole):
        if instruction.operator == Operator("Tm"):
            *_, across, down = _numbers(instruction)
            lines[round(down), across > 400].append(index)
    for line in lines.values():
        changed = list(whole)
        for index in line:
            *matrix, down = _numbers(whole[index])
            changed[index] = _instruction([*matrix, down + POINT], "Tm")
        yield changed


def rule_lost(whole: Instructions) -> Iterator[Instructions]:
    """One stroke or one filled area gone."""
    for index, instruction in enumerate(whole):
        if str(instruction.operator) in ("S", "f", "f*"):
            yield [*whole[:index], _instruction([], "n"), *whole[index + 1 :]]


def colour_changed(whole: Instructions) -> Iterator[Instructions]:
    """One colour with half of all red more, or less where there is much."""
    for index, instruction in enumerate(whole):
        if str(instruction.operator) in ("rg", "RG"):
            red, *others = _numbers(instruction)
            red += 0.5 if red < 0.5 else -0.5
            other = _instruction([red, *others], str(instruction.operator))
            yield [*whole[:index], other, *whole[index + 1 :]]


def _numbers(instruction: Instruction) -> list[float]:
    return [float(operand) for operand in instruction.operands]


def _instruction(operands: list[float], operator: str) -> ContentStreamInstruction:
    return ContentStreamInstruction(operands, Operator(operator))
