"""Pinning messages, in any chat."""

from __future__ import annotations

from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import group_errors as words
from sandbox.telegram.methods.topics import forum, found_topic
from sandbox.world import Chat
from sandbox.world.members import may
from sandbox.world.permissions import permits
from sandbox.world.pins import pin, unpin
from sandbox.world.topics import GENERAL, messages_of


def pin_chat_message(call: Call) -> bool:
    chat = call.recipient()
    message = call.message(chat, gone=words.PIN_GONE)
    _check_right(call, chat)
    if message.service:
        raise bad_request(words.PIN_SERVICE)
    if message.id in chat.pinned:
        raise bad_request(words.NOT_MODIFIED)
    pin(call.world, chat, message, by=None)
    return True


def unpin_chat_message(call: Call) -> bool:
    """Without an id: the one that was sent last."""
    chat = call.recipient()
    if call.get("message_id"):
        message_id = call.message(chat, gone=words.UNPIN_GONE).id
    elif chat.pinned:
        message_id = chat.pinned[-1]
    else:
        raise bad_request(words.UNPIN_GONE)
    _check_right(call, chat)
    if message_id not in chat.pinned:
        raise bad_request(words.NOT_MODIFIED)
    unpin(call.world, chat, {message_id})
    return True


def unpin_all_chat_messages(call: Call) -> bool:
    chat = call.recipient()
    _check_right(call, chat)
    unpin(call.world, chat, set(chat.pinned))
    return True


def unpin_all_forum_topic_messages(call: Call) -> bool:
    chat, _ = forum(call)
    thread_id = found_topic(call, chat)["message_thread_id"]
    _check_right(call, chat)
    unpin(call.world, chat, {message.id for message in messages_of(chat, thread_id)})
    return True


def unpin_all_general_forum_topic_messages(call: Call) -> bool:
    chat, _ = forum(call)
    _check_right(call, chat)
    unpin(call.world, chat, {message.id for message in messages_of(chat, GENERAL)})
    return True


def _check_right(call: Call, chat: Chat) -> None:
    """In a channel whoever may edit messages may pin them."""
    own = chat.member(call.world.profile.id)
    if chat.type == "channel":
        allowed = may(own, "can_edit_messages")
    else:
        allowed = chat.group is None or permits(chat, own, "can_pin_messages")
    if not allowed:
        raise bad_request(words.PIN_RIGHTS)
