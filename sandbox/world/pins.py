"""Pinned messages of a chat: in the order of sending, so the newest is the last."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.world.chat import Chat
from sandbox.world.message import Message
from sandbox.world.notices import announce
from sandbox.world.person import Person
from sandbox.world.world import World

PLACE = ("message_thread_id", "is_topic_message")


def pin(world: World, chat: Chat, message: Message, *, by: Person | None) -> tuple[Message, int | None]:
    """Pin a message; the service message about it stands in the chat (in a forum in the topic), with its update."""
    chat.pinned = sorted({*chat.pinned, message.id})
    _changed(world, chat)
    place: Json = {
        name: message.body[name] for name in ("message_thread_id", "is_topic_message") if name in message.body
    }
    return announce(world, chat, {**place, "pinned_message": without_reply(message.body)}, by=by)


def unpin(world: World, chat: Chat, message_ids: set[int]) -> None:
    """Unpin these; nobody is told, as in Telegram."""
    chat.pinned = [message_id for message_id in chat.pinned if message_id not in message_ids]
    _changed(world, chat)


def newest_pinned(chat: Chat) -> Json | None:
    """The pinned message that was sent last, as `getChat` shows it."""
    return without_reply(chat.messages[chat.pinned[-1]].body) if chat.pinned else None


def without_reply(body: Json) -> Json:
    """A message inside another: it quotes nothing itself."""
    return {name: value for name, value in body.items() if name != "reply_to_message"}


def _changed(world: World, chat: Chat) -> None:
    world.touch("chat", str(chat.id))
    world.tell("pinned", chat.id, chat.pinned)
