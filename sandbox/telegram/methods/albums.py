"""Albums: several messages that clients show as one."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call, caption_of
from sandbox.telegram.errors import bad_request
from sandbox.telegram.media.albums import check_together, media_group_id
from sandbox.telegram.media.uploads import media_content
from sandbox.telegram.messages.sending import send

MOST = 10


def send_media_group(call: Call) -> list[Json]:
    """1–10 items; one alone is no album. All or nothing."""
    chat = call.recipient()
    items: list[Json] = call.params["media"]
    if not items:
        raise bad_request(errors.ALBUM_EMPTY)
    contents = [_content(call, item) for item in items]
    if len(contents) > MOST:
        raise bad_request(errors.ALBUM_LONG)
    check_together(contents)
    if len(contents) == 1:
        return [send(call, chat, contents[0])]
    group = media_group_id(call.world)
    return [send(call, chat, {"media_group_id": group, **content}) for content in contents]


def _content(call: Call, item: Json) -> Json:
    """A document in an album is never looked into: it stays a document."""
    options = {**item, "disable_content_type_detection": True} if item["type"] == "document" else item
    content = {**media_content(call, item["type"], item["media"], options), **caption_of(call.world, item)}
    if item.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return content
