"""Imported by the server that forks the compositors: the engine, ready for all of them."""

import gc

from press import carry, compositor, makeup, overflow, pagination  # noqa: F401
from press.engine import Engine

Engine.at(compositor.FONTCONFIG)
gc.collect()
gc.freeze()
