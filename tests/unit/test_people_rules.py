from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.people import rules
from services.people.errors import NameUnclear, SurnameMissing
from services.people.names import Name, read_name

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
        ("Петрова – Водкина Анна", ("Петрова-Водкина", "Анна", None)),
        ("Анна Петровна Петрова", ("Петрова", "Анна", "Петровна")),
        ("де Голль Шарль", ("Де", "Голль", "Шарль")),
        ("Алиев Рустам Ибрагим оглы", ("Алиев", "Рустам", "Ибрагим Оглы")),
        ("О’Коннор Мэри", ("О’Коннор", "Мэри", None)),
        ("Петрова А. П.", ("Петрова", "А.", "П.")),
        ("Петрова Анна Петровна.", ("Петрова", "Анна", "Петровна")),
        ("Абрамович Роман", ("Абрамович", "Роман", None)),
        ("Андрей Мария", ("Андрей", "Мария", None)),
        ("Анна", None),
        ("Петрова 1", None),
        ("П А Б В Г", None),
        ("Петрова " + "а" * 41, None),
        ("меня зовут анна петровна", None),
        ("Меня зовут Анна Петрова", None),
        ("<b>Тихонова</b> Галина", None),
        ("Петрова Анна!", None),
        ("Петрова 🙂", None),
        ("", None),
    ],
)
def test_names(typed: str, parts: tuple[str, str, str | None] | None) -> None:
    if parts is None:
        with pytest.raises(NameUnclear):
            read_name(typed)
    else:
        assert read_name(typed) == Name(*parts)


@pytest.mark.parametrize("typed", ["Анна Петровна", "пётр ильич", "Роман Абрамович"])
def test_the_way_one_is_spoken_to_lacks_the_surname(typed: str) -> None:
    with pytest.raises(SurnameMissing):
        read_name(typed)


@given(st.text(max_size=200))
def test_any_text_is_a_short_name_or_refused(typed: str) -> None:
    """Columns hold 80 characters; capitals may lengthen a word (ß → Ss)."""
    try:
        name = read_name(typed)
    except NameUnclear:
        return
    assert all(0 < len(part) <= 170 for part in (name.surname, name.given_name, name.patronymic or "-"))
    assert not set(name.full) & set("<>&0123456789")


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("15", 15),
        ("15 лет", 15),
        ("уже 27-й год", 27),
        ("0", 0),
        ("с 1990", 36),
        ("2026", 0),
        ("2027", None),
        ("1950", None),
        ("71", None),
        ("-5", None),
        ("5 или 6", None),
        ("", None),
    ],
)
def test_years_of_work(typed: str, years: int | None) -> None:
    assert rules.years_of(typed, NOW) == years


@pytest.mark.parametrize(("years", "band"), [(0, 0), (1, 1), (2, 1), (3, 3), (9, 3), (19, 10), (20, 20), (50, 20)])
def test_bands_of_experience(years: int, band: int) -> None:
    assert rules.band_of(years) == band


@pytest.mark.parametrize(("wrong", "minutes", "left"), [(0, 0, 5), (4, 10, 1), (5, 59, 0), (9, 59, 0), (5, 60, 5)])
def test_tries_come_back_after_an_hour(wrong: int, minutes: int, left: int) -> None:
    assert rules.tries_left(wrong, NOW - timedelta(minutes=minutes), NOW) == left
