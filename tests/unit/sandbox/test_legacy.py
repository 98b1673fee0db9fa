"""Parameters of former years still do what they did."""

from __future__ import annotations

from sandbox import Sandbox
from sandbox.world import Person
from tests.kit.lint import lint_of
from tests.unit.sandbox.client import Client


async def test_old_parameters_are_read(http: Client, anna: Person, sandbox: Sandbox) -> None:
    sent = await http.ok("sendMessage", chat_id=501, text="https://mmc.ru", disable_web_page_preview=True)
    assert sent["link_preview_options"] == {"is_disabled": True}
    answer = await http.ok("sendMessage", chat_id=501, text="x", reply_to_message_id=sent["message_id"])
    assert answer["reply_to_message"]["message_id"] == sent["message_id"]
    assert "not found" in await http.refused("sendMessage", chat_id=501, text="x", reply_to_message_id=9999)
    lenient = {"reply_to_message_id": 9999, "allow_sending_without_reply": "true"}
    assert "reply_to_message" not in await http.ok("sendMessage", chat_id=501, text="x", **lenient)
    wrong = await http.refused("sendMessage", chat_id=501, text="x", reply_to_message_id="семь")
    assert wrong == 'Bad Request: field "reply_to_message_id" must be of type Number'
    assert lint_of(sandbox) == []


async def test_one_of_today_wins(http: Client, anna: Person, sandbox: Sandbox) -> None:
    today = {"link_preview_options": {"prefer_small_media": True}, "disable_web_page_preview": True}
    sent = await http.ok("sendMessage", chat_id=501, text="https://mmc.ru", **today)
    assert sent["link_preview_options"]["prefer_small_media"] is True
    assert "is_disabled" not in sent["link_preview_options"]
    assert lint_of(sandbox) == []


async def test_where_they_never_meant_anything_they_are_lint(http: Client, sandbox: Sandbox) -> None:
    await http.ok("getMe", reply_to_message_id=5)
    assert lint_of(sandbox) == ["getMe: reply_to_message_id: unknown parameter of getMe"]
