"""An event as an .ics file (RFC 5545) for the calendar of a phone."""

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from db.vocabulary import EventStatus, SignUpState
from services.events.views import EventView

PRODUCT = "-//metod-bot//events//RU"


def calendar_file(event: EventView, zone: ZoneInfo, now: datetime) -> bytes:
    """The UID stays the same for ever and SEQUENCE grows with each move, so that a calendar replaces the old time.
    After a change of the place alone the later DTSTAMP decides (RFC 5546, 2.1.5).

    Without an organiser or METHOD: it is an entry for oneself, not an invitation that could be answered.
    """
    entry = Event()
    entry.add("uid", f"{uuid5(NAMESPACE_URL, f'event:{event.id}:{event.created_at.isoformat()}')}")
    entry.add("sequence", event.version - 1)
    entry.add("dtstamp", now)
    entry.add("dtstart", event.starts_at.astimezone(zone))
    entry.add("dtend", event.ends_at.astimezone(zone))
    entry.add("summary", event.title)
    entry.add("status", _status(event))
    place = ", ".join(part for part in (event.venue, event.link) if part)
    if place:
        entry.add("location", place)
    if event.link:
        entry.add("url", event.link)
    if event.description:
        entry.add("description", event.description)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(entry)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _status(event: EventView) -> str:
    if event.status == EventStatus.CANCELLED:
        return "CANCELLED"
    return "TENTATIVE" if event.my_state == SignUpState.WAITING else "CONFIRMED"
