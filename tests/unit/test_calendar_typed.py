"""Times as people type them, on Tuesday 6 October 2026, 10:00 in Moscow."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.calendar.typed import DAYTIME, FURTHEST, Problem, Unread, read_when

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 10, 6, 10, tzinfo=MOSCOW)
MORNING = time(8, 30)


def moment(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("18.10 15:00", "2026-10-18 15:00"),
        ("18.10 15.00", "2026-10-18 15:00"),
        ("18.10 15ч30м", "2026-10-18 15:30"),
        ("18.10 15 ч 30 мин", "2026-10-18 15:30"),
        ("завтра в девять", "2026-10-07 09:00"),
        ("завтра в три часа дня", "2026-10-07 15:00"),
        ("завтра в полдень", "2026-10-07 12:00"),
        ("tomorrow at noon", "2026-10-07 12:00"),
        ("через неделю в 15", "2026-10-13 15:00"),
        ("in a week at 15:00", "2026-10-13 15:00"),
        ("18.10 15-30", "2026-10-18 15:30"),
        ("28.10 15-30", "2026-10-28 15:30"),
        ("18.10 в 15", "2026-10-18 15:00"),
        (" 18.10 в 15:00 ", "2026-10-18 15:00"),
        ("18.10, 15:00", "2026-10-18 15:00"),
        ("  18.10.2026 15:00 ", "2026-10-18 15:00"),
        ("18.10.26 в 15:00", "2026-10-18 15:00"),
        ("2026-10-18 15:00", "2026-10-18 15:00"),
        ("18/10 9:05", "2026-10-18 09:05"),
        ("18/10 15", "2026-10-18 15:00"),
        ("18-10 15:00", "2026-10-18 15:00"),
        ("8.10.26 9-05", "2026-10-08 09:05"),
        ("15:00 28.10", "2026-10-28 15:00"),
        ("15.00 28.10", "2026-10-28 15:00"),
        ("10.12 28.10", "2026-10-28 10:12"),
        ("28.10 15 30", "2026-10-28 15:30"),
        ("18 октября 15:00", "2026-10-18 15:00"),
        ("18 октября в 15.30", "2026-10-18 15:30"),
        ("18 октября, 15.30", "2026-10-18 15:30"),
        ("18 октября 15-30", "2026-10-18 15:30"),
        ("18 окт. 15:00", "2026-10-18 15:00"),
        ("18 ОКТЯБРЯ, 15:00", "2026-10-18 15:00"),
        ("18 октября 2026 года в 15:00", "2026-10-18 15:00"),
        ("в 15:00 18 октября", "2026-10-18 15:00"),
        ("18 October at 15:00", "2026-10-18 15:00"),
        ("October 18, 15:00", "2026-10-18 15:00"),
        ("воскресенье, 18 октября, 15:00", "2026-10-18 15:00"),
        ("18.10 15:00 ч", "2026-10-18 15:00"),
        ("18.10 в 15 ч", "2026-10-18 15:00"),
        ("18.10 в 3 часа дня", "2026-10-18 15:00"),
        ("18.10 в 3 дня", "2026-10-18 15:00"),
        ("18.10 в 9 утра", "2026-10-18 09:00"),
        ("18.10 3:15 p.m.", "2026-10-18 15:15"),
        ("15.01 15:00", "2027-01-15 15:00"),
        ("3 марта 14:30", "2027-03-03 14:30"),
        ("3 мая 2027 14:30", "2027-05-03 14:30"),
        ("6.10 15:00", "2026-10-06 15:00"),
        ("завтра в 15", "2026-10-07 15:00"),
        ("послезавтра 14:00", "2026-10-08 14:00"),
        ("сегодня 15:30", "2026-10-06 15:30"),
        ("в пятницу в 15:30", "2026-10-09 15:30"),
        ("пт 15.30", "2026-10-09 15:30"),
        ("в среду 15:00", "2026-10-07 15:00"),
        ("во вторник 9:00", "2026-10-13 09:00"),  # today's is over
        ("вторник 12", "2026-10-06 12:00"),
        ("Friday 15:30", "2026-10-09 15:30"),
        ("thurs 3 pm", "2026-10-08 15:00"),
        ("tomorrow at 9 am", "2026-10-07 09:00"),
        ("tomorrow 3:15 p.m.", "2026-10-07 15:15"),
        ("the day after tomorrow at 9", "2026-10-08 09:00"),
        ("завтра 15:00-16:30", "2026-10-07 15:00"),
        ("28.10 15:00–16:30", "2026-10-28 15:00"),
        ("28.10 15.00-16.30", "2026-10-28 15:00"),
        ("28.10 с 15 до 17", "2026-10-28 15:00"),
        ("28.10 с 15:00 до 16:30", "2026-10-28 15:00"),
        ("28.10 15-17", "2026-10-28 15:00"),
        ("28 октября 15-16:30", "2026-10-28 15:00"),
        ("28 October from 15:00 to 16:30", "2026-10-28 15:00"),
        ("завтра в 5 вечера", "2026-10-07 17:00"),
        ("завтра в 2 часа дня", "2026-10-07 14:00"),
        ("завтра в 3 дня", "2026-10-07 15:00"),
        ("завтра в 16 ч 30 мин", "2026-10-07 16:30"),
        ("завтра к 10, пожалуйста", "2026-10-07 10:00"),
        ("18 октября в 3 часа дня", "2026-10-18 15:00"),
        ("18 October 3 pm", "2026-10-18 15:00"),
        ("day after tomorrow at 10", "2026-10-08 10:00"),
        ("tomorrow at 10 o'clock", "2026-10-07 10:00"),
        ("среда 14 октября 10:00", "2026-10-14 10:00"),
        ("пятница, 9 октября, 15:30", "2026-10-09 15:30"),  # as the bot itself writes it
        ("31.12 10:00", "2026-12-31 10:00"),
        ("2026-10-08T10:00", "2026-10-08 10:00"),
        ("2026-10-08T10:00:00", "2026-10-08 10:00"),
    ],
)
def test_a_forgiving_reading(typed: str, expected: str) -> None:
    assert read_when(typed, NOW, MOSCOW) == moment(expected)
    assert read_when(typed, NOW, MOSCOW, MORNING) == moment(expected)


@pytest.mark.parametrize(
    ("typed", "problem", "written"),
    [
        ("", Problem.UNCLEAR, None),
        ("чепуха", Problem.UNCLEAR, None),
        ("18 попугаев 15:00", Problem.UNCLEAR, None),
        ("завтра в 9 или в 10:30", Problem.UNCLEAR, None),
        ("завтра 9:00 или 10:30", Problem.UNCLEAR, None),
        ("12 13 14 15", Problem.UNCLEAR, None),
        ("в следующий вторник в 15", Problem.UNCLEAR, None),
        ("1" * 5000, Problem.UNCLEAR, None),
        ("завтра в 15 после уроков", Problem.UNCLEAR, None),
        ("каждую пятницу в 15", Problem.UNCLEAR, None),
        ("завтра не раньше 15:00", Problem.UNCLEAR, None),
        ("99999999999999999999", Problem.NO_DAY, None),
        ("завтра в " + "9" * 80, Problem.NO_SUCH_TIME, None),
        ("среда 13 октября 10:00", Problem.OTHER_WEEKDAY, "2026-10-13 10:00"),
        ("5 октября 10:00", Problem.PAST, "2026-10-05 10:00"),
        ("1 июля 10:00", Problem.PAST, "2026-07-01 10:00"),  # told with its year: another must be written
        ("15:00", Problem.NO_DAY, None),
        ("15.30", Problem.NO_DAY, None),
        ("завтра", Problem.NO_TIME, None),
        ("в пятницу после уроков", Problem.NO_TIME, None),
        ("18.10", Problem.NO_TIME, None),
        ("18 октября", Problem.NO_TIME, None),
        ("31.02 15:00", Problem.NO_SUCH_DAY, None),
        ("32.10 15:00", Problem.NO_SUCH_DAY, None),
        ("18.13 15:00", Problem.NO_SUCH_DAY, None),
        ("29.02 15:00", Problem.NO_SUCH_DAY, None),
        ("31 июня 10:00", Problem.NO_SUCH_DAY, None),
        ("18.10 25:00", Problem.NO_SUCH_TIME, None),
        ("18.10 15:70", Problem.NO_SUCH_TIME, None),
        ("пятница 18.10 15:00", Problem.OTHER_WEEKDAY, "2026-10-18 15:00"),
        ("28.10 в 3", Problem.NIGHT, "2026-10-28 03:00"),
        ("28.10 3:00", Problem.NIGHT, "2026-10-28 03:00"),
        ("завтра в три", Problem.NIGHT, "2026-10-07 03:00"),
        ("28.10 21:00", Problem.NIGHT, "2026-10-28 21:00"),
        ("28.10 22:30", Problem.NIGHT, "2026-10-28 22:30"),
        ("6.10 9:00", Problem.PAST, "2026-10-06 09:00"),
        ("сегодня 9:00", Problem.PAST, "2026-10-06 09:00"),
        ("05.10 15:00", Problem.PAST, "2026-10-05 15:00"),
        ("3 мая 14:30", Problem.PAST, "2026-05-03 14:30"),
        ("18.10.2025 15:00", Problem.PAST, "2025-10-18 15:00"),
        ("18.10.2062 15:00", Problem.FAR, "2062-10-18 15:00"),
    ],
)
def test_what_cannot_be_taken_is_explained(typed: str, problem: Problem, written: str | None) -> None:
    assert read_when(typed, NOW, MOSCOW) == Unread(problem, moment(written) if written else None)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("15:30", "2026-10-06 15:30"),
        ("15.30", "2026-10-06 15:30"),
        ("в 15-30", "2026-10-06 15:30"),
        ("в 15", "2026-10-06 15:00"),
        ("9:30", "2026-10-07 09:30"),  # over today
        ("завтра", "2026-10-07 08:30"),
        ("Завтра в 9", "2026-10-07 09:00"),
        ("завтра в 8.30", "2026-10-07 08:30"),
        ("12 окт.", "2026-10-12 08:30"),
        ("12.10 в 10", "2026-10-12 10:00"),
        ("12.10 10:00", "2026-10-12 10:00"),
        ("1 марта 10:00", "2027-03-01 10:00"),
        ("tomorrow", "2026-10-07 08:30"),
        ("31.12", "2026-12-31 08:30"),
        ("28/10", "2026-10-28 08:30"),
        ("среда 14 октября", "2026-10-14 08:30"),
        ("пн 19 октября", "2026-10-19 08:30"),
        ("16 ч 30 мин", "2026-10-06 16:30"),
    ],
)
def test_a_half_may_be_left_out_where_there_is_a_usual_one(typed: str, expected: str) -> None:
    assert read_when(typed, NOW, MOSCOW, MORNING) == moment(expected)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("в пятницу вечером", Problem.NO_TIME),
        ("завтра после обеда", Problem.NO_TIME),
        ("завтра в тринадцать", Problem.NO_TIME),
        ("завтра утром", Problem.NO_TIME),
        ("tomorrow in the evening", Problem.NO_TIME),
        ("среда 13 октября", Problem.OTHER_WEEKDAY),
        ("5 октября", Problem.PAST),
        ("12.10", Problem.UNCLEAR),  # the 12th, or ten past twelve
        ("32.10", Problem.NO_SUCH_TIME),
    ],
)
def test_the_usual_half_does_not_hide_what_was_not_understood(typed: str, problem: Problem) -> None:
    found = read_when(typed, NOW, MOSCOW, MORNING)
    assert isinstance(found, Unread)
    assert found.problem == problem


@given(st.text(max_size=120), st.sampled_from([None, MORNING]))
def test_whatever_is_typed_gets_an_answer(typed: str, morning: time | None) -> None:
    found = read_when(typed, NOW, MOSCOW, morning)
    assert isinstance(found, Unread) or NOW < found <= NOW + FURTHEST


@given(st.from_regex(r"[0-9 .:/\-]{1,20}", fullmatch=True), st.sampled_from([None, MORNING]))
def test_whatever_numbers_are_typed_get_an_answer(typed: str, morning: time | None) -> None:
    found = read_when(typed, NOW, MOSCOW, morning)
    assert isinstance(found, Unread) or found.astimezone(MOSCOW).hour in DAYTIME


@given(st.datetimes(datetime(2026, 10, 7), datetime(2027, 9, 30)))
def test_what_the_bot_would_write_it_can_read(written: datetime) -> None:
    written = written.replace(hour=written.hour % len(DAYTIME) + DAYTIME[0], second=0, microsecond=0, tzinfo=MOSCOW)
    assert read_when(written.strftime("%d.%m.%Y %H:%M"), NOW, MOSCOW) == written
