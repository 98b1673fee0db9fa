"""What the bot says of itself: name, descriptions, commands, menu button, webhook."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from sandbox.shapes import Json
from sandbox.world.person import Person

COMMANDS_BUTTON: Json = {"type": "commands"}


@dataclass(slots=True)
class Profile:
    """Texts and commands are kept by language code; "" is for everybody.

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
    reads_groups: bool = False

    def user(self) -> Json:
        """The bot as the sender of a message."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}

    def commands_for(self, person: Person) -> list[Json]:
        """The commands that this person sees: the narrowest scope with the own language first."""
        for scope in (f"chat:{person.id}", "all_private_chats", "default"):
            for language in (person.language_code, ""):
                found = self.commands.get(f"{scope}/{language}")
                if found:
                    return found
        return []

    def menu_for(self, person: Person) -> Json:
        """The menu button in this person's chat."""
        own = self.menus.get(str(person.id))
        return own if own and own["type"] != "default" else self.menu

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
