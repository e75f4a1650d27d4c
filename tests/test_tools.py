"""What a press says of itself: all that its bytes depend on, and in what two presses differ."""

import shutil
from pathlib import Path

from books import HOUSE
from test_architecture import GRAPH

from press import tools
from press.tools import difference


def test_the_shaping_libraries_of_the_system_are_named() -> None:
    told = dict(word.split("=", 1) for word in tools.tools(HOUSE.fontconfig).split())
    assert told["weasyprint"] == "70.0"
    for library in ("pango-1.0", "harfbuzz"):
        assert told[library][0].isdigit(), "the library was not asked"


def test_another_font_is_another_press(tmp_path: Path) -> None:
    shutil.copy(HOUSE.fontconfig, tmp_path)
    one = tools.tools(tmp_path / "fonts.conf")
    tools.tools.cache_clear()
    (tmp_path / "new.ttf").write_bytes(b"font")
    assert difference(one, tools.tools(tmp_path / "fonts.conf")) == "other fonts"


def test_a_difference_is_said_as_a_person_would() -> None:
    assert difference("a=1 b=2 code=x", "a=1 b=3 code=y c=9") == (
        "b 3 instead of 2, c 9 instead of none, other code"
    )
    assert difference("a=1", "a=1") == ""


def test_every_module_that_sets_type_is_part_of_it() -> None:
    """What comes before, and brings only the sheet, is in the sheet's text."""
    setting = {"typeset"}
    while new := {
        name
        for module in setting
        for name in GRAPH[module]
        if name not in setting and name not in {"problems", "render", "house"}
    }:
        setting |= new
    assert setting <= set(tools._SETTING)
