from services.errors import ServiceError


class CheckInOver(ServiceError):
    """The week is closed: its questions are asked no more."""

    code = "mentoring-check-in-over"


class TooLateToPutOff(ServiceError):
    """By then other questions come. Fields: `coming`, when; `tomorrow`, whether that is the very next day."""

    code = "mentoring-too-late-to-put-off"


class CheckInDone(ServiceError):
    """It was answered or skipped already."""

    code = "mentoring-check-in-done"


class PairEnded(ServiceError):
    """The pair has finished or was stopped."""

    code = "mentoring-pair-ended"


class PairExists(ServiceError):
    """These two are a pair already. Field: `number` of the order."""

    code = "pairs-exists"


class OnePerson(ServiceError):
    """Nobody is her own mentor."""

    code = "pairs-one-person"
