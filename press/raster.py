"""Pages as pictures: what a finished PDF looks like on a screen."""

from functools import cached_property
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import cast

import pypdfium2
from pikepdf import Name, Pdf
from PIL import Image

_Counted = list[tuple[int, tuple[int, int, int, int]]]


class Raster:
    """The PDF in the file `path`, to be looked at page by page; pages count from 0."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._pdf = pypdfium2.PdfDocument(path)

    def __enter__(self) -> "Raster":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pdf.close()

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The label of each page, which is its printed number."""
        return tuple(
            self._pdf.get_page_label(position) or str(position + 1)
            for position in range(len(self._pdf))
        )

    @cached_property
    def facing(self) -> bool:
        """Whether viewers lay the pages in pairs, the first of all on the right."""
        with Pdf.open(self.path) as pdf:
            layout = pdf.Root.get("/PageLayout")
        return bool(layout in (Name.TwoPageRight, Name.TwoColumnRight))

    def size(self, position: int) -> tuple[float, float]:
        """Width and height of a trimmed page in pt."""
        left, bottom, right, top = self._pdf[position].get_trimbox()
        return right - left, top - bottom

    def picture(self, position: int, width: int, finer: int = 2) -> Image.Image:
        """A trimmed page drawn `width` pixels wide.

        The engine sets glyphs on whole pixels: it draws `finer` times as large, and each
        pixel is the mean of what it covers.
        """
        page = self._pdf[position]
        page.set_cropbox(*page.get_trimbox())
        # A pixel is begun for the least excess, hence a hair less than `width` is asked for.
        scale = (width * finer - 0.001) / page.get_width()
        drawn: Image.Image = page.render(scale=scale, may_draw_forms=False).to_pil()
        return drawn.convert("RGB").reduce(finer)


def png(picture: Image.Image) -> bytes:
    """`picture` as a PNG of at most 256 colours, the same bytes for the same pixels.

    Colours are grouped, and each group takes its most frequent one: what fills an area is
    kept as it is, and the shades at the edges of letters move by a few steps of 255.
    """
    coarse = picture.point([min(255, (value + 4) // 8 * 8) for value in range(256)] * 3)
    # Of Pillow's ways this one keeps what is rare and bright, such as a chapter's mark.
    few = coarse.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    both = Image.merge("RGBA", (*picture.split(), Image.frombytes("L", few.size, few.tobytes())))
    palette = few.getpalette() or []
    colours = cast(_Counted, both.getcolors(picture.width * picture.height))
    for _, (red, green, blue, group) in sorted(colours):  # the most frequent has the last word
        palette[3 * group : 3 * group + 3] = red, green, blue
    few.putpalette(palette)
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()
