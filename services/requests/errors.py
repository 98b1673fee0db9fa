from services.errors import ServiceError


class TakenByAnother(ServiceError):
    """Somebody was quicker, or a methodist has given it to another tutor. Field: `number`."""

    code = "request-taken"


class NotPossibleNow(ServiceError):
    """The request has moved on: this can no longer (or not yet) be done to it. Fields: `number`, `status`."""

    code = "request-not-possible"


class TimeGone(ServiceError):
    """The teacher answers to a time that nobody holds for her any more. Field: `number`."""

    code = "request-time-gone"


class TimeBusy(ServiceError):
    """The tutor has another meeting within the hour, or has proposed one. Field: `at`."""

    code = "request-time-busy"


class NoSchoolKnown(ServiceError):
    """Without a municipality there is no queue to stand in."""

    code = "request-no-school"


class BadMeetingTime(ServiceError):
    """In the past, or more than half a year ahead."""

    code = "request-bad-time"


class ReasonNeeded(ServiceError):
    """Nobody is declined without a reason."""

    code = "request-reason-needed"


class AskedAlready(ServiceError):
    """The same topic is asked for and still open. Field: `number`."""

    code = "request-asked-already"
