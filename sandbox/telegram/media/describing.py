"""From a file to the Bot API objects that describe it."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.errors import bad_request
from sandbox.world import File, World
from sandbox.world.pictures import THUMBNAILS

NAMES = {
    "photo": "Photo",
    "document": "Document",
    "video": "Video",
    "voice": "VoiceNote",
    "sticker": "Sticker",
    "audio": "Audio",
    "animation": "Animation",
    "video_note": "VideoNote",
    "live_photo": "Video",
    "thumbnail": "Thumbnail",
    "profile_photo": "ProfilePhoto",
}
"""How Telegram names the kinds of files in its refusals."""
DOCUMENTS = frozenset(NAMES) - {"photo", "thumbnail", "profile_photo"}
"""A file id of one of these goes into the field of another; the message then holds what the file really is."""
_IN_A_DOCUMENT = ("thumbnail", "file_name", "mime_type")
_IN_A_LIVE_PHOTO = ("width", "height", "duration", "mime_type")


def describe(file: File) -> Json:
    """Ids, size and all that is known: the `Document`, `Video`, `Sticker` and so on, by the kind of the file."""
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size, **file.about}


def content_of(world: World, file: File) -> Json:
    """The part of a message that holds this file: {"photo": […]}, {"document": {…}} and so on."""
    if file.kind == "photo":
        return {"photo": sizes(world, file)}
    body = describe(file)
    if file.kind == "animation":
        return {"animation": body, "document": _without_others(body, _IN_A_DOCUMENT)}
    return {file.kind: body}


def live_content(world: World, film: File, photo: File) -> Json:
    """A live photo; the `photo` stands beside it, too."""
    still = sizes(world, photo)
    return {"live_photo": {"photo": still, **_without_others(describe(film), _IN_A_LIVE_PHOTO)}, "photo": still}


def sizes(world: World, file: File) -> list[Json]:
    """A photo in at least two sizes, the largest last."""
    file = world.files.original(file)
    longer = max(file.width, file.height)
    sides = [side for side in THUMBNAILS if side < longer] or [max(1, longer // 2)]
    return [size(world.files.smaller(file, side)) for side in sides] + [size(file)]


def size(file: File) -> Json:
    """One `PhotoSize`."""
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size,
            "width": file.width, "height": file.height}  # fmt: skip


def check_kind(file: File, kind: str) -> None:
    """Refuse a file id that can't stand in a field of this kind."""
    if file.kind != kind and not {file.kind, kind} <= DOCUMENTS:
        raise bad_request(errors.FILE_KIND.format(NAMES[file.kind], NAMES[kind]))


def _without_others(body: Json, further: tuple[str, ...]) -> Json:
    names = ("file_id", "file_unique_id", "file_size", *further)
    return {name: body[name] for name in names if name in body}
