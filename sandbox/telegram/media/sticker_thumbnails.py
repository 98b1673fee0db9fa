"""Thumbnails of sets of stickers: 100 by 100 pixels, in the format that is named."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.errors import bad_request
from sandbox.telegram.http.request import Upload
from sandbox.telegram.media.describing import size
from sandbox.world import World
from sandbox.world.content_type import seen_type
from sandbox.world.pictures import dimensions

SIDE = 100
_LARGEST = {"static": 128 * 1024, "animated": 32 * 1024, "video": 32 * 1024}
_TYPES = {
    "static": ("image/png", "image/webp"),
    "animated": ("application/x-tgsticker",),
    "video": ("video/webm",),
}
_REFUSALS = {
    "static": "STICKER_THUMB_PNG_NOPNG",
    "animated": "STICKER_THUMB_TGS_NOTGS",
    "video": "STICKER_VIDEO_NOWEBM",
}


def check_thumbnail(named: str) -> None:
    """The format is one of the three."""
    if named not in errors.FORMATS:
        raise bad_request(errors.FORMAT_WRONG)


def kept_thumbnail(world: World, upload: Upload, named: str) -> Json:
    """Store it; the `PhotoSize`."""
    if not upload.data:
        raise bad_request(errors.FILE_EMPTY)
    kind = seen_type(upload.data) or ""
    if kind not in _TYPES[named]:
        raise bad_request(_REFUSALS[named])
    if len(upload.data) > _LARGEST[named]:
        raise bad_request(errors.FILE_BIG)
    if named == "static" and dimensions(upload.data) != (SIDE, SIDE):
        raise bad_request("STICKER_PNG_DIMENSIONS")
    return size(world.files.keep("thumbnail", upload.data, name=upload.name, mime_type=kind, shape=(SIDE, SIDE)))
