"""What a person does: says, starts, presses, shares a contact, blocks, reads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sandbox.shapes import Json
from sandbox.telegram.call import LONGEST_TEXT
from sandbox.telegram.groups.threads import answer_thread, place_of
from sandbox.telegram.messages.dice import EMOJI_STYLE, VALUES, throw
from sandbox.telegram.messages.replies import quoted
from sandbox.telegram.text.entities import tidy
from sandbox.telegram.text.link_previews import with_preview
from sandbox.telegram.text.utf16 import pieces
from sandbox.world import Chat, Message, Person, World
from sandbox.world.hearing import hears
from sandbox.world.members import may
from sandbox.world.membership import member_now
from sandbox.world.permissions import refused_content
from sandbox.world.topics import GENERAL, general, in_topic

ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
"""Who writes in the place of an administrator whose presence is hidden."""
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


class CannotAct(Exception):
    """A person can't do this in a real client either; `status` is the HTTP status."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


@dataclass(slots=True, frozen=True)
class Done:
    """What came of it: the update (None: the bot does not want such), the message, the query of a press.

    `words`: what was said, or stands on the button.
    `told`: what else the answer of the control API holds.
    """

    update_id: int | None
    message: Message | None = None
    query_id: str | None = None
    words: str = ""
    told: Json | None = None


def say(
    world: World,
    person: Person,
    text: str,
    reply_to: int | None = None,
    *,
    chat: Chat | None = None,
    thread_id: int | None = None,
) -> Done:
    """Clients cut a text of more than 4096 units into several messages; the last one is returned. A lone 🎲 is thrown.

    In the private chat with the bot, or in the group `chat`, there perhaps in the topic `thread_id`.
    """
    chat = place(world, person, chat)
    if not text.strip():
        raise CannotAct(400, "the text is empty")
    reply = reply_place(chat, reply_to, thread_id)
    keyboard = chat.keyboard
    for piece in pieces(text.strip(), LONGEST_TEXT):
        kept, entities = tidy(piece, [])
        if not kept:
            continue
        content: Json = {"text": kept, "entities": entities} if entities else {"text": kept}
        if kept.replace(EMOJI_STYLE, "") in VALUES:
            content = {"dice": throw(kept.replace(EMOJI_STYLE, ""))}
        else:
            content = with_preview(content, None)
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
    held = message.buttons() if message else []
    button = next((button for button in held if button.get("callback_data") == data), None)
    if not forge:
        if button is None:
            raise CannotAct(404, "the message has no such button")
        if "disabled" in button:
            raise CannotAct(409, "the button is disabled")
    query = world.callbacks.open(person.id, by)
    inaccessible: Json = {"chat": chat.body(), "message_id": message_id, "date": 0}
    inline_id = world.inline.name_of(chat.id, message_id)
    where = {"message": message.body if message else inaccessible}
    update_id = world.updates.add("callback_query", {
        "id": query.id,
        "from": person.user(),
        **({"inline_message_id": inline_id} if inline_id else where),
        "chat_instance": world.chat_instance(chat),
        "data": data,
    })  # fmt: skip
    read(world, person)
    return Done(update_id, query_id=query.id, words=button["text"] if button else data)


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


def deactivate(world: World, person: Person, *, deactivated: bool) -> Done:
    """Delete the account, or have it back; the bot is told nothing."""
    person.deactivated = deactivated
    world.person_changed(person)
    return Done(None)


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
    else:
        content = _in_group(world, person, chat, content)
    message = world.post(chat, content, by=person)
    if not hears(world, chat, message.body):
        return Done(None, message)
    kind = "channel_post" if chat.type == "channel" else "message"
    words = message.body.get("text") or message.body.get("caption") or ""
    return Done(world.updates.add(kind, message.body), message, words=words)


def _in_group(world: World, person: Person, chat: Chat, content: Json) -> Json:
    """What she sends, with her tag; she may be restricted, and a channel is written by its administrators."""
    member = member_now(world, chat, person.id)
    if chat.type == "channel":
        if not may(member, "can_post_messages"):
            raise CannotAct(409, "the person may not post in this channel")
        return content
    if refused_content(chat, member, content):
        raise CannotAct(409, "the person may not send this here")
    if member and member.get("is_anonymous"):
        return {**content, "from": ANONYMOUS, "sender_chat": chat.body()}
    return {"sender_tag": member["tag"], **content} if member and "tag" in member else content


def reply_place(chat: Chat, reply_to: int | None, thread_id: int | None = None) -> Json:
    """The message that she answers, and the topic in which she writes: its, if no other is named."""
    target = None if reply_to is None else chat.messages.get(reply_to)
    if reply_to is not None and target is None:
        raise CannotAct(404, "the message to reply to is not there")
    answer = quoted(target) if target else {}
    if chat.group is None or not chat.group.is_forum:
        return {**answer, **answer_thread(chat, target)}
    thread_id = thread_id or place_of(target)
    topic = general(chat) if thread_id == GENERAL else chat.group.topics.get(thread_id)
    if topic is None or topic["is_closed"]:
        raise CannotAct(409, "there is no such open topic")
    return {**in_topic(chat, thread_id), **answer}


def place(world: World, person: Person, chat: Chat | None) -> Chat:
    """Where she acts: her private chat, or a group in which she is."""
    if person.deactivated:
        raise CannotAct(409, "the account is deactivated")
    if chat is not None:
        if chat.group and chat.group.migrated_to:
            raise CannotAct(409, f"the group is the supergroup {chat.group.migrated_to} now")
        if not chat.holds(person.id):
            raise CannotAct(409, "the person is not in this chat")
        return chat
    if person.blocked:
        raise CannotAct(409, "the person has blocked the bot")
    return world.chats[person.id]
