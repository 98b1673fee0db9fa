"""Answers: to messages that are gone, to other chats, to a quoted part."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sandbox.client import Client
from tests.unit.sandbox.places import ANNA, BAD, ILYA, people, place


@pytest.fixture(autouse=True)
async def cast(http: Client) -> None:
    await people(http)
    await http.post(f"people/{ANNA}/start")


async def answer(http: Client, to: int, **reply: Any) -> Any:
    return await http.ok("sendMessage", chat_id=to, text="Да", reply_parameters=reply)


async def refused(http: Client, to: int, **reply: Any) -> str:
    return await http.refused("sendMessage", chat_id=to, text="Да", reply_parameters=reply)


async def test_a_message_that_is_gone(http: Client) -> None:
    assert await refused(http, ANNA, message_id=999) == f"{BAD}message to be replied not found"
    sent = await answer(http, ANNA, message_id=999, allow_sending_without_reply=True)
    assert "reply_to_message" not in sent


async def test_the_answered_message_quotes_nothing_itself(http: Client) -> None:
    first = await http.ok("sendMessage", chat_id=ANNA, text="Раз")
    second = await answer(http, ANNA, message_id=first["message_id"])
    third = await answer(http, ANNA, message_id=second["message_id"])
    assert "reply_to_message" not in third["reply_to_message"]


async def test_a_message_of_another_chat(http: Client) -> None:
    channel = await place(http, "channel", username="metod_news")
    post = await http.upload("sendDocument", {"document": ("план.txt", b"a")}, chat_id=channel, caption="План")
    sent = await answer(http, ANNA, message_id=post["result"]["message_id"], chat_id="@metod_news")
    assert "reply_to_message" not in sent
    reply = sent["external_reply"]
    assert (reply["chat"]["id"], reply["message_id"]) == (channel, post["result"]["message_id"])
    assert reply["origin"]["type"] == "channel"
    assert reply["document"]["file_name"] == "план.txt"
    assert "caption" not in reply
    group = await place(http, "group")
    said = await http.post(f"people/{ILYA}/say", {"text": "Вопрос", "chat_id": group})
    sent = await answer(http, ANNA, message_id=said["message"]["message_id"], chat_id=group)
    assert sent["external_reply"] == {
        "origin": {"type": "user", "sender_user": said["message"]["from"], "date": said["message"]["date"]}
    }


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ({"chat_id": -100123, "message_id": 1}, "chat not found"),
        ({"chat_id": "group", "message_id": 999}, "message to be replied not found"),
        (
            {"chat_id": "group", "message_id": 999, "allow_sending_without_reply": True},
            "message to be replied not found",
        ),
    ],
)
async def test_what_is_not_there_in_another_chat(http: Client, reply: dict[str, Any], words: str) -> None:
    group = await place(http, "group")
    given = {name: group if value == "group" else value for name, value in reply.items()}
    assert await refused(http, ANNA, **given) == BAD + words


QUOTES: list[tuple[dict[str, Any], dict[str, Any] | None]] = [
    ({"quote": "сбор"}, {"text": "сбор", "position": 3, "is_manual": True}),
    ({"quote": "сбор", "quote_position": 20}, {"text": "сбор", "position": 22, "is_manual": True}),
    (
        {"quote": "<b>в семь</b>", "quote_parse_mode": "HTML"},
        {
            "text": "в семь", "position": 8, "is_manual": True,
            "entities": [{"type": "bold", "offset": 0, "length": 6}],
        },
    ),
    ({"quote": "<b>семь</b>", "quote_parse_mode": "HTML"}, {
        "text": "семь", "position": 10, "is_manual": True, "entities": [{"type": "bold", "offset": 0, "length": 4}],
    }),
    ({"quote": "в семь"}, None),
    ({"quote": "Сбор"}, None),
    ({"quote": "нигде"}, None),
    ({"quote": "<i>сбор</i>", "quote_parse_mode": "HTML"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("reply", "quote"), QUOTES)
async def test_quotes(http: Client, reply: dict[str, Any], quote: dict[str, Any] | None) -> None:
    target = await http.ok("sendMessage", chat_id=ANNA, text="😀 сбор <b>в семь</b>, потом сбор", parse_mode="HTML")
    given = {"message_id": target["message_id"], **reply}
    if quote is None:
        assert await refused(http, ANNA, **given) == f"{BAD}QUOTE_TEXT_INVALID"
    else:
        assert (await answer(http, ANNA, **given))["quote"] == quote


async def test_the_longest_quote(http: Client) -> None:
    target = await http.ok("sendMessage", chat_id=ANNA, text="я" * 1025)
    sent = await answer(http, ANNA, message_id=target["message_id"], quote="я" * 1024)
    assert len(sent["quote"]["text"]) == 1024
    assert await refused(http, ANNA, message_id=target["message_id"], quote="я" * 1025) == f"{BAD}QUOTE_TEXT_INVALID"


async def test_a_post_of_a_channel_is_forwarded_as_such(http: Client) -> None:
    channel = await place(http, "channel")
    post = await http.ok("sendMessage", chat_id=channel, text="Афиша")
    sent = await http.ok("forwardMessage", chat_id=ANNA, from_chat_id=channel, message_id=post["message_id"])
    assert sent["forward_origin"] == {
        "type": "channel", "chat": post["chat"], "message_id": post["message_id"], "date": post["date"]
    }  # fmt: skip
