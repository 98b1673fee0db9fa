from services.errors import NotAllowed, ServiceError


class AttemptClosed(ServiceError):
    """The attempt was given up: begun anew elsewhere, or the questionnaire has changed in substance."""

    code = "diagnostics-closed"


class NoMoreAttempts(ServiceError):
    """Fields: `most`, how many attempts the test allows."""

    code = "diagnostics-no-more"


class TooEarly(ServiceError):
    """Fields: `on`, the moment from which the test may be taken again."""

    code = "diagnostics-too-early"


class ResultClosed(NotAllowed):
    """Its owner has opened the result once and taken that back. Field: `owner`, her name as it was shown then."""

    code = "diagnostics-result-closed"


class NotShareable(ServiceError):
    """The questionnaire promises that its personal result stays with its owner."""

    code = "diagnostics-not-shareable"
