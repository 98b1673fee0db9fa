"""From a file parameter (an upload, a file id or an address) to the content of a message."""

from __future__ import annotations

import mimetypes

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.request import Upload
from sandbox.world import File, World
from sandbox.world.pictures import THUMBNAILS, dimensions, picture_type

LARGEST_PHOTO = 10 * 1024 * 1024
_NAMES = {
    "photo": "Photo",
    "document": "Document",
    "video": "Video",
    "voice": "VoiceNote",
    "sticker": "Sticker",
}


def media_content(call: Call, kind: str, value: str, options: Json) -> Json:
    """The part of a message that holds a file: {"photo": […]}, {"document": {…}} and so on."""
    if kind not in _NAMES:
        raise bad_request(f'type "{kind}" is not played by the sandbox')
    if not value.startswith("attach://"):
        return {kind: sent_again(call.world, kind, value)}
    upload = call.uploads.get(value.removeprefix("attach://"))
    if upload is None:
        raise bad_request(errors.NO_MEDIA if kind not in call.params else errors.MISSING[kind])
    return {kind: keep(call.world, kind, upload, options)}


def keep(world: World, kind: str, upload: Upload, options: Json) -> Json | list[Json]:
    """Store an upload and describe it as the Bot API does."""
    if not upload.data:
        raise bad_request(errors.FILE_EMPTY)
    if kind == "photo":
        return _photo(world, upload)
    shape = dimensions(upload.data) or (512, 512) if kind == "sticker" else (0, 0)
    file = world.files.keep(kind, upload.data, name=upload.name, mime_type=_mime_type(upload), shape=shape)
    return describe(file, options)


def sent_again(world: World, kind: str, file_id: str) -> Json | list[Json]:
    """A file that was sent before, by its id."""
    if file_id.startswith(("http://", "https://")):
        raise bad_request(errors.FILE_URL)
    file = world.files.by_id.get(file_id)
    if file is None:
        raise bad_request(errors.FILE_WRONG)
    if file.kind != kind:
        raise bad_request(f"Can't use file of type {_NAMES[file.kind]} as {_NAMES[kind]}")
    if kind == "photo":
        return _sizes(world, file)
    return describe(file, {})


def describe(file: File, options: Json) -> Json:
    """A document, voice, video or sticker."""
    body: Json = {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size}
    if file.kind in ("document", "video"):
        body |= {"file_name": file.name, "mime_type": file.mime_type}
    if file.kind == "voice":
        body |= {"duration": options.get("duration", 0), "mime_type": file.mime_type}
    if file.kind == "video":
        body |= {"width": options.get("width", 0), "height": options.get("height", 0),
                 "duration": options.get("duration", 0)}  # fmt: skip
    if file.kind == "sticker":
        body |= {"type": "regular", "width": file.width, "height": file.height}
        body |= {"is_animated": file.name.endswith(".tgs"), "is_video": file.name.endswith(".webm")}
        if "emoji" in options:
            body["emoji"] = options["emoji"]
    return body


def _photo(world: World, upload: Upload) -> list[Json]:
    if len(upload.data) > LARGEST_PHOTO:
        raise bad_request(
            f"File of size {len(upload.data)} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes"
        )
    shape = dimensions(upload.data)
    if shape is None:
        raise bad_request(errors.NOT_A_PICTURE)
    if sum(shape) > 10_000 or max(shape) > 20 * min(shape):
        raise bad_request(errors.PICTURE_SHAPE)
    mime_type = picture_type(upload.data)
    name = f"photo{mimetypes.guess_extension(mime_type) or '.jpg'}"
    file = world.files.keep("photo", upload.data, name=name, mime_type=mime_type, shape=shape)
    return _sizes(world, file)


def _sizes(world: World, file: File) -> list[Json]:
    """The photo in at least two sizes, the largest last."""
    longer = max(file.width, file.height)
    sides = [side for side in THUMBNAILS if side < longer] or [max(1, longer // 2)]
    return [_size(world.files.smaller(file, side)) for side in sides] + [_size(file)]


def _size(file: File) -> Json:
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size,
            "width": file.width, "height": file.height}  # fmt: skip


def _mime_type(upload: Upload) -> str:
    guessed = mimetypes.guess_type(upload.name)[0]
    return guessed or upload.mime_type
