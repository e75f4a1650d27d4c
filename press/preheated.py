"""Imported by the server that forks the compositors: the engine, ready for all of them."""

import gc

from press import compositor
from press.engine import Engine

Engine.at(compositor.house().fontconfig)
gc.collect()
gc.freeze()
