"""Thumbnails: a smaller copy of a picture, a drawn still of a film; of anything else the one that came with it.

The Bot API says of its `thumbnail`: it is ignored when the server can make one.
"""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.http.request import Upload
from sandbox.telegram.media.describing import size
from sandbox.world import File, World
from sandbox.world.pictures import BROKEN, dimensions, scaled, shrink, still

LARGEST_SIDE = 320
LARGEST_BYTES = 200 * 1024


def of_picture(world: World, file: File) -> Json:
    """{"thumbnail": …} of a file that is a picture: at most 320 pixels a side; {} when the picture breaks off."""
    side = min(LARGEST_SIDE, max(file.width, file.height))
    try:
        return {"thumbnail": size(world.files.smaller(file, side, "thumbnail"))}
    except BROKEN:
        return {}


def given(world: World, upload: Upload | None, lint: list[str]) -> Json:
    """{"thumbnail": …} as it was uploaded, {} without one. A wrong one is left out without a word to the sender."""
    if upload is None:
        return {}
    shape = dimensions(upload.data)
    if shape is None or max(shape) > LARGEST_SIDE or len(upload.data) > LARGEST_BYTES:
        lint.append("thumbnail: not a picture of at most 320 by 320 pixels and 200 kB, it is left out")
        return {}
    try:
        return _kept(world, shrink(upload.data, max(shape)), shape)
    except BROKEN:
        return {}


def drawn(world: World, width: int, height: int) -> Json:
    """{"thumbnail": …} of a film of this shape."""
    shape = scaled(width, height, LARGEST_SIDE) if max(width, height) > LARGEST_SIDE else (width, height)
    return _kept(world, still(*shape), shape)


def _kept(world: World, data: bytes, shape: tuple[int, int]) -> Json:
    return {
        "thumbnail": size(
            world.files.keep("thumbnail", data, name="thumbnail.jpg", mime_type="image/jpeg", shape=shape)
        )
    }
