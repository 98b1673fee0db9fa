"""What a person does: says, starts, presses, shares a contact, blocks, reads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sandbox.shapes import Json
from sandbox.telegram.call import LONGEST_TEXT
from sandbox.telegram.entities import tidy
from sandbox.telegram.sending import quoted
from sandbox.telegram.utf16 import pieces
from sandbox.world import Chat, Message, Person, World

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


class CannotAct(Exception):
    """A person can't do this in a real client either; `status` is the HTTP status."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


@dataclass(slots=True, frozen=True)
class Done:
    """What came of it: the update (None: the bot does not want such), the message, the query of a press."""

    update_id: int | None
    message: Message | None = None
    query_id: str | None = None


def say(world: World, person: Person, text: str, reply_to: int | None = None, *, chat: Chat | None = None) -> Done:
    """Clients cut a text of more than 4096 units into several messages; the last one is returned.

    In the private chat with the bot, or in the group `chat`.
    """
    chat = place(world, person, chat)
    if not text.strip():
        raise CannotAct(400, "the text is empty")
    reply = _reply(chat, reply_to)
    keyboard = chat.keyboard
    for piece in pieces(text.strip(), LONGEST_TEXT):
        kept, entities = tidy(piece, [])
        if not kept:
            continue
        content: Json = {"text": kept, "entities": entities} if entities else {"text": kept}
        done = put(world, person, chat, {**reply, **content})
    if keyboard and keyboard.get("one_time_keyboard"):
        world.set_keyboard(chat, None)
    return done


def start(world: World, person: Person, payload: str | None = None) -> Done:
    """Press «Start», from a deep link with a payload; a blocked bot is let in again first."""
    if payload and not _PAYLOAD.fullmatch(payload):
        raise CannotAct(400, "a payload is 1–64 letters, digits, _ or -")
    if person.blocked:
        block(world, person, blocked=False)
    return say(world, person, f"/start {payload}" if payload else "/start")


def press(
    world: World,
    person: Person,
    message_id: int,
    data: str,
    *,
    forge: bool = False,
    by: str | None = None,
    chat: Chat | None = None,
) -> Done:
    """Press a callback button. `forge`: any data on any message, also on a deleted one. `by`: who shows the answer."""
    chat = place(world, person, chat)
    message = chat.messages.get(message_id)
    if not forge:
        held = message.buttons() if message else []
        button = next((button for button in held if button.get("callback_data") == data), None)
        if button is None:
            raise CannotAct(404, "the message has no such button")
        if "disabled" in button:
            raise CannotAct(409, "the button is disabled")
    query = world.callbacks.open(person.id, by)
    inaccessible: Json = {"chat": chat.body(), "message_id": message_id, "date": 0}
    update_id = world.updates.add("callback_query", {
        "id": query.id,
        "from": person.user(),
        "message": message.body if message else inaccessible,
        "chat_instance": world.chat_instance(chat),
        "data": data,
    })  # fmt: skip
    read(world, person)
    return Done(update_id, query_id=query.id)


def share_contact(world: World, person: Person, phone_number: str | None = None) -> Done:
    """Share the own phone number."""
    chat = place(world, person, None)
    contact: Json = {
        "phone_number": phone_number or f"+7900{person.id % 10**7:07d}",
        "first_name": person.first_name,
    }
    if person.last_name:
        contact["last_name"] = person.last_name
    contact["user_id"] = person.id
    return put(world, person, chat, {"contact": contact})


def block(world: World, person: Person, *, blocked: bool) -> Done:
    """Block the bot or let it in again; the bot is told by `my_chat_member`."""
    if person.blocked == blocked:
        return Done(None)
    person.blocked = blocked
    world.person_changed(person)
    bot = world.profile.user()
    kicked: Json = {"status": "kicked", "user": bot, "until_date": 0}
    member: Json = {"status": "member", "user": bot}
    update_id = world.updates.add("my_chat_member", {
        "chat": person.chat(),
        "from": person.user(),
        "date": world.unix(),
        "old_chat_member": member if blocked else kicked,
        "new_chat_member": kicked if blocked else member,
    })  # fmt: skip
    return Done(update_id)


def read(world: World, person: Person) -> Done:
    """Everything is read."""
    if person.unread:
        person.unread = 0
        world.person_changed(person)
    return Done(None)


def put(world: World, person: Person, chat: Chat, content: Json) -> Done:
    """Put what she said or sent into the chat, and tell the bot."""
    if chat.person:
        person.started = True
    message = world.post(chat, content, by=person)
    kind = "channel_post" if chat.type == "channel" else "message"
    return Done(world.updates.add(kind, message.body), message)


def _reply(chat: Chat, reply_to: int | None) -> Json:
    if reply_to is None:
        return {}
    target = chat.messages.get(reply_to)
    if target is None:
        raise CannotAct(404, "the message to reply to is not there")
    return quoted(target)


def place(world: World, person: Person, chat: Chat | None) -> Chat:
    """Where she acts: her private chat, or a group in which she is."""
    if person.deactivated:
        raise CannotAct(409, "the account is deactivated")
    if chat is not None:
        if not chat.holds(person.id):
            raise CannotAct(409, "the person is not in this chat")
        return chat
    if person.blocked:
        raise CannotAct(409, "the person has blocked the bot")
    return world.chats[person.id]
