"""The press: YAML questions in, printed books out.

The stages, in the order in which data passes through them; none imports a later one:

    load → validate → selection → render → typeset → link → proof
"""

__version__ = "0.1.0"
