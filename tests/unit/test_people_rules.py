from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.people import rules

NOW = datetime(2026, 10, 6, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "is_code"),
    [
        ("482915", True),
        ("482 915", True),
        ("482-915", True),
        ("482–915.", True),
        ("Код: 482915", True),
        ("48291", False),
        ("4829150", False),
        ("", False),
        ("шесть цифр", False),
        ("٤٨٢٩١٥", False),
        ("4" * 6 + "x" * 100, False),
    ],
)
def test_codes_are_read_as_people_copy_them(typed: str, is_code: bool) -> None:
    assert rules.looks_like_code(typed) is is_code


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Петрова Анна Петровна", ("Петрова", "Анна", "Петровна")),
        ("  петрова   анна петровна ", ("Петрова", "Анна", "Петровна")),
        ("ПЕТРОВА АННА", ("Петрова", "Анна", None)),
        ("петрова-водкина анна", ("Петрова-Водкина", "Анна", None)),
        ("де Голль Шарль", ("Де", "Голль", "Шарль")),
        ("Алиев Рустам Ибрагим оглы", ("Алиев", "Рустам", "Ибрагим Оглы")),
        ("Анна", None),
        ("Петрова 1", None),
        ("П А Б В Г", None),
        ("Петрова " + "а" * 41, None),
        ("", None),
    ],
)
def test_names(typed: str, parts: tuple[str, str, str | None] | None) -> None:
    assert rules.split_name(typed) == parts


@given(st.text(max_size=200))
def test_any_text_is_a_short_name_or_none(typed: str) -> None:
    """Columns hold 80 characters; capitals may lengthen a word (ß → Ss)."""
    for part in rules.split_name(typed) or ():
        assert part is None or 0 < len(part) <= 170


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("15", 15),
        ("15 лет", 15),
        ("уже 27-й год", 27),
        ("0", 0),
        ("71", None),
        ("с 1997", None),
        ("5 или 6", None),
        ("", None),
    ],
)
def test_years_of_work(typed: str, years: int | None) -> None:
    assert rules.years_of(typed) == years


@pytest.mark.parametrize(("wrong", "minutes", "left"), [(0, 0, 5), (4, 10, 1), (5, 59, 0), (9, 59, 0), (5, 60, 5)])
def test_tries_come_back_after_an_hour(wrong: int, minutes: int, left: int) -> None:
    assert rules.tries_left(wrong, NOW - timedelta(minutes=minutes), NOW) == left


@pytest.mark.parametrize(
    ("typed", "patterns"),
    [
        ("петр", ("П_тр%", "%п_тр%")),
        ("Фёдор", ("Ф_дор%", "%ф_дор%")),
        ("100%_", ("100%", "%100%")),
        ("", ("%", "%%")),
    ],
)
def test_surnames_are_looked_for_without_case(typed: str, patterns: tuple[str, str]) -> None:
    assert rules.surname_patterns(typed) == patterns
