"""A message as the server keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sandbox.shapes import Json

MEDIA = (
    "live_photo", "photo", "animation", "document", "video", "voice", "sticker", "audio", "video_note",
)  # fmt: skip
"""A live photo holds a `photo` beside it and an animation a `document`, for clients that know no better."""
_WITHOUT_TEXT = ("contact", "venue", "location")
SERVICE = (
    "new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo", "delete_chat_photo",
    "group_chat_created", "supergroup_chat_created", "channel_chat_created", "migrate_to_chat_id",
    "migrate_from_chat_id", "pinned_message", "forum_topic_created", "forum_topic_edited", "forum_topic_closed",
    "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden",
)  # fmt: skip
"""What a service message tells: it stands in the chat, nobody wrote it."""


@dataclass(slots=True, frozen=True)
class Message:
    """`body` is the Bot API `Message`; it is replaced by an edit, never changed in place.

    `out`: the bot sent it. `sealed`: it carried a reply keyboard, so it can't be edited.
    """

    body: Json
    out: bool
    edited: bool = False
    sealed: bool = False

    @property
    def id(self) -> int:
        return int(self.body["message_id"])

    @property
    def media(self) -> str | None:
        """The kind of file that the message carries."""
        return media_of(self.body)

    @property
    def service(self) -> str | None:
        """What the message tells of the chat, when nobody wrote it."""
        return next((kind for kind in SERVICE if kind in self.body), None)

    def buttons(self) -> list[Json]:
        """All inline buttons, row by row, and those inside a rich message."""
        markup = self.body.get("reply_markup") or {}
        below = [button for row in markup.get("inline_keyboard", []) for button in row]
        return below + _buttons_within(self.body.get("rich_message"))

    def record(self) -> Json:
        """What is saved."""
        return {"body": self.body, "out": self.out, "edited": self.edited, "sealed": self.sealed}

    def gist(self) -> str:
        """One line for the list of chats; the word for a file is the page's business."""
        text = self.body.get("text") or self.body.get("caption")
        if text:
            return " ".join(str(text).split())[:120]
        if "poll" in self.body:
            return str(self.body["poll"]["question"])[:120]
        if "dice" in self.body:
            return str(self.body["dice"]["emoji"])
        if "rich_message" in self.body:
            return " ".join(_words(self.body["rich_message"]["blocks"]).split())[:120] or "[rich_message]"
        named = next((kind for kind in _WITHOUT_TEXT if kind in self.body), None)
        return f"[{self.media or named or self.service or 'service'}]"


def media_of(content: Json) -> str | None:
    """The kind of file in the content of a message."""
    return next((kind for kind in MEDIA if kind in content), None)


def _buttons_within(part: Any) -> list[Json]:
    """The buttons anywhere in a part of a rich message."""
    if isinstance(part, list):
        return [button for one in part for button in _buttons_within(one)]
    if not isinstance(part, dict):
        return []
    own: list[Json] = [part["button"]] if part.get("type") == "button" else []
    own += part["buttons"] if part.get("type") == "buttons" else []
    return own + [button for inner in part.values() for button in _buttons_within(inner)]


_LINES = ("blocks", "items", "cells")
_INLINE = ("summary", "text", "caption", "credit", "expression", "alternative_text")


def _words(part: Any, glue: str = " ") -> str:
    """All words of a part of a rich message, as they follow each other."""
    if isinstance(part, str):
        return part
    if isinstance(part, list):
        return glue.join(_words(one, glue) for one in part)
    inline = [_words(part[name], "") for name in _INLINE if name in part]
    return " ".join([*inline, *(_words(part[name]) for name in _LINES if name in part)])
