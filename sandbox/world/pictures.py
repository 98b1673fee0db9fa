"""What the server must know of a picture: its size, and smaller copies of it."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

THUMBNAILS = (90, 320, 800)
_BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)


def dimensions(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, None when this is not a picture."""
    try:
        with Image.open(BytesIO(data)) as picture:
            return picture.size
    except _BROKEN:
        return None


def picture_type(data: bytes) -> str:
    """The content type of a picture."""
    with Image.open(BytesIO(data)) as picture:
        return Image.MIME.get(picture.format or "", "image/jpeg")


def scaled(width: int, height: int, side: int) -> tuple[int, int]:
    """The size after the longer side is brought to `side`."""
    longer = max(width, height)
    return max(1, width * side // longer), max(1, height * side // longer)


def shrink(data: bytes, side: int) -> bytes:
    """A JPEG copy with its longer side at `side` pixels."""
    with Image.open(BytesIO(data)) as picture:
        small = picture.convert("RGB").resize(scaled(*picture.size, side))
    kept = BytesIO()
    small.save(kept, "JPEG", quality=85)
    return kept.getvalue()
