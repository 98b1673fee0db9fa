"""Keyboards under a message and under the input: what Telegram refuses, and what it keeps.

Words of refusals: TDLib's ReplyMarkup and the Bot API server; the codes in capitals come from closed servers.
"""

from __future__ import annotations

import json

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.errors import bad_request
from sandbox.telegram.messages.buttons import check_button
from sandbox.telegram.messages.keys import check_key
from sandbox.world import Chat

MOST_BUTTONS = 100
MOST_BYTES = 10_240
LONGEST_PLACEHOLDER = 64


def inline_keyboard(markup: Json, lint: list[str], chat: Chat | None = None) -> Json | None:
    """The inline keyboard as it is kept, empty rows left out; None when no button is left.

    `chat` is where it will stand; None: nobody knows yet (a result of inline mode).
    """
    rows = [row for row in markup["inline_keyboard"] if row]
    for number, button in enumerate(button for row in rows for button in row):
        check_button(button, lint, chat, first=number == 0)
    if not rows:
        return None
    kept: Json = {"inline_keyboard": rows}
    if markup.get("force_reply"):
        kept["force_reply"] = True
    _check_size(rows, kept)
    if any(len(row) > 8 for row in rows):
        lint.append("reply_markup: more than 8 buttons in a row, clients break it")
    return kept


def reply_keyboard(markup: Json, lint: list[str], chat: Chat) -> Json | None:
    """The reply keyboard as it is shown; None when it has no keys."""
    check_reply_interface(markup, lint, chat)
    rows = [row for row in markup["keyboard"] if row]
    request_ids: set[int] = set()
    for key in (key for row in rows for key in row):
        check_key(key, lint, chat, request_ids)
    if not rows:
        return None
    kept: Json = {**markup, "keyboard": rows}
    _check_size(rows, kept)
    return kept


def check_reply_interface(markup: Json, lint: list[str], chat: Chat) -> None:
    """A reply keyboard, its removal or a forced reply: there is no such thing in a channel."""
    if chat.type == "channel":
        raise bad_request("Inline keyboard expected")
    if len(markup.get("input_field_placeholder", "")) > LONGEST_PLACEHOLDER:
        lint.append(f"reply_markup: input_field_placeholder is at most {LONGEST_PLACEHOLDER} characters")


def _check_size(rows: list[list[Json]], markup: Json) -> None:
    too_many = sum(map(len, rows)) > MOST_BUTTONS
    if too_many or len(json.dumps(markup, ensure_ascii=False).encode()) > MOST_BYTES:
        raise bad_request(errors.MARKUP_LONG)
