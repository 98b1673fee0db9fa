"""When the bot may speak by itself: nights, Sundays and holidays are silent in every zone."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.settings import ROOT
from services.calendar.model import load_calendar
from services.calendar.rules import at, humane, is_silent_day, is_working_day, next_working_day

CALENDAR = load_calendar(ROOT / "content" / "calendar.yaml")
MOSCOW = ZoneInfo("Europe/Moscow")
VLADIVOSTOK = ZoneInfo("Asia/Vladivostok")
ZONES = [
    "Europe/Moscow",
    "Europe/Kaliningrad",
    "Asia/Vladivostok",
    "Asia/Kamchatka",
    "Europe/Berlin",  # summer time
    "America/New_York",
    "Australia/Lord_Howe",  # half an hour of it
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
]


def local(text: str, zone: ZoneInfo = MOSCOW) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("2026-10-06 10:00", "2026-10-06 10:00"),  # a working Tuesday: at once
        ("2026-10-06 08:00", "2026-10-06 08:00"),  # the first minute of the day
        ("2026-10-06 07:59:59", "2026-10-06 08:00"),
        ("2026-10-06 18:59:59", "2026-10-06 18:59:59"),
        ("2026-10-06 19:00", "2026-10-07 08:00"),  # the evening begins
        ("2026-10-06 00:00", "2026-10-06 08:00"),
        ("2026-10-10 12:00", "2026-10-10 12:00"),  # on Saturday teachers work
        ("2026-10-10 20:00", "2026-10-12 08:00"),  # Saturday evening: over Sunday
        ("2026-10-11 12:00", "2026-10-12 08:00"),  # Sunday
        ("2026-11-03 21:00", "2026-11-05 08:00"),  # over the Day of Unity
        ("2026-11-04 12:00", "2026-11-05 08:00"),
        ("2026-12-30 19:30", "2027-01-11 08:00"),  # over the New Year
        ("2027-01-10 23:59", "2027-01-11 08:00"),
        ("2027-05-01 09:00", "2027-05-04 08:00"),
        ("2027-07-01 09:00", "2027-08-02 08:00"),  # leave; 1 August is a Sunday
    ],
)
def test_humane(asked: str, answered: str) -> None:
    assert humane(local(asked), MOSCOW, CALENDAR) == local(answered)


def test_each_reader_has_her_own_night() -> None:
    """Noon in Moscow is seven in the evening in Vladivostok."""
    noon = local("2026-10-06 12:00")
    assert humane(noon, MOSCOW, CALENDAR) == noon
    assert humane(noon, VLADIVOSTOK, CALENDAR) == local("2026-10-07 08:00", VLADIVOSTOK)


def test_sunday_begins_earlier_in_the_east() -> None:
    saturday = local("2026-10-10 17:30")
    assert humane(saturday, MOSCOW, CALENDAR) == saturday
    assert humane(saturday, VLADIVOSTOK, CALENDAR) == local("2026-10-12 08:00", VLADIVOSTOK)


@pytest.mark.parametrize(
    ("zone", "day", "hours_from_utc"),
    [("Europe/Berlin", "2026-10-24", 2), ("Europe/Berlin", "2026-10-26", 1), ("America/New_York", "2027-03-15", -4)],
)
def test_wall_clock_through_the_change_of_hours(zone: str, day: str, hours_from_utc: int) -> None:
    """Eight in the morning is eight on the wall, whatever the offset is that day."""
    opened = humane(local(f"{day} 03:00", ZoneInfo(zone)), ZoneInfo(zone), CALENDAR)
    assert opened == datetime.fromisoformat(f"{day} 08:00").replace(tzinfo=UTC) - timedelta(hours=hours_from_utc)


MOMENTS = st.datetimes(datetime(2026, 8, 1), datetime(2027, 9, 1), timezones=st.just(UTC))


@given(MOMENTS, st.sampled_from(ZONES))
@example(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/Berlin")
@example(datetime(2027, 3, 28, 1, 0, tzinfo=UTC), "Europe/Berlin")
def test_humane_disturbs_nobody(moment: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    found = humane(moment, zone, CALENDAR)
    there = found.astimezone(zone)
    assert found >= moment
    assert found.utcoffset() == timedelta(0)
    assert CALENDAR.open_from <= there.time() < CALENDAR.open_to
    assert not is_silent_day(there.date(), CALENDAR)
    assert humane(found, zone, CALENDAR) == found


@given(MOMENTS, st.sampled_from(ZONES))
def test_humane_waits_no_longer_than_it_must(moment: datetime, name: str) -> None:
    """It keeps the moment, or opens the day; and every day that it passes over is silent."""
    zone = ZoneInfo(name)
    found = humane(moment, zone, CALENDAR)
    if found == moment:
        return
    there, here = found.astimezone(zone), moment.astimezone(zone)
    assert there.time() == CALENDAR.open_from
    first = here.date() + timedelta(days=1 if here.time() >= CALENDAR.open_to else 0)
    passed = [first + timedelta(days=number) for number in range((there.date() - first).days)]
    assert all(is_silent_day(day, CALENDAR) for day in passed)


@pytest.mark.parametrize(
    ("day", "following"),
    [
        ("2026-10-09", "2026-10-12"),  # Friday
        ("2026-10-10", "2026-10-12"),
        ("2026-11-03", "2026-11-05"),
        ("2026-12-30", "2027-01-11"),
        ("2027-02-19", "2027-02-24"),
    ],
)
def test_next_working_day(day: str, following: str) -> None:
    assert next_working_day(date.fromisoformat(day), CALENDAR) == date.fromisoformat(following)


@given(st.dates(date(2026, 8, 1), date(2027, 8, 1)))
def test_the_next_working_day_is_the_nearest(day: date) -> None:
    following = next_working_day(day, CALENDAR)
    assert following > day
    assert is_working_day(following, CALENDAR)
    between = [day + timedelta(days=number) for number in range(1, (following - day).days)]
    assert not any(is_working_day(one, CALENDAR) for one in between)


def test_at_is_the_time_on_the_wall() -> None:
    friday = date(2026, 10, 9)
    assert at(friday, CALENDAR.check_in_time, MOSCOW) == datetime(2026, 10, 9, 12, tzinfo=UTC)
    assert at(friday, CALENDAR.check_in_time, VLADIVOSTOK) == datetime(2026, 10, 9, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("check_in: {weekday: friday,", "check_in: {weekday: fryday,"),
        ('nudge_time: "15:00"', 'nudge_time: "ten"'),
        ('"2026-11-04..2026-11-04"', '"2026-11-04..2026-11-03"'),
        ('"2026-11-04..2026-11-04"', '"2026-11-04..2036-11-04"'),
        ("silent_weekdays: [sunday]", "quiet_weekdays: [sunday]"),
    ],
)
def test_a_mistake_names_the_file(tmp_path: Path, line: str, wrong: str) -> None:
    text = (ROOT / "content" / "calendar.yaml").read_text(encoding="utf-8")
    assert line in text
    file = tmp_path / "calendar.yaml"
    file.write_text(text.replace(line, wrong), encoding="utf-8")
    with pytest.raises(ValueError, match=r"calendar\.yaml"):
        load_calendar(file)
