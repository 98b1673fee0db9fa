"""The state of the play: people, chats, messages, files, updates. Synchronous, no HTTP."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sandbox.clock import TurnableClock
from sandbox.shapes import Json
from sandbox.world.callbacks import Callbacks
from sandbox.world.chat import GROUP_TYPES, Chat, Group
from sandbox.world.files import Files
from sandbox.world.inline import InlineMode
from sandbox.world.message import Message
from sandbox.world.person import Person
from sandbox.world.polls import Polls
from sandbox.world.profile import Profile
from sandbox.world.shelf import Shelf
from sandbox.world.updates import UpdateQueue

Listener = Callable[[str, int | None, object], None]
"""Called with the kind of event, the id of the chat (a person's is her own) and what it is about."""


class World:
    """Everything the server remembers. `changed` is for the saver, `listeners` hear of every change."""

    def __init__(
        self,
        *,
        clock: TurnableClock,
        bot_id: int,
        bot_name: str,
        bot_username: str,
        files: Path | None = None,
    ) -> None:
        self.clock = clock
        self.changed: set[tuple[str, str]] = set()
        self._saved = files is not None
        self.listeners: list[Listener] = []
        self.people: dict[int, Person] = {}
        self.places: dict[int, int] = {}
        self.chats: dict[int, Chat] = {}
        self.last_message_id = 0
        self.last_person_id = 100_000
        self.last_group_number = 1_000_000
        self.profile = Profile(bot_id, bot_name, bot_username)
        self.updates = UpdateQueue(clock, self.touch)
        self.callbacks = Callbacks(clock, self.touch)
        self.files = Files(self.touch, files)
        self.shelves: dict[str, Shelf] = {}
        self.polls = Polls(self)
        self.inline = InlineMode(self)
        clock.turned.append(self.polls.close_due)

    # time and change

    def unix(self) -> int:
        """The second that the clock of the play shows."""
        return int(self.clock.now().timestamp())

    def touch(self, kind: str, key: str) -> None:
        """Note that this record must be saved."""
        if self._saved:
            self.changed.add((kind, key))

    def tell(self, kind: str, chat_id: int | None, about: object) -> None:
        """Tell the listeners (the page's stream)."""
        for listener in self.listeners:
            listener(kind, chat_id, about)

    def shelf(self, kind: str) -> Shelf:
        """The shelf of this kind of records."""
        if kind not in self.shelves:
            self.shelves[kind] = Shelf(f"shelf/{kind}", self.touch)
        return self.shelves[kind]

    # people

    def add_person(
        self,
        first_name: str,
        last_name: str | None = None,
        *,
        id: int | None = None,
        username: str | None = None,
        language_code: str = "ru",
        note: str | None = None,
        note_en: str | None = None,
        bio: str | None = None,
        pinned: bool = False,
        started: bool = False,
        hides_forwards: bool = False,
    ) -> Person:
        """A new person. Raises ValueError when the id is taken."""
        if id is None:
            self.last_person_id += 1
            while self.last_person_id in self.people:
                self.last_person_id += 1
            id = self.last_person_id
        elif id in self.people:
            raise ValueError(f"person {id} is here already")
        person = Person(
            id,
            first_name,
            last_name,
            username,
            language_code,
            started=started,
            pinned=pinned,
            note=note,
            note_en=note_en,
            hides_forwards=hides_forwards,
            bio=bio,
        )
        self.people[id] = person
        self.places[id] = len(self.places)
        self.chats[id] = Chat(id, person=person)
        self.touch("counters", "")
        self.person_changed(person)
        return person

    def person_changed(self, person: Person) -> None:
        """Save and tell a change of the person's card."""
        self.touch("person", str(person.id))
        self.tell("person", person.id, person)

    # chats

    def add_group(
        self, type: str, title: str, *, id: int | None = None, username: str | None = None, is_forum: bool = False
    ) -> Chat:
        """A new group, supergroup or channel without members. Raises ValueError when the id or the name is taken."""
        if type not in GROUP_TYPES:
            raise ValueError(f"type: one of {', '.join(GROUP_TYPES)}")
        if id is None:
            self.last_group_number += 1
            id = -self.last_group_number if type == "group" else -1_000_000_000_000 - self.last_group_number
        if id >= 0 or id in self.chats:
            raise ValueError(f"chat {id} is here already" if id < 0 else "the id of a group is below zero")
        if username and self.chat_called(username):
            raise ValueError(f"{username} is taken")
        chat = Chat(id, group=Group(type, title, username, is_forum))
        self.chats[id] = chat
        self.touch("counters", "")
        self.touch("chat", str(id))
        return chat

    def chat_called(self, username: str) -> Chat | None:
        """The group or channel with this public name, however it is spelled."""
        wanted = username.removeprefix("@").lower()
        named = (chat for chat in self.chats.values() if chat.group and chat.group.username)
        return next((chat for chat in named if chat.group and (chat.group.username or "").lower() == wanted), None)

    def chat_instance(self, chat: Chat) -> str:
        """The opaque constant of a chat that callback queries carry."""
        digest = hashlib.blake2b(f"{self.profile.id}/{chat.id}".encode(), digest_size=8).digest()
        return str(int.from_bytes(digest, "big", signed=True))

    # messages

    def next_message_id(self) -> int:
        """One counter for all chats of the bot, with gaps: nobody may do arithmetic on ids."""
        self.last_message_id = self.upcoming_message_id()
        self.touch("counters", "")
        return self.last_message_id

    def upcoming_message_id(self) -> int:
        """The id that the next message will have."""
        return self.last_message_id + 1 + (self.last_message_id * 7 + 3) % 4 // 2

    def post(self, chat: Chat, content: Json, *, by: Person | None = None, sealed: bool = False) -> Message:
        """Put a new message with this content into the chat: from this person, or (None) from the bot.

        What stands in a channel is said by the channel.
        """
        body: Json = {"message_id": self.next_message_id()}
        if chat.type == "channel":
            body["sender_chat"] = chat.body()
        else:
            body["from"] = by.user() if by else self.profile.user()
        body |= {"chat": chat.body(), "date": self.unix(), **content}
        message = Message(body, by is None, sealed=sealed)
        chat.messages[message.id] = message
        self.touch("message", f"{chat.id}:{message.id}")
        if "poll" in content:
            self.polls.shown_in(content["poll"]["id"], chat.id, message.id)
        if chat.person:
            chat.person.unread = 0 if by else chat.person.unread + 1
        self.tell("message", chat.id, message)
        if by:
            self.set_forced_reply(chat, None)
        else:
            chat.draft = None
        self._show_last(chat)
        return message

    def send_inline(self, user_id: int, chat_id: int, kept: Json) -> str | None:
        """A person sends a result of inline mode, as `telegram.inline_results` keeps it, through the bot.

        The bot hears of the message where it is; with buttons it has an inline message id, which is returned.
        """
        chat, person = self.chats[chat_id], self.people[user_id]
        content = {**kept["content"], "via_bot": self.profile.user()}
        if kept["reply_markup"]:
            content["reply_markup"] = kept["reply_markup"]
        message = self.post(chat, content, by=person)
        if chat.person or chat.holds(self.profile.id):
            self.updates.add("channel_post" if chat.type == "channel" else "message", message.body)
        return self.inline.name(chat.id, message.id) if kept["reply_markup"] else None

    def rewrite(self, chat: Chat, message: Message, body: Json, *, visibly: bool = True) -> Message:
        """Put an edited body in the place of the old one; `visibly` when more than the buttons changed."""
        fresh = replace(message, body={**body, "edit_date": self.unix()}, edited=message.edited or visibly)
        chat.messages[message.id] = fresh
        self.touch("message", f"{chat.id}:{message.id}")
        if message.id == next(reversed(chat.messages)):
            self._show_last(chat)
        self.tell("edit", chat.id, fresh)
        return fresh

    def refresh(self, chat: Chat, message: Message, body: Json) -> None:
        """Put a body that changed by itself (a vote was counted) in the place of the old one: nobody edited it."""
        fresh = replace(message, body=body)
        chat.messages[message.id] = fresh
        self.touch("message", f"{chat.id}:{message.id}")
        self.tell("edit", chat.id, fresh)

    def remove(self, chat: Chat, message_id: int) -> None:
        """Delete a message for both sides."""
        del chat.messages[message_id]
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
            self.touch("chat", str(chat.id))
        self.shelf("reaction").drop(f"{chat.id}:{message_id}")
        self.touch("message", f"{chat.id}:{message_id}")
        self.tell("delete", chat.id, message_id)
        self._show_last(chat)

    def _show_last(self, chat: Chat) -> None:
        """The line under a person's name in the list tells of the last message that is there."""
        if chat.person:
            last = next(reversed(chat.messages.values()), None)
            chat.person.last_text = last.gist() if last else None
            chat.person.last_date = last.body["date"] if last else None
            self.person_changed(chat.person)

    def set_keyboard(self, chat: Chat, keyboard: Json | None) -> None:
        """Show a reply keyboard under the input, or take it away."""
        if chat.keyboard != keyboard:
            chat.keyboard = keyboard
            self.touch("chat", str(chat.id))
            self.tell("keyboard", chat.id, keyboard)

    def set_forced_reply(self, chat: Chat, reply: Json | None) -> None:
        """Open a reply to a message of the bot, or forget it: somebody has written."""
        if chat.forced_reply != reply:
            chat.forced_reply = reply
            self.touch("chat", str(chat.id))
            self.tell("forced_reply", chat.id, reply)
