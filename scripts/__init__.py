"""Tools beside the press, for those who work on it."""
