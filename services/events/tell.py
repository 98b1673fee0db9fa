"""What people are told by themselves about an event, as due rows.

A key holds the event's version or the turn of the sign-up, so that each thing is said once, and said again when
it has truly happened again.
"""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from db.models import Event, SignUp
from db.vocabulary import NoticeKind
from services.calendar.model import Calendar
from services.events.rules import place_mark, reminder_times, tell_at
from services.outbox.model import Due, Priority

REMINDERS = (NoticeKind.EVENT_REMINDER_DAY, NoticeKind.EVENT_REMINDER_HOURS)
ALL = (
    *REMINDERS,
    NoticeKind.EVENT_PLACE_FREED,
    NoticeKind.EVENT_NO_PLACE,
    NoticeKind.EVENT_MOVED,
    NoticeKind.EVENT_PLACE,
    NoticeKind.EVENT_CANCELLED,
)
OF_A_TIME = (*REMINDERS, NoticeKind.EVENT_NO_PLACE)
"""What is told some time before the start, and anew when that has moved."""

OF_A_PLACE = (*OF_A_TIME, NoticeKind.EVENT_PLACE_FREED, NoticeKind.EVENT_PLACE)
"""What must not be said any more to whoever has given up the place, or the turn in the line."""


def reminders(
    event: Event,
    sign_up: SignUp,
    zone: ZoneInfo,
    calendar: Calendar,
    now: datetime,
    told_at: datetime | None = None,
) -> list[Due]:
    """A day and two hours before the start, in the person's zone; `told_at` as in `reminder_times`."""
    return [
        _due(kind, event, sign_up, f"{event.version}:{sign_up.person_id}:{sign_up.turn}", moment)
        for kind, moment in reminder_times(event.starts_at, now, zone, calendar, told_at)
    ]


def news_at(now: datetime, zone: ZoneInfo, calendar: Calendar, *starts: datetime) -> datetime:
    """When a reader hears of a change; of two times that an event has the nearer one counts: people set out for it."""
    return tell_at(now, min(starts), zone, calendar)


def place_freed(event: Event, sign_up: SignUp, due_at: datetime) -> Due:
    return _due(NoticeKind.EVENT_PLACE_FREED, event, sign_up, f"{sign_up.person_id}:{sign_up.turn}", due_at)


def no_place(event: Event, sign_up: SignUp, due_at: datetime) -> Due:
    """What had gone stale at one moment may be said at the next."""
    once = f"{event.version}:{sign_up.person_id}:{sign_up.turn}:{due_at.isoformat()}"
    return _due(NoticeKind.EVENT_NO_PLACE, event, sign_up, once, due_at)


def moved(
    event: Event, sign_up: SignUp, moved_from: datetime, zone: ZoneInfo, calendar: Calendar, now: datetime
) -> Due:
    """`moved_from` is the time that this person knows of."""
    due_at = news_at(now, zone, calendar, moved_from, event.starts_at)
    due = _due(NoticeKind.EVENT_MOVED, event, sign_up, f"{event.version}:{sign_up.person_id}", due_at)
    return replace(due, data={"from": moved_from.isoformat()})


def cancelled(event: Event, sign_up: SignUp, zone: ZoneInfo, calendar: Calendar, now: datetime) -> Due:
    due_at = news_at(now, zone, calendar, event.starts_at)
    due = _due(NoticeKind.EVENT_CANCELLED, event, sign_up, f"{sign_up.person_id}", due_at)
    return replace(due, expires_at=event.ends_at)


def place_changed(event: Event, sign_up: SignUp, zone: ZoneInfo, calendar: Calendar, now: datetime) -> Due:
    once = f"{sign_up.person_id}:{now.isoformat()}:{place_mark(event.venue, event.link)}"
    return _due(NoticeKind.EVENT_PLACE, event, sign_up, once, news_at(now, zone, calendar, event.starts_at))


def _due(kind: NoticeKind, event: Event, sign_up: SignUp, once: str, due_at: datetime) -> Due:
    """`once`: what makes it the same news if it is written again."""
    return Due(
        kind=kind,
        person_id=sign_up.person_id,
        subject_id=event.id,
        version=event.version,
        key=f"{kind}:{event.id}:{once}",
        due_at=due_at,
        expires_at=event.starts_at,
        priority=Priority.PERSONAL,
    )
