"""The benchmark: the press and stock WeasyPrint on a made-up book, timed from outside.

`python -m scripts.bench --help` says what it can do, docs/performance.md what its rows mean.
"""
