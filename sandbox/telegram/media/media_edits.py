"""Another file in the place of what stands in a message."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call, caption_of
from sandbox.telegram.errors import bad_request
from sandbox.telegram.media.albums import ALONE, MIXING
from sandbox.telegram.media.uploads import media_content
from sandbox.world import Message
from sandbox.world.message import media_of

EDITABLE = frozenset({"photo", "live_photo", "document", "video", "animation", "audio"})
REPLACED = (
    "text", "entities", "link_preview_options", "rich_message",
    "caption", "caption_entities", "show_caption_above_media",
    *sorted(EDITABLE), "has_media_spoiler",
)  # fmt: skip
WITHOUT_CAPTION = frozenset({None, "sticker", "video_note"})


def edited_media(call: Call, message: Message) -> Json:
    """The new content. A text may get a file, a file another; what stands in an album keeps to its rules."""
    if "text" not in message.body and message.media not in EDITABLE:
        raise bad_request(errors.EDIT_NO_MEDIA)
    media: Json = call.params["media"]
    content = {**media_content(call, media["type"], media["media"], media), **caption_of(call.world, media)}
    if "media_group_id" in message.body:
        _check_album(str(message.media), str(media_of(content)))
    if media.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return content


def _check_album(old: str, new: str) -> None:
    if old == new:
        return
    if new not in MIXING | ALONE:
        raise bad_request(errors.ALBUM_KIND)
    if old in ALONE or new in ALONE:
        raise bad_request(errors.ALBUM_TYPE)
