"""The state of the play: people, chats, messages, files, updates. Synchronous, no HTTP."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sandbox.clock import TurnableClock
from sandbox.shapes import Json
from sandbox.world.callbacks import Callbacks
from sandbox.world.files import Files
from sandbox.world.message import Chat, Message
from sandbox.world.person import Person
from sandbox.world.profile import Profile
from sandbox.world.updates import UpdateQueue

Listener = Callable[[str, int | None, object], None]
"""Called with the kind of event, the person's id and what it is about."""


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
        self.profile = Profile(bot_id, bot_name, bot_username)
        self.updates = UpdateQueue(clock, self.touch)
        self.callbacks = Callbacks(clock, self.touch)
        self.files = Files(self.touch, files)

    # time and change

    def unix(self) -> int:
        """The second that the clock of the play shows."""
        return int(self.clock.now().timestamp())

    def touch(self, kind: str, key: str) -> None:
        """Note that this record must be saved."""
        if self._saved:
            self.changed.add((kind, key))

    def tell(self, kind: str, person_id: int | None, about: object) -> None:
        """Tell the listeners (the page's stream)."""
        for listener in self.listeners:
            listener(kind, person_id, about)

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
        pinned: bool = False,
        started: bool = False,
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
        )
        self.people[id] = person
        self.places[id] = len(self.places)
        self.chats[id] = Chat()
        self.touch("counters", "")
        self.person_changed(person)
        return person

    def person_changed(self, person: Person) -> None:
        """Save and tell a change of the person's card."""
        self.touch("person", str(person.id))
        self.tell("person", person.id, person)

    def chat_instance(self, person: Person) -> str:
        """The opaque constant of a chat that callback queries carry."""
        digest = hashlib.blake2b(f"{self.profile.id}/{person.id}".encode(), digest_size=8).digest()
        return str(int.from_bytes(digest, "big", signed=True))

    # messages

    def next_message_id(self) -> int:
        """One counter for all chats of the bot, with gaps: nobody may do arithmetic on ids."""
        self.last_message_id += 1 + (self.last_message_id * 7 + 3) % 4 // 2
        self.touch("counters", "")
        return self.last_message_id

    def post(self, person: Person, content: Json, *, out: bool, sealed: bool = False) -> Message:
        """Put a new message with this content into the person's chat."""
        body: Json = {
            "message_id": self.next_message_id(),
            "from": self.profile.user() if out else person.user(),
            "chat": person.chat(),
            "date": self.unix(),
            **content,
        }
        message = Message(body, out, sealed=sealed)
        self.chats[person.id].messages[message.id] = message
        self.touch("message", f"{person.id}:{message.id}")
        person.last_text = message.gist()
        person.last_date = message.body["date"]
        person.unread = person.unread + 1 if out else 0
        self.tell("message", person.id, message)
        self.person_changed(person)
        return message

    def rewrite(self, person: Person, message: Message, body: Json, *, visibly: bool = True) -> Message:
        """Put an edited body in the place of the old one; `visibly` when more than the buttons changed."""
        fresh = replace(message, body={**body, "edit_date": self.unix()}, edited=message.edited or visibly)
        messages = self.chats[person.id].messages
        messages[message.id] = fresh
        self.touch("message", f"{person.id}:{message.id}")
        if message.id == next(reversed(messages)):
            person.last_text = fresh.gist()
            self.person_changed(person)
        self.tell("edit", person.id, fresh)
        return fresh

    def remove(self, person: Person, message_id: int) -> None:
        """Delete a message for both sides."""
        del self.chats[person.id].messages[message_id]
        self.touch("message", f"{person.id}:{message_id}")
        self.tell("delete", person.id, message_id)

    def set_keyboard(self, person: Person, keyboard: Json | None) -> None:
        """Show a reply keyboard under the input, or take it away."""
        chat = self.chats[person.id]
        if chat.keyboard != keyboard:
            chat.keyboard = keyboard
            self.touch("keyboard", str(person.id))
            self.tell("keyboard", person.id, keyboard)
