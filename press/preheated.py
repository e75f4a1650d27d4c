"""Imported by the server that forks the compositors: the engine, ready for all of them."""

import gc
import signal

from press import carry, compositor, makeup, overflow, pagination  # noqa: F401
from press.engine import Engine

# The server gives this to all that it forks: none of them is ever asked to stop by a terminal.
signal.signal(signal.SIGINT, signal.SIG_IGN)

Engine.at(compositor.FONTCONFIG)
gc.collect()
gc.freeze()
