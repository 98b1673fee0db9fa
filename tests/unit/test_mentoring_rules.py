"""When a pair is asked, how an order is read, how a name is declined."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import ROOT
from db.vocabulary import CheckInState
from locales.names import gender, name_pattern, name_patterns, with_name
from locales.orders import read_order
from services.calendar.model import load_calendar
from services.calendar.rules import is_silent_day
from services.mentoring import rules
from services.mentoring.rules import WeekMark

CALENDAR = load_calendar(ROOT / "content" / "calendar.yaml")
MOSCOW = ZoneInfo("Europe/Moscow")
VLADIVOSTOK = ZoneInfo("Asia/Vladivostok")
TODAY = date(2026, 10, 6)


def local(text: str, zone: ZoneInfo = MOSCOW) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("week", "asked", "nudged", "silent"),
    [
        ("2026-10-05", "2026-10-09 15:00", "2026-10-12 15:00", "2026-10-13 15:00"),
        ("2026-11-02", "2026-11-06 15:00", "2026-11-09 15:00", "2026-11-10 15:00"),  # 4 November is a Wednesday
        ("2026-12-21", "2026-12-25 15:00", "2026-12-28 15:00", "2026-12-29 15:00"),
        ("2027-02-15", "2027-02-19 15:00", "2027-02-24 15:00", "2027-02-25 15:00"),  # over 22 and 23 February
    ],
)
def test_moments(week: str, asked: str, nudged: str, silent: str) -> None:
    found = rules.moments(date.fromisoformat(week), MOSCOW, CALENDAR)
    assert found == rules.Moments(local(asked), local(nudged), local(silent))


@pytest.mark.parametrize("week", ["2026-10-26", "2026-12-28", "2027-01-04", "2027-03-22", "2027-06-07"])
def test_holidays_and_school_breaks_ask_nothing(week: str) -> None:
    assert rules.moments(date.fromisoformat(week), MOSCOW, CALENDAR) is None


def test_three_o_clock_is_everybodys_own() -> None:
    found = rules.moments(date(2026, 10, 5), VLADIVOSTOK, CALENDAR)
    assert found is not None
    assert found.due_at == datetime(2026, 10, 9, 5, tzinfo=UTC)


@given(st.dates(date(2026, 8, 3), date(2027, 7, 1)), st.sampled_from(["Europe/Moscow", "Asia/Vladivostok"]))
def test_nothing_of_a_check_in_falls_on_a_silent_day(day: date, name: str) -> None:
    zone = ZoneInfo(name)
    found = rules.moments(rules.monday(day), zone, CALENDAR)
    if found is None:
        return
    assert found.due_at <= found.nudge_at < found.silent_at
    for moment in (found.due_at, found.nudge_at):
        there = moment.astimezone(zone)
        assert not is_silent_day(there.date(), CALENDAR)
        assert CALENDAR.open_from <= there.time() < CALENDAR.open_to


@given(st.datetimes(datetime(2026, 8, 1), datetime(2027, 6, 1), timezones=st.just(UTC)))
def test_the_coming_check_in_is_always_within_the_horizon(now: datetime) -> None:
    """However the week stands, the next due moment of a week that has one is planned."""
    dues = [
        found.due_at
        for week in rules.weeks_ahead(now, MOSCOW)
        if (found := rules.moments(week, VLADIVOSTOK, CALENDAR)) is not None
    ]
    coming = [
        found.due_at
        for number in range(-1, 3)
        if (found := rules.moments(rules.monday(now.date()) + timedelta(weeks=number), VLADIVOSTOK, CALENDAR))
        and rules.is_ahead(found.due_at, now)
    ]
    assert set(coming) <= set(dues)


@pytest.mark.parametrize(
    ("pressed", "due"),
    [
        ("2026-10-09 15:05", "2026-10-10 15:00"),
        ("2026-10-10 15:05", "2026-10-12 15:00"),  # Saturday: over Sunday
        ("2026-11-03 12:00", "2026-11-05 15:00"),
        ("2026-10-24 12:00", "2026-11-05 15:00"),  # over the autumn breaks
        ("2026-12-30 12:00", "2027-01-11 15:00"),
    ],
)
def test_tomorrow(pressed: str, due: str) -> None:
    due_at = local(pressed) - timedelta(minutes=5)
    found = rules.put_off(local(pressed), MOSCOW, CALENDAR, rules.Moments(due_at, due_at, rules.NEVER))
    assert found.due_at == local(due)
    assert found.due_at < found.silent_at


@pytest.mark.parametrize(
    ("asked", "reminded"),
    [
        ("2026-10-09 15:00", True),
        ("2026-10-23 15:00", False),  # the autumn breaks begin: by then nobody remembers the week
        ("2026-10-24 15:00", False),
        ("2027-03-19 15:00", False),  # the spring breaks
        ("2027-02-19 15:00", True),  # two holidays are no break
    ],
)
def test_after_a_break_nobody_is_reminded_of_a_week_before_it(asked: str, reminded: bool) -> None:
    found = rules.following(local(asked), MOSCOW, CALENDAR)
    assert (found.nudges, found.counts) == (reminded, reminded)
    assert rules.mark(CheckInState.ASKED, found.silent_at, local("2027-06-01 12:00")) is (
        WeekMark.MISSED if reminded else WeekMark.NONE
    )


def test_a_put_off_after_the_reminder_is_the_last_word() -> None:
    week = rules.moments(date(2026, 10, 5), MOSCOW, CALENDAR)
    assert week is not None
    once = rules.put_off(local("2026-10-12 16:00"), MOSCOW, CALENDAR, week)
    assert (once.due_at, once.nudges, once.counts) == (local("2026-10-13 15:00"), False, True)
    twice = rules.put_off(local("2026-10-13 16:00"), MOSCOW, CALENDAR, once)
    assert (twice.due_at, twice.nudges, twice.counts) == (local("2026-10-14 15:00"), False, True)
    assert twice.silent_at.astimezone(MOSCOW).date() == date(2026, 10, 15)
    before = rules.put_off(local("2026-10-09 16:00"), MOSCOW, CALENDAR, week)
    assert before.nudges


@pytest.mark.parametrize(
    ("week", "closes"),
    [
        ("2026-10-05", "2026-10-16 15:00"),
        ("2026-10-19", "2026-11-06 15:00"),  # nothing is asked in the breaks
        ("2026-12-21", "2027-01-15 15:00"),
        ("2027-05-24", "2027-06-25 15:00"),  # a summer is too long
    ],
)
def test_a_week_is_open_until_the_next_one_is_asked(week: str, closes: str) -> None:
    assert rules.closes_at(date.fromisoformat(week), MOSCOW, CALENDAR) == local(closes)


NOW = local("2026-10-12 12:00")


@pytest.mark.parametrize(
    ("state", "silent_at", "mark"),
    [
        (CheckInState.ANSWERED, NOW, WeekMark.ANSWERED),
        (CheckInState.SKIPPED, NOW, WeekMark.SKIPPED),
        (CheckInState.PLANNED, NOW + timedelta(hours=1), WeekMark.WAITING),
        (CheckInState.ASKED, NOW + timedelta(hours=1), WeekMark.WAITING),
        (CheckInState.PLANNED, NOW, WeekMark.MISSED),
        (CheckInState.ASKED, NOW, WeekMark.MISSED),
    ],
)
def test_marks(state: CheckInState, silent_at: datetime, mark: WeekMark) -> None:
    assert rules.mark(state, silent_at, NOW) is mark


def test_only_the_last_weeks_are_shown() -> None:
    weeks = [date(2026, 9, 7) + timedelta(weeks=number) for number in range(12)]
    assert rules.shown_weeks(reversed(weeks)) == weeks[-rules.WEEKS_SHOWN :]


@pytest.mark.parametrize(
    ("day", "end"), [("2026-09-01", "2027-05-31"), ("2027-02-01", "2027-05-31"), ("2027-06-01", "2028-05-31")]
)
def test_school_year_end(day: str, end: str) -> None:
    assert rules.school_year_end(date.fromisoformat(day)) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        ("2026-09-02", 3, "2026-12-01"),
        ("2026-09-02", 12, "2027-09-01"),
        ("2026-11-30", 3, "2027-02-27"),
        ("2027-12-01", 12, "2028-11-30"),
        ("2026-12-31", 12, "2027-12-30"),
    ],
)
def test_months_later(first: str, months: int, last: str) -> None:
    assert rules.months_later(date.fromisoformat(first), months) == date.fromisoformat(last)


def test_no_period_that_has_passed_is_offered() -> None:
    assert list(rules.periods(date(2026, 3, 1), TODAY)) == ["school_year", "year"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("47 от 02.09.2026", ("№ 47", date(2026, 9, 2))),
        ("№ 47 от 2.9.26", ("№ 47", date(2026, 9, 2))),
        ("Приказ №12/3-о  от 2 сентября", ("№ 12/3-о", date(2026, 9, 2))),
        ("№ 31-к, 1 сентября 2026 г.", ("№ 31-к", date(2026, 9, 1))),
        ("47 02-09-2026", ("№ 47", date(2026, 9, 2))),
        ("5 от 3 мая", ("№ 5", date(2026, 5, 3))),
        ("47 от 12 ноября", ("№ 47", date(2025, 11, 12))),  # the last such day, not the coming one
        ("order 47 of 2 September 2026", ("№ 47", date(2026, 9, 2))),
        ("от 02.09.2026 № 47", ("№ 47", date(2026, 9, 2))),
        ("2 сентября 2026 года № 47-к", ("№ 47-к", date(2026, 9, 2))),
        ("№ 47 от «02» сентября 2026 г.", ("№ 47", date(2026, 9, 2))),
        ("47 - ОД от 2.9.26", ("№ 47-ОД", date(2026, 9, 2))),
        ("47-ОД от 2026-09-02", ("№ 47-ОД", date(2026, 9, 2))),
        ("47, от 02,09,2026", ("№ 47", date(2026, 9, 2))),
        ("47от 2.12", ("№ 47", date(2025, 12, 2))),
        ("б/н от 2.09.26", ("б/н", date(2026, 9, 2))),
        ("47 от 02.09.1926", ("№ 47", date(1926, 9, 2))),
        ("02.09.2026", None),
        ("2026-09-02", None),
        ("47", None),
        ("от 02.09.2026", None),
        ("47 от 31.02.2026", None),
        ("47 от 29 февраля", None),
        ("47 от 02.13.2026", None),
        ("сорок семь", None),
        ("1" * 60 + " от 02.09.2026", None),
    ],
)
def test_read_order(typed: str, read: tuple[str, date] | None) -> None:
    assert read_order(typed, TODAY) == read


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(typed: str) -> None:
    found = read_order(typed, TODAY)
    assert found is None or found[0].startswith("№ ") or found[0] == "б/н"


@pytest.mark.parametrize(
    ("given_name", "patronymic", "said"),
    [
        ("Илья", "Сергеевич", "с Ильёй"),
        ("Светлана", "Ивановна", "со Светланой"),
        ("Мария", "Петровна", "с Марией"),
        ("Даша", "", "с Дашей"),
        ("Андрей", "Ильич", "с Андреем"),
        ("Игорь", "Львович", "с Игорем"),
        ("Павел", "", "с Павлом"),
        ("Лев", "", "со Львом"),
        ("Любовь", "Ивановна", "с Любовью"),
        ("Степан", "", "со Степаном"),
        ("Сергей", "", "с Сергеем"),
        ("Айгуль", "Рашидовна", "с Айгуль"),
        ("John", "", "с John"),
    ],
)
def test_with_name(given_name: str, patronymic: str, said: str) -> None:
    assert with_name(given_name, patronymic, "ru") == said


def test_with_name_in_english() -> None:
    assert with_name("Илья", "Сергеевич", "en") == "with Илья"


@pytest.mark.parametrize(
    ("typed", "patterns"),
    [
        ("орл", [("Орл%", "", ""), ("%-Орл%", "", ""), ("%орл%", "", "")]),
        ("Ли", [("Ли%", "", ""), ("%-Ли%", "", "")]),
        ("Орлова Т.С.", [("Орлова%", "Т%", "С%"), ("С%", "Орлова%", "Т%")]),
        ("татьяна орлова", [("Татьяна%", "Орлова%", ""), ("Орлова%", "Татьяна%", ""), ("", "Татьяна%", "Орлова%")]),
        (" . ", []),
    ],
)
def test_name_patterns(typed: str, patterns: list[tuple[str, str, str]]) -> None:
    assert name_patterns(typed) == patterns


@pytest.mark.parametrize(
    ("patronymic", "who"),
    [("Сергеевна", "woman"), ("Ильинична", "woman"), ("Сергеевич", "man"), ("Ильич", "man"), ("", "unknown")],
)
def test_gender(patronymic: str, who: str) -> None:
    assert gender(patronymic) == who


@pytest.mark.parametrize(
    ("typed", "pattern"), [("семён", "С_м_н%"), ("ИВАНОВА-петр", "Иванова-П_тр%"), ("100%_", "100\\%\\_%")]
)
def test_name_pattern(typed: str, pattern: str) -> None:
    assert name_pattern(typed) == pattern
