"""What Telegram refuses of a picture that is to be a profile or chat photo."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.errors import bad_request
from sandbox.telegram.http.request import Upload
from sandbox.world import World
from sandbox.world.film import film
from sandbox.world.pictures import BROKEN, dimensions, still
from sandbox.world.portraits import cut

SMALLEST_SIDE = 160


def portrait(world: World, upload: Upload) -> list[Json]:
    """The three sizes of a photo."""
    if not upload.data:
        raise bad_request(errors.FILE_EMPTY)
    shape = dimensions(upload.data)
    if shape is None:
        raise bad_request(errors.NOT_A_PICTURE)
    if min(shape) < SMALLEST_SIDE:
        raise bad_request("PHOTO_CROP_SIZE_SMALL")
    try:
        return cut(world, upload.data)
    except BROKEN:
        raise bad_request(errors.NOT_A_PICTURE) from None


def moving_portrait(world: World, upload: Upload) -> list[Json]:
    """The three sizes of a film's main frame, which is drawn."""
    if not upload.data:
        raise bad_request(errors.FILE_EMPTY)
    if film(upload.data) is None:
        raise bad_request("VIDEO_FILE_INVALID")
    return cut(world, still(640, 640))
