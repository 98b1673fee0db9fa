"""What every editing method does: find the message, in a chat or sent by inline mode, and rewrite it."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.messages.sending import edited_markup
from sandbox.world import Chat, Message


@dataclass(slots=True, frozen=True)
class Target:
    """The message to edit. `inline`: named by its inline id, the bot gets no message back."""

    chat: Chat
    message: Message
    inline: bool = False


def edit_target(call: Call) -> Target:
    """There, sent by the bot (or through it), and without a reply keyboard or a forced reply."""
    if "inline_message_id" in call.params:
        return _inline(call)
    chat = call.recipient()
    message = call.message(chat, gone=errors.EDIT_GONE)
    if not message.out or message.sealed or "forward_origin" in message.body:
        raise bad_request(errors.EDIT_DENIED)
    return Target(chat, message)


def rewrite(call: Call, target: Target, keys: tuple[str, ...], content: Json) -> Json | bool:
    """Replace the parts under `keys` by `content`, and the keyboard; refused when nothing changes."""
    old = target.message.body
    kept = {key: value for key, value in old.items() if key not in keys and key != "reply_markup"}
    body = {**kept, **content, **edited_markup(call, target.chat)}
    if body == old:
        raise bad_request(errors.UNCHANGED)
    visibly = any(body.get(key) != old.get(key) for key in keys)
    fresh = call.world.rewrite(target.chat, target.message, body, visibly=visibly)
    return True if target.inline else fresh.body


def _inline(call: Call) -> Target:
    place = call.world.shelf("inline_message").get(call.params["inline_message_id"])
    chat = call.world.chats.get(place["chat_id"]) if place else None
    message = chat.messages.get(place["message_id"]) if chat and place else None
    if chat is None or message is None:
        raise bad_request(errors.INLINE_GONE)
    return Target(chat, message, inline=True)
