"""Pinned messages in chats of every kind."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sandbox.client import Client
from tests.unit.sandbox.places import ANNA, BAD, BOT, ILYA, Call, people, place, told, updates, without

RIGHTS = "not enough rights to manage pinned messages in the chat"


@pytest.fixture(autouse=True)
async def cast(http: Client) -> None:
    await people(http)
    await http.post(f"people/{ANNA}/start")


REFUSALS: list[Call] = [
    ("pinChatMessage", {}, "message identifier is not specified"),
    ("pinChatMessage", {"message_id": 999}, "message to pin not found"),
    ("pinChatMessage", {"message_id": "pinned"}, "CHAT_NOT_MODIFIED"),
    ("pinChatMessage", {"message_id": "notice"}, "service messages can't be pinned"),
    ("unpinChatMessage", {"message_id": 999}, "message to unpin not found"),
    ("unpinChatMessage", {"message_id": "free"}, "CHAT_NOT_MODIFIED"),
]


@pytest.mark.parametrize(("method", "params", "words"), REFUSALS)
async def test_refusals(http: Client, method: str, params: dict[str, Any], words: str) -> None:
    chat_id = await place(http)
    names = ("pinned", "free")
    ids = {name: (await http.ok("sendMessage", chat_id=chat_id, text=name))["message_id"] for name in names}
    await http.ok("pinChatMessage", chat_id=chat_id, message_id=ids["pinned"])
    ids["notice"] = (await http.get(f"chats/{chat_id}"))["messages"][-1]["message_id"]
    given = {name: ids.get(value, value) for name, value in params.items()}
    assert await http.refused(method, chat_id=chat_id, **given) == BAD + words


@pytest.mark.parametrize(
    ("type", "bot"),
    [
        ("supergroup", {"status": "member"}),
        ("group", {"status": "member"}),
        ("supergroup", without("can_pin_messages")),
        ("channel", without("can_edit_messages")),
    ],
)
async def test_the_right_to_pin(http: Client, type: str, bot: dict[str, Any]) -> None:
    chat_id = await place(http, type, bot=bot)
    sent = await http.ok("sendMessage", chat_id=chat_id, text="Важное")
    where = {"chat_id": chat_id, "message_id": sent["message_id"]}
    for method in ("pinChatMessage", "unpinChatMessage"):
        assert await http.refused(method, **where) == BAD + RIGHTS
    assert await http.refused("unpinAllChatMessages", chat_id=chat_id) == BAD + RIGHTS


async def test_the_newest_is_the_one_that_was_sent_last(http: Client) -> None:
    chat_id = await place(http)
    ids = [(await http.ok("sendMessage", chat_id=chat_id, text=text))["message_id"] for text in "абв"]
    await updates(http)
    for message_id in (ids[2], ids[0], ids[1]):
        await http.ok("pinChatMessage", chat_id=chat_id, message_id=message_id)
    assert [(kind, body["pinned_message"]["text"], body["from"]["id"]) for kind, body in await told(http)] == [
        ("message", text, BOT) for text in "ваб"
    ]
    assert (await http.ok("getChat", chat_id=chat_id))["pinned_message"]["text"] == "в"
    await http.ok("unpinChatMessage", chat_id=chat_id)
    assert (await http.ok("getChat", chat_id=chat_id))["pinned_message"]["text"] == "б"
    await http.ok("deleteMessage", chat_id=chat_id, message_id=ids[1])
    assert (await http.ok("getChat", chat_id=chat_id))["pinned_message"]["text"] == "а"
    await http.ok("unpinAllChatMessages", chat_id=chat_id)
    assert "pinned_message" not in await http.ok("getChat", chat_id=chat_id)
    assert await http.refused("unpinChatMessage", chat_id=chat_id) == f"{BAD}message to unpin not found"


async def test_in_a_private_chat(http: Client) -> None:
    sent = await http.ok("sendMessage", chat_id=ANNA, text="Адрес")
    await updates(http)
    await http.ok("pinChatMessage", chat_id=ANNA, message_id=sent["message_id"])
    chat = await http.get(f"people/{ANNA}/chat")
    assert chat["pinned"] == [sent["message_id"]]
    assert chat["messages"][-1]["pinned_message"]["text"] == "Адрес"
    assert chat["person"]["last_text"] == "[pinned_message]"
    await http.post(f"people/{ANNA}/pin", {"message_id": sent["message_id"], "pinned": False})
    await http.post(f"people/{ANNA}/pin", {"message_id": sent["message_id"], "pinned": False}, 409)
    await http.post(f"people/{ANNA}/pin", {"message_id": sent["message_id"]})
    assert [(kind, body["from"]["id"]) for kind, body in await told(http)] == [("message", BOT), ("message", ANNA)]


async def test_a_channel_tells_its_pins_as_posts(http: Client) -> None:
    channel = await place(http, "channel")
    sent = await http.ok("sendMessage", chat_id=channel, text="Афиша")
    await updates(http)
    await http.ok("pinChatMessage", chat_id=channel, message_id=sent["message_id"])
    [(kind, post)] = await told(http)
    assert (kind, post["sender_chat"]["id"]) == ("channel_post", channel)


async def test_people_pin_when_they_may(http: Client) -> None:
    chat_id = await place(http)
    sent = await http.ok("sendMessage", chat_id=chat_id, text="Важное")
    where = {"chat_id": chat_id, "message_id": sent["message_id"]}
    await http.ok("setChatPermissions", chat_id=chat_id, permissions={"can_send_messages": True})
    await http.post(f"people/{ILYA}/pin", where, 409)
    await http.post(f"people/{ANNA}/pin", where)
