"""What a changed calendar does to a check-in that was planned under the old one."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import ROOT
from services.calendar.model import load_calendar
from services.mentoring import rules
from services.mentoring.rules import Moments

CALENDAR = load_calendar(ROOT / "content" / "calendar.yaml")
MOSCOW = ZoneInfo("Europe/Moscow")
WEEK = date(2026, 10, 5)
ZONES = st.sampled_from([MOSCOW, ZoneInfo("Asia/Vladivostok")])


def local(day: int, hour: int) -> datetime:
    return datetime(2026, 10, day, hour, tzinfo=MOSCOW)


def at(*moments: tuple[int, int]) -> Moments:
    """Asked, reminded, silent: day of October and hour."""
    asked, nudged, silent = (local(*moment) for moment in moments)
    return Moments(asked, nudged, silent)


PLANNED = at((9, 15), (12, 15), (13, 15))
PUT_OFF = at((10, 15), (12, 15), (13, 15))


@pytest.mark.parametrize(
    ("planned", "put_off", "now", "holidays", "expected"),
    [
        (PLANNED, False, local(8, 12), [9], None),
        (PLANNED, False, local(8, 12), [12], at((9, 15), (13, 15), (14, 15))),
        (PLANNED, False, local(9, 16), [9], PLANNED),  # it has been asked
        (PLANNED, False, local(9, 16), [12, 13], at((9, 15), (14, 15), (15, 15))),
        (PLANNED, False, local(12, 16), [13], at((9, 15), (12, 15), (14, 15))),  # the reminder has been sent
        (PUT_OFF, True, local(9, 16), [], PUT_OFF),
        (PUT_OFF, True, local(9, 16), [10], at((12, 15), (13, 15), (14, 15))),  # over the Sunday
        (PUT_OFF, True, local(10, 16), [12], at((10, 15), (13, 15), (14, 15))),
    ],
)
def test_a_new_holiday(
    planned: Moments, put_off: bool, now: datetime, holidays: list[int], expected: Moments | None
) -> None:
    calendar = replace(CALENDAR, holidays=CALENDAR.holidays | {date(2026, 10, day) for day in holidays})
    assert rules.replanned(planned, WEEK, now, MOSCOW, calendar, put_off=put_off) == expected


def test_another_hour_holds_for_questions_to_come() -> None:
    calendar = replace(CALENDAR, check_in_time=local(9, 14).time())
    found = rules.replanned(PLANNED, WEEK, local(8, 12), MOSCOW, calendar, put_off=False)
    assert found == at((9, 14), (12, 15), (13, 15))


def test_a_reminder_given_up_over_a_break_does_not_come_back() -> None:
    """The break was taken out of the calendar when the day of the reminder had passed."""
    asked = local(23, 15)
    planned = rules.following(asked, MOSCOW, CALENDAR)
    calendar = replace(CALENDAR, breaks=frozenset())
    now = asked + timedelta(days=6)
    assert rules.replanned(planned, date(2026, 10, 19), now, MOSCOW, calendar, put_off=False) == planned


def test_what_was_put_off_after_its_reminder_is_moved_without_another() -> None:
    planned = rules.put_off(local(12, 16), MOSCOW, CALENDAR, PLANNED)
    calendar = replace(CALENDAR, holidays=CALENDAR.holidays | {date(2026, 10, 13)})
    found = rules.replanned(planned, WEEK, local(12, 17), MOSCOW, calendar, put_off=True)
    assert found is not None
    assert (found.due_at, found.nudges) == (local(14, 15), False)


@given(st.dates(date(2026, 8, 3), date(2027, 6, 1)), st.integers(-48, 24 * 20), ZONES)
def test_the_same_calendar_changes_nothing(day: date, hours: int, zone: ZoneInfo) -> None:
    week = rules.monday(day)
    planned = rules.moments(week, zone, CALENDAR)
    if planned is None:
        return
    now = planned.due_at + timedelta(hours=hours)
    assert rules.replanned(planned, week, now, zone, CALENDAR, put_off=False) == planned
    later = rules.put_off(planned.due_at + timedelta(hours=1), zone, CALENDAR, planned)
    assert rules.replanned(later, week, now, zone, CALENDAR, put_off=True) == later
