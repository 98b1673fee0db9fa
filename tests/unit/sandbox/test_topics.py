"""Topics of a forum."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sandbox.client import Client
from tests.unit.sandbox.places import ANNA, BAD, ILYA, Call, people, place, told, updates, without

NEWS_ICON = "5434144690511290129"


@pytest.fixture(autouse=True)
async def cast(http: Client) -> None:
    await people(http)


@pytest.fixture
async def forum(http: Client, cast: None) -> int:
    return await place(http, is_forum=True)


async def topic(http: Client, forum: int, name: str = "Физика") -> int:
    return int((await http.ok("createForumTopic", chat_id=forum, name=name))["message_thread_id"])


REFUSALS: list[Call] = [
    ("createForumTopic", {"name": " "}, "title must be non-empty"),
    ("createForumTopic", {"name": "x", "icon_color": -1}, "invalid icon color specified"),
    ("createForumTopic", {"name": "x", "icon_custom_emoji_id": "7"}, "DOCUMENT_INVALID"),
    ("editForumTopic", {"message_thread_id": 999, "name": "x"}, "TOPIC_ID_INVALID"),
    ("editForumTopic", {"message_thread_id": 0, "name": "x"}, "invalid forum topic identifier specified"),
    ("editForumTopic", {"message_thread_id": "topic", "name": "Физика"}, "TOPIC_NOT_MODIFIED"),
    ("reopenForumTopic", {"message_thread_id": "topic"}, "TOPIC_NOT_MODIFIED"),
    ("closeForumTopic", {"message_thread_id": 999}, "TOPIC_ID_INVALID"),
    ("deleteForumTopic", {"message_thread_id": 999}, "TOPIC_ID_INVALID"),
    ("unpinAllForumTopicMessages", {"message_thread_id": 999}, "TOPIC_ID_INVALID"),
    ("reopenGeneralForumTopic", {}, "TOPIC_NOT_MODIFIED"),
    ("unhideGeneralForumTopic", {}, "TOPIC_NOT_MODIFIED"),
    ("editGeneralForumTopic", {"name": "General"}, "TOPIC_NOT_MODIFIED"),
    ("sendMessage", {"text": "x", "message_thread_id": 999}, "message thread not found"),
    ("sendMessage", {"text": "x", "message_thread_id": 1}, "message thread not found"),
    ("sendChatAction", {"action": "typing", "message_thread_id": 999}, "message thread not found"),
]


@pytest.mark.parametrize(("method", "params", "words"), REFUSALS)
async def test_refusals(http: Client, forum: int, method: str, params: dict[str, Any], words: str) -> None:
    thread_id = await topic(http, forum)
    given = {name: thread_id if value == "topic" else value for name, value in params.items()}
    assert await http.refused(method, chat_id=forum, **given) == BAD + words


WITHOUT_RIGHTS: list[Call] = [
    ("createForumTopic", {"name": "x"}, "not enough rights to create a topic"),
    ("editForumTopic", {"message_thread_id": "topic", "name": "x"}, "not enough rights to edit the topic"),
    ("closeForumTopic", {"message_thread_id": "topic"}, "not enough rights to close or open the topic"),
    ("deleteForumTopic", {"message_thread_id": "topic"}, "not enough rights to delete the topic"),
    ("editGeneralForumTopic", {"name": "x"}, "not enough rights to edit the topic"),
    ("hideGeneralForumTopic", {}, "not enough rights to close or open the topic"),
    (
        "unpinAllForumTopicMessages",
        {"message_thread_id": "topic"},
        "not enough rights to manage pinned messages in the chat",
    ),
]


@pytest.mark.parametrize(("method", "params", "words"), WITHOUT_RIGHTS)
async def test_refused_without_the_right(http: Client, method: str, params: dict[str, Any], words: str) -> None:
    bot = without("can_manage_topics", "can_delete_messages", "can_pin_messages")
    forum = await place(http, is_forum=True, bot=bot)
    opened = await http.post(f"people/{ANNA}/topic", {"chat_id": forum, "name": "Чужая"})
    thread_id = opened["message"]["message_thread_id"]
    given = {name: thread_id if value == "topic" else value for name, value in params.items()}
    assert await http.refused(method, chat_id=forum, **given) == BAD + words


async def test_outside_a_forum_there_are_no_topics(http: Client) -> None:
    chat_id = await place(http)
    assert await http.refused("createForumTopic", chat_id=chat_id, name="x") == f"{BAD}the chat is not a forum"
    root = await http.ok("sendMessage", chat_id=chat_id, text="Начало")
    sent = await http.ok("sendMessage", chat_id=chat_id, text="Ответ", message_thread_id=root["message_id"])
    assert sent["message_thread_id"] == root["message_id"]
    assert "is_topic_message" not in sent
    for where in (ANNA, await place(http, "group")):
        await http.post(f"people/{ANNA}/start")
        assert await http.refused("sendMessage", chat_id=where, text="x", message_thread_id=root["message_id"]) == (
            f"{BAD}message thread not found"
        )


async def test_a_message_stands_in_its_topic(http: Client, forum: int) -> None:
    made = await http.ok("createForumTopic", chat_id=forum, name=" Физика ", icon_custom_emoji_id=NEWS_ICON)
    thread_id = made["message_thread_id"]
    assert made == {
        "message_thread_id": thread_id, "name": "Физика", "icon_color": 7322096, "icon_custom_emoji_id": NEWS_ICON
    }  # fmt: skip
    sent = await http.ok("sendMessage", chat_id=forum, text="Первый", message_thread_id=thread_id)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread_id, True)
    assert sent["reply_to_message"]["forum_topic_created"]["name"] == "Физика"
    reply = {"message_id": sent["message_id"]}
    answer = await http.ok("sendMessage", chat_id=forum, text="Второй", reply_parameters=reply)
    assert answer["message_thread_id"] == thread_id  # where the answered message stands
    assert answer["reply_to_message"]["text"] == "Первый"
    general = await http.ok("sendMessage", chat_id=forum, text="Всем")
    assert not {"message_thread_id", "is_topic_message", "reply_to_message"} & general.keys()
    elsewhere = await http.ok("sendMessage", chat_id=forum, text="Там", message_thread_id=thread_id, reply_parameters={
        "message_id": general["message_id"]})  # fmt: skip
    assert elsewhere["external_reply"]["message_id"] == general["message_id"]
    assert await http.ok("sendChatAction", chat_id=forum, action="typing", message_thread_id=thread_id)


async def test_people_open_topics_and_write_in_them(http: Client, forum: int) -> None:
    await updates(http)
    opened = await http.post(f"people/{ILYA}/topic", {"chat_id": forum, "name": "Вопросы"})
    thread_id = opened["message"]["message_thread_id"]
    said = await http.post(f"people/{ILYA}/say", {"text": "Кто?", "chat_id": forum, "thread_id": thread_id})
    reply = {"text": "Я", "chat_id": forum, "reply_to": said["message"]["message_id"]}
    await http.post(f"people/{ANNA}/say", reply)
    await http.post(f"people/{ANNA}/say", {"text": "?", "chat_id": forum, "thread_id": 999}, 409)
    news = await told(http)
    assert [kind for kind, _ in news] == ["message"] * 3
    assert news[0][1]["forum_topic_created"] == {"name": "Вопросы", "icon_color": 7322096}
    assert {message["message_thread_id"] for _, message in news} == {thread_id}


async def test_closing_editing_deleting(http: Client, forum: int) -> None:
    thread_id = await topic(http, forum)
    await updates(http)
    where = {"chat_id": forum, "message_thread_id": thread_id}
    await http.ok("editForumTopic", **where, name="Химия", icon_custom_emoji_id=NEWS_ICON)
    await http.ok("editForumTopic", **where)
    await http.ok("editForumTopic", **where, icon_custom_emoji_id="")  # takes the icon away
    await http.ok("closeForumTopic", **where)
    await http.post(f"people/{ILYA}/say", {"text": "?", "chat_id": forum, "thread_id": thread_id}, 409)
    assert await http.ok("sendMessage", **where, text="Администратору можно")
    await http.ok("reopenForumTopic", **where)
    assert await told(http) == []  # nobody is told of his own topics
    shown = (await http.get(f"chats/{forum}"))["messages"]
    assert shown[1]["forum_topic_edited"] == {"name": "Химия", "icon_custom_emoji_id": NEWS_ICON}
    assert shown[2]["forum_topic_edited"] == {"icon_custom_emoji_id": ""}
    assert [kind for kind in ("forum_topic_closed", "forum_topic_reopened") if any(kind in one for one in shown)] == [
        "forum_topic_closed",
        "forum_topic_reopened",
    ]
    created = shown[0]["message_id"]
    assert await http.refused("deleteMessage", chat_id=forum, message_id=created) == f"{BAD}message can't be deleted"
    await http.ok("deleteForumTopic", **where)
    assert (await http.get(f"chats/{forum}"))["messages"] == []
    assert await http.refused("sendMessage", **where, text="?") == f"{BAD}message thread not found"


async def test_the_general_topic(http: Client, forum: int) -> None:
    await http.ok("editGeneralForumTopic", chat_id=forum, name="Общее")
    await http.ok("closeGeneralForumTopic", chat_id=forum)
    await http.post(f"people/{ILYA}/say", {"text": "?", "chat_id": forum}, 409)
    assert await http.refused("closeGeneralForumTopic", chat_id=forum) == f"{BAD}TOPIC_NOT_MODIFIED"
    await http.ok("reopenGeneralForumTopic", chat_id=forum)
    await http.ok("hideGeneralForumTopic", chat_id=forum)  # closes it, too
    assert await http.refused("closeGeneralForumTopic", chat_id=forum) == f"{BAD}TOPIC_NOT_MODIFIED"
    await http.ok("unhideGeneralForumTopic", chat_id=forum)
    await http.ok("reopenGeneralForumTopic", chat_id=forum)
    await http.ok("hideGeneralForumTopic", chat_id=forum)
    await http.ok("reopenGeneralForumTopic", chat_id=forum)  # shows it, too
    assert await http.refused("unhideGeneralForumTopic", chat_id=forum) == f"{BAD}TOPIC_NOT_MODIFIED"


async def test_a_closed_topic_is_closed_for_a_bot_without_the_right(http: Client) -> None:
    forum = await place(http, is_forum=True, bot=without("can_manage_topics"))
    opened = await http.post(f"people/{ANNA}/topic", {"chat_id": forum, "name": "Чужая"})
    thread_id = opened["message"]["message_thread_id"]
    assert await http.ok("sendMessage", chat_id=forum, text="x", message_thread_id=thread_id)
    who = {"chat_id": forum, "user_id": 42, "status": "administrator"}
    await http.post(f"people/{ANNA}/member", who)
    await http.ok("closeForumTopic", chat_id=forum, message_thread_id=thread_id)
    await http.post(f"people/{ANNA}/member", {**who, "can_manage_topics": False})
    assert await http.refused("sendMessage", chat_id=forum, text="x", message_thread_id=thread_id) == (
        f"{BAD}TOPIC_CLOSED"
    )


async def test_pins_of_one_topic(http: Client, forum: int) -> None:
    thread_id = await topic(http, forum)
    inside = await http.ok("sendMessage", chat_id=forum, text="Тут", message_thread_id=thread_id)
    outside = await http.ok("sendMessage", chat_id=forum, text="Там")
    for message in (inside, outside):
        await http.ok("pinChatMessage", chat_id=forum, message_id=message["message_id"])
    assert (await http.get(f"chats/{forum}"))["pinned"] == [inside["message_id"], outside["message_id"]]
    await http.ok("unpinAllForumTopicMessages", chat_id=forum, message_thread_id=thread_id)
    assert (await http.get(f"chats/{forum}"))["pinned"] == [outside["message_id"]]
    await http.ok("unpinAllGeneralForumTopicMessages", chat_id=forum)
    assert (await http.get(f"chats/{forum}"))["pinned"] == []
