"""The people and chats among which the strangers' tests expect their bot to live."""

from __future__ import annotations

from sandbox.conformance.control import Control, Refused

TOKEN = "7000000042:SANDBOX-conformance-of-strangers-42"
BOT_NAME = "Sandbox bot"
BOT_USERNAME = "@metod_sandbox_bot"

PERSON = 700000001
NAMED_BY_PTB = 95205500
"""A member that python-telegram-bot's tests restrict by a written-out id."""

SUPERGROUP = -1007000000001
FORUM = -1007000000002
CHANNEL = -1007000000003
CHANNEL_USERNAME = "conformance_channel"
PAID_CHANNEL = -1007000000004

MEMBERS = [
    {"user_id": PERSON, "status": "creator"},
    {"user_id": NAMED_BY_PTB, "status": "member"},
]
CHATS = [
    {"type": "supergroup", "id": SUPERGROUP, "title": "Conformance group"},
    {"type": "supergroup", "id": FORUM, "title": "Conformance forum", "is_forum": True},
    {"type": "channel", "id": CHANNEL, "title": "Conformance channel", "username": CHANNEL_USERNAME},
    {"type": "channel", "id": PAID_CHANNEL, "title": "Conformance channel for subscribers"},
]


def set_up(control: Control) -> None:
    """Make the people and the chats; the bot is an administrator everywhere."""
    control.post(
        "people", id=PERSON, first_name="Conformance", last_name="Person", username="conformance", started=True
    )
    control.post("people", id=NAMED_BY_PTB, first_name="Member", started=True)
    for chat in CHATS:
        try:
            control.post("chats", **chat, members=MEMBERS, bot="administrator")
        except Refused as refusal:
            print(f"no {chat['type']} in this sandbox: {refusal}")
