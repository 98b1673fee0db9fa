"""A person of the play: a Telegram user whose private chat with the bot has the same id."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sandbox.shapes import Json


@dataclass(slots=True)
class Person:
    """`started`: the bot may write; `blocked`, `deactivated`: it may not any more (403).

    `hides_forwards`: a forward of her messages names her, but does not lead to her.
    """

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str = "ru"
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    pinned: bool = False
    note: str | None = None
    note_en: str | None = None
    bio: str | None = None
    unread: int = 0
    last_text: str | None = None
    last_date: int | None = None
    hides_forwards: bool = False

    def user(self) -> Json:
        """The Bot API `User`."""
        body: Json = {"id": self.id, "is_bot": False, **self._names()}
        body["language_code"] = self.language_code
        return body

    def chat(self) -> Json:
        """The Bot API `Chat` of the private chat."""
        return {"id": self.id, **self._names(), "type": "private"}

    def card(self) -> Json:
        """The person as the control API shows it."""
        return asdict(self)

    def _names(self) -> Json:
        names: Json = {"first_name": self.first_name}
        if self.last_name:
            names["last_name"] = self.last_name
        if self.username:
            names["username"] = self.username
        return names
