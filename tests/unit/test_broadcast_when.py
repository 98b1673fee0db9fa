"""Times as people type them, on Tuesday 6 October 2026, 10:00 in Moscow."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import ROOT
from services.broadcasts.rules import goes_at, offered_times
from services.broadcasts.when import FURTHEST, read_when
from services.calendar.model import load_calendar

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 10, 6, 10, tzinfo=MOSCOW)
CALENDAR = load_calendar(ROOT / "content" / "calendar.yaml")
RU = {"сегодня": 0, "завтра": 1, "послезавтра": 2}
EN = {"today": 0, "tomorrow": 1, "day after tomorrow": 2}


def moment(month: int, day: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15:30", moment(10, 6, 15, 30)),
        ("15.30", moment(10, 6, 15, 30)),
        ("в 15-30", moment(10, 6, 15, 30)),
        ("9:30", moment(10, 7, 9, 30)),  # over today
        ("завтра", moment(10, 7, 8, 30)),
        ("Завтра в 9", moment(10, 7, 9)),
        ("завтра в 8.30", moment(10, 7, 8, 30)),
        ("послезавтра 14:00", moment(10, 8, 14)),
        ("сегодня 15:30", moment(10, 6, 15, 30)),
        ("в пятницу в 15:30", moment(10, 9, 15, 30)),
        ("пт 15.30", moment(10, 9, 15, 30)),
        ("во вторник 9:00", moment(10, 13, 9)),  # today's is over
        ("вторник 12", moment(10, 6, 12)),
        ("12 октября 10:00", moment(10, 12, 10)),
        ("12 октября в 10", moment(10, 12, 10)),
        ("12 окт.", moment(10, 12, 8, 30)),
        ("1 марта 10:00", moment(3, 1, 10, year=2027)),
        ("12.10 10:00", moment(10, 12, 10)),
        ("12.10 в 10", moment(10, 12, 10)),
        ("12.10.2026 10:00", moment(10, 12, 10)),
        ("12.10.26 10.15", moment(10, 12, 10, 15)),
        ("сегодня 9:00", None),
        ("25:00", None),
        ("31 июня 10:00", None),
        ("12.10.2025 10:00", None),
        ("чепуха", None),
        ("", None),
        ("завтра в 9 или в 10", None),
        ("12 13 14 15", None),
    ],
)
def test_russian(typed: str, meant: datetime | None) -> None:
    assert read_when(typed, NOW, MOSCOW, "ru", RU) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tomorrow at 9 am", moment(10, 7, 9)),
        ("tomorrow 3:15 p.m.", moment(10, 7, 15, 15)),
        ("Friday 15:30", moment(10, 9, 15, 30)),
        ("October 12, 10:00", moment(10, 12, 10)),
        ("12 October 10:00", moment(10, 12, 10)),
        ("the day after tomorrow at 9", moment(10, 8, 9)),
        ("12 am", moment(10, 7, 0)),
    ],
)
def test_english(typed: str, meant: datetime | None) -> None:
    assert read_when(typed, NOW, MOSCOW, "en", EN) == meant


@given(st.text(max_size=60), st.sampled_from(["ru", "en"]))
def test_nothing_typed_breaks_it_or_means_the_past(typed: str, locale: str) -> None:
    found = read_when(typed, NOW, MOSCOW, locale, RU)
    assert found is None or NOW < found <= NOW + FURTHEST


def test_offered_times() -> None:
    assert offered_times(NOW, MOSCOW, CALENDAR) == [moment(10, 6, 15, 30), moment(10, 7, 8, 30)]
    assert offered_times(moment(10, 6, 16), MOSCOW, CALENDAR) == [moment(10, 7, 8, 30)]
    assert offered_times(moment(10, 10, 16), MOSCOW, CALENDAR) == [moment(10, 12, 8, 30)], "Sunday is silent"
    assert offered_times(moment(10, 11, 10), MOSCOW, CALENDAR) == [moment(10, 12, 8, 30)]


@given(st.datetimes(datetime(2026, 9, 1), datetime(2027, 6, 1)), st.integers(-48, 400))
def test_it_never_goes_in_the_past_at_night_or_on_sunday(now: datetime, hours: int) -> None:
    now = now.replace(tzinfo=UTC)
    goes = goes_at(now + timedelta(hours=hours), now, MOSCOW, CALENDAR)
    local = goes.astimezone(MOSCOW)
    assert goes >= max(now, now + timedelta(hours=hours))
    assert CALENDAR.open_from <= local.time() < CALENDAR.open_to
    assert local.weekday() not in CALENDAR.silent_weekdays
    assert local.date() not in CALENDAR.holidays
