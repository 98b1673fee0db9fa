"""The pictures that people, groups and the bot show of themselves."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.world.files import File
from sandbox.world.pictures import square
from sandbox.world.world import World

SIDES = (160, 320, 640)
SHELF = "portraits"


def portraits(world: World, user_id: int) -> Json:
    """What a user shows: {photos: [[PhotoSize…]…], audios: [Audio…]}, the newest first."""
    return world.shelf(SHELF).get(str(user_id)) or {"photos": [], "audios": []}


def add_photo(world: World, user_id: int, photo: list[Json]) -> None:
    """She shows another photo now; the others stay behind it."""
    shown = portraits(world, user_id)
    world.shelf(SHELF).put(str(user_id), {**shown, "photos": [photo, *shown["photos"]]})


def add_audio(world: World, user_id: int, audio: Json) -> None:
    """She shows another audio now."""
    shown = portraits(world, user_id)
    world.shelf(SHELF).put(str(user_id), {**shown, "audios": [audio, *shown["audios"]]})


def remove_photo(world: World, user_id: int) -> None:
    """The photo that is shown now goes; nothing happens without one."""
    shown = portraits(world, user_id)
    world.shelf(SHELF).put(str(user_id), {**shown, "photos": shown["photos"][1:]})


def cut(world: World, data: bytes) -> list[Json]:
    """The middle of a picture in the three sizes of profile photos. Raises one of pictures.BROKEN."""
    return [_size(_kept(world, square(data, side), side), side) for side in SIDES]


def chat_photo(photo: list[Json]) -> Json:
    """The `ChatPhoto` of these sizes: the smallest and the largest."""
    return {
        "small_file_id": photo[0]["file_id"],
        "small_file_unique_id": photo[0]["file_unique_id"],
        "big_file_id": photo[-1]["file_id"],
        "big_file_unique_id": photo[-1]["file_unique_id"],
    }


def _kept(world: World, data: bytes, side: int) -> File:
    return world.files.keep("profile_photo", data, name="photo.jpg", mime_type="image/jpeg", shape=(side, side))


def _size(file: File, side: int) -> Json:
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size,
            "width": side, "height": side}  # fmt: skip
