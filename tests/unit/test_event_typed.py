from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from services.calendar.model import load_calendar
from services.events.typed import other_days, read_capacity, read_place, usual_days

CALENDAR = load_calendar(Path(__file__).parents[2] / "content" / "calendar.yaml")
MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 10, 6, 10, tzinfo=MOSCOW)


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
        ("-5", None),
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
        ("2 эт. (левый) https://a.ru/x. Код 5", ("2 эт. (левый), Код 5", "https://a.ru/x")),
        ("ул. Школьная, 5 и https://a.ru/x", ("ул. Школьная, 5", "https://a.ru/x")),
        ("https://a.ru/x.", (None, "https://a.ru/x")),
        ("(https://a.ru/x)", (None, "https://a.ru/x")),
        (
            "каб. <5> & https://a.ru/x?y=1&z=2, второй этаж https://b.ru",
            ("каб. <5> &, второй этаж https://b.ru", "https://a.ru/x?y=1&z=2"),
        ),
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
