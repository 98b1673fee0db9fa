"""A bare aiogram bot talks to Анна Петровна."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from sandbox import Sandbox
from sandbox.world import Person
from tests.unit.sandbox.client import Client

YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])
KEYS = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Меню")]], resize_keyboard=True)


@pytest.fixture
async def playing(bot: Bot) -> AsyncIterator[None]:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def greet(message: Message) -> None:
        if message.text == "клавиатура":
            await message.answer("Вот", reply_markup=KEYS)
        elif message.text == "убери":
            await message.answer("Убрала", reply_markup=ReplyKeyboardRemove())
        else:
            await message.answer(
                f"<b>Здравствуйте</b> 😀 {len(message.text or '')}", parse_mode="HTML", reply_markup=YES
            )

    @dispatcher.callback_query()
    async def thank(query: CallbackQuery) -> None:
        if isinstance(query.message, Message):
            await query.message.edit_text("Спасибо")
        await query.answer("Принято", show_alert=True)

    task = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False))
    yield
    await dispatcher.stop_polling()
    await task


async def test_start_press_and_answer(playing: None, http: Client, anna: Person) -> None:
    told = await http.post("people/501/start?wait=1", {"payload": "code_482915"})
    asked = told["chat"]["messages"][-1]
    assert asked["html"] == "<b>Здравствуйте</b> 😀 18"
    assert asked["entities"] == [{"type": "bold", "offset": 0, "length": 12}]
    assert told["chat"]["person"]["unread"] == 1

    pressed = await http.post("people/501/press?wait=1", {"message_id": asked["message_id"], "data": "yes"})
    assert pressed["answer"] == {"text": "Принято", "show_alert": True}
    changed = pressed["chat"]["messages"][-1]
    assert (changed["text"], changed["edited"], changed["message_id"]) == ("Спасибо", True, asked["message_id"])
    assert "reply_markup" not in changed


async def test_a_reply_keyboard_is_shown_but_never_echoed(playing: None, http: Client, anna: Person) -> None:
    shown = await http.post("people/501/say?wait=1", {"text": "клавиатура"})
    assert shown["chat"]["keyboard"]["keyboard"] == [[{"text": "Меню"}]]
    assert "reply_markup" not in shown["chat"]["messages"][-1]
    gone = await http.post("people/501/say?wait=1", {"text": "убери"})
    assert gone["chat"]["keyboard"] is None


async def test_a_long_text_arrives_in_pieces_as_from_a_real_client(playing: None, http: Client, anna: Person) -> None:
    told = await http.post("people/501/say?wait=1", {"text": "ж" * 5000})
    lengths = [len(message["text"]) for message in told["chat"]["messages"] if not message["out"]]
    assert lengths == [4096, 904]


async def test_many_people_talk_at_once(playing: None, http: Client, sandbox: Sandbox) -> None:
    people = [sandbox.world.add_person(f"Учитель {number}") for number in range(30)]
    told = await asyncio.gather(*(http.post(f"people/{person.id}/start?wait=1") for person in people))
    assert all(len(answer["chat"]["messages"]) == 2 for answer in told)
    ids = [message["message_id"] for answer in told for message in answer["chat"]["messages"]]
    assert len(set(ids)) == 60
