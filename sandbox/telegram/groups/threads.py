"""In which thread a message stands: a topic of a forum, or the answers to a message of a supergroup."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import group_errors as words
from sandbox.world import Chat, Message
from sandbox.world.members import may
from sandbox.world.topics import GENERAL, general, in_topic


def thread_place(call: Call, chat: Chat, reply: Message | None) -> Json:
    """`message_thread_id` and what goes with it; an answer stands where the answered message does.

    Refused when the thread is not there, or is closed and the bot neither manages topics nor opened it.
    """
    asked = call.get("message_thread_id")
    if chat.group is None or not chat.group.is_forum:
        if not asked:
            return answer_thread(chat, reply)
        if chat.type != "supergroup" or asked not in chat.messages:
            raise bad_request(words.THREAD_GONE)
        return {"message_thread_id": asked}
    thread_id = asked or place_of(reply)
    topic = general(chat) if thread_id == GENERAL else chat.group.topics.get(thread_id)
    if topic is None or asked == GENERAL:
        raise bad_request(words.THREAD_GONE)
    own = chat.member(call.world.profile.id)
    if topic["is_closed"] and topic.get("by") != call.world.profile.id and not may(own, "can_manage_topics"):
        raise bad_request(words.TOPIC_CLOSED)
    return in_topic(chat, thread_id)


def answer_thread(chat: Chat, reply: Message | None) -> Json:
    """In a supergroup without topics all answers to a message, and the answers to them, are one thread."""
    if chat.type != "supergroup" or reply is None:
        return {}
    return {"message_thread_id": reply.body.get("message_thread_id", reply.id)}


def place_of(message: Message | None) -> int:
    """The topic in which this message of a forum stands."""
    if message is None or not message.body.get("is_topic_message"):
        return GENERAL
    return int(message.body["message_thread_id"])
