"""Talk in groups: what reaches the bot, who may send what, editing, deleting, becoming a supergroup."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from sandbox import TurnableClock
from tests.unit.sandbox.client import Client
from tests.unit.sandbox.places import ANNA, BAD, BOT, ILYA, VIKTOR, people, place, told, updates, without


@pytest.fixture(autouse=True)
async def cast(http: Client) -> None:
    await people(http)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Добрый день", False),
        ("/start", True),
        ("/start@metod_sandbox_bot", True),
        ("/start@Metod_Sandbox_Bot", True),
        ("/start@other_bot", False),
        ("Спросим у @metod_sandbox_bot", True),
        ("Спросим у @other_bot", False),
    ],
)
async def test_the_privacy_mode(http: Client, text: str, heard: bool) -> None:
    chat_id = await place(http, bot="member")
    said = await http.post(f"people/{ILYA}/say", {"text": text, "chat_id": chat_id})
    assert (said["update_id"] is not None) == heard


async def test_what_the_privacy_mode_lets_through(http: Client) -> None:
    chat_id = await place(http, bot="member")
    sent = await http.ok("sendMessage", chat_id=chat_id, text="Кто придёт?")
    said = {"text": "Я", "chat_id": chat_id}
    await http.post(f"people/{ILYA}/say", {**said, "reply_to": sent["message_id"]})
    mine = await http.post(f"people/{ANNA}/say", said)
    await http.post(f"people/{ILYA}/say", {**said, "reply_to": mine["message"]["message_id"]})
    await http.post(f"people/{ILYA}/leave", {"chat_id": chat_id})  # service messages always come
    assert len(await updates(http)) == 2


async def test_without_the_privacy_mode_and_for_an_administrator(http: Client) -> None:
    ran, seen, gone = await place(http), await place(http, bot="member"), await place(http, bot="left")
    assert not (await http.ok("getMe"))["can_read_all_group_messages"]
    assert await http.post("privacy", {"enabled": False}) == {"enabled": False}
    assert (await http.ok("getMe"))["can_read_all_group_messages"]
    for chat_id in (ran, seen, gone):
        await http.post(f"people/{ILYA}/say", {"text": "Добрый день", "chat_id": chat_id})
    assert [body["chat"]["id"] for _, body in await told(http)] == [ran, seen]


SENDS: list[tuple[str, dict[str, Any], str, str]] = [
    ("sendMessage", {"text": "x"}, "can_send_messages", "text messages"),
    ("sendContact", {"phone_number": "+7", "first_name": "x"}, "can_send_messages", "contacts"),
    ("sendLocation", {"latitude": 1, "longitude": 1}, "can_send_messages", "locations"),
    ("sendDocument", {"document": "file"}, "can_send_documents", "documents"),
]


@pytest.mark.parametrize(("method", "params", "permission", "name"), SENDS)
async def test_what_a_bot_without_the_permission_may_not_send(
    http: Client, method: str, params: dict[str, Any], permission: str, name: str
) -> None:
    await http.post(f"people/{ANNA}/start")
    kept = await http.upload("sendDocument", {"document": ("a.txt", b"a")}, chat_id=ANNA)
    given = {
        name: kept["result"]["document"]["file_id"] if value == "file" else value for name, value in params.items()
    }
    bot = {"status": "restricted", "can_send_messages": True, "can_send_documents": True, permission: False}
    refusal = f"{BAD}not enough rights to send {name} to the chat"
    restricted = await place(http, bot=bot)
    assert await http.refused(method, chat_id=restricted, **given) == refusal
    closed = await place(http, bot="member")
    await http.post(f"people/{ANNA}/member", {"chat_id": closed, "user_id": BOT, "status": "administrator"})
    allowed = {"can_send_messages": True, "can_send_documents": True, permission: False}
    await http.ok("setChatPermissions", chat_id=closed, permissions=allowed, use_independent_chat_permissions=True)
    assert await http.ok(method, chat_id=closed, **given)  # an administrator is not bound by them
    await http.post(f"people/{ANNA}/member", {"chat_id": closed, "user_id": BOT, "status": "member"})
    assert await http.refused(method, chat_id=closed, **given) == refusal


@pytest.mark.parametrize("bot", [{"status": "member"}, without("can_post_messages")])
async def test_who_may_not_post_in_a_channel(http: Client, bot: dict[str, Any]) -> None:
    channel = await place(http, "channel", bot=bot)
    assert await http.refused("sendMessage", chat_id=channel, text="x") == (
        f"{BAD}need administrator rights in the channel chat"
    )
    await http.post(f"people/{ILYA}/say", {"text": "x", "chat_id": channel}, 409)
    await http.post(f"people/{ANNA}/say", {"text": "x", "chat_id": channel})
    assert [kind for kind, _ in await told(http)] == ["channel_post"]


async def test_a_restricted_person_is_silent(http: Client) -> None:
    chat_id = await place(http)
    await http.ok("restrictChatMember", chat_id=chat_id, user_id=ILYA, permissions={})
    await http.post(f"people/{ILYA}/say", {"text": "x", "chat_id": chat_id}, 409)


async def test_a_file_in_a_group(http: Client) -> None:
    chat_id = await place(http)
    form = aiohttp.FormData()
    form.add_field("file", b"a", filename="a.txt")
    for name, value in (("kind", "document"), ("chat_id", str(chat_id)), ("caption", "План")):
        form.add_field(name, value)
    async with http.session.post(f"/sandbox/people/{ILYA}/file", data=form) as response:
        assert response.status == 200, await response.text()
    [(_, message)] = await told(http)
    assert (message["chat"]["id"], message["document"]["file_name"]) == (chat_id, "a.txt")


async def test_people_edit_what_they_said(http: Client, clock: TurnableClock) -> None:
    chat_id = await place(http)
    said = await http.post(f"people/{ILYA}/say", {"text": "В семь", "chat_id": chat_id})
    where = {"chat_id": chat_id, "message_id": said["message"]["message_id"]}
    await http.post(f"people/{ILYA}/edit", {**where, "text": "В восемь /start"})
    await http.post(f"people/{ANNA}/edit", {**where, "text": "Моё"}, 409)
    await http.post(f"people/{ILYA}/edit", {**where, "text": " "}, 400)
    (_, first), (kind, second) = await told(http)
    assert (kind, second["text"], second["date"]) == ("edited_message", "В восемь /start", first["date"])
    assert second["edit_date"]
    assert second["entities"][0]["type"] == "bot_command"
    clock.turn_to(clock.now() + timedelta(hours=49))
    await http.post(f"people/{ILYA}/edit", {**where, "text": "Поздно"}, 409)


async def test_a_post_of_a_channel_is_edited_by_those_who_may(http: Client) -> None:
    channel = await place(http, "channel")
    sent = await http.ok("sendMessage", chat_id=channel, text="Семинар")
    where = {"chat_id": channel, "message_id": sent["message_id"], "text": "Вебинар"}
    await http.post(f"people/{ILYA}/edit", where, 409)
    await http.post(f"people/{ANNA}/edit", where)
    [(kind, post)] = await told(http)
    assert (kind, post["text"]) == ("edited_channel_post", "Вебинар")


DENIED = f"{BAD}message can't be deleted"


@pytest.mark.parametrize(
    ("type", "bot", "others", "own"),
    [
        ("group", "member", DENIED, None),
        ("group", "administrator", None, None),
        ("supergroup", "member", DENIED, None),
        ("supergroup", without("can_delete_messages"), DENIED, None),
        ("supergroup", "administrator", None, None),
        ("channel", without("can_delete_messages"), DENIED, None),
        ("channel", "administrator", None, None),
    ],
)
async def test_whose_messages_the_bot_deletes(
    http: Client, type: str, bot: Any, others: str | None, own: str | None
) -> None:
    chat_id = await place(http, type, bot=bot)
    said = (await http.post(f"people/{ANNA}/say", {"text": "x", "chat_id": chat_id}))["message"]
    sent = await http.ok("sendMessage", chat_id=chat_id, text="x")
    for message, refusal in ((said, others), (sent, own)):
        where = {"chat_id": chat_id, "message_id": message["message_id"]}
        if refusal:
            assert await http.refused("deleteMessage", **where) == refusal
            many = {"chat_id": chat_id, "message_ids": [message["message_id"]]}
            assert await http.refused("deleteMessages", **many) == refusal
        else:
            assert await http.ok("deleteMessage", **where)


async def test_own_posts_of_a_channel_go_by_the_right_to_post(http: Client) -> None:
    chat_id = await place(http, "channel", bot="administrator")
    sent = await http.ok("sendMessage", chat_id=chat_id, text="x")
    where = {"chat_id": chat_id, "message_id": sent["message_id"]}
    none = without("can_delete_messages", "can_post_messages")
    await http.post(f"people/{ANNA}/member", {"chat_id": chat_id, "user_id": BOT, **none})
    assert await http.refused("deleteMessage", **where) == DENIED
    await http.post(f"people/{ANNA}/member", {"chat_id": chat_id, "user_id": BOT, **without("can_delete_messages")})
    assert await http.ok("deleteMessage", **where)


async def test_48_hours_old_is_still_deleted(http: Client, clock: TurnableClock) -> None:
    chat_id = await place(http)
    sent = await http.ok("sendMessage", chat_id=chat_id, text="x")
    clock.turn_to(clock.now() + timedelta(hours=48))
    assert await http.ok("deleteMessage", chat_id=chat_id, message_id=sent["message_id"])


async def test_after_48_hours_nothing_is_deleted(http: Client, clock: TurnableClock) -> None:
    places = [(await place(http, type), words) for type, words in (
        ("group", "message can't be deleted for everyone"), ("supergroup", "message can't be deleted")
    )]  # fmt: skip
    sent = [(await http.ok("sendMessage", chat_id=chat_id, text="x"))["message_id"] for chat_id, _ in places]
    clock.turn_to(clock.now() + timedelta(hours=48, seconds=1))
    for (chat_id, words), message_id in zip(places, sent, strict=True):
        assert await http.refused("deleteMessage", chat_id=chat_id, message_id=message_id) == BAD + words


async def test_people_delete_too(http: Client) -> None:
    chat_id = await place(http)
    said = await http.post(f"people/{ILYA}/say", {"text": "x", "chat_id": chat_id})
    sent = await http.ok("sendMessage", chat_id=chat_id, text="x")
    await http.post(f"people/{ILYA}/delete", {"chat_id": chat_id, "message_id": sent["message_id"]}, 409)
    for message in (said["message"], sent):
        await http.post(f"people/{ANNA}/delete", {"chat_id": chat_id, "message_id": message["message_id"]})
    assert (await http.get(f"chats/{chat_id}"))["messages"] == []


async def test_a_group_becomes_a_supergroup(http: Client) -> None:
    chat_id = await place(http, "group")
    await http.post(f"people/{ILYA}/upgrade", {"chat_id": chat_id}, 409)
    await http.post(f"people/{ANNA}/upgrade", {"chat_id": chat_id})
    (_, old), (_, new) = await told(http)
    fresh = new["chat"]["id"]
    assert (old["chat"]["id"], old["migrate_to_chat_id"]) == (chat_id, fresh)
    assert (new["chat"]["type"], new["migrate_from_chat_id"]) == ("supergroup", chat_id)
    envelope = await http.api("sendMessage", chat_id=chat_id, text="x")
    assert envelope == {
        "ok": False, "error_code": 400, "description": f"{BAD}group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": fresh},
    }  # fmt: skip
    assert await http.ok("sendMessage", chat_id=fresh, text="Мы тут")
    assert (await http.ok("getChatMember", chat_id=fresh, user_id=BOT))["can_manage_topics"]
    assert await http.ok("getChatMemberCount", chat_id=fresh) == 3
    notice = (await http.get(f"chats/{fresh}"))["messages"][0]["message_id"]
    assert await http.refused("deleteMessage", chat_id=fresh, message_id=notice) == DENIED
    await http.post(f"people/{ANNA}/say", {"text": "Кто тут?", "chat_id": chat_id}, 409)


async def test_who_is_not_there_acts_on_nothing(http: Client) -> None:
    chat_id = await place(http)
    sent = await http.ok("sendMessage", chat_id=chat_id, text="x")
    where = {"chat_id": chat_id, "message_id": sent["message_id"]}
    for act, more in (("react", {"reaction": ["👍"]}), ("pin", {}), ("delete", {}), ("edit", {"text": "x"})):
        await http.post(f"people/{VIKTOR}/{act}", {**where, **more}, 409)
    await http.post(f"people/{VIKTOR}/leave", {"chat_id": chat_id}, 409)
    await http.post(f"people/{ANNA}/edit", {"chat_id": chat_id, "text": "x"}, 400)
    await http.post(f"people/{ANNA}/edit", {"chat_id": chat_id, "message_id": 999, "text": "x"}, 404)


async def test_who_hides_writes_as_the_group(http: Client) -> None:
    members = [{"user_id": ANNA, "status": "creator", "is_anonymous": True}]
    chat_id = await place(http, members=members)
    await http.post(f"people/{ANNA}/say", {"text": "Решено", "chat_id": chat_id})
    [(_, message)] = await told(http)
    assert (message["from"]["username"], message["sender_chat"]["id"]) == ("GroupAnonymousBot", chat_id)


async def test_people_call_a_group_otherwise(http: Client) -> None:
    chat_id = await place(http)
    await http.ok("setChatPermissions", chat_id=chat_id, permissions={"can_send_messages": True})
    await http.post(f"people/{ILYA}/title", {"chat_id": chat_id, "title": "Моё"}, 409)
    await http.post(f"people/{ANNA}/title", {"chat_id": chat_id, "title": "Наставники района"})
    [(_, notice)] = await told(http)
    assert (notice["new_chat_title"], notice["from"]["id"]) == ("Наставники района", ANNA)


async def test_answers_in_a_supergroup_are_a_thread(http: Client) -> None:
    chat_id = await place(http)
    root = await http.ok("sendMessage", chat_id=chat_id, text="Кто придёт?")
    said = {"chat_id": chat_id, "text": "Я"}
    first = await http.post(f"people/{ILYA}/say", {**said, "reply_to": root["message_id"]})
    second = await http.ok("sendMessage", **said, reply_parameters={"message_id": first["message"]["message_id"]})
    assert first["message"]["message_thread_id"] == second["message_thread_id"] == root["message_id"]
    assert "is_topic_message" not in second
    group = await place(http, "group")
    root = await http.ok("sendMessage", chat_id=group, text="Кто придёт?")
    assert "message_thread_id" not in await http.ok(
        "sendMessage", chat_id=group, text="Я", reply_parameters={"message_id": root["message_id"]}
    )
