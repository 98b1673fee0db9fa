"""A message that the bot sends by itself, as neither Telegram nor MAX: a messenger makes its own of it."""

from dataclasses import dataclass
from typing import Literal

from locales import Safe

TO_MENU = "menu"
"""The button «Меню» under a message without a window: nobody is left without a way on. See handlers/start.py."""


@dataclass(frozen=True)
class NoticeButton:
    """`data` comes back as the callback of a press."""

    text: str
    data: str


@dataclass(frozen=True)
class Attachment:
    """A picture or file: known to the messenger by `remote_id`, or `content` to be uploaded."""

    kind: Literal["photo", "document"]
    name: str
    remote_id: str | None = None
    content: bytes | None = None


@dataclass(frozen=True)
class Notice:
    text: Safe
    buttons: tuple[tuple[NoticeButton, ...], ...] = ()
    attachment: Attachment | None = None
    silent: bool = False
