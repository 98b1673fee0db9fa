from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import ROOT
from db.vocabulary import OPEN_REQUEST, RequestForm
from db.vocabulary import RequestStatus as S
from services.calendar.model import load_calendar
from services.calendar.rules import is_working_day
from services.content import load_content
from services.requests import rules
from services.requests.present import Present

CALENDAR = load_calendar(Path(__file__).parents[2] / "content" / "calendar.yaml")
MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 10, 6, 7, tzinfo=UTC)
"""Tuesday, 10:00 in Moscow."""

ALLOWED = {
    S.NEW: {S.ACCEPTED, S.ASSIGNED, S.DECLINED, S.WITHDRAWN},
    S.ACCEPTED: {S.NEW, S.ASSIGNED, S.SCHEDULED, S.DECLINED, S.WITHDRAWN},
    S.ASSIGNED: {S.ASSIGNED, S.SCHEDULED, S.NEW, S.DECLINED, S.WITHDRAWN},
    S.SCHEDULED: {S.SCHEDULED, S.ASSIGNED, S.DONE, S.CLARIFY, S.NEW, S.WITHDRAWN},
    S.DONE: {S.CONFIRMED},
    S.CLARIFY: {S.ASSIGNED, S.SCHEDULED, S.DONE, S.NEW, S.DECLINED, S.WITHDRAWN},
}


@pytest.mark.parametrize(("old", "new"), list(product(S, S)))
def test_transitions(old: S, new: S) -> None:
    assert rules.may_move(old, new) == (new in ALLOWED.get(old, set()))


def test_every_open_request_can_be_withdrawn_and_an_ended_one_moves_no_more() -> None:
    for status in S:
        assert rules.may_move(status, S.WITHDRAWN) == (status in OPEN_REQUEST)
        if status in (S.CONFIRMED, S.DECLINED, S.WITHDRAWN):
            assert not rules.TRANSITIONS[status]


@pytest.mark.parametrize(
    ("asked", "until"),
    [
        (date(2026, 10, 6), date(2026, 10, 9)),  # Tuesday → Friday
        (date(2026, 10, 9), date(2026, 10, 14)),  # Friday → Wednesday
        (date(2026, 10, 11), date(2026, 10, 14)),  # Sunday → Wednesday
        (date(2026, 11, 3), date(2026, 11, 9)),  # the day before a holiday on a Wednesday
        (date(2026, 12, 30), date(2027, 1, 13)),  # over New Year
    ],
)
def test_three_working_days(asked: date, until: date) -> None:
    assert rules.last_day_to_answer(asked, CALENDAR) == until


@pytest.mark.parametrize(
    ("status", "meeting_on", "until"),
    [
        (S.NEW, None, date(2026, 10, 9)),
        (S.CLARIFY, None, date(2026, 10, 9)),
        (S.ASSIGNED, None, date(2026, 10, 12)),
        (S.SCHEDULED, date(2026, 10, 16), date(2026, 10, 20)),  # a meeting on Friday: Tuesday
        (S.SCHEDULED, date(2026, 10, 1), date(2026, 10, 8)),
    ],
)
def test_how_long_a_state_may_last(status: S, meeting_on: date | None, until: date) -> None:
    assert rules.due_on(status, date(2026, 10, 6), meeting_on, CALENDAR) == until


def test_overdue_begins_with_the_day_after_the_last_one() -> None:
    last = date(2026, 10, 9)
    for status in (S.NEW, S.ACCEPTED):
        assert not rules.is_overdue(status, last, last)
        assert rules.is_overdue(status, last, date(2026, 10, 10))
    assert not rules.is_overdue(S.ASSIGNED, last, date(2026, 10, 10))


@pytest.mark.parametrize(
    ("meeting_at", "reminder"),
    [
        (datetime(2026, 10, 8, 15, tzinfo=MOSCOW), datetime(2026, 10, 7, 15, tzinfo=MOSCOW)),
        (datetime(2026, 10, 12, 15, tzinfo=MOSCOW), datetime(2026, 10, 9, 15, tzinfo=MOSCOW)),  # Monday: Friday
        (datetime(2026, 10, 17, 10, tzinfo=MOSCOW), datetime(2026, 10, 16, 10, tzinfo=MOSCOW)),
    ],
)
def test_reminder_comes_on_the_working_day_before(meeting_at: datetime, reminder: datetime) -> None:
    assert rules.reminder_at(meeting_at, MOSCOW, CALENDAR) == reminder


@pytest.mark.parametrize(("text", "worded"), [(".", False), ("да", False), ("нет", True), ("1 2 3 а б в", True)])
def test_words_rather_than_signs(text: str, worded: bool) -> None:
    assert rules.is_worded(text) is worded


@given(
    code=st.sampled_from(rules.WHEN_CODES),
    now=st.datetimes(datetime(2026, 9, 1), datetime(2027, 5, 31)),
    skip=st.integers(0, 4),
)
def test_suggested_times_suit(code: str, now: datetime, skip: int) -> None:
    moment = now.replace(tzinfo=MOSCOW)
    times = rules.suggest_times(code, moment, MOSCOW, CALENDAR, skip=skip * rules.SUGGESTIONS)
    assert times == sorted(set(times))
    assert len(times) == rules.SUGGESTIONS
    for one in times:
        local = one.astimezone(MOSCOW)
        assert local.date() > moment.date()
        assert local.time() in rules.TIMES[code]
        assert local.date() not in CALENDAR.holidays
        assert local.weekday() == 5 if code == "saturday" else is_working_day(local.date(), CALENDAR)


def test_a_busy_tutor_is_not_offered_the_same_hour() -> None:
    first = rules.suggest_times("afternoons", NOW, MOSCOW, CALENDAR)[0]
    assert first.astimezone(MOSCOW) == datetime(2026, 10, 7, 14, 30, tzinfo=MOSCOW)
    again = rules.suggest_times("afternoons", NOW, MOSCOW, CALENDAR, busy=[first + timedelta(minutes=30)])
    assert first not in again
    assert again[0] == first + timedelta(minutes=90)


def test_a_meeting_lies_ahead() -> None:
    assert not rules.may_meet_at(NOW, NOW)
    assert rules.may_meet_at(NOW + timedelta(minutes=1), NOW)
    assert not rules.may_meet_at(NOW + rules.FARTHEST + timedelta(minutes=1), NOW)
    assert rules.TIMES.keys() == set(rules.WHEN_CODES)
    assert all(time(8) <= one <= time(17) for times in rules.TIMES.values() for one in times)


@pytest.mark.parametrize("form", list(RequestForm))
def test_psychological_consulting_is_for_psychologists(form: RequestForm) -> None:
    expected = "special" if form == RequestForm.PSYCHOLOGY else "mathematics"
    assert rules.asked_subject("mathematics", form) == expected


@pytest.mark.parametrize(
    ("status", "days", "expected"),
    [
        (S.SCHEDULED, None, False),
        (S.DONE, None, True),
        (S.CONFIRMED, 0, True),
        (S.CONFIRMED, 13.9, True),
        (S.CONFIRMED, 14, False),
        (S.WITHDRAWN, None, False),
    ],
)
def test_a_rating_may_be_changed_for_two_weeks(status: S, days: float | None, expected: bool) -> None:
    rated_at = None if days is None else NOW - timedelta(days=days)
    assert rules.may_rate(status, rated_at, NOW) == expected


def test_psychologists_are_a_subject_of_the_content() -> None:
    assert rules.PSYCHOLOGISTS in load_content(ROOT / "content").subjects.codes()


def test_whoever_has_no_zone_sleeps_by_the_house_and_not_by_whoever_acts() -> None:
    evening, vladivostok = datetime(2026, 10, 6, 22, tzinfo=UTC), ZoneInfo("Asia/Vladivostok")
    present = Present(evening, vladivostok, CALENDAR, MOSCOW)
    assert present.humane(evening) == datetime(2026, 10, 7, 5, tzinfo=UTC)
    assert present.humane(evening, "Asia/Vladivostok") == datetime(2026, 10, 6, 22, tzinfo=UTC)
