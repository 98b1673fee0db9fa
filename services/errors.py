from typing import Any


class ServiceError(Exception):
    """A use case refused. `code` names the Fluent message `error-<code>`; the fields are its variables.

    Subclasses set `code`; handlers translate them in one place and lose nothing of what the person did.
    """

    code = "unknown"

    def __init__(self, **fields: Any) -> None:
        super().__init__(self.code, fields)
        self.fields = fields


class NotFound(ServiceError):
    """What was asked for is not there any more, or never was."""

    code = "not-found"


class NotAllowed(ServiceError):
    """It is there, but not for this person."""

    code = "not-allowed"


class Stranger(ServiceError):
    """A button of the bot's inside, pressed by somebody who has not entered (or has erased herself since)."""

    code = "stranger"


class ConsentNeeded(ServiceError):
    """The use case keeps personal data, and the person has not agreed to that."""

    code = "consent-needed"
