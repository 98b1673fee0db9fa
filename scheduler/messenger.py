"""What delivery asks of a messenger. Each messenger in bot/messengers/ offers it."""

from typing import Protocol

from db.vocabulary import Reach
from dialogs.common.notice import Notice


class Unreachable(Exception):
    """Permanent: the account cannot be written to until its owner comes back."""

    def __init__(self, reach: Reach) -> None:
        super().__init__(reach)
        self.reach = reach


class TryLater(Exception):
    """Transient: the messenger is busy or away. `seconds` when it said how long."""

    def __init__(self, failure: str, seconds: float | None = None) -> None:
        super().__init__(failure)
        self.failure = failure
        self.seconds = seconds


class Refused(Exception):
    """The messenger will never accept this message; the account is well."""


class Messenger(Protocol):
    async def send(self, user_id: int, notice: Notice) -> int:
        """Send and return the message's id. Raises Unreachable, TryLater, Refused."""
        ...

    async def edit(self, user_id: int, message_id: int, notice: Notice) -> None:
        """Change a message sent before; one that is gone or the same already is left in peace."""
        ...
