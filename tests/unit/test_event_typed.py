from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.calendar.model import load_calendar
from services.events.typed import WhenProblem, other_days, read_capacity, read_place, read_when, usual_days

CALENDAR = load_calendar(Path(__file__).parents[2] / "content" / "calendar.yaml")
MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 10, 6, 10, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("18.10 15:00", "2026-10-18 15:00"),
        ("18.10 15.00", "2026-10-18 15:00"),
        ("18.10 15-30", "2026-10-18 15:30"),
        ("18.10 в 15", "2026-10-18 15:00"),
        ("18.10, 15:00", "2026-10-18 15:00"),
        ("  18.10.2026 15:00 ", "2026-10-18 15:00"),
        ("18.10.26 в 15:00", "2026-10-18 15:00"),
        ("18/10 9:05", "2026-10-18 09:05"),
        ("18-10 15:00", "2026-10-18 15:00"),
        ("18 октября 15:00", "2026-10-18 15:00"),
        ("18 октября в 15.30", "2026-10-18 15:30"),
        ("18 окт. 15:00", "2026-10-18 15:00"),
        ("18 ОКТЯБРЯ, 15:00", "2026-10-18 15:00"),
        ("3 мая 14:30", "2027-05-03 14:30"),
        ("18 октября 2026 года в 15:00", "2026-10-18 15:00"),
        ("18 October at 15:00", "2026-10-18 15:00"),
        ("воскресенье, 18 октября, 15:00", "2026-10-18 15:00"),
        ("18.10 15:00 ч", "2026-10-18 15:00"),
        ("15.01 15:00", "2027-01-15 15:00"),
        ("6.10 15:00", "2026-10-06 15:00"),
    ],
)
def test_a_forgiving_reading(typed: str, expected: str) -> None:
    assert read_when(typed, MOSCOW, NOW) == datetime.fromisoformat(expected).replace(tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("завтра", WhenProblem.UNCLEAR),
        ("в пятницу после уроков", WhenProblem.UNCLEAR),
        ("15:00", WhenProblem.UNCLEAR),
        ("", WhenProblem.UNCLEAR),
        ("18 попугаев 15:00", WhenProblem.UNCLEAR),
        ("18.10", WhenProblem.NO_TIME),
        ("18 октября", WhenProblem.NO_TIME),
        ("31.02 15:00", WhenProblem.NO_SUCH_DAY),
        ("18.13 15:00", WhenProblem.NO_SUCH_DAY),
        ("18.10 25:00", WhenProblem.NO_SUCH_TIME),
        ("18.10 15:70", WhenProblem.NO_SUCH_TIME),
        ("6.10 9:00", WhenProblem.PAST),
        ("18.10.2025 15:00", WhenProblem.PAST),
        ("18.10.2062 15:00", WhenProblem.FAR),
    ],
)
def test_what_cannot_be_taken_is_explained(typed: str, problem: WhenProblem) -> None:
    assert read_when(typed, MOSCOW, NOW) == problem


@given(st.text(max_size=60))
def test_whatever_is_typed_gets_an_answer(typed: str) -> None:
    moment = read_when(typed, MOSCOW, NOW)
    assert isinstance(moment, WhenProblem) or moment > NOW


@given(st.datetimes(datetime(2026, 10, 7), datetime(2027, 9, 30)))
def test_what_the_bot_would_write_it_can_read(moment: datetime) -> None:
    moment = moment.replace(second=0, microsecond=0, tzinfo=MOSCOW)
    assert read_when(moment.strftime("%d.%m.%Y %H:%M"), MOSCOW, NOW) == moment


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("25", 25),
        ("25 мест", 25),
        ("до 30 человек", 30),
        ("0", None),
        ("", None),
        ("много", None),
        ("20-25", None),
        ("99999", None),
        ("9" * 5000, None),
    ],
)
def test_a_number_of_places(typed: str, expected: int | None) -> None:
    assert read_capacity(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Школа № 1, ул. Школьная, 5", ("Школа № 1, ул. Школьная, 5", None)),
        ("https://example.org/room", (None, "https://example.org/room")),
        ("Школа № 1, https://example.org/room", ("Школа № 1", "https://example.org/room")),
        ("  ", (None, None)),
    ],
)
def test_venue_and_link(typed: str, expected: tuple[str | None, str | None]) -> None:
    assert read_place(typed) == expected


def test_other_days_are_working_days_after_today() -> None:
    starts_at = datetime(2026, 10, 28, 15, tzinfo=MOSCOW)
    moments = other_days(starts_at, NOW, MOSCOW, CALENDAR)
    local = [moment.astimezone(MOSCOW).strftime("%d.%m %H:%M") for moment in moments]
    assert local == ["29.10 15:00", "30.10 15:00", "05.11 15:00", "11.11 15:00"]  # 4 November is a holiday
    assert [moment.astimezone(MOSCOW).hour for moment in usual_days(NOW, MOSCOW, CALENDAR)] == [15] * 4
