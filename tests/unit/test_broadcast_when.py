"""When an announcement may go, on Tuesday 6 October 2026, 10:00 in Moscow."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.settings import ROOT
from services.broadcasts.rules import goes_at, offered_times
from services.calendar.model import load_calendar

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 10, 6, 10, tzinfo=MOSCOW)
CALENDAR = load_calendar(ROOT / "content" / "calendar.yaml")


def moment(month: int, day: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=MOSCOW)


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
