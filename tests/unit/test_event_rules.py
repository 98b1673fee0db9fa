from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import EventStatus, NoticeKind
from services.calendar.model import load_calendar
from services.calendar.rules import humane
from services.events.rules import (
    Closed,
    closed,
    no_place_time,
    paths_above,
    places_to_give,
    reminder_times,
    tell_at,
    usual_deadline,
)

CALENDAR = load_calendar(Path(__file__).parents[2] / "content" / "calendar.yaml")
MOSCOW = ZoneInfo("Europe/Moscow")
DAY, HOURS = NoticeKind.EVENT_REMINDER_DAY, NoticeKind.EVENT_REMINDER_HOURS
ZONES = [MOSCOW, ZoneInfo("Asia/Vladivostok"), ZoneInfo("Europe/Kaliningrad")]


def msk(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("status", "now", "expected"),
    [
        (EventStatus.PUBLISHED, "2026-10-18 17:59", None),
        (EventStatus.PUBLISHED, "2026-10-18 18:00", Closed.DEADLINE),
        (EventStatus.PUBLISHED, "2026-10-19 14:59", Closed.DEADLINE),
        (EventStatus.PUBLISHED, "2026-10-19 15:00", Closed.OVER),
        (EventStatus.HELD, "2026-10-06 10:00", Closed.OVER),
        (EventStatus.CANCELLED, "2026-10-06 10:00", Closed.CANCELLED),
        (EventStatus.CANCELLED, "2026-10-20 10:00", Closed.CANCELLED),
    ],
)
def test_until_when_one_may_sign_up(status: EventStatus, now: str, expected: Closed | None) -> None:
    assert closed(status, msk("2026-10-19 15:00"), msk("2026-10-18 18:00"), msk(now)) == expected


@pytest.mark.parametrize(
    ("capacity", "confirmed", "waiting", "given_"),
    [(20, 19, 1, 1), (20, 20, 5, 0), (20, 15, 3, 3), (20, 15, 9, 5), (None, 100, 7, 7), (0, 0, 4, 0), (5, 7, 2, 0)],
)
def test_places_to_give(capacity: int | None, confirmed: int, waiting: int, given_: int) -> None:
    assert places_to_give(capacity, confirmed, waiting) == given_


@pytest.mark.parametrize(
    ("starts_at", "now", "expected"),
    [
        # An ordinary Tuesday: a day before at the same hour, and two hours before.
        ("2026-10-20 15:00", "2026-10-06 10:00", [(DAY, "2026-10-19 15:00"), (HOURS, "2026-10-20 13:00")]),
        # Monday: Sunday is silent, so Saturday.
        ("2026-10-19 15:00", "2026-10-06 10:00", [(DAY, "2026-10-17 15:00"), (HOURS, "2026-10-19 13:00")]),
        # In the evening: the day before within the hours in which the bot speaks.
        ("2026-10-20 20:00", "2026-10-06 10:00", [(DAY, "2026-10-19 18:00"), (HOURS, "2026-10-20 18:00")]),
        # Early: not at half past six.
        ("2026-10-20 08:30", "2026-10-06 10:00", [(DAY, "2026-10-19 08:30"), (HOURS, "2026-10-20 08:00")]),
        # At eight there is no humane moment left on the day itself.
        ("2026-10-20 08:00", "2026-10-06 10:00", [(DAY, "2026-10-19 08:00")]),
        # Signed up on the eve: only the second; an hour before: nothing, she has just read it.
        ("2026-10-20 15:00", "2026-10-19 16:00", [(HOURS, "2026-10-20 13:00")]),
        ("2026-10-20 15:00", "2026-10-20 14:00", []),
        # After the New Year holidays: on the day itself rather than last year.
        ("2027-01-11 15:00", "2026-12-01 10:00", [(DAY, "2027-01-11 08:00"), (HOURS, "2027-01-11 13:00")]),
        # 4 November is a holiday.
        ("2026-11-05 15:00", "2026-10-06 10:00", [(DAY, "2026-11-03 15:00"), (HOURS, "2026-11-05 13:00")]),
    ],
)
def test_reminders(starts_at: str, now: str, expected: list[tuple[NoticeKind, str]]) -> None:
    times = reminder_times(msk(starts_at), msk(now), MOSCOW, CALENDAR)
    assert times == [(kind, msk(moment)) for kind, moment in expected]


moments = st.datetimes(datetime(2026, 9, 1), datetime(2027, 6, 30)).map(lambda moment: moment.replace(tzinfo=UTC))


@given(starts_at=moments, before=st.timedeltas(timedelta(), timedelta(days=40)), zone=st.sampled_from(ZONES))
def test_reminders_disturb_nobody_and_are_never_late(starts_at: datetime, before: timedelta, zone: ZoneInfo) -> None:
    now = starts_at - before
    times = [moment for _, moment in reminder_times(starts_at, now, zone, CALENDAR)]
    assert times == sorted(times)
    for moment in times:
        assert now < moment < starts_at
        assert humane(moment, zone, CALENDAR) == moment


@pytest.mark.parametrize(
    ("now", "starts_at", "expected"),
    [
        ("2026-10-06 10:00", "2026-10-19 15:00", "2026-10-06 10:00"),
        ("2026-10-06 21:00", "2026-10-19 15:00", "2026-10-07 08:00"),
        ("2026-10-06 21:00", "2026-10-07 15:00", "2026-10-07 08:00"),  # seven hours are time enough
        ("2026-10-06 21:00", "2026-10-07 11:00", "2026-10-07 08:00"),
        ("2026-10-06 21:00", "2026-10-07 10:59", "2026-10-06 21:00"),  # too late to turn back
        ("2026-10-18 12:00", "2026-10-19 21:00", "2026-10-19 08:00"),  # a Sunday
        ("2026-10-18 12:00", "2026-10-19 15:00", "2026-10-19 08:00"),
        ("2026-10-18 12:00", "2026-10-19 09:00", "2026-10-18 12:00"),  # Monday morning cannot wait for Monday
        ("2026-10-10 22:00", "2026-10-12 09:00", "2026-10-11 08:00"),  # and is told on Sunday, but not early
        ("2026-10-07 05:00", "2026-10-07 10:30", "2026-10-07 07:00"),
        ("2026-10-07 05:00", "2026-10-07 09:00", "2026-10-07 07:00"),
        ("2026-10-06 21:00", "2026-10-07 08:30", "2026-10-06 21:00"),  # waiting would send people to a closed door
        ("2026-10-06 23:00", "2026-10-07 07:30", "2026-10-06 23:00"),
    ],
)
def test_news_waits_for_the_morning_if_it_can(now: str, starts_at: str, expected: str) -> None:
    assert tell_at(msk(now), msk(starts_at), MOSCOW, CALENDAR) == msk(expected)


def test_no_reminder_right_after_the_news() -> None:
    start, now = msk("2026-10-12 09:00"), msk("2026-10-10 22:00")
    assert reminder_times(start, now, MOSCOW, CALENDAR, told_at=msk("2026-10-12 07:00")) == []
    tuesday = msk("2026-10-13 15:00")
    told_at = msk("2026-10-12 13:00")  # two hours before the first reminder, a day before the second
    assert [kind for kind, _ in reminder_times(tuesday, told_at, MOSCOW, CALENDAR)] == [DAY, HOURS]
    assert [kind for kind, _ in reminder_times(tuesday, told_at, MOSCOW, CALENDAR, told_at)] == [HOURS]


@pytest.mark.parametrize(
    ("starts_at", "now", "expected"),
    [
        # In the evening before, three hours after the first reminder.
        ("2026-10-20 15:00", "2026-10-14 10:00", "2026-10-19 18:00"),
        ("2026-10-20 20:00", "2026-10-14 10:00", "2026-10-19 18:00"),
        ("2026-10-19 15:00", "2026-10-14 10:00", "2026-10-17 18:00"),  # Sunday is silent
        ("2027-01-11 15:00", "2027-01-07 10:00", "2027-01-11 08:00"),  # after the New Year holidays
        # In the line only since then: two hours before, if that is still to come.
        ("2026-10-20 15:00", "2026-10-19 18:00", "2026-10-20 13:00"),
        ("2026-10-20 15:00", "2026-10-20 13:30", None),
        ("2026-10-20 08:00", "2026-10-19 18:30", None),
    ],
)
def test_when_the_line_hears_that_no_place_came_free(starts_at: str, now: str, expected: str | None) -> None:
    moment = no_place_time(msk(starts_at), msk(now), MOSCOW, CALENDAR)
    assert moment == (msk(expected) if expected else None)


@given(starts_at=moments, before=st.timedeltas(timedelta(), timedelta(days=6)), zone=st.sampled_from(ZONES))
def test_the_line_is_told_at_a_humane_hour_before_the_start(
    starts_at: datetime, before: timedelta, zone: ZoneInfo
) -> None:
    now = starts_at - before
    moment = no_place_time(starts_at, now, zone, CALENDAR)
    if moment is not None:
        assert now < moment < starts_at
        assert humane(moment, zone, CALENDAR) == moment


def test_paths_above() -> None:
    assert paths_above("/1/3/17/") == ["/1/", "/1/3/", "/1/3/17/"]
    assert paths_above("") == []


def test_deadlines() -> None:
    assert usual_deadline(msk("2026-10-19 15:00"), MOSCOW, msk("2026-10-06 10:00")) == msk("2026-10-18 18:00")
    assert usual_deadline(msk("2026-10-06 15:00"), MOSCOW, msk("2026-10-06 10:00")) == msk("2026-10-06 15:00")
