"""Reactions: the bot's own, and taking away those of others."""

from __future__ import annotations

from sandbox.shapes import Json
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import group_errors as words
from sandbox.telegram.groups.rights import group_of, known_person, need, user_id
from sandbox.world import Chat, Message
from sandbox.world.permissions import permits
from sandbox.world.reactions import EMOJI, forget, react, reactions, spelled


def set_message_reaction(call: Call) -> bool:
    """At most one; the same again changes nothing. A custom emoji only where somebody has used it already."""
    chat = call.recipient()
    message = call.message(chat, gone=words.REACT_GONE)
    asked: list[Json] = call.get("reaction", [])
    chosen = [_kept(call, chat, message, kind) for kind in asked]
    if len(chosen) > 1:
        raise bad_request(words.REACTIONS_MANY)
    own = chat.member(call.world.profile.id)
    if message.service or (chosen and chat.group and not permits(chat, own, "can_react_to_messages")):
        raise bad_request(words.REACTION_WRONG)
    react(call.world, chat, message.id, by=None, chosen=chosen)
    return True


def delete_message_reaction(call: Call) -> bool:
    chat, by = _cleaning(call)
    message = call.message(chat, gone=words.REACTION_GONE)
    forget(call.world, chat, [message.id], by)
    return True


def delete_all_message_reactions(call: Call) -> bool:
    chat, by = _cleaning(call)
    forget(call.world, chat, list(chat.messages), by)
    return True


def _kept(call: Call, chat: Chat, message: Message, kind: Json) -> Json:
    if kind["type"] == "paid":
        raise bad_request(words.REACTION_PAID)
    if kind["type"] == "emoji":
        kind = {**kind, "emoji": spelled(kind["emoji"])}
        known = kind["emoji"] in EMOJI
    else:
        known = any(kind in chosen for chosen in reactions(call.world, chat, message.id).values())
    if not known:
        raise bad_request(words.REACTION_WRONG)
    return kind


def _cleaning(call: Call) -> tuple[Chat, int]:
    """The chat, and whose reactions go; chats do not react in the sandbox."""
    chat, _, own = group_of(call, private=words.REACTIONS_GROUPS)
    if chat.type == "channel":
        raise bad_request(words.REACTIONS_GROUPS)
    need(own, "can_delete_messages", words.ADMIN_NEEDED)
    if "user_id" not in call.params and "actor_chat_id" in call.params:
        return chat, int(call.params["actor_chat_id"])
    if "user_id" not in call.params:
        raise bad_request(words.USER_INVALID)
    wanted = user_id(call)
    return chat, wanted if wanted == call.world.profile.id else known_person(call, wanted).id
