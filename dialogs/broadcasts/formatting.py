"""What an author sent, as HTML that is safe to send on: her formatting stays, nothing she typed becomes markup."""

import re
from html import escape, unescape

from aiogram.types import Message, MessageEntity
from aiogram.utils.text_decorations import HtmlDecoration

from dialogs.broadcasts.nesting import nested
from locales import Safe
from services.broadcasts.compose import Piece
from services.broadcasts.rules import units
from services.broadcasts.views import Attached

KEPT = {
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "pre",
    "blockquote",
    "expandable_blockquote",
    "text_link",
}
"""Formatting that the messenger's HTML has. The rest (links, mentions, hashtags) it finds in the text by itself."""

_TAG = re.compile(r"<[^>]*>")


class _SafeHtml(HtmlDecoration):
    def link(self, value: str, link: str) -> str:
        """aiogram puts the address in as it is, quotes and all."""
        return super().link(value, escape(link, quote=True))

    def pre_language(self, value: str, language: str) -> str:
        """The language colours code, and announcements are no code; it comes from outside and is left out."""
        return self.pre(value)


def safe_html(text: str, entities: list[MessageEntity] | None) -> Safe:
    return Safe(_SafeHtml().unparse(text, nested(one for one in entities or [] if one.type in KEPT)))


def piece_of(message: Message) -> Piece | None:
    """Words, a picture or a file; None for what cannot be announced (a voice message, a sticker, …)."""
    words = message.text or message.caption or ""
    html = safe_html(words, message.entities or message.caption_entities)
    if message.photo:
        return Piece(html, units(words), Attached("photo", message.photo[-1].file_id, ""))
    if message.document and not message.animation:
        return Piece(
            html, units(words), Attached("document", message.document.file_id, message.document.file_name or "")
        )
    return Piece(html, units(words)) if message.text else None


def gist(html: str, longest: int) -> str:
    """The beginning of a message as plain text on one line."""
    return _cut(" ".join(unescape(_TAG.sub("", html)).split()), longest)


def opening(html: str, longest: int) -> str:
    """The beginning of a message as plain text with its paragraphs."""
    return _cut(unescape(_TAG.sub("", html)).strip(), longest)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
