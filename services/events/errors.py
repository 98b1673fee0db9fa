from services.errors import ServiceError


class EventClosed(ServiceError):
    """No sign-up or cancellation any more. Field: `reason`, a `services.events.rules.Closed`."""

    code = "event-closed"


class EventElsewhere(ServiceError):
    """The event belongs to a part of the region that the person does not work in."""

    code = "event-elsewhere"


class FewerThanConfirmed(ServiceError):
    """Places cannot be taken from people who have one. Field: `confirmed`, how many have."""

    code = "event-fewer-than-confirmed"


class EventInThePast(ServiceError):
    """An event is never moved to, nor made at, a moment that has passed."""

    code = "event-in-the-past"
