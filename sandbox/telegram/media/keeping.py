"""Keeping an upload: what the server makes of it by its kind, and what it reads from the file itself.

What the request says (duration, measures, title) goes before what the file says.
"""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.errors import bad_request
from sandbox.telegram.http.request import Upload
from sandbox.telegram.media import thumbnails
from sandbox.world import File, World
from sandbox.world.content_type import named_type, seen_type
from sandbox.world.film import Film, film
from sandbox.world.pictures import BROKEN, as_photo, dimensions, moves, running_time
from sandbox.world.sound import Sound, sound

LARGEST_PHOTO = 10 * 1024 * 1024
LONGEST_VIDEO_NOTE = 640
NOTE_LENGTH = 240
_NOTHING = Film(0, 0, 0, sound=True)


def keep(
    world: World,
    kind: str,
    upload: Upload,
    options: Json,
    *,
    thumbnail: Upload | None = None,
    lint: list[str] | None = None,
) -> File:
    """Store an upload. A document that moves without a sound becomes an animation.

    `thumbnail`: what came with it. Raises Refusal for an empty file and for what can't be a photo.
    """
    if not upload.data:
        raise bad_request(errors.FILE_EMPTY)
    lint = [] if lint is None else lint
    if kind == "photo":
        return _photo(world, upload)
    if kind == "sticker":
        return _sticker(world, upload, options, lint)
    if kind == "document" and not options.get("disable_content_type_detection") and _moves_silently(upload.data):
        kind, options = "animation", {}
    if kind == "animation" and moves(upload.data):
        return _gif(world, upload)
    given = thumbnails.given(world, thumbnail, lint)
    match kind:
        case "voice" | "audio":
            return _sound(world, kind, upload, options, given)
        case "document":
            return _document(world, upload, given)
    return _film(world, kind, upload, options, given)


def _photo(world: World, upload: Upload) -> File:
    if len(upload.data) > LARGEST_PHOTO:
        raise bad_request(
            f"File of size {len(upload.data)} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes"
        )
    shape = dimensions(upload.data)
    if shape is None:
        raise bad_request(errors.NOT_A_PICTURE)
    if sum(shape) > 10_000 or max(shape) > 20 * min(shape):
        raise bad_request(errors.PICTURE_SHAPE)
    try:
        data = as_photo(upload.data)
    except BROKEN:
        raise bad_request(errors.NOT_A_PICTURE) from None
    shape = dimensions(data) or shape
    return world.files.keep("photo", data, name="photo.jpg", mime_type="image/jpeg", shape=shape)


def _sticker(world: World, upload: Upload, options: Json, lint: list[str]) -> File:
    kind = seen_type(upload.data)
    if kind == "application/x-tgsticker":
        shape, picture = (512, 512), False
    elif kind == "video/webm":
        seen = film(upload.data) or _NOTHING
        shape, picture = (seen.width or 512, seen.height or 512), False
    else:
        measured = dimensions(upload.data)
        shape, picture = measured or (512, 512), measured is not None
        if measured is None:
            lint.append("sticker: no picture, TGS or WEBM; clients can't show it")
    about: Json = {"type": "regular", "width": shape[0], "height": shape[1]}
    about |= {"is_animated": kind == "application/x-tgsticker", "is_video": kind == "video/webm"}
    if options.get("emoji"):
        about["emoji"] = options["emoji"]
    mime_type = kind or named_type(upload.name, upload.mime_type)
    file = world.files.keep("sticker", upload.data, name=upload.name, mime_type=mime_type, shape=shape, about=about)
    thumb = thumbnails.of_picture(world, file) if picture else thumbnails.drawn(world, 128, 128)
    return world.files.redescribe(file, {**about, **thumb})


def _gif(world: World, upload: Upload) -> File:
    """Telegram makes a soundless film of it and takes the first frame as its thumbnail; here the bytes stay a GIF."""
    shape = dimensions(upload.data) or (0, 0)
    about: Json = {"width": shape[0], "height": shape[1], "duration": running_time(upload.data)}
    about |= {"file_name": f"{upload.name}.mp4", "mime_type": "video/mp4"}
    file = world.files.keep("animation", upload.data, name=upload.name, mime_type="image/gif", shape=shape, about=about)
    return world.files.redescribe(file, {**about, **thumbnails.of_picture(world, file)})


def _document(world: World, upload: Upload, thumbnail: Json) -> File:
    mime_type = named_type(upload.name, upload.mime_type)
    about: Json = {"file_name": upload.name, "mime_type": mime_type, **thumbnail}
    shape = dimensions(upload.data) if mime_type.startswith("image/") else None
    file = world.files.keep(
        "document", upload.data, name=upload.name, mime_type=mime_type, shape=shape or (0, 0), about=about
    )
    return world.files.redescribe(file, {**about, **thumbnails.of_picture(world, file)}) if shape else file


def _sound(world: World, kind: str, upload: Upload, options: Json, thumbnail: Json) -> File:
    seen = sound(upload.data) or Sound(0)
    mime_type = seen_type(upload.data) or named_type(upload.name, upload.mime_type)
    about: Json = {"duration": _duration(options) or seen.duration, "mime_type": mime_type}
    if kind == "audio":
        names = {"performer": options.get("performer") or seen.performer, "title": options.get("title") or seen.title}
        about |= {name: text for name, text in names.items() if text}
        about |= {"file_name": upload.name, **thumbnail}
    return world.files.keep(kind, upload.data, name=upload.name, mime_type=mime_type, about=about)


def _film(world: World, kind: str, upload: Upload, options: Json, thumbnail: Json) -> File:
    """A video, an animation, a video note or the moving half of a live photo."""
    seen = film(upload.data) or _NOTHING
    mime_type = seen_type(upload.data) or named_type(upload.name, upload.mime_type)
    width, height = _side(options, "width") or seen.width, _side(options, "height") or seen.height
    about: Json = {"duration": _duration(options) or seen.duration}
    if kind == "video_note":
        length = options.get("length") or min(width, height) or NOTE_LENGTH
        if not 0 < length <= LONGEST_VIDEO_NOTE:
            raise bad_request(errors.NOTE_LENGTH)
        width = height = about["length"] = length
    else:
        about |= {"width": width, "height": height, "mime_type": mime_type}
    if kind in ("video", "animation"):
        about["file_name"] = upload.name
    if kind != "live_photo":
        about |= thumbnails.drawn(world, width, height) if width and height else thumbnail
    return world.files.keep(kind, upload.data, name=upload.name, mime_type=mime_type, about=about)


def _moves_silently(data: bytes) -> bool:
    if moves(data):
        return True
    seen = film(data) if seen_type(data) == "video/mp4" else None
    return seen is not None and seen.width > 0 and not seen.sound


def _side(options: Json, name: str) -> int:
    """A measure that can't be is as good as none."""
    side: int = options.get(name) or 0
    return side if 0 < side < 2**16 else 0


def _duration(options: Json) -> int:
    seconds: int = options.get("duration") or 0
    return seconds if 0 < seconds < 2**31 else 0
