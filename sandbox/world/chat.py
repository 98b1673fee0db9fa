"""A chat: the private one of a person, a group, a supergroup (perhaps a forum), a channel."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from sandbox.shapes import Json
from sandbox.world.message import Message
from sandbox.world.person import Person

GROUP_TYPES = ("group", "supergroup", "channel")
PRESENT = frozenset({"creator", "administrator", "member"})


@dataclass(slots=True)
class Group:
    """What a group or channel is beyond its messages.

    `members`: the Bot API `ChatMember` of everybody who is or was there, the bot among them, by user id.
    `about`: further fields of `ChatFullInfo` (description, permissions, photo…). `topics`: `ForumTopic` by thread id,
    with `is_closed` and `is_hidden` beside the fields of the Bot API; `links`: `ChatInviteLink` by address.
    """

    type: str
    title: str
    username: str | None = None
    is_forum: bool = False
    members: dict[int, Json] = field(default_factory=dict)
    about: Json = field(default_factory=dict)
    topics: dict[int, Json] = field(default_factory=dict)
    links: dict[str, Json] = field(default_factory=dict)
    migrated_to: int | None = None

    def record(self) -> Json:
        """What is saved."""
        return asdict(self)

    @classmethod
    def restored(cls, record: Json) -> Group:
        """From what was saved: JSON has made words of the numbers."""
        numbered = {name: {int(key): body for key, body in record[name].items()} for name in ("members", "topics")}
        return cls(**{**record, **numbered})


@dataclass(slots=True)
class Chat:
    """Messages by id in the order of sending; `person` in a private chat, `group` in every other.

    `keyboard` is the reply keyboard that stands under the input; `forced_reply` the reply that the bot's last
    ForceReply opened: {message_id, input_field_placeholder?, selective?, user_ids?}; `pinned` the pinned messages,
    the newest last; `draft` what the bot is just writing (never saved).
    """

    id: int
    person: Person | None = None
    group: Group | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: Json | None = None
    forced_reply: Json | None = None
    pinned: list[int] = field(default_factory=list)
    draft: Json | None = None

    @property
    def type(self) -> str:
        """private, group, supergroup or channel."""
        return self.group.type if self.group else "private"

    def body(self) -> Json:
        """The Bot API `Chat`."""
        if self.group is None:
            assert self.person is not None, "a chat without a group is somebody's"
            return self.person.chat()
        body: Json = {"id": self.id, "type": self.group.type, "title": self.group.title}
        if self.group.username:
            body["username"] = self.group.username
        if self.group.is_forum:
            body["is_forum"] = True
        return body

    def member(self, user_id: int) -> Json | None:
        """The `ChatMember` of this user, if the group has ever seen her."""
        return self.group.members.get(user_id) if self.group else None

    def holds(self, user_id: int) -> bool:
        """Whether this user is in the group now."""
        member = self.member(user_id)
        return member is not None and (member["status"] in PRESENT or bool(member.get("is_member")))

    def record(self) -> Json:
        """What is saved of the chat itself; messages are saved one by one."""
        return {
            "group": self.group.record() if self.group else None,
            "keyboard": self.keyboard,
            "forced_reply": self.forced_reply,
            "pinned": self.pinned,
        }

    def restore(self, record: Json) -> None:
        """Take back what was saved."""
        self.group = Group.restored(record["group"]) if record["group"] else None
        self.keyboard = record["keyboard"]
        self.forced_reply = record.get("forced_reply")
        self.pinned = record["pinned"]
