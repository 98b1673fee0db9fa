from services.errors import ServiceError


class WrongCode(ServiceError):
    """No such code, or one that was used or has expired. Field: `left`, how many tries remain this hour."""

    code = "entry-wrong-code"


class TooManyCodes(ServiceError):
    """Six digits must not be guessed: an account waits after too many misses. Field: `until`."""

    code = "entry-too-many-codes"


class AlreadyEntered(ServiceError):
    """The account belongs to a known person already."""

    code = "entry-already"
