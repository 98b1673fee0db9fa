"""What may stand in an album together: photos, videos and live photos mix, documents and audios keep to themselves."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.errors import bad_request
from sandbox.world import World
from sandbox.world.message import media_of

MIXING = frozenset({"photo", "video", "live_photo"})
ALONE = frozenset({"document", "audio"})


def check_together(contents: list[Json]) -> None:
    """Refuse what can't be one album."""
    kinds = [media_of(content) for content in contents]
    if not {*kinds} <= MIXING | ALONE:
        raise bad_request(errors.ALBUM_KIND)
    if len({bool(content.get("show_caption_above_media")) for content in contents}) > 1:
        raise bad_request(errors.ALBUM_CAPTIONS)
    lone = next((kind for kind in kinds if kind in ALONE), None)
    if lone and len({*kinds}) > 1:
        raise bad_request(errors.ALBUM_MIXED.format(lone))


def media_group_id(world: World) -> str:
    """A name for the next album."""
    return str(13_000_000_000_000_000 + world.last_message_id)
