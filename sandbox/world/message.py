"""A message as the server keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.shapes import Json

MEDIA = ("photo", "document", "video", "voice", "sticker", "animation", "audio")
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
        return next((kind for kind in MEDIA if kind in self.body), None)

    @property
    def service(self) -> str | None:
        """What the message tells of the chat, when nobody wrote it."""
        return next((kind for kind in SERVICE if kind in self.body), None)

    def buttons(self) -> list[Json]:
        """All inline buttons, row by row."""
        markup = self.body.get("reply_markup") or {}
        return [button for row in markup.get("inline_keyboard", []) for button in row]

    def record(self) -> Json:
        """What is saved."""
        return {"body": self.body, "out": self.out, "edited": self.edited, "sealed": self.sealed}

    def gist(self) -> str:
        """One line for the list of chats; the word for a file is the page's business."""
        text = self.body.get("text") or self.body.get("caption")
        if text:
            return " ".join(str(text).split())[:120]
        if self.service:
            return f"[{self.service}]"
        return f"[{self.media}]" if self.media else "[contact]" if "contact" in self.body else "[location]"
