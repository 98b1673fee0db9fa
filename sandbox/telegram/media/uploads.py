"""From a file parameter (an upload, a file id or an address) to the content of a message."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.http.request import Upload
from sandbox.telegram.media.describing import check_kind, content_of, live_content, sizes
from sandbox.telegram.media.keeping import keep
from sandbox.telegram.media.sources import ATTACHED, source
from sandbox.world import File


def media_content(call: Call, kind: str, value: str, options: Json) -> Json:
    """The part of a message that holds a file: {"photo": […]}, {"document": {…}} and so on.

    `options`: the other parameters, of the method or of one item of an album.
    """
    if kind == "live_photo":
        return _live_photo(call, value, options)
    content = content_of(call.world, file_of(call, kind, value, options))
    if "video" in content:
        content["video"] |= _of_this_message(call, options)
    return content


def file_of(call: Call, kind: str, value: str, options: Json) -> File:
    """The file that a parameter names; kept when it is a new one."""
    given = source(call, kind, value, absent=_absent(call, kind))
    if isinstance(given, File):
        check_kind(given, kind)
        return given
    return keep(call.world, kind, given, options, thumbnail=_thumbnail(call, options), lint=call.lint)


def _live_photo(call: Call, value: str, options: Json) -> Json:
    """A film and a photo; neither may be an address."""
    if not options.get("photo"):
        raise bad_request(errors.MISSING["photo"])
    if "." in options["photo"]:
        raise bad_request(errors.PAGE_TYPE)
    film = file_of(call, "live_photo", value, {})
    photo = file_of(call, "photo", options["photo"], {})
    if film.kind not in ("live_photo", "video"):
        raise bad_request(errors.FILE_WRONG)
    return live_content(call.world, film, photo)


def _of_this_message(call: Call, options: Json) -> Json:
    """Cover and beginning belong to the message, they don't go with the id of the film."""
    extra: Json = {}
    if options.get("cover"):
        extra["cover"] = sizes(call.world, file_of(call, "photo", options["cover"], {}))
    if options.get("start_timestamp"):
        extra["start_timestamp"] = options["start_timestamp"]
    return extra


def _thumbnail(call: Call, options: Json) -> Upload | None:
    """Only a new upload can be a thumbnail; anything else in its place is passed over, as in Telegram."""
    value = options.get("thumbnail")
    if not value:
        return None
    upload = call.uploads.get(value.removeprefix(ATTACHED)) if value.startswith(ATTACHED) else None
    if upload is None:
        call.lint.append("thumbnail: not an upload, it is left out")
    return upload


def _absent(call: Call, kind: str) -> str:
    return errors.MISSING[kind] if kind in call.params else errors.NO_MEDIA
