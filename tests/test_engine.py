"""The engine as the press uses it: how it is loaded, and what it is spared."""

import subprocess
import sys

import pytest
from books import HOUSE, ROOT
from sheets import sheet

from press.engine import Engine


@pytest.mark.skipif(sys.platform != "linux", reason="only there the names of libraries are known")
def test_no_program_is_asked_where_the_libraries_are() -> None:
    """The compiler and the linker took as long as all the rest of the import."""
    script = (
        "import sys, ctypes.util\n"
        "search = ctypes.util.find_library\n"
        "sys.addaudithook(lambda name, _: name == 'subprocess.Popen' and print('asked'))\n"
        "import press.preheated\n"
        "print('loaded', ctypes.util.find_library is search)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert (done.stdout, done.stderr) == ("loaded True\n", "")


def test_fonts_are_left_whole() -> None:
    """Those of a part are thrown away, and the book's are cut when it is linked."""
    engine = Engine.at(HOUSE.fontconfig)
    one = sheet("<p>One <b>word</b>")
    document = engine.layout(one)
    engine.drawn(document, one)
    fonts = [font.file_content for font in document.fonts.values()]
    assert len(fonts) == 2
    assert all(font in engine.fonts.names for font in fonts)
