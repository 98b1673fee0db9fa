from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.settings import ROOT
from db.vocabulary import NoticeKind
from services.calendar.model import load_calendar
from services.outbox.rules import (
    LEASE,
    LONGEST_PAUSE,
    MAX_ACCIDENTS,
    MAX_ATTEMPTS,
    MAX_ATTEMPTS_OF_ONE,
    most_attempts,
    next_attempt,
    not_before,
)

NOW = datetime(2026, 10, 6, 7, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")
CALENDAR = load_calendar(ROOT / "content" / "calendar.yaml")


def test_pauses_grow_up_to_ten_minutes_and_never_shrink() -> None:
    pauses = [moment - NOW for number in range(1, MAX_ATTEMPTS) if (moment := next_attempt(number, NOW))]
    assert pauses[:3] == [timedelta(seconds=5), timedelta(seconds=10), timedelta(seconds=20)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE
    assert len(pauses) == MAX_ATTEMPTS - 1


def test_a_day_without_a_line_is_outlived() -> None:
    total = sum(
        (moment - NOW for number in range(1, MAX_ATTEMPTS) if (moment := next_attempt(number, NOW))), timedelta()
    )
    assert timedelta(hours=23) < total < timedelta(hours=26)


def test_accidents_are_given_up_sooner() -> None:
    assert next_attempt(MAX_ACCIDENTS - 1, NOW, MAX_ACCIDENTS) is not None
    assert next_attempt(MAX_ACCIDENTS, NOW, MAX_ACCIDENTS) is None


@pytest.mark.parametrize(
    ("kind", "failure", "tries"),
    [
        (NoticeKind.BROADCAST, "server", MAX_ATTEMPTS_OF_ONE),
        (NoticeKind.BROADCAST, "network", MAX_ATTEMPTS),
        (NoticeKind.REQUEST_TAKEN, "server", MAX_ATTEMPTS),
    ],
)
def test_a_single_reader_does_not_keep_an_announcement_open_for_a_day(
    kind: NoticeKind, failure: str, tries: int
) -> None:
    assert most_attempts(kind, failure) == tries


def test_a_single_reader_is_tried_for_about_an_hour() -> None:
    moments = [next_attempt(number, NOW, MAX_ATTEMPTS_OF_ONE) for number in range(1, MAX_ATTEMPTS_OF_ONE)]
    total = sum((moment - NOW for moment in moments if moment), timedelta())
    assert timedelta(minutes=45) < total < timedelta(minutes=75)


def test_a_lease_outlives_a_batch_whose_every_message_times_out() -> None:
    """The client gives a call up after 60 s; a batch is sent at once."""
    assert timedelta(seconds=60) < LEASE


@pytest.mark.parametrize(
    ("moment", "due", "expires", "goes"),
    [
        ("2026-10-06 18:30", "2026-10-06 18:00", None, "2026-10-06 18:30"),
        ("2026-10-06 23:00", "2026-10-06 18:00", None, "2026-10-07 08:00"),
        ("2026-10-07 03:00", "2026-10-06 18:00", "2026-10-07 09:00", "2026-10-07 08:00"),
        ("2026-10-07 03:00", "2026-10-06 18:00", "2026-10-07 08:00", "2026-10-07 03:00"),
        ("2026-10-06 23:00", "2026-10-06 22:30", None, "2026-10-06 23:00"),
        ("2026-10-11 12:00", "2026-10-10 18:00", None, "2026-10-12 08:00"),
    ],
    ids=["by day", "night", "time enough", "would expire", "urgent", "Sunday"],
)
def test_what_is_late_waits_for_the_morning(moment: str, due: str, expires: str | None, goes: str) -> None:
    def local(written: str) -> datetime:
        return datetime.fromisoformat(written).replace(tzinfo=MOSCOW)

    ends = local(expires) if expires else None
    assert not_before(local(moment), local(due), ends, MOSCOW, CALENDAR) == local(goes)
