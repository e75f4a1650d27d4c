"""Imported by the server that forks the compositors: the engine, ready for all of them."""

import gc
import signal

from press import compositor
from press.engine import Engine

# The server gives this to all that it forks: none of them is ever asked to stop by a terminal.
signal.signal(signal.SIGINT, signal.SIG_IGN)

# Before the modules that import the engine for themselves.
Engine.at(compositor.FONTCONFIG)

from weasyprint.text.ffi import ffi  # noqa: E402

from press import carry, makeup, overflow, pagination  # noqa: E402, F401

# The types of C that every part needs: each is read when it is first named, by each process.
for name in (
    "PangoFcFontMap *", "PangoLogAttr[]", "PangoRectangle *", "char[]", "char[4]",
    "hb_tag_t[100]", "unsigned int *",
):  # fmt: skip
    ffi.typeof(name)

gc.collect()
gc.freeze()
