"""WeasyPrint as anybody would use it: one document, its stylesheets, one call."""

import sys
from pathlib import Path

import weasyprint


def main(folder: Path) -> None:
    """Set `book.html` in `folder` with the stylesheets beside it."""
    styles = [weasyprint.CSS(filename=path) for path in sorted(folder.glob("*.css"))]
    html = weasyprint.HTML(string=(folder / "book.html").read_text(encoding="utf-8"))
    html.write_pdf(folder / "book.pdf", pdf_tags=True, stylesheets=styles)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
