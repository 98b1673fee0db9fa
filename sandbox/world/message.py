"""A message as the server keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.shapes import Json

MEDIA = (
    "live_photo", "photo", "animation", "document", "video", "voice", "sticker", "audio", "video_note", "paid_media",
)  # fmt: skip
"""A live photo holds a `photo` beside it and an animation a `document`, for clients that know no better."""


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
        return f"[{self.media}]" if self.media else "[contact]" if "contact" in self.body else "[location]"


def media_of(content: Json) -> str | None:
    """The kind of file in the content of a message."""
    return next((kind for kind in MEDIA if kind in content), None)
