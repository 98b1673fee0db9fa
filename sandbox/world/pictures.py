"""What the server must know of a picture: its size and frames, smaller copies of it, the JPEG that photos become."""

from __future__ import annotations

import struct
from io import BytesIO

from PIL import Image, ImageDraw, ImageOps

THUMBNAILS = (90, 320, 800)
LARGEST_SIDE = 1280
"""Photos of bots are brought to this."""
_MOST_FRAMES = 1000
BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, struct.error, Image.DecompressionBombError)
"""What reading a broken picture may raise."""


def dimensions(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, None when this is not a picture."""
    try:
        with Image.open(BytesIO(data)) as picture:
            return picture.size
    except BROKEN:
        return None


def moves(data: bytes) -> bool:
    """Whether this is a GIF of more than one frame."""
    if data[:4] != b"GIF8":
        return False
    try:
        with Image.open(BytesIO(data)) as picture:
            return bool(getattr(picture, "is_animated", False))
    except BROKEN:
        return False


def running_time(data: bytes) -> int:
    """The seconds for which a moving GIF runs, one at least."""
    milliseconds = 0.0
    try:
        with Image.open(BytesIO(data)) as picture:
            for frame in range(min(getattr(picture, "n_frames", 1), _MOST_FRAMES)):
                picture.seek(frame)
                milliseconds += picture.info.get("duration", 100)
    except BROKEN:
        pass
    return max(1, round(milliseconds / 1000))


def as_photo(data: bytes) -> bytes:
    """The JPEG of at most 1280 pixels a side that a photo becomes; transparent places turn white.

    A JPEG that is small enough already stays as it is. Raises one of BROKEN for a broken picture.
    """
    with Image.open(BytesIO(data)) as picture:
        if picture.format == "JPEG" and max(picture.size) <= LARGEST_SIDE:
            picture.load()
            return data
        size = scaled(*picture.size, LARGEST_SIDE) if max(picture.size) > LARGEST_SIDE else picture.size
        return _jpeg(_resized(picture, size))


def scaled(width: int, height: int, side: int) -> tuple[int, int]:
    """The size after the longer side is brought to `side`."""
    longer = max(width, height)
    return max(1, round(width * side / longer)), max(1, round(height * side / longer))


def shrink(data: bytes, side: int) -> bytes:
    """A JPEG copy with its longer side at `side` pixels."""
    with Image.open(BytesIO(data)) as picture:
        return _jpeg(_resized(picture, scaled(*picture.size, side)))


def square(data: bytes, side: int) -> bytes:
    """A JPEG of the middle of the picture, `side` by `side`: what a profile or chat photo is cut to."""
    with Image.open(BytesIO(data)) as picture:
        edge = min(picture.size)
        left, top = (picture.width - edge) // 2, (picture.height - edge) // 2
        return _jpeg(_flat(picture).crop((left, top, left + edge, top + edge)).resize((side, side)))


def still(width: int, height: int) -> bytes:
    """A drawn picture in the place of a frame of a film, which nothing here can decode: a triangle on grey."""
    picture = Image.new("RGB", (width, height), "#5b6670")
    edge = max(2, min(width, height) // 6)
    x, y = width // 2, height // 2
    ImageDraw.Draw(picture).polygon([(x - edge, y - edge), (x - edge, y + edge), (x + edge, y)], fill="#dfe3e6")
    return _jpeg(picture)


def badge(colour: str) -> bytes:
    """A round picture in this colour: what stands for an icon that nothing here can draw."""
    ground = Image.radial_gradient("L").resize((128, 128))
    return _jpeg(ImageOps.colorize(ground, "#fff3d6", "#ffffff", mid=colour))


def _resized(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A large JPEG is read at about the size that is wanted: ten times as fast."""
    if picture.size == size:
        return _flat(picture)
    picture.draft("RGB", size)
    return _flat(picture).resize(size, reducing_gap=2.0)


def _flat(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        ground = Image.new("RGBA", picture.size, "white")
        ground.alpha_composite(picture.convert("RGBA"))
        return ground.convert("RGB")
    return picture.convert("RGB")


def _jpeg(picture: Image.Image) -> bytes:
    kept = BytesIO()
    picture.save(kept, "JPEG", quality=85)
    return kept.getvalue()
