"""The server's own answers against the schema: what is wrong is told, by its path."""

from __future__ import annotations

import logging
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox, TurnableClock
from sandbox.telegram import schema
from sandbox.telegram.schema import load
from sandbox.telegram.schema.unions import union
from tests.kit.lint import lint_of, wrong_answers_of
from tests.unit.sandbox.client import Client, Json

USER = {"id": 501, "is_bot": False, "first_name": "Анна"}
CHAT = {"id": 501, "first_name": "Анна", "type": "private"}
MESSAGE: Json = {"message_id": 7, "date": 1, "chat": CHAT, "from": USER, "text": "x"}
QUERY = {"id": "1", "from": USER, "chat_instance": "5"}


RIGHT: list[tuple[str, Any]] = [
    ("sendMessage", MESSAGE),
    ("sendMessage", {**MESSAGE, "reply_to_message": MESSAGE}),
    ("editMessageText", True),
    ("editMessageText", MESSAGE),
    ("deleteMessage", True),
    ("sendMediaGroup", [MESSAGE, MESSAGE]),
    ("getChatMemberCount", 5),
    ("exportChatInviteLink", "https://t.me/+x"),
    ("getChatMember", {"status": "creator", "user": USER, "is_anonymous": False}),
    ("getChatMember", {"status": "kicked", "user": USER, "until_date": 0}),
    ("getChatMenuButton", {"type": "web_app", "text": "x", "web_app": {"url": "https://mmc.ru"}}),
    ("sendLocation", {**MESSAGE, "location": {"latitude": 5, "longitude": 5.5}}),
    ("sendRichMessage", {**MESSAGE, "rich_message": {"blocks": [
        {"type": "heading", "text": ["a", {"type": "bold", "text": ["b", {"type": "italic", "text": "c"}]}], "size": 1},
        {"type": "table", "cells": [[{"text": "x", "align": "left", "valign": "top"}]]},
    ]}}),
]  # fmt: skip

WRONG: list[tuple[str, Any, str]] = [
    ("sendMessage", None, "result: None is not Message"),
    ("sendMessage", True, "result: True is not Message"),
    ("sendMessage", {**MESSAGE, "text": None}, "result.text: None is not String"),
    ("sendMessage", {**MESSAGE, "colour": 1}, "result.colour: unknown field of Message"),
    ("sendMessage", {**MESSAGE, "from": {"id": 1, "is_bot": False}}, "result.from: User without first_name"),
    ("sendMessage", {**MESSAGE, "date": True}, "result.date: True is not Integer"),
    ("sendMessage", {**MESSAGE, "date": 1.0}, "result.date: 1.0 is not Integer"),
    ("sendMessage", {**MESSAGE, "is_topic_message": False}, "result.is_topic_message: False is not True"),
    (
        "sendMessage",
        {**MESSAGE, "reply_to_message": {**MESSAGE, "entities": [{"type": "bold", "offset": "0", "length": 1}]}},
        "result.reply_to_message.entities[0].offset: '0' is not Integer",
    ),
    (
        "sendMessage",
        {**MESSAGE, "reply_markup": {"inline_keyboard": [{"text": "x"}]}},
        "result.reply_markup.inline_keyboard[0]: {'text': 'x'} is not an Array",
    ),
    (
        "sendMessage",
        {**MESSAGE, "reply_markup": {"keyboard": []}},
        "result.reply_markup.keyboard: unknown field of InlineKeyboardMarkup",
    ),
    ("editMessageText", "yes", "result: 'yes' is not Message or Boolean"),
    ("sendMediaGroup", MESSAGE, "is not an Array"),
    ("getChatMember", {"status": "owner", "user": USER}, "is none of ChatMemberOwner, ChatMemberAdministrator"),
    ("getChatMember", {"status": "kicked", "user": USER}, "result: ChatMemberBanned without until_date"),
    ("getChatMember", "creator", "is none of ChatMemberOwner"),
    ("editEphemeralMessageText", MESSAGE, "is not Boolean"),
    ("sendRichMessage", {**MESSAGE, "rich_message": {"blocks": [{"type": "footer", "text": [5]}]}}, "5 is none of"),
]


@pytest.mark.parametrize(("method", "result"), RIGHT)
def test_a_right_answer(method: str, result: Any) -> None:
    assert schema.wrong_answer(method, result) == []


@pytest.mark.parametrize(("method", "result", "problem"), WRONG)
def test_a_wrong_answer(method: str, result: Any, problem: str) -> None:
    assert problem in "\n".join(schema.wrong_answer(method, result))


def test_a_message_that_is_gone_is_told_by_its_date() -> None:
    gone = {"chat": CHAT, "message_id": 7, "date": 0}
    update = {"update_id": 1, "callback_query": {**QUERY, "message": gone}}
    assert schema.wrong_update(update) == []
    assert schema.wrong_update({"update_id": 1, "callback_query": {**QUERY, "message": MESSAGE}}) == []
    assert schema.wrong_update({"update_id": 1, "callback_query": {**QUERY, "message": {**gone, "text": "x"}}}) == [
        "update.callback_query.message.text: unknown field of InaccessibleMessage"
    ]


def test_an_update_tells_one_thing() -> None:
    assert schema.wrong_update({"update_id": 1}) == ["update: one thing must be told, not 0"]
    assert schema.wrong_update({"update_id": 1, "message": MESSAGE, "edited_message": MESSAGE})


def test_every_union_of_the_schema_is_told_apart() -> None:
    names = [kind for kind in load.type_names() if load.alternatives(kind)]
    assert len(names) > 20
    for name in names:
        told_apart = union(load.alternatives(name))
        for kind in load.alternatives(name):
            value: Json = {field: 0 for field, _, required in load.fields(kind) if required}
            for tag, kinds in told_apart.by_value.items():
                if kind in kinds and told_apart.tag:
                    value[told_apart.tag] = tag
            if name == "MaybeInaccessibleMessage":
                value["date"] = int(kind == "Message")
            assert told_apart.kind(value) == kind, name


async def test_what_the_server_says_wrong_is_never_hidden(
    clock: TurnableClock, caplog: pytest.LogCaptureFixture
) -> None:
    sandbox = Sandbox(clock=clock)
    anna = sandbox.world.add_person("Анна", id=501, started=True)
    await sandbox.start()
    async with aiohttp.ClientSession(sandbox.url) as session:
        http = Client(session, sandbox.token)
        await http.ok("sendMessage", chat_id=501, text="x", colour="red")
        assert lint_of(sandbox) == ["sendMessage: colour: unknown parameter of sendMessage"]
        assert wrong_answers_of(sandbox) == []
        anna.last_name = 5  # type: ignore[assignment]
        with caplog.at_level(logging.WARNING):
            await http.ok("sendMessage", chat_id=501, text="x")
            sandbox.world.updates.add("message", {"message_id": 1})
        calls = await http.get("calls?since=1")
    await sandbox.stop()
    assert calls[0]["lint"] == ["answer: result.chat.last_name: 5 is not String"]
    assert (calls[1]["method"], calls[1]["params"]["update_id"]) == ("getUpdates", sandbox.world.updates.last_id)
    assert calls[1]["lint"] == ["answer: update.message: Message without chat, date"]
    assert len(wrong_answers_of(sandbox)) == 2
    assert "sendMessage of our own is wrong: result.chat.last_name" in caplog.text
