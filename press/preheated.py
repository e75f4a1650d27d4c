"""Imported by the server that forks the compositors: the engine, ready for all of them.

It has read the stylesheets that all editions share, and knows the fonts.
"""

import gc
import signal

from press import carry, compositor, makeup, overflow, pagination  # noqa: F401
from press.problems import shown_path
from press.sheet import COMMON, Style

# The server gives this to all that it forks: none of them is ever asked to stop by a terminal.
signal.signal(signal.SIGINT, signal.SIG_IGN)

_STYLES = compositor.FONTCONFIG.parent.parent

compositor.warm(
    tuple(
        Style(shown_path(path), path.read_text("utf-8")) for path in map(_STYLES.joinpath, COMMON)
    )
)
gc.collect()
gc.freeze()
