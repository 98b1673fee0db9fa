"""A picture in a window that the bot has drawn itself; the library knows only files and addresses."""

from hashlib import sha256
from html import unescape
from re import compile as pattern
from typing import Final

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import BufferedInputFile, InputFile
from aiogram_dialog.api.entities import MediaAttachment
from aiogram_dialog.manager.message_manager import MessageManager

from locales import Safe

CAPTION: Final = 1024
"""UTF-16 units that the messenger takes under a picture, tags not counted."""
_TAG = pattern("<[^>]*>")


class Picture(MediaAttachment):
    """The library remembers by `path` what the messenger already has: an equal picture is uploaded once."""

    def __init__(self, png: bytes) -> None:
        super().__init__(ContentType.PHOTO, path=f"{sha256(png).hexdigest()}.png")
        self.png = png


class PictureMessages(MessageManager):
    async def get_media_source(self, media: MediaAttachment, bot: Bot) -> InputFile | str:
        if isinstance(media, Picture) and media.file_id is None:
            return BufferedInputFile(media.png, str(media.path))
        return await super().get_media_source(media, bot)


def caption(first: list[Safe], last: list[Safe]) -> Safe:
    """Paragraphs under a picture. `last` is always said; of `first`, the weightiest ahead, as many as there is room
    for."""
    room = CAPTION - sum(_units(part) + 2 for part in last)
    kept: list[Safe] = []
    for part in first:
        if _units(part) <= room:
            kept.append(part)
            room -= _units(part) + 2
    return Safe("\n\n".join([*kept, *last]))


def _units(text: Safe) -> int:
    return len(unescape(_TAG.sub("", text)).encode("utf-16-le")) // 2
