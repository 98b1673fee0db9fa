"""Topics of a forum, the general one among them."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import group_errors as words
from sandbox.telegram.groups.rights import group_of
from sandbox.world import Chat
from sandbox.world.members import may
from sandbox.world.permissions import permits
from sandbox.world.stickers import ICONS
from sandbox.world.topics import (
    GENERAL,
    ICON_COLORS,
    LONGEST_NAME,
    general,
    keep_topic,
    messages_of,
    open_topic,
    tell_topic,
)


def create_forum_topic(call: Call) -> Json:
    """A colour that Telegram does not offer becomes the first that it does."""
    chat, own = forum(call)
    if not permits(chat, own, "can_manage_topics"):
        raise bad_request(words.TOPIC_CREATE_RIGHTS)
    name = _name(call)
    if not name:
        raise bad_request(words.TITLE_EMPTY)
    color = call.get("icon_color", 0)
    if not 0 <= color <= 0xFFFFFF:
        raise bad_request(words.TOPIC_COLOR)
    icon: Json = {"icon_color": color if color in ICON_COLORS else ICON_COLORS[0]}
    if call.get("icon_custom_emoji_id"):
        icon["icon_custom_emoji_id"] = _icon(call)
    topic, _ = open_topic(call.world, chat, name, icon, by=None)
    return topic


def edit_forum_topic(call: Call) -> bool:
    """An empty icon takes it away; without a name and an icon nothing is asked for."""
    return _edit(call, *_topic(call, words.TOPIC_EDIT_RIGHTS))


def edit_general_forum_topic(call: Call) -> bool:
    return _edit(call, *_general(call, words.TOPIC_EDIT_RIGHTS))


def close_forum_topic(call: Call) -> bool:
    return _close(call, *_topic(call, words.TOPIC_CLOSE_RIGHTS), closed=True)


def reopen_forum_topic(call: Call) -> bool:
    return _close(call, *_topic(call, words.TOPIC_CLOSE_RIGHTS), closed=False)


def close_general_forum_topic(call: Call) -> bool:
    return _close(call, *_general(call, words.TOPIC_CLOSE_RIGHTS), closed=True)


def reopen_general_forum_topic(call: Call) -> bool:
    """It can be seen again, too."""
    chat, topic = _general(call, words.TOPIC_CLOSE_RIGHTS)
    return _close(call, chat, {**topic, "is_hidden": False}, closed=False)


def hide_general_forum_topic(call: Call) -> bool:
    """It is closed, too."""
    chat, topic = _general(call, words.TOPIC_CLOSE_RIGHTS)
    if topic["is_hidden"]:
        raise bad_request(words.TOPIC_SAME)
    keep_topic(call.world, chat, {**topic, "is_hidden": True, "is_closed": True})
    tell_topic(call.world, chat, GENERAL, {"general_forum_topic_hidden": {}}, by=None)
    return True


def unhide_general_forum_topic(call: Call) -> bool:
    """It stays closed."""
    chat, topic = _general(call, words.TOPIC_CLOSE_RIGHTS)
    if not topic["is_hidden"]:
        raise bad_request(words.TOPIC_SAME)
    keep_topic(call.world, chat, {**topic, "is_hidden": False})
    tell_topic(call.world, chat, GENERAL, {"general_forum_topic_unhidden": {}}, by=None)
    return True


def delete_forum_topic(call: Call) -> bool:
    """With all its messages."""
    chat, own = forum(call)
    topic = found_topic(call, chat)
    if not may(own, "can_delete_messages"):
        raise bad_request(words.TOPIC_DELETE_RIGHTS)
    thread_id = topic["message_thread_id"]
    for message in messages_of(chat, thread_id):
        call.world.remove(chat, message.id)
    assert chat.group is not None, "a forum is a group"
    del chat.group.topics[thread_id]
    call.world.touch("chat", str(chat.id))
    return True


def forum(call: Call) -> tuple[Chat, Json]:
    """The forum of the call and the bot's own membership."""
    chat, group, own = group_of(call, private=words.NOT_A_FORUM)
    if not group.is_forum:
        raise bad_request(words.NOT_A_FORUM)
    return chat, own


def found_topic(call: Call, chat: Chat) -> Json:
    """The topic that the call names; the general one has methods of its own."""
    assert chat.group is not None, "a forum is a group"
    thread_id = call.params["message_thread_id"]
    if thread_id <= 0:
        raise bad_request(words.TOPIC_ID_WRONG)
    topic = chat.group.topics.get(thread_id)
    if topic is None or thread_id == GENERAL:
        raise bad_request(words.TOPIC_GONE)
    return topic


def _topic(call: Call, refusal: str) -> tuple[Chat, Json]:
    """A topic that the bot manages: by its right, or because it opened it."""
    chat, own = forum(call)
    topic = found_topic(call, chat)
    if not may(own, "can_manage_topics") and topic["by"] != call.world.profile.id:
        raise bad_request(refusal)
    return chat, topic


def _general(call: Call, refusal: str) -> tuple[Chat, Json]:
    chat, own = forum(call)
    if not may(own, "can_manage_topics"):
        raise bad_request(refusal)
    return chat, general(chat)


def _edit(call: Call, chat: Chat, topic: Json) -> bool:
    asked: Json = {"name": _name(call)} if _name(call) else {}
    if "icon_custom_emoji_id" in call.params:
        asked["icon_custom_emoji_id"] = _icon(call)
    if not asked:
        return True
    changed = {name: value for name, value in asked.items() if topic.get(name, "") != value}
    if not changed:
        raise bad_request(words.TOPIC_SAME)
    keep_topic(call.world, chat, {**topic, **changed})
    tell_topic(call.world, chat, topic["message_thread_id"], {"forum_topic_edited": changed}, by=None)
    return True


def _close(call: Call, chat: Chat, topic: Json, *, closed: bool) -> bool:
    if topic["is_closed"] == closed:
        raise bad_request(words.TOPIC_SAME)
    keep_topic(call.world, chat, {**topic, "is_closed": closed})
    told: Json = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
    tell_topic(call.world, chat, topic["message_thread_id"], told, by=None)
    return True


def _name(call: Call) -> str:
    return " ".join(str(call.get("name", "")).split())[:LONGEST_NAME]


def _icon(call: Call) -> str:
    emoji_id = str(call.params["icon_custom_emoji_id"])
    if emoji_id and emoji_id not in ICONS.values():
        raise bad_request(words.TOPIC_ICON)
    return emoji_id
