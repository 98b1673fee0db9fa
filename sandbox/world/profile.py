"""What the bot says of itself: name, descriptions, commands, menu button, webhook."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from sandbox.shapes import Json
from sandbox.world.chat import Chat
from sandbox.world.person import Person

COMMANDS_BUTTON: Json = {"type": "commands"}


@dataclass(slots=True)
class Profile:
    """Texts and commands are kept by language code; "" is for everybody.

    `inline`, `inline_feedback`: switches that a bot's owner turns elsewhere, not by the Bot API: whether people can
    use the bot's inline mode, and whether it is told what they chose.
    `reads_groups`: the privacy mode is off, so that it hears everything in groups.
    """

    id: int
    name: str
    username: str
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    menu: Json = field(default_factory=lambda: dict(COMMANDS_BUTTON))
    menus: dict[str, Json] = field(default_factory=dict)
    webhook: Json = field(default_factory=dict)
    logged_out_until: int = 0
    inline: bool = False
    inline_feedback: bool = False
    reads_groups: bool = False

    def user(self) -> Json:
        """The bot as the sender of a message."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.names.get("") or self.name,
            "username": self.username,
        }

    def commands_for(self, person: Person, chat: Chat | None = None) -> list[Json]:
        """The commands that this person sees, in a group when it is given: the narrowest scope with the own
        language first.
        """
        scopes = [f"chat:{person.id}", "all_private_chats", "default"]
        if chat is not None and chat.group is not None:
            administers = (chat.member(person.id) or {}).get("status") in ("creator", "administrator")
            scopes = [f"chat_member:{chat.id}:{person.id}"]
            scopes += [f"chat_administrators:{chat.id}"] if administers else []
            scopes += [f"chat:{chat.id}"]
            scopes += ["all_chat_administrators"] if administers else []
            scopes += ["all_group_chats", "default"]
        for scope in scopes:
            for language in (person.language_code, ""):
                found = self.commands.get(f"{scope}/{language}")
                if found:
                    return found
        return []

    def menu_for(self, person: Person) -> Json:
        """The menu button in this person's chat."""
        own = self.menus.get(str(person.id))
        return own if own and own["type"] != "default" else self.menu

    def card_for(self, person: Person) -> Json:
        """What this person's messenger says of the bot: name, user name, what it can do."""
        language = person.language_code
        name = self.names.get(language) or self.names.get("") or self.name
        description = self.descriptions.get(language) or self.descriptions.get("") or ""
        return {"name": name, "username": self.username, "description": description}

    def record(self) -> Json:
        """What is saved. Id, name and username are set anew at each start."""
        saved = asdict(self)
        for given in ("id", "name", "username"):
            del saved[given]
        return saved

    def restore(self, record: Json) -> None:
        """Take back what was saved."""
        for key, value in record.items():
            setattr(self, key, value)
