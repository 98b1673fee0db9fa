"""How people write the number and date of an order."""

import re
from datetime import date

from babel.dates import get_month_names

from locales.words import LOCALES

LONGEST_NUMBER = 38
LONGEST_ORDER = 120
WITHOUT_NUMBER = "б/н"
_NUMBER = r"(?P<number>б\s?/?\s?н\b|(?=[\w/.\-]*\d)\w[\w/.\-]*?)"
_OF = r"(?:(?:от|of|dated)\s)?"
_DATE = (
    r"(?:(?P<iso_year>\d{4})-(?P<iso_month>\d{1,2})-(?P<iso_day>\d{1,2})"
    r"|(?P<day>\d{1,2})[\s./-]+(?P<month>\d{1,2}|[а-яёa-z]{3,})(?:[\s./-]+(?P<year>\d{4}|\d{2}))?)\s*(?:года|год|г)?\.?"
)
_HEAD = r"^\W*(?:(?:приказ\w*|распоряжени\w*|order)\b)?[\s№#:]*"
_SHAPES = (
    re.compile(rf"{_HEAD}{_NUMBER}\s+{_OF}{_DATE}\W*$", re.IGNORECASE),
    re.compile(rf"{_HEAD}{_OF}{_DATE}\s*(?:№|#|номер|no\.?)\s*{_NUMBER}\W*$", re.IGNORECASE),
)


def read_order(typed: str, today: date) -> tuple[str, date] | None:
    """«47 от 02.09.2026», «от 2 сентября № 12/3-о» → «№ 47» and a date; without a year the last such day.

    An order without a number is «б/н». None when it cannot be read.
    """
    if len(typed) > LONGEST_ORDER:
        return None
    plain = _plain(typed)
    for shape in _SHAPES:
        match = shape.match(plain)
        day = _day(match, today) if match else None
        if match is not None and day is not None and len(match["number"]) <= LONGEST_NUMBER:
            return _number(match["number"]), day
    return None


def _plain(typed: str) -> str:
    """Without quotation marks and commas, «47от» and «47 - ОД» put right."""
    text = re.sub(r"[«»\"“”„,;]", " ", typed)
    text = re.sub(r"(?<=[\w.])\s+[-–—]\s+(?=[^\W\d])(?!от\b)", "-", text)
    text = re.sub(r"\s[-–—]\s", " ", text)
    text = re.sub(r"(?<=\d)(?=(?:от|of)\b)|(?<=\b(?:от|of))(?=\d)", " ", text, flags=re.IGNORECASE)
    return " ".join(text.split())


def _number(written: str) -> str:
    return WITHOUT_NUMBER if written.casefold().startswith("б") and not re.search(r"\d", written) else f"№ {written}"


def _day(match: re.Match[str], today: date) -> date | None:
    try:
        if match["iso_year"] is not None:
            return date(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
        month = _month(match["month"].casefold())
        if month is None:
            return None
        if match["year"] is not None:
            year = int(match["year"])
            return date(year if year > 99 else year + 2000, month, int(match["day"]))
        day = date(today.year, month, int(match["day"]))
        return day if day <= today else day.replace(year=today.year - 1)
    except ValueError:
        return None


def _month(written: str) -> int | None:
    """A number, or a month's name by its first three letters in any case of it."""
    if written.isdigit():
        return int(written) if 1 <= int(written) <= 12 else None
    for locale in LOCALES:
        for context in ("format", "stand-alone"):
            for number, name in get_month_names("wide", context, locale).items():
                if name.casefold()[:3] == written[:3]:
                    return int(number)
    return None
