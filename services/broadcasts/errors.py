from services.errors import ServiceError


class NothingToSend(ServiceError):
    """Neither words nor a picture or file."""

    code = "broadcasts-empty"


class TooLong(ServiceError):
    """Longer than a messenger takes. Fields: `length`, `limit`, `excess`, `attached`."""

    code = "broadcasts-too-long"


class DraftFull(ServiceError):
    """The piece was not added to the draft. Field: `limit`."""

    code = "broadcasts-draft-full"


class NobodyThere(ServiceError):
    """Nobody whom the segment means can be written to."""

    code = "broadcasts-nobody"


class TimePassed(ServiceError):
    """The moment that the author chose is over; she is asked for another."""

    code = "broadcasts-time-passed"


class AlreadySent(ServiceError):
    """It is no draft any more."""

    code = "broadcasts-already-sent"
