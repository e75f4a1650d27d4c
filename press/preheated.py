"""Imported by the server that forks the compositors: the engine, ready for all of them."""

import gc
import signal
from importlib import import_module

from press.compositor import FONTCONFIG
from press.engine import Engine

_LATER = ("carry", "makeup", "overflow", "pagination", "slugs", "pen",
          "tagging")  # fmt: skip
"""What a part needs besides, and what imports the engine for itself: only behind `Engine.at`."""

_TYPES = ("PangoFcFontMap *", "PangoLogAttr[]", "PangoRectangle *", "char[]", "char[4]",
          "hb_tag_t[100]", "unsigned int *")  # fmt: skip
"""The types of C that every part needs: each is read when it is first named, by each process."""

# The server gives this to all that it forks: none of them is ever asked to stop by a terminal.
signal.signal(signal.SIGINT, signal.SIG_IGN)

Engine.at(FONTCONFIG)
for module in _LATER:
    import_module(f"press.{module}")
ffi = import_module("weasyprint.text.ffi").ffi
for name in _TYPES:
    ffi.typeof(name)

gc.collect()
gc.freeze()
