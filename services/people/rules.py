import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

CODE_TRIES = 5
CODE_PAUSE = timedelta(hours=1)
CODE_DIGITS = 6
EXAMPLE_CODE = "123456"
"""Shown to whoever has typed something else; it is nobody's."""
CODE_LASTS = timedelta(days=60)
"""From printing the sheet to the end of the autumn in which it lies in a drawer."""
YOUNG_YEARS = 3
"""«Стаж до 3 лет»: fewer full school years than this make a young teacher, here and in every list of people."""

EXPERIENCE_BANDS = (0, 1, 3, 10, 20)
"""Lower ends of the bands offered at entry, in full years."""


def tries_left(wrong: int, since: datetime | None, now: datetime) -> int:
    """How many entry codes an account may still try this hour."""
    if since is None or now - since >= CODE_PAUSE:
        return CODE_TRIES
    return max(0, CODE_TRIES - wrong)


def school_year_start(now: datetime) -> int:
    """The calendar year in which the running school year began (1 September; August counts as its eve)."""
    return now.year if now.month >= 8 else now.year - 1


def experience_years(experience_from: int | None, now: datetime) -> int | None:
    """Full school years of work; 0 for somebody in the first."""
    return None if experience_from is None else max(0, school_year_start(now) - experience_from)


def is_young_teacher(experience_from: int | None, now: datetime) -> bool:
    years = experience_years(experience_from, now)
    return years is not None and years < YOUNG_YEARS


def began_in(years: int, now: datetime) -> int:
    """The year to keep for somebody with so many full school years, or for the lower end of a band."""
    return school_year_start(now) - years


def band_of(years: int) -> int:
    """The lower end of the band in which `years` lie."""
    return max(band for band in EXPERIENCE_BANDS if band <= max(0, years))


LONGEST_EXPERIENCE = 70


def years_of(typed: str, now: datetime) -> int | None:
    """«15», «15 лет», «с 2011» → full school years. None when there is no plausible number of years."""
    numbers = re.findall(r"-?[0-9]+", typed[:40])
    if len(numbers) != 1:
        return None
    number = int(numbers[0])
    years = school_year_start(now) - number if number > 1900 else number
    return years if 0 <= years <= LONGEST_EXPERIENCE else None


def day_there(unit_zone: str | None, service_zone: ZoneInfo, now: datetime) -> date:
    """The day in a unit; one that names no zone (IANA) of its own has that of the service."""
    return now.astimezone(ZoneInfo(unit_zone) if unit_zone else service_zone).date()


def held_on(day: date, since: date, until: date | None) -> bool:
    """Both ends belong to it."""
    return since <= day and (until is None or day <= until)


def digits_of(typed: str) -> str:
    """«482 915», «482-915» and «Код: 482915» are the same code."""
    return "".join(letter for letter in typed if letter in "0123456789")


def looks_like_code(typed: str) -> bool:
    return len(typed) <= 40 and len(digits_of(typed)) == CODE_DIGITS
