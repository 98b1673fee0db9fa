"""Copies and forwards: of one message and many, where they come from, what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox import Sandbox
from sandbox.world import Person
from tests.unit.sandbox.client import Client

BAD = "Bad Request: "
KEYS = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}


async def text(http: Client, words: str = "План", **given: Any) -> int:
    return int((await http.ok("sendMessage", **{"chat_id": 501, "text": words, **given}))["message_id"])


async def said(http: Client, words: str, **given: Any) -> int:
    return int((await http.post("people/501/say", {"text": words, **given}))["message"]["message_id"])


async def forward(http: Client, message_id: int, from_chat_id: int = 501) -> dict[str, Any]:
    return dict(await http.ok("forwardMessage", chat_id=501, from_chat_id=from_chat_id, message_id=message_id))


async def messages(http: Client) -> list[dict[str, Any]]:
    return list((await http.get("people/501/chat"))["messages"])


async def test_a_forward_names_its_sender(http: Client, anna: Person, sandbox: Sandbox) -> None:
    own = await forward(http, await text(http, reply_markup=KEYS))
    assert (own["text"], own["forward_origin"]["type"], "reply_markup" in own) == ("План", "user", False)
    assert own["forward_origin"]["sender_user"]["is_bot"]
    hers = await said(http, "Вопрос")
    first = (await forward(http, hers))["forward_origin"]
    assert first == {"type": "user", "sender_user": anna.user(), "date": sandbox.world.unix()}
    anna.hides_forwards = True
    hidden = (await forward(http, hers))["forward_origin"]
    assert hidden["sender_user_name"] == "Анна Петровна Петрова"
    assert hidden["type"] == "hidden_user"
    again = await forward(http, own["message_id"])
    assert again["forward_origin"] == own["forward_origin"], "a forward of a forward names the first sender"


async def test_a_forward_from_a_channel(http: Client, anna: Person) -> None:
    channel = await http.post("chats", {"type": "channel", "title": "Новости", "username": "metod_news"})
    post = await http.ok("sendMessage", chat_id=channel["id"], text="Семинар")
    origin = (await forward(http, post["message_id"], channel["id"]))["forward_origin"]
    assert (origin["type"], origin["chat"]["id"], origin["message_id"]) == (
        "channel",
        channel["id"],
        post["message_id"],
    )


async def test_a_forward_of_what_a_group_said(http: Client, anna: Person, sandbox: Sandbox) -> None:
    group = await http.post("chats", {"type": "supergroup", "title": "Учителя"})
    chat = sandbox.world.chats[group["id"]]
    message = sandbox.world.post(chat, {"text": "От имени группы", "sender_chat": chat.body(), "author_signature": "А"})
    origin = (await forward(http, message.id, chat.id))["forward_origin"]
    assert (origin["type"], origin["sender_chat"]["id"], origin["author_signature"]) == ("chat", chat.id, "А")


async def test_what_is_protected_stays(http: Client, anna: Person, sandbox: Sandbox) -> None:
    guarded = {"chat_id": 501, "from_chat_id": 501, "message_id": await text(http, protect_content=True)}
    assert await http.refused("forwardMessage", **guarded) == f"{BAD}the message can't be forwarded"
    assert await http.refused("copyMessage", **guarded) == f"{BAD}the message can't be copied"
    group = await http.post("chats", {"type": "supergroup", "title": "Учителя"})
    sandbox.world.chats[group["id"]].group.about["has_protected_content"] = True  # type: ignore[union-attr]
    inside = await text(http, chat_id=group["id"])
    refused = await http.refused("forwardMessage", chat_id=501, from_chat_id=group["id"], message_id=inside)
    assert refused == f"{BAD}the message can't be forwarded"
    forwarded = await http.ok(
        "forwardMessage", chat_id=501, from_chat_id=501, message_id=await text(http), protect_content=True
    )
    assert forwarded["has_protected_content"]


async def test_a_copy_forgets_where_it_comes_from(http: Client, anna: Person) -> None:
    source = {"chat_id": 501, "from_chat_id": 501, "message_id": await said(http, "Вопрос")}
    copied = await http.ok("copyMessage", **source, reply_markup=KEYS)
    message = (await messages(http))[-1]
    assert (copied, message["text"]) == ({"message_id": message["message_id"]}, "Вопрос")
    assert message["reply_markup"] == KEYS
    assert message["from"]["is_bot"]
    assert "forward_origin" not in message


async def test_a_service_message_is_neither_copied_nor_forwarded(http: Client, anna: Person, sandbox: Sandbox) -> None:
    service = sandbox.world.post(sandbox.world.chats[501], {"users_shared": {"request_id": 1, "users": []}}, by=anna)
    source = {"chat_id": 501, "from_chat_id": 501, "message_id": service.id}
    assert await http.refused("forwardMessage", **source) == f"{BAD}the message can't be forwarded"
    assert await http.refused("copyMessage", **source) == f"{BAD}the message can't be copied"


async def test_every_kind_is_copied(http: Client, anna: Person) -> None:
    place = {"latitude": 55.0, "longitude": 37.0}
    sent = [
        await http.ok("sendVenue", chat_id=501, **place, title="Центр", address="Ленина, 1"),
        await http.ok("sendContact", chat_id=501, phone_number="+7900", first_name="Ольга"),
        await http.ok("sendLocation", chat_id=501, **place),
        await http.ok("sendRichMessage", chat_id=501, rich_message={"markdown": "# План"}),
        (await http.upload("sendDocument", {"document": ("a.txt", b"x")}, chat_id=501, caption="Вот"))["result"],
    ]
    ids = [message["message_id"] for message in sent]
    copies = await http.ok("copyMessages", chat_id=501, from_chat_id=501, message_ids=ids, remove_caption=True)
    shown = {message["message_id"]: message for message in await messages(http)}
    for original, copy in zip(sent, copies, strict=True):
        left_out = {"message_id", "date", "from", "chat", "caption"}
        kept = {key: value for key, value in original.items() if key not in left_out}
        assert kept.items() <= shown[copy["message_id"]].items()
    assert "caption" not in shown[copies[-1]["message_id"]]
    thrown = await http.ok("sendDice", chat_id=501, emoji="🎰")
    await http.ok("copyMessage", chat_id=501, from_chat_id=501, message_id=thrown["message_id"])
    assert (await messages(http))[-1]["dice"]["emoji"] == "🎰"


async def test_many_at_once(http: Client, anna: Person) -> None:
    first, second = await text(http, "1"), await text(http, "2")
    guarded = await text(http, "3", protect_content=True)
    given = {"chat_id": 501, "from_chat_id": 501, "message_ids": [first, second, guarded, guarded + 50]}
    assert len(await http.ok("forwardMessages", **given)) == 2
    assert len(await http.ok("copyMessages", **given)) == 2
    assert [message["text"] for message in await messages(http)] == ["1", "2", "3", "1", "2", "1", "2"]


async def test_an_album_stays_together(http: Client, anna: Person) -> None:
    media = [{"type": "document", "media": "attach://a"}, {"type": "document", "media": "attach://b"}]
    files = {"a": ("a.txt", b"1"), "b": ("b.txt", b"2")}
    album = (await http.upload("sendMediaGroup", files, chat_id=501, media=media))["result"]
    ids = [message["message_id"] for message in album]
    await http.ok("copyMessages", chat_id=501, from_chat_id=501, message_ids=ids)
    groups = [message["media_group_id"] for message in await messages(http)]
    assert groups[0] == groups[1] != groups[2] == groups[3]


MANY = [
    ([], "message identifiers are not specified"),
    (list(range(1, 102)), "too many message identifiers specified"),
    ([0, 1], "invalid message identifier specified"),
    ([2, 1], "message identifiers must be in a strictly increasing order"),
    ([1, 1], "message identifiers must be in a strictly increasing order"),
    ([9_000, 9_001], "there are no messages to forward"),
]


@pytest.mark.parametrize("method", ["forwardMessages", "copyMessages"])
@pytest.mark.parametrize(("ids", "words"), MANY)
async def test_ids_that_are_refused(http: Client, anna: Person, method: str, ids: list[int], words: str) -> None:
    assert await http.refused(method, chat_id=501, from_chat_id=501, message_ids=ids) == BAD + words
