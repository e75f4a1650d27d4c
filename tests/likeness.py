"""How like a page is to a picture of it that was kept.

Both are drawn with a point to a pixel and looked at from a little way off, a few pixels run
together: how an edge falls on the pixels may differ from one machine to the next. A pixel has
changed if it is darker or lighter by more than that explains; the page has changed if several
such pixels lie together.

The figures were found by trial: with edges a little softer, or rougher by 8 steps of 255, no page
has more than 4 such pixels together; with a line of text moved by a point, a hairline lost or the
colour of a word changed, every page has at least 22.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from press.problems import shown_path
from press.raster import Raster, png

# The engine sets a rule on whole pixels. Drawn six times as large, one of half a point is thick
# enough to keep about its weight.
_FINER = 6
_BLURS = (1, 2)
_STEPS, _SHARE, _AROUND = 2.5, 0.08, 2
_TOGETHER, _WINDOW = 9, 9
_MM = 25.4 / 72

_ALLOWED = [min(255, round(_STEPS + _SHARE * contrast)) for contrast in range(256)] * 3
_CROWDED = [255 * (share * _WINDOW**2 > 255 * (_TOGETHER - 1)) for share in range(256)]
_NOT_NOUGHT = [0] + [255] * 255


@dataclass(frozen=True)
class Difference:
    """What has changed: in words, and in red over the page as it is now."""

    words: str
    picture: Image.Image


def seen(raster: Raster, page: int) -> Image.Image:
    """A page, counted from 0, with a point to a pixel."""
    return raster.picture(page, round(raster.size(page)[0]), _FINER)


def difference(was: Image.Image, now: Image.Image) -> Difference | None:
    """What has changed from `was` to `now`, or nothing if they are alike."""
    if was.size != now.size:
        sizes = ("{} × {} pt".format(*picture.size) for picture in (was, now))
        words = "it measured {} and now measures {}".format(*sizes)
        room = Image.new("RGB", now.size, "white")
        room.paste(was)
        return Difference(words, _reddened(room, now, Image.new("L", now.size, 255)))
    changed = _changed(was, now)
    window = ImageFilter.BoxBlur(_WINDOW // 2)
    crowded = changed.filter(window).point(_CROWDED)
    # What makes a window crowded lies all around its middle.
    there = ImageChops.multiply(changed, crowded.filter(window).point(_NOT_NOUGHT))
    where = there.getbbox()
    if not where:
        return None
    left, top, right, bottom = (round(edge * _MM) for edge in where)
    words = f"it has changed from {left} to {right} mm across and {top} to {bottom} mm down"
    return Difference(words, _reddened(was, now, there))


def held(now: Image.Image, picture: Path, left: Path) -> str:
    """What is to be complained of if the page `now` is held beside its kept `picture`.

    A page that has changed is left in the folder `left` with what it was and the difference;
    one that has not takes away what an earlier one left.
    """
    files = {kind: left / f"{picture.stem}-{kind}.png" for kind in ("was", "is", "difference")}
    for file in files.values():
        file.unlink(missing_ok=True)
    if not picture.is_file():
        _leave(files["is"], now)
        shown = shown_path(files["is"])
        return f"{picture.name} is not there yet: see {shown}, then run `make pictures`"
    with Image.open(picture) as kept:
        was = kept.convert("RGB")
    found = difference(was, now)
    if found is None:
        return ""
    _leave(files["was"], was)
    _leave(files["is"], now)
    _leave(files["difference"], found.picture)
    return (
        f"{picture.stem}: {found.words}; see {shown_path(files['difference'])}, "
        "and if that was meant, run `make pictures`"
    )


def _changed(was: Image.Image, now: Image.Image) -> Image.Image:
    """White where a pixel has changed by more than an edge that falls otherwise explains."""
    before, after = _from_afar(was), _from_afar(now)
    lightest, darkest = (_nearby(before, most) for most in (ImageChops.lighter, ImageChops.darker))
    allowed = ImageChops.subtract(lightest, darkest).point(_ALLOWED)
    excess = ImageChops.subtract(ImageChops.difference(before, after), allowed)
    red, green, blue = excess.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue).point(_NOT_NOUGHT)


def _nearby(
    picture: Image.Image, most: Callable[[Image.Image, Image.Image], Image.Image]
) -> Image.Image:
    """For each pixel the `most` of those at most `_AROUND` away, down or across.

    Pillow's own filters for this take ten times as long.
    """
    for down in (False, True):
        steps = range(-_AROUND, _AROUND + 1)
        picture = reduce(
            most, [ImageChops.offset(picture, step * (not down), step * down) for step in steps]
        )
    return picture


def _from_afar(picture: Image.Image) -> Image.Image:
    for radius in _BLURS:
        picture = picture.filter(ImageFilter.BoxBlur(radius))
    return picture


def _reddened(was: Image.Image, now: Image.Image, where: Image.Image) -> Image.Image:
    """The page `now`, pale, but rosy `where` that is white, and red where the two are apart."""
    pale = Image.blend(now, Image.new("RGB", now.size, "white"), 0.6)
    rosy = ImageChops.multiply(pale, Image.new("RGB", now.size, "#ffd8d8"))
    apart = (
        ImageChops.difference(was, now).convert("L").point([min(255, 2 * v) for v in range(256)])
    )
    red = Image.composite(Image.new("RGB", now.size, "#e00000"), rosy, apart)
    return Image.composite(red, pale, where)


def _leave(file: Path, picture: Image.Image) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(png(picture))
