"""Keyboards: what Telegram refuses, and what it keeps."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from sandbox.shapes import Json
from sandbox.telegram import errors, utf16
from sandbox.telegram.errors import bad_request

MOST_BUTTONS = 100
MOST_BYTES = 10_240
ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay", "disabled",
)  # fmt: skip
_STYLES = frozenset({"primary", "success", "danger"})


def inline_keyboard(markup: Json, lint: list[str]) -> Json | None:
    """The inline keyboard as it is kept, empty rows left out; None when no button is left."""
    rows = [[_button(button, lint) for button in row] for row in markup["inline_keyboard"] if row]
    if not rows:
        return None
    kept: Json = {"inline_keyboard": rows}
    _check_size(rows, kept)
    if any(len(row) > 8 for row in rows):
        lint.append("reply_markup: more than 8 buttons in a row, clients break it")
    return kept


def reply_keyboard(markup: Json) -> Json | None:
    """The reply keyboard as it is shown; None when it has no keys."""
    rows = [row for row in markup["keyboard"] if row]
    if not rows:
        return None
    if any(not button["text"].strip() for row in rows for button in row):
        raise bad_request(errors.KEY_TEXT)
    kept: Json = {**markup, "keyboard": rows}
    _check_size(rows, kept)
    return kept


def _check_size(rows: list[list[Json]], markup: Json) -> None:
    too_many = sum(map(len, rows)) > MOST_BUTTONS
    if too_many or len(json.dumps(markup, ensure_ascii=False).encode()) > MOST_BYTES:
        raise bad_request(errors.MARKUP_LONG)


def _button(button: Json, lint: list[str]) -> Json:
    if not button["text"].strip():
        raise bad_request(errors.BUTTON_TEXT)
    actions = [name for name in ACTIONS if name in button]
    if not actions:
        raise bad_request(errors.BUTTON_WITHOUT_ACTION)
    if len(actions) > 1:
        lint.append(f"reply_markup: button «{button['text']}» has more than one action: {', '.join(actions)}")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= 64:
        raise bad_request(errors.BUTTON_DATA)
    if "url" in button:
        _check_url(button["url"])
    if "web_app" in button and not button["web_app"]["url"].startswith("https://"):
        address = button["web_app"]["url"]
        raise bad_request(f"Inline keyboard button Web App URL '{address}' is invalid: Only HTTPS links are allowed")
    if "copy_text" in button and not 1 <= utf16.length(button["copy_text"]["text"]) <= 256:
        raise bad_request(errors.BUTTON_COPY)
    if "style" in button and button["style"] not in _STYLES:
        raise bad_request(errors.BUTTON_STYLE)
    return button


def _check_url(url: str) -> None:
    address = url if "://" in url or url.startswith(("tg:", "tel:", "mailto:")) else f"http://{url}"
    parts = urlsplit(address)
    if parts.scheme in ("tg", "tel", "mailto", "ton"):
        return
    host = parts.netloc.rpartition("@")[2].partition(":")[0]
    if parts.scheme not in ("http", "https"):
        raise bad_request(f"Inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if "." not in host.strip(".") or any(char.isspace() for char in url):
        raise bad_request(f"Inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
