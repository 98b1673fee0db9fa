"""Sending files: photos, documents, stickers, voice, video, albums."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call, caption_of
from sandbox.telegram.errors import bad_request
from sandbox.telegram.sending import send
from sandbox.telegram.uploads import media_content

_MIXED = {"photo": "visual", "video": "visual"}


def send_photo(call: Call) -> Json:
    return _send(call, "photo")


def send_document(call: Call) -> Json:
    return _send(call, "document")


def send_video(call: Call) -> Json:
    return _send(call, "video")


def send_voice(call: Call) -> Json:
    return _send(call, "voice")


def send_sticker(call: Call) -> Json:
    return _send(call, "sticker")


def send_media_group(call: Call) -> list[Json]:
    """2–10 items; photos and videos mix, documents stay among themselves. All or nothing."""
    chat = call.recipient()
    items: list[Json] = call.params["media"]
    if not items:
        raise bad_request(errors.ALBUM_EMPTY)
    if len(items) > 10:
        raise bad_request(errors.ALBUM_LONG)
    if len({_MIXED.get(item["type"], item["type"]) for item in items}) > 1:
        raise bad_request(errors.ALBUM_MIXED)
    contents = [
        {**media_content(call, item["type"], item["media"], item), **caption_of(call.world, item)} for item in items
    ]
    if len(contents) == 1:
        return [send(call, chat, contents[0])]
    group = str(13_000_000_000_000_000 + call.world.last_message_id)
    return [send(call, chat, {"media_group_id": group, **content}) for content in contents]


def _send(call: Call, kind: str) -> Json:
    chat = call.recipient()
    content = {**media_content(call, kind, call.params[kind], call.params), **call.caption()}
    if call.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return send(call, chat, content)
