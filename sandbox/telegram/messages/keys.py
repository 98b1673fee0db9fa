"""One key of a reply keyboard: most of what it can ask for, it can ask for in private chats only."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.errors import bad_request
from sandbox.telegram.messages.buttons import check_https, check_look
from sandbox.world import Chat

PRIVATE_ONLY = {
    "request_contact": "Phone number can be requested in private chats only",
    "request_location": "Location can be requested in private chats only",
    "request_poll": "Poll can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
    "request_users": "Users can be requested in private chats only",
    "request_chat": "Chats can be requested in private chats only",
    "request_managed_bot": "Managed bots can be requested in private chats only",
}


def check_key(key: Json, lint: list[str], chat: Chat, request_ids: set[int]) -> None:
    """Refuse what Telegram refuses. `request_ids`: those of the keys before, they are unique in a message."""
    if not key["text"].strip():
        raise bad_request(errors.KEY_TEXT)
    check_look(key)
    wishes = [name for name in PRIVATE_ONLY if key.get(name, False) is not False]
    if len(wishes) > 1:
        lint.append(f"reply_markup: key «{key['text']}» asks for more than one thing: {', '.join(wishes)}")
    for name in wishes:
        if chat.type != "private":
            raise bad_request(PRIVATE_ONLY[name])
        if name == "web_app":
            check_https(key["web_app"]["url"], "Keyboard button")
        if name in ("request_users", "request_chat"):
            _check_request(key[name], request_ids, lint)
        if name == "request_poll" and key[name].get("type") not in (None, "quiz", "regular"):
            lint.append("reply_markup: request_poll is for quiz or regular, any other is taken for both")


def _check_request(request: Json, request_ids: set[int], lint: list[str]) -> None:
    if request["request_id"] in request_ids:
        raise bad_request("BUTTON_ID_INVALID")
    request_ids.add(request["request_id"])
    if not 1 <= request.get("max_quantity", 1) <= 10:
        lint.append("reply_markup: max_quantity is 1–10")
