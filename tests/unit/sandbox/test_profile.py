"""What the bot says of itself: commands by scope and language, names, descriptions, the menu button."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox import Sandbox
from sandbox.world import Person
from tests.unit.sandbox.client import Client

BAD = "Bad Request: "
ONE = [{"command": "plan", "description": "План"}]


def named(name: str) -> list[dict[str, str]]:
    return [{"command": name, "description": "x"}]


async def group(http: Client, **given: Any) -> int:
    members = [{"user_id": 501, "status": "administrator"}, {"user_id": 502, "status": "member"}]
    return int(
        (await http.post("chats", {"type": "supergroup", "title": "Учителя", "members": members, **given}))["id"]
    )


async def test_each_scope_and_language_has_its_own_commands(http: Client, sandbox: Sandbox, anna: Person) -> None:
    ilya = sandbox.world.add_person("Илья", id=502, language_code="en", started=True)
    chat_id = await group(http)
    scopes: list[dict[str, Any]] = [
        {"type": "default"},
        {"type": "all_group_chats"},
        {"type": "all_chat_administrators"},
        {"type": "chat", "chat_id": chat_id},
        {"type": "chat_administrators", "chat_id": chat_id},
        {"type": "chat_member", "chat_id": chat_id, "user_id": 502},
    ]
    for scope in scopes:
        await http.ok("setMyCommands", commands=named(scope["type"]), scope=scope)
        assert await http.ok("getMyCommands", scope=scope) == named(scope["type"])
        assert await http.ok("getMyCommands", scope=scope, language_code="en") == []
    chat, profile = sandbox.world.chats[chat_id], sandbox.world.profile

    def seen(person: Person) -> str:
        return str(profile.commands_for(person, chat)[0]["command"])

    shown = []
    for scope in reversed(scopes):
        shown.append((seen(anna), seen(ilya)))
        await http.ok("deleteMyCommands", scope=scope)
    assert shown == [
        ("chat_administrators", "chat_member"), ("chat_administrators", "chat"), ("chat", "chat"),
        ("all_chat_administrators", "all_group_chats"), ("all_group_chats", "all_group_chats"), ("default", "default"),
    ]  # fmt: skip
    assert profile.commands_for(anna, chat) == []


async def test_the_own_language_wins_within_a_scope(http: Client, sandbox: Sandbox, anna: Person) -> None:
    await http.ok("setMyCommands", commands=named("common"))
    await http.ok("setMyCommands", commands=named("russian"), language_code="ru")
    assert sandbox.world.profile.commands_for(anna) == named("russian")
    await http.ok("setMyCommands", commands=[], language_code="ru")
    assert sandbox.world.profile.commands_for(anna) == named("common")


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("setMyCommands", {"commands": ONE, "language_code": "rus"}, "invalid language code specified"),
    ("getMyCommands", {"language_code": "RU"}, "invalid language code specified"),
    ("setMyName", {"name": "а", "language_code": "r"}, "invalid language code specified"),
    ("getMyDescription", {"language_code": "1"}, "invalid language code specified"),
    ("setMyCommands", {"commands": ONE, "scope": {"type": "chat", "chat_id": 7}}, "chat not found"),
    (
        "setMyCommands",
        {"commands": ONE, "scope": {"type": "chat_administrators", "chat_id": 501}},
        "can't use specified scope in private chats",
    ),
    (
        "setMyCommands",
        {"commands": ONE, "scope": {"type": "chat_member", "chat_id": 501}},
        "can't parse BotCommandScope: Can't find field \"user_id\"",
    ),
    (
        "setMyCommands",
        {"commands": ONE, "scope": {"type": "town"}},
        'can\'t parse BotCommandScope: type "town" is unsupported',
    ),
    ("setMyName", {"name": "ж" * 65}, "name is too long"),
    ("setMyDescription", {"description": "ж" * 513}, "description is too long"),
    ("setMyShortDescription", {"short_description": "ж" * 121}, "short description is too long"),
    (
        "setChatMenuButton",
        {"menu_button": {"type": "web_app", "text": " ", "web_app": {"url": "https://mmc.ru"}}},
        "menu button text must be non-empty",
    ),
]


@pytest.mark.parametrize(("method", "params", "words"), REFUSED)
async def test_what_is_refused(http: Client, anna: Person, method: str, params: dict[str, Any], words: str) -> None:
    assert await http.refused(method, **params) == BAD + words


async def test_scopes_of_groups(http: Client, sandbox: Sandbox, anna: Person) -> None:
    sandbox.world.add_person("Илья", id=502)
    chat_id = await group(http)
    stranger = {"type": "chat_member", "chat_id": chat_id, "user_id": 7}
    assert await http.refused("setMyCommands", commands=ONE, scope=stranger) == f"{BAD}user not found"
    channel = {"type": "chat", "chat_id": await group(http, type="channel")}
    refused = await http.refused("setMyCommands", commands=ONE, scope=channel)
    assert refused == f"{BAD}can't change commands in channel chats"
    assert await http.refused("setChatMenuButton", chat_id=chat_id) == f"{BAD}private chat not found"
    assert await http.ok("getUserChatBoosts", chat_id=chat_id, user_id=501) == {"boosts": []}


async def test_the_name_by_language(http: Client, anna: Person) -> None:
    await http.ok("setMyName", name="Методист")
    await http.ok("setMyName", name="Methodist", language_code="en")
    assert (await http.ok("getMyName", language_code="en"))["name"] == "Methodist"
    assert (await http.ok("getMyName", language_code="de"))["name"] == "Методист"
    assert (await http.ok("getMe"))["first_name"] == "Методист"
    sent = await http.ok("sendMessage", chat_id=501, text="x")
    assert sent["from"]["first_name"] == "Методист"
    await http.ok("setMyName", language_code="en")
    await http.ok("setMyName")
    assert (await http.ok("getMyName", language_code="en"))["name"] == "Sandbox bot"
