from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from db.vocabulary import EventKind, EventStatus, SignUpState
from services.events.calendar_file import calendar_file
from services.events.views import EventView

NOW = datetime(2026, 10, 6, 7, tzinfo=UTC)
EVENT = EventView(
    id=7,
    kind=EventKind.PRACTICUM,
    title="Стереометрия: методы решения; ЕГЭ, № 14",
    description="Разберём три задачи.\nВозьмите циркуль.",
    starts_at=datetime(2026, 10, 19, 12, tzinfo=UTC),
    ends_at=datetime(2026, 10, 19, 13, 30, tzinfo=UTC),
    venue="Школа № 1, ул. Школьная, 5",
    link="https://example.org/room",
    capacity=20,
    confirmed=3,
    waiting=0,
    sign_up_until=NOW,
    status=EventStatus.PUBLISHED,
    cancel_reason=None,
    version=1,
    created_at=NOW,
    subjects=(),
    my_state=None,
    my_position=0,
    will_come=None,
)


def entry(event: EventView, zone: str = "Europe/Moscow") -> Event:
    calendar = Calendar.from_ical(calendar_file(event, ZoneInfo(zone), NOW))
    found = calendar.walk("VEVENT")
    assert len(found) == 1
    assert isinstance(found[0], Event)
    return found[0]


@pytest.mark.parametrize(("zone", "hour"), [("Europe/Moscow", 15), ("Asia/Vladivostok", 22)])
def test_the_time_is_the_readers(zone: str, hour: int) -> None:
    found = entry(EVENT, zone)
    assert found.start == EVENT.starts_at
    assert found.end - found.start == timedelta(minutes=90)
    assert f"DTSTART;TZID={zone}:20261019T{hour}0000".encode() in calendar_file(EVENT, ZoneInfo(zone), NOW)
    assert b"BEGIN:VTIMEZONE" in calendar_file(EVENT, ZoneInfo(zone), NOW)


def test_words_survive_the_format() -> None:
    found = entry(EVENT)
    assert str(found["summary"]) == EVENT.title
    assert str(found["description"]) == EVENT.description
    assert str(found["location"]) == "Школа № 1, ул. Школьная, 5, https://example.org/room"
    assert "organizer" not in found


def test_a_moved_event_replaces_the_old_time() -> None:
    moved = replace(EVENT, starts_at=EVENT.starts_at + timedelta(days=1), version=2)
    before, after = entry(EVENT), entry(moved)
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after["status"] == "CONFIRMED"
    assert entry(replace(moved, status=EventStatus.CANCELLED, version=3))["status"] == "CANCELLED"


def test_who_only_waits_gets_a_tentative_entry() -> None:
    assert entry(replace(EVENT, my_state=SignUpState.WAITING))["status"] == "TENTATIVE"
    assert entry(replace(EVENT, my_state=SignUpState.CONFIRMED))["status"] == "CONFIRMED"


def test_two_events_are_two() -> None:
    assert entry(EVENT)["uid"] != entry(replace(EVENT, id=8))["uid"]
