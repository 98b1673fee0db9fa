"""How people write the number and date of an order."""

import re
from datetime import date

from babel.dates import get_month_names

from locales.words import LOCALES

LONGEST_NUMBER = 38
LONGEST_ORDER = 120
_ORDER = re.compile(
    r"^\W*(?:приказ\w*|order)?[\s№#:]*(?P<number>(?=[\w/.\-]*\d)\w[\w/.\-]*?)\s*(?:,|\s)\s*(?:от|of|dated)?\s*"
    r"(?P<day>\d{1,2})[\s./-]+(?P<month>\d{1,2}|[а-яёa-z]{3,})(?:[\s./-]+(?P<year>\d{4}|\d{2}))?\s*(?:г|года)?\W*$",
    re.IGNORECASE,
)


def read_order(typed: str, today: date) -> tuple[str, date] | None:
    """«47 от 02.09.2026», «№ 12/3-о 2 сентября» → «№ 47» and a date; without a year the last such day.

    None when it cannot be read.
    """
    match = _ORDER.match(" ".join(typed.split())) if len(typed) <= LONGEST_ORDER else None
    if match is None or len(match["number"]) > LONGEST_NUMBER:
        return None
    month = _month(match["month"].casefold())
    if month is None:
        return None
    try:
        if match["year"] is not None:
            return f"№ {match['number']}", date(int(match["year"]) % 100 + 2000, month, int(match["day"]))
        day = date(today.year, month, int(match["day"]))
        return f"№ {match['number']}", day if day <= today else day.replace(year=today.year - 1)
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
