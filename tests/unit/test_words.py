"""The door to Fluent: it escapes in one place and never fails softly."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import MissingWords, Safe, load_words

MOSCOW = ZoneInfo("Europe/Moscow")
VLADIVOSTOK = ZoneInfo("Asia/Vladivostok")
UNTIL = datetime(2026, 10, 6, 7, tzinfo=UTC)


@given(st.text())
def test_what_people_type_is_never_markup(typed: str) -> None:
    text = load_words("ru", MOSCOW).html("menu-hello", anonymous=False, name=typed)
    assert "<" not in text
    assert ">" not in text


def test_safe_html_passes() -> None:
    assert "<b>Анна</b>" in load_words("ru", MOSCOW).html("menu-hello", anonymous=False, name=Safe("<b>Анна</b>"))


def test_buttons_are_plain() -> None:
    assert "Ли & Ко" in load_words("ru", MOSCOW).plain("menu-hello", anonymous=False, name="Ли & Ко")


def test_a_missing_message_is_an_error_not_its_key() -> None:
    with pytest.raises(MissingWords, match="no message nothing-here"):
        load_words("ru", MOSCOW).plain("nothing-here")


def test_a_missing_variable_is_an_error_not_its_name() -> None:
    with pytest.raises(MissingWords, match="menu-hello"):
        load_words("ru", MOSCOW).plain("menu-hello", anonymous=False)


def test_a_moment_is_told_in_the_zone_of_the_reader() -> None:
    assert "10:00" in load_words("ru", MOSCOW).plain("error-entry-too-many-codes", until=UNTIL)
    assert "17:00" in load_words("ru", VLADIVOSTOK).plain("error-entry-too-many-codes", until=UNTIL)


def test_an_unknown_language_reads_russian() -> None:
    assert load_words("tt", MOSCOW).plain("common-btn-menu") == "Меню"


def test_a_long_value_passes_whole_and_escaped() -> None:
    name = "<" * 3000
    text = load_words("ru", MOSCOW).html("menu-hello", anonymous=False, name=name)
    assert text.count("&lt;") == 3000


@pytest.mark.parametrize(
    ("locale", "monday", "said"),
    [
        ("ru", date(2026, 10, 5), "5–11 октября"),
        ("ru", date(2026, 9, 28), "28 сентября – 4 октября"),
        ("en", date(2026, 12, 28), "28 December – 3 January"),
    ],
)
def test_a_week_is_told_by_its_days(locale: str, monday: date, said: str) -> None:
    assert load_words(locale, MOSCOW).plain("pairs-week", marks="", week=monday).strip() == said


def test_a_year_is_said_when_it_is_another_one() -> None:
    words, now = load_words("ru", MOSCOW), datetime(2026, 10, 6, 7, tzinfo=UTC)
    far = datetime(2027, 1, 26, 12, tzinfo=UTC)
    line = {"number": 1, "title": "Стереометрия", "kind": "seminar", "state": "", "now": now}
    assert "вт 26 янв. 2027, 15:00" in words.html("events-line", starts_at=far, **line)
    assert "вт 6 окт., 18:00" in words.html("events-line", starts_at=now + timedelta(hours=8), **line)
