"""The people and chats among which the strangers' tests expect their bot to live; names are those they look for."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

from sandbox.conformance.control import Control, multipart

TOKEN = "7000000042:SANDBOX-conformance-of-strangers-42"
BOT_NAME = "Sandbox bot"
BOT_USERNAME = "@metod_sandbox_bot"

PERSON = 700000001
NAMED_BY_PTB = 95205500
"""A member that python-telegram-bot's tests restrict by a written-out id."""
READER = 700000003
OTHER_BOT = {"id": 700000002, "is_bot": True, "first_name": "Other bot", "username": "other_sandbox_bot"}
PEOPLE: list[dict[str, Any]] = [
    {"id": PERSON, "first_name": "PTB", "last_name": "Test user", "username": "conformance", "started": True},
    {"id": NAMED_BY_PTB, "first_name": "Member", "started": True},
    {"id": READER, "first_name": "Reader", "started": True},
]

SUPERGROUP = -1007000000001
FORUM = -1007000000002
CHANNEL = -1007000000003
CHANNEL_USERNAME = "conformance_channel"
PAID_CHANNEL = -1007000000004
CHATS = [
    {"type": "supergroup", "id": SUPERGROUP, "title": f">>> telegram.Bot(test) {BOT_USERNAME}"},
    {"type": "supergroup", "id": FORUM, "title": "Conformance forum", "is_forum": True},
    {"type": "channel", "id": CHANNEL, "title": "Conformance channel", "username": CHANNEL_USERNAME},
    {"type": "channel", "id": PAID_CHANNEL, "title": "Conformance channel for subscribers"},
]
MEMBERS = [
    {"user_id": PERSON, "status": "creator"},
    {"user_id": NAMED_BY_PTB, "status": "member"},
    {"user": OTHER_BOT, "status": "administrator"},
    {"user_id": READER, "status": "member"},
]


def set_up(control: Control, picture: bytes | None = None) -> None:
    """Make the people and the chats. The bot is an administrator who makes no others. `picture` is the group's."""
    bot = {"status": "administrator", "can_promote_members": False}
    for person in PEOPLE:
        control.post("people", **person)
    for chat in CHATS:
        control.post("chats", **chat, members=MEMBERS, bot=bot)
    if picture:
        _hang(control, SUPERGROUP, picture)


def _hang(control: Control, chat_id: int, picture: bytes) -> None:
    body, kind = multipart("photo", "picture.jpg", picture, {"chat_id": str(chat_id)})
    address = f"{control.url}/bot{TOKEN}/setChatPhoto"
    try:
        urllib.request.urlopen(urllib.request.Request(address, body, {"Content-Type": kind}), timeout=30).close()
    except urllib.error.HTTPError as problem:
        print(f"the group has no picture: {json.load(problem)['description']}")
