"""What people do: write, press, forge, block, share; and what the control API answers."""

from __future__ import annotations

import asyncio
import time
from itertools import pairwise
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import InaccessibleMessage
from yarl import URL

from sandbox import Sandbox
from sandbox.world import Person
from tests.unit.sandbox.client import Client

KEYS = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}, {"text": "Сайт", "url": "https://mmc.ru"}]]}


async def updates(http: Client, kind: str) -> list[Any]:
    told = await http.ok("getUpdates")
    return [update[kind] for update in told if kind in update]


async def test_new_people(http: Client) -> None:
    person = await http.post("people", {"first_name": "Илья", "note": "История", "pinned": True})
    assert person["id"] == 100_001
    assert (person["language_code"], person["started"], person["unread"]) == ("ru", False, 0)
    assert (await http.get("people"))["people"] == [person]
    await http.post("people", {"first_name": "Илья", "id": person["id"]}, status=409)
    for wrong in ({}, {"first_name": 5}, {"first_name": "x", "id": "y"}, {"first_name": "x", "pinned": "да"}):
        assert "error" in await http.post("people", wrong, status=400)
    await http.post("people/7/say", {"text": "x"}, status=404)


async def test_start_with_a_payload(http: Client, sandbox: Sandbox) -> None:
    sandbox.world.add_person("Илья", id=502)
    await http.post("people/502/start", {"payload": "не код"}, status=400)
    await http.post("people/502/start", {"payload": "sheet-482915"})
    (message,) = await updates(http, "message")
    assert message["text"] == "/start sheet-482915"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert (await http.ok("getChat", chat_id=502))["first_name"] == "Илья"


async def test_blocking_tells_the_bot_and_start_lets_it_in(http: Client, anna: Person) -> None:
    await http.post("people/501/block", {"blocked": True})
    await http.post("people/501/block", {"blocked": True})
    await http.post("people/501/say", {"text": "x"}, status=409)
    await http.post("people/501/start")
    changes = await updates(http, "my_chat_member")
    statuses = [(one["old_chat_member"]["status"], one["new_chat_member"]["status"]) for one in changes]
    assert statuses == [("member", "kicked"), ("kicked", "member")]
    await http.ok("sendMessage", chat_id=501, text="снова здесь")


async def test_presses(http: Client, anna: Person, bot: Bot) -> None:
    sent = await http.ok("sendMessage", chat_id=501, text="?", reply_markup=KEYS)
    place = {"message_id": sent["message_id"]}
    assert "error" in await http.post("people/501/press", {**place, "data": "no"}, status=404)
    await http.post("people/501/press", {**place, "data": "yes"})
    await http.post("people/501/press", {**place, "data": "forged", "forge": True})
    await http.ok("deleteMessage", chat_id=501, **place)
    await http.post("people/501/press", {**place, "data": "yes"}, status=404)
    await http.post("people/501/press", {**place, "data": "yes", "forge": True})

    queries = [update.callback_query for update in await bot.get_updates() if update.callback_query]
    assert [query.data for query in queries] == ["yes", "forged", "yes"]
    assert len({query.chat_instance for query in queries}) == 1
    assert len({query.id for query in queries}) == 3
    assert isinstance(queries[2].message, InaccessibleMessage)
    assert queries[2].message.message_id == sent["message_id"]


async def test_unread_counts_until_read(http: Client, anna: Person) -> None:
    for text in ("раз", "два"):
        await http.ok("sendMessage", chat_id=501, text=text)
    (person,) = (await http.get("people"))["people"]
    assert (person["unread"], person["last_text"]) == (2, "два")
    await http.post("people/501/read")
    assert (await http.get("people"))["people"][0]["unread"] == 0


async def test_the_page_is_served_and_nothing_beside_it(http: Client) -> None:
    for path, status in (("/", 200), ("/static/app.js", 200), ("/static/..%2fserver.py", 404), ("/static/no.js", 404)):
        async with http.session.get(URL(path, encoded=True)) as response:
            assert (path, response.status) == (path, status)


async def test_disabled_buttons_and_mentions(http: Client, anna: Person) -> None:
    keys = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes", "disabled": {}}]]}
    known, stranger = '<a href="tg://user?id=501">Анна</a>', '<a href="tg://user?id=9">Некто</a>'
    text = f"{known} {stranger}"
    sent = await http.ok("sendMessage", chat_id=501, text=text, parse_mode="HTML", reply_markup=keys)
    (mention,) = sent["entities"]
    assert (mention["type"], mention["user"]["first_name"]) == ("text_mention", "Анна Петровна")
    place = {"message_id": sent["message_id"], "data": "yes"}
    await http.post("people/501/press", place, status=409)


async def test_replies(http: Client, anna: Person) -> None:
    first = await http.ok("sendMessage", chat_id=501, text="Вопрос?")
    await http.post("people/501/say", {"text": "Ответ", "reply_to": first["message_id"]})
    (message,) = await updates(http, "message")
    assert message["reply_to_message"]["text"] == "Вопрос?"
    again = await http.ok(
        "sendMessage", chat_id=501, text="Ага", reply_parameters={"message_id": message["message_id"]}
    )
    assert "reply_to_message" not in again["reply_to_message"]
    lenient = {"message_id": 77, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await http.ok("sendMessage", chat_id=501, text="x", reply_parameters=lenient)
    await http.post("people/501/say", {"text": "x", "reply_to": 77}, status=404)


async def test_contact_and_one_time_keyboard(http: Client, anna: Person) -> None:
    keys = {"keyboard": [[{"text": "Номер", "request_contact": True}, "Просто текст"]], "one_time_keyboard": True}
    await http.ok("sendMessage", chat_id=501, text="?", reply_markup=keys)
    shown = (await http.get("people/501/chat"))["keyboard"]
    assert shown["keyboard"][0][1] == {"text": "Просто текст"}
    await http.post("people/501/contact", {})
    (message,) = await updates(http, "message")
    assert message["contact"]["user_id"] == 501
    await http.post("people/501/say", {"text": "Просто текст"})
    assert (await http.get("people/501/chat"))["keyboard"] is None


async def test_message_ids_grow_with_gaps(http: Client, anna: Person) -> None:
    ids = [(await http.ok("sendMessage", chat_id=501, text="x"))["message_id"] for _ in range(12)]
    steps = {later - earlier for earlier, later in pairwise(ids)}
    assert min(steps) >= 1
    assert len(steps) > 1


async def test_commands_by_scope_and_language(http: Client, anna: Person, sandbox: Sandbox) -> None:
    async def seen(person: int) -> list[str]:
        chat = await http.get(f"people/{person}/chat")
        return [command["command"] for command in chat["commands"]]

    sandbox.world.add_person("John", id=503, language_code="en", started=True)

    def commands(name: str) -> list[dict[str, str]]:
        return [{"command": name, "description": "описание"}]

    await http.ok("setMyCommands", commands=commands("default"))
    await http.ok("setMyCommands", commands=commands("english"), language_code="en")
    assert (await seen(501), await seen(503)) == (["default"], ["english"])
    await http.ok("setMyCommands", commands=commands("mine"), scope={"type": "chat", "chat_id": 501})
    assert await seen(501) == ["mine"]
    assert await http.ok("getMyCommands") == commands("default")
    await http.ok("deleteMyCommands", scope={"type": "chat", "chat_id": 501})
    assert await seen(501) == ["default"]


async def test_menu_button_and_descriptions(http: Client, anna: Person) -> None:
    assert await http.ok("getChatMenuButton") == {"type": "commands"}
    app = {"type": "web_app", "text": "Карта", "web_app": {"url": "https://mmc.ru"}}
    await http.ok("setChatMenuButton", chat_id=501, menu_button=app)
    assert (await http.get("people/501/chat"))["menu_button"] == app
    await http.ok("setChatMenuButton", chat_id=501)
    assert (await http.get("people/501/chat"))["menu_button"] == {"type": "commands"}
    await http.ok("setMyName", name="Методист")
    assert await http.ok("getMyName") == {"name": "Методист"}
    await http.ok("setMyDescription", description="Помогает учителям")
    await http.ok("setMyShortDescription", short_description="x" * 120)
    assert "too long" in await http.refused("setMyShortDescription", short_description="x" * 121)


@pytest.mark.parametrize("way", ["get", "form", "json", "multipart"])
async def test_every_way_of_sending_parameters(http: Client, anna: Person, way: str) -> None:
    import aiohttp

    path = f"/bot{http.token}/sendmessage"  # names are read in any case
    params = {"chat_id": "501", "text": "Привет"}
    if way == "get":
        request = http.session.get(path, params=params)
    elif way == "form":
        request = http.session.post(path, data=params)
    elif way == "json":
        request = http.session.post(path, json={"chat_id": 501, "text": "Привет"})
    else:
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("chat_id", "501")
        form.add_field("text", "Привет", content_type="text/plain; charset=utf-8")
        request = http.session.post(path, data=form)
    async with request as response:
        assert (await response.json())["result"]["text"] == "Привет"


async def test_calls_faults_and_lint(http: Client, anna: Person) -> None:
    await http.ok("sendMessage", chat_id=501, text="x", colour="red", reply_markup={"inline_keyboard": [], "x": 1})
    (call,) = await http.get("calls")
    assert (call["method"], call["ok"], call["params"]["text"]) == ("sendMessage", True, "x")
    assert call["lint"] == [
        "colour: unknown parameter of sendMessage",
        "reply_markup.x: unknown field of InlineKeyboardMarkup",
    ]
    assert await http.get(f"calls?since={call['n']}") == []

    await http.post("faults", [
        {"method": "sendMessage", "status": 429, "retry_after": 7, "times": 2, "person_id": 501},
        {"method": "sendMessage", "status": 502, "description": "Bad Gateway", "when": "after"},
    ])  # fmt: skip
    answer = await http.api("sendMessage", chat_id=501, text="раз")
    assert (answer["description"], answer["parameters"]) == (
        "Too Many Requests: retry after 7",
        {"retry_after": 7},
    )
    assert await http.refused("sendMessage", chat_id=501, text="два") == "Too Many Requests: retry after 7"
    assert await http.refused("sendMessage", chat_id=501, text="три") == "Bad Gateway"
    await http.ok("sendMessage", chat_id=501, text="четыре")
    texts = [message["text"] for message in (await http.get("people/501/chat"))["messages"]]
    assert texts == ["x", "три", "четыре"]  # done, although its answer was lost
    await http.post("faults", [{"method": "*", "when": "sometime"}], status=400)
    await http.post("faults", {"method": "*"}, status=400)


async def test_a_fault_with_nothing_but_a_delay_is_a_slow_success(http: Client, anna: Person) -> None:
    for when, there_at_half in (("before", 0), ("after", 2)):
        await http.post("faults", [{"method": "sendMessage", "delay": 0.2, "when": when}])
        began = time.monotonic()
        sent = asyncio.create_task(http.ok("sendMessage", chat_id=501, text="x"))
        await asyncio.sleep(0.1)
        assert len((await http.get("people/501/chat"))["messages"]) == there_at_half
        assert (await sent)["text"] == "x"
        assert time.monotonic() - began >= 0.2
    await http.post("faults", [{"method": "sendMessage", "delay": 0.01, "status": 502}])
    assert await http.refused("sendMessage", chat_id=501, text="y") == "Internal Server Error"
    await http.post("faults", [{"method": "sendMessage", "retry_after": 3}])
    assert (await http.api("sendMessage", chat_id=501, text="y"))["error_code"] == 429


async def test_the_answer_of_a_press_says_who_pressed(http: Client, anna: Person, sandbox: Sandbox) -> None:
    heard: list[object] = []
    sandbox.world.listeners.append(lambda kind, _, about: heard.append(about) if kind == "answer" else None)
    markup = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}
    sent = await http.ok("sendMessage", chat_id=501, text="?", reply_markup=markup)
    for by in ({"by": "tab"}, {}):
        await http.post("people/501/press", {"message_id": sent["message_id"], "data": "yes", **by})
        query = (await http.ok("getUpdates"))[-1]["callback_query"]
        await http.ok("answerCallbackQuery", callback_query_id=query["id"], text="Готово")
    assert heard == [{"text": "Готово", "show_alert": False, **by} for by in ({"by": "tab"}, {})]


async def test_a_cut_connection(http: Client, anna: Person) -> None:
    import aiohttp

    await http.post("faults", [{"method": "sendMessage", "status": 0, "when": "after"}])
    with pytest.raises(aiohttp.ClientError):
        await http.api("sendMessage", chat_id=501, text="x")
    assert len((await http.get("people/501/chat"))["messages"]) == 1


async def test_the_list_tells_of_the_last_message_that_is_there(http: Client, anna: Person) -> None:
    first, second = [await http.ok("sendMessage", chat_id=501, text=text) for text in ("один", "два")]
    await http.ok("deleteMessage", chat_id=501, message_id=second["message_id"])
    assert (anna.last_text, anna.last_date) == ("один", first["date"])
    await http.ok("deleteMessage", chat_id=501, message_id=first["message_id"])
    assert (anna.last_text, anna.last_date) == (None, None)
