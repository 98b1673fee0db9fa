"""Service messages: what happened in a chat stands there and is told to the bot, its own deeds too."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.world.chat import Chat
from sandbox.world.message import Message
from sandbox.world.person import Person
from sandbox.world.world import World


def announce(
    world: World, chat: Chat, content: Json, *, by: Person | None, told: bool | None = None
) -> tuple[Message, int | None]:
    """A service message of what this person (None: the bot) did, and the id of the update about it.

    The bot hears of it where it is; `told` says otherwise.
    """
    message = world.post(chat, content, by=by)
    if told is False or (told is None and chat.group and not chat.holds(world.profile.id)):
        return message, None
    return message, world.updates.add("channel_post" if chat.type == "channel" else "message", message.body)
