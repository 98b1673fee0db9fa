"""What people do with messages that stand in a chat: edit, delete, react, pin; and they open topics."""

from __future__ import annotations

from sandbox.control.acts import CannotAct, Done, place
from sandbox.shapes import Json
from sandbox.telegram.call import LONGEST_CAPTION, LONGEST_TEXT
from sandbox.telegram.text.entities import tidy
from sandbox.telegram.text.utf16 import length
from sandbox.world import Chat, Message, Person, World
from sandbox.world.hearing import hears
from sandbox.world.members import may
from sandbox.world.permissions import permits
from sandbox.world.pins import pin, unpin
from sandbox.world.reactions import EMOJI, react, spelled
from sandbox.world.topics import ICON_COLORS, open_topic

EDITED_WITHIN_SECONDS = 48 * 60 * 60


def edit(world: World, person: Person, chat: Chat | None, message_id: int, text: str) -> Done:
    """Change the text or caption of her own message; in a channel of any post, when she may edit there."""
    chat = place(world, person, chat)
    message = _message(chat, message_id)
    if chat.type == "channel":
        allowed = may(chat.member(person.id), "can_edit_messages")
    else:
        allowed = message.body.get("from", {}).get("id") == person.id
    if not allowed or message.service:
        raise CannotAct(409, "the message is not the person's own")
    if world.unix() - int(message.body["date"]) > EDITED_WITHIN_SECONDS and not chat.person:
        raise CannotAct(409, "the message is older than 48 hours")
    key, longest = ("text", LONGEST_TEXT) if "text" in message.body else ("caption", LONGEST_CAPTION)
    kept, entities = tidy(text.strip(), [])
    if length(kept) > longest or (key == "text" and not kept):
        raise CannotAct(400, f"the text is empty or longer than {longest} characters")
    marks = "entities" if key == "text" else "caption_entities"
    body = {name: value for name, value in message.body.items() if name not in (key, marks)}
    fresh = world.rewrite(chat, message, body | ({key: kept} if kept else {}) | ({marks: entities} if entities else {}))
    kind = "edited_channel_post" if chat.type == "channel" else "edited_message"
    return Done(world.updates.add(kind, fresh.body) if hears(world, chat, fresh.body) else None, fresh)


def delete(world: World, person: Person, chat: Chat | None, message_id: int) -> Done:
    """Delete her own message, or another's by right; the bot is not told."""
    chat = place(world, person, chat)
    message = _message(chat, message_id)
    own = message.body.get("from", {}).get("id") == person.id
    if chat.group and not own and not may(chat.member(person.id), "can_delete_messages"):
        raise CannotAct(409, "the message is not the person's own")
    world.remove(chat, message.id)
    return Done(None)


def react_to(world: World, person: Person, chat: Chat | None, message_id: int, emoji: list[str]) -> Done:
    """Set her reactions to a message: emoji, or the ids of custom emoji; none takes them away."""
    chat = place(world, person, chat)
    message = _message(chat, message_id)
    if chat.group and not permits(chat, chat.member(person.id), "can_react_to_messages") and chat.type != "channel":
        raise CannotAct(409, "the person may not react here")
    chosen: list[Json] = []
    for one in emoji:
        if spelled(one) in EMOJI:
            chosen.append({"type": "emoji", "emoji": spelled(one)})
        elif one.isdigit():
            chosen.append({"type": "custom_emoji", "custom_emoji_id": one})
        else:
            raise CannotAct(400, f"not a reaction: {one}")
    return Done(react(world, chat, message.id, by=person, chosen=chosen))


def pin_it(world: World, person: Person, chat: Chat | None, message_id: int, *, pinned: bool) -> Done:
    """Pin a message, or unpin it."""
    chat = place(world, person, chat)
    message = _message(chat, message_id)
    own = chat.member(person.id)
    allowed = may(own, "can_edit_messages") if chat.type == "channel" else permits(chat, own, "can_pin_messages")
    if chat.group and not allowed:
        raise CannotAct(409, "the person may not pin here")
    if (message.id in chat.pinned) == pinned or message.service:
        raise CannotAct(409, "the message is so already, or tells of the chat")
    if not pinned:
        unpin(world, chat, {message.id})
        return Done(None)
    notice, update_id = pin(world, chat, message, by=person)
    return Done(update_id, notice)


def topic(world: World, person: Person, chat: Chat, name: str) -> Done:
    """Open a topic in a forum."""
    place(world, person, chat)
    if chat.group is None or not chat.group.is_forum or not permits(chat, chat.member(person.id), "can_manage_topics"):
        raise CannotAct(409, "the person can open no topic here")
    opened, update_id = open_topic(world, chat, name, {"icon_color": ICON_COLORS[0]}, by=person)
    return Done(update_id, chat.messages[opened["message_thread_id"]])


def _message(chat: Chat, message_id: int) -> Message:
    message = chat.messages.get(message_id)
    if message is None:
        raise CannotAct(404, "no such message")
    return message
