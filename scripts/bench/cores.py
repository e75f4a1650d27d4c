"""How much more work several processes do side by side than one alone does.

Cores of a rented machine may share what computes with each other or with somebody else's, now more
and now less: a build by two processes then takes up to half as long again, and stock, which is one
process, as long as ever.
"""

import json
import os
import sys
import time

_WORDS = 6000


def work() -> int:
    """A fixed piece of work of the engine's kind: objects, texts, and what has their names."""
    found: dict[str, list[int]] = {}
    for number in range(_WORDS):
        name = f"{number % 997}-{number % 13}"
        found.setdefault(name, []).append(sum(map(ord, name * 4)))
    return sum(len(name) * max(held) for name, held in sorted(found.items()))


def seconds(processes: int, rounds: int) -> float:
    """How long it takes `processes` to do so many rounds of the work each, side by side."""
    began = time.monotonic()
    for _ in range(processes):
        if os.fork() == 0:
            for _ in range(rounds):
                work()
            os._exit(0)
    for _ in range(processes):
        os.wait()
    return time.monotonic() - began


def main(processes: int, turns: int = 10, rounds: int = 4) -> None:
    """Print how many times the work of one so many processes do in the same time, in turns."""
    alone = together = 0.0
    for _ in range(turns):
        alone += seconds(1, rounds)
        together += seconds(processes, rounds)
    print(json.dumps(processes * alone / together))


if __name__ == "__main__":
    main(int(sys.argv[1]))
