"""Topics of a forum: places in a chat for messages; the general one is always there and has no thread of its own."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.world.chat import Chat
from sandbox.world.message import Message
from sandbox.world.notices import announce
from sandbox.world.person import Person
from sandbox.world.pins import without_reply
from sandbox.world.world import World

GENERAL = 1
ICON_COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)
LONGEST_NAME = 128


def general(chat: Chat) -> Json:
    """The state of the general topic."""
    assert chat.group is not None, "only groups have topics"
    return chat.group.topics.get(GENERAL) or {
        "message_thread_id": GENERAL, "name": "General", "icon_color": ICON_COLORS[0],
        "is_closed": False, "is_hidden": False,
    }  # fmt: skip


def keep_topic(world: World, chat: Chat, topic: Json) -> None:
    """Save a new or changed topic."""
    assert chat.group is not None, "only groups have topics"
    chat.group.topics[topic["message_thread_id"]] = topic
    world.touch("chat", str(chat.id))


def open_topic(world: World, chat: Chat, name: str, icon: Json, *, by: Person | None) -> tuple[Json, int | None]:
    """A new topic: its service message, told to the bot unless it is its own, gives it its id.

    `icon`: icon_color, icon_custom_emoji_id.
    """
    created = {"name": name, **icon}
    place = {"message_thread_id": world.upcoming_message_id(), "is_topic_message": True}
    told = None if by else False
    message, update_id = announce(world, chat, {**place, "forum_topic_created": created}, by=by, told=told)
    topic = {"message_thread_id": message.id, **created}
    keep_topic(world, chat, {**topic, "is_closed": False, "by": by.id if by else world.profile.id})
    return topic, update_id


def tell_topic(world: World, chat: Chat, thread_id: int, content: Json, *, by: Person | None) -> None:
    """A service message about a topic, in that topic; the bot is not told of its own."""
    placed = {**in_topic(chat, thread_id), **content}
    announce(world, chat, placed, by=by, told=None if by else False)


def in_topic(chat: Chat, thread_id: int) -> Json:
    """What a message in this topic carries: the general one marks nothing, others quote their beginning."""
    if thread_id == GENERAL:
        return {}
    place: Json = {"message_thread_id": thread_id, "is_topic_message": True}
    beginning = chat.messages.get(thread_id)
    if beginning:
        place["reply_to_message"] = without_reply(beginning.body)
    return place


def messages_of(chat: Chat, thread_id: int) -> list[Message]:
    """Everything in this topic, its beginning too."""
    wanted = None if thread_id == GENERAL else thread_id
    topical = ((message, message.body.get("is_topic_message")) for message in chat.messages.values())
    return [m for m, is_topical in topical if (m.body["message_thread_id"] if is_topical else None) == wanted]
