"""One button of an inline keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.errors import Refusal, bad_request
from sandbox.telegram.text import utf16
from sandbox.world import Chat

ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay", "disabled",
)  # fmt: skip
STYLES = frozenset({"primary", "success", "danger"})
_USERNAME = re.compile(r"@?[A-Za-z][A-Za-z0-9_]{3,31}")
_CHAT_TYPES = ("allow_user_chats", "allow_bot_chats", "allow_group_chats", "allow_channel_chats")


def check_button(button: Json, lint: list[str], chat: Chat | None, *, first: bool) -> None:
    """Refuse what Telegram refuses. `first`: only there may stand a button that pays or plays."""
    if not button["text"].strip():
        raise bad_request(errors.BUTTON_TEXT)
    actions = [name for name in ACTIONS if button.get(name, False) is not False]
    if not actions:
        raise bad_request(errors.BUTTON_WITHOUT_ACTION)
    if len(actions) > 1:
        lint.append(f"reply_markup: button «{button['text']}» has more than one action: {', '.join(actions)}")
    check_look(button)
    for name in actions:
        check = _CHECKS.get(name)
        if check is not None:
            check(button[name], chat, first)


def check_look(button: Json) -> None:
    """Style and icon, of buttons and keys alike."""
    if "style" in button and button["style"] not in STYLES:
        raise bad_request(errors.BUTTON_STYLE)
    if not button.get("icon_custom_emoji_id", "0").isdigit():
        raise bad_request("Invalid custom emoji identifier specified")


def check_https(url: str, place: str) -> None:
    """The address of a Web App. `place` begins the refusal."""
    if url.startswith("tg://user"):
        raise bad_request("Link to a user can't be used in Web App URL buttons")
    if not url.startswith("https://"):
        raise bad_request(f"{place} Web App URL '{url}' is invalid: Only HTTPS links are allowed")


def _data(data: str, chat: Chat | None, first: bool) -> None:
    if not 1 <= len(data.encode()) <= 64:
        raise bad_request(errors.BUTTON_DATA)


def _url(url: str, chat: Chat | None, first: bool) -> None:
    address = url if "://" in url or url.startswith(("tg:", "tel:", "mailto:")) else f"http://{url}"
    try:
        parts = urlsplit(address)
    except ValueError:
        raise bad_request(f"Inline keyboard button URL '{url}' is invalid: Wrong HTTP URL") from None
    if parts.scheme in ("tg", "tel", "mailto", "ton"):
        return
    host = parts.netloc.rpartition("@")[2].partition(":")[0]
    if parts.scheme not in ("http", "https"):
        raise bad_request(f"Inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if "." not in host.strip(".") or any(char.isspace() for char in url):
        raise bad_request(f"Inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _web_app(web_app: Json, chat: Chat | None, first: bool) -> None:
    check_https(web_app["url"], "Inline keyboard button")
    if chat is not None and chat.type != "private":
        raise bad_request("BUTTON_TYPE_INVALID")


def _login(login: Json, chat: Chat | None, first: bool) -> None:
    if "bot_username" in login and not _USERNAME.fullmatch(login["bot_username"]):
        raise Refusal(400, "Bad Request: can't parse inline keyboard button: LoginUrl bot username is invalid")
    if login["url"].startswith("tg://user"):
        raise bad_request("Link to a user can't be used in login URL buttons")
    if not login["url"].startswith("https://"):
        address = login["url"]
        raise bad_request(f"Inline keyboard button login URL '{address}' is invalid: Only HTTPS links are allowed")


def _switch(name: str, chat: Chat | None) -> None:
    if chat is not None and chat.type == "channel":
        raise bad_request(
            f"Can't use {name} button in a channel chat, because users will not be able to use the button "
            "without knowing bot's username"
        )


def _switch_here(query: str, chat: Chat | None, first: bool) -> None:
    _switch("switch_inline_query_current_chat", chat)


def _switch_anywhere(query: str, chat: Chat | None, first: bool) -> None:
    _switch("switch_inline_query", chat)


def _switch_chosen(wanted: Json, chat: Chat | None, first: bool) -> None:
    _switch("switch_inline_query", chat)
    if not any(wanted.get(name) for name in _CHAT_TYPES):
        raise bad_request("At least one chat type must be allowed")


def _copy(copied: Json, chat: Chat | None, first: bool) -> None:
    if not 1 <= utf16.length(copied["text"]) <= 256:
        raise bad_request(errors.BUTTON_COPY)


def _only_first(value: object, chat: Chat | None, first: bool) -> None:
    """Buttons of invoices and games, which the sandbox does not play: refused wherever they stand."""
    raise bad_request("BUTTON_TYPE_INVALID" if first else "BUTTON_POS_INVALID")


_CHECKS: dict[str, Callable[[Any, Chat | None, bool], None]] = {
    "callback_data": _data, "url": _url, "web_app": _web_app, "login_url": _login, "copy_text": _copy,
    "switch_inline_query": _switch_anywhere, "switch_inline_query_current_chat": _switch_here,
    "switch_inline_query_chosen_chat": _switch_chosen, "pay": _only_first, "callback_game": _only_first,
}  # fmt: skip
