"""How many pages a PDF has, and on which of them its named destinations are."""

import json
import sys
from pathlib import Path

from pikepdf import NameTree, Page, Pdf


def main(path: Path, *names: str) -> None:
    """Print as JSON the number of pages, and the page of each of `names`, from 0."""
    with Pdf.open(path) as pdf:
        at = []
        if names:
            destinations = NameTree(pdf.Root.Names.Dests)
            at = [Page(destinations[name][0]).index for name in names]
        print(json.dumps({"pages": len(pdf.pages), "at": at}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
