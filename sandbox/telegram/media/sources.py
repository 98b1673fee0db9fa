"""What stands in a file parameter: an upload, the id of a file, or an address of the web of the play."""

from __future__ import annotations

import base64
import binascii
import re

from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import Refusal, bad_request
from sandbox.telegram.http.request import Upload
from sandbox.world import File, World
from sandbox.world.content_type import seen_type
from sandbox.world.web import fetch

ATTACHED = "attach://"
_MEGABYTE = 2**20
_BY_ADDRESS = {
    "photo": ({"image/jpeg", "image/png", "image/webp", "image/gif"}, 5 * _MEGABYTE),
    "video": ({"video/mp4"}, 20 * _MEGABYTE),
    "animation": ({"image/gif", "video/mp4"}, 20 * _MEGABYTE),
    "audio": ({"audio/mpeg", "audio/mp4", "audio/ogg"}, 20 * _MEGABYTE),
    "voice": ({"audio/ogg", "audio/mpeg", "audio/mp4"}, 20 * _MEGABYTE),
    "sticker": ({"image/webp", "image/png", "image/jpeg"}, 20 * _MEGABYTE),
    "document": ({"image/gif", "application/pdf", "application/zip"}, 20 * _MEGABYTE),
}
"""What can be sent by an address, and up to how many bytes. Video notes and live photos can't.

Source: https://core.telegram.org/bots/api#sending-files.
"""
_ID = re.compile(r"[A-Za-z0-9_-]*")


def source(call: Call, kind: str, value: str, *, absent: str) -> Upload | File:
    """What the parameter names. `absent`: the refusal when the upload is not in the request."""
    if value.startswith(ATTACHED):
        return upload(call, value, absent=absent)
    if "." in value:
        return _fetched(call.world, kind, value)
    return known(call.world, value)


def upload(call: Call, value: str, *, absent: str) -> Upload:
    """An upload of this request."""
    given = call.uploads.get(value.removeprefix(ATTACHED)) if value.startswith(ATTACHED) else None
    if given is None:
        raise bad_request(absent)
    return given


def known(world: World, file_id: str) -> File:
    """A file that the bot has seen, by its id."""
    file = world.files.by_id.get(file_id)
    if file is None:
        raise _wrong_id(file_id)
    return file


def _fetched(world: World, kind: str, url: str) -> Upload:
    page = fetch(world, url)
    if page is None:
        raise bad_request(errors.FILE_URL)
    kinds, most = _BY_ADDRESS.get(kind, (set(), 0))
    if (seen_type(page.data) or page.mime_type) not in kinds:
        raise bad_request(errors.FILE_WRONG if kind == "document" else errors.PAGE_TYPE)
    if len(page.data) > most:
        raise bad_request(errors.FILE_URL)
    return Upload(page.name, page.mime_type, page.data)


def _wrong_id(file_id: str) -> Refusal:
    """Text that is no id at all is told from an id of another bot, or of a play that was thrown away."""
    if len(file_id) % 4 == 1:
        return bad_request(errors.ID_UNREADABLE.format("Wrong string length"))
    if not _ID.fullmatch(file_id):
        return bad_request(errors.ID_UNREADABLE.format("Wrong character in the string"))
    try:
        inside = base64.urlsafe_b64decode(file_id + "=" * (-len(file_id) % 4))
    except binascii.Error:
        return bad_request(errors.ID_UNREADABLE.format("Wrong string length"))
    if base64.urlsafe_b64encode(inside).decode().rstrip("=") != file_id:
        return bad_request(errors.ID_UNREADABLE.format("Wrong padding in the string"))
    if b"sandbox-" in inside:
        return bad_request(errors.FILE_WRONG)
    return bad_request(errors.ID_UNREADABLE.format("can't unserialize it. Wrong last symbol"))
