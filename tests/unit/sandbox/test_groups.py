"""Groups and channels: who may write there, and who hears of it."""

from __future__ import annotations

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError

from sandbox import Sandbox
from sandbox.world import Person
from tests.unit.sandbox.client import Client


async def group(http: Client, **given: object) -> int:
    made = await http.post("chats", {"type": "supergroup", "title": "Наставники", **given})
    return int(made["id"])


async def test_the_bot_and_a_person_talk_in_a_group(sandbox: Sandbox, http: Client, anna: Person) -> None:
    chat_id = await group(http, members=[{"user_id": anna.id, "status": "member"}], bot="member")
    sent = await http.ok("sendMessage", chat_id=chat_id, text="Коллеги!")
    assert sent["chat"] == {"id": chat_id, "type": "supergroup", "title": "Наставники"}
    assert sent["from"]["is_bot"]
    said = {"text": "Здесь", "chat_id": chat_id, "reply_to": sent["message_id"]}
    await http.post(f"people/{anna.id}/say", said)
    [update] = await http.ok("getUpdates")
    assert update["message"]["chat"]["id"] == chat_id
    assert update["message"]["from"]["id"] == anna.id
    assert update["message"]["reply_to_message"]["message_id"] == sent["message_id"]
    assert not sandbox.world.chats[anna.id].messages


async def test_a_channel_speaks_for_itself(http: Client) -> None:
    await group(http, type="channel", title="Новости", username="metod_news")
    sent = await http.ok("sendMessage", chat_id="@Metod_News", text="Семинар")
    assert "from" not in sent
    assert sent["sender_chat"]["username"] == "metod_news"


@pytest.mark.parametrize(
    ("status", "words"),
    [("kicked", "bot was kicked from the supergroup chat"), ("left", "bot is not a member of the supergroup chat")],
)
async def test_the_bot_cannot_write_where_it_is_not(http: Client, bot: Bot, status: str, words: str) -> None:
    chat_id = await group(http, bot=status)
    with pytest.raises(TelegramForbiddenError, match=words):
        await bot.send_message(chat_id, "Коллеги!")


async def test_a_group_that_nobody_named_is_not_found(bot: Bot) -> None:
    for stranger in (-100123, "@nowhere_at_all"):
        with pytest.raises(TelegramBadRequest, match="chat not found"):
            await bot.send_message(stranger, "Коллеги!")


async def test_who_is_not_in_a_group_cannot_write_there(http: Client, anna: Person) -> None:
    chat_id = await group(http)
    answer = await http.post(f"people/{anna.id}/say", {"text": "Здесь", "chat_id": chat_id}, status=409)
    assert answer == {"error": "the person is not in this chat"}
