from datetime import datetime, timedelta

CODE_TRIES = 5
CODE_PAUSE = timedelta(hours=1)
YOUNG_YEARS = 3
"""«Стаж до 3 лет»: who counts as a young teacher for the school of the young teacher."""

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


def began_from_band(years: int, now: datetime) -> int:
    """The year to keep for somebody who chose the band that begins with `years`."""
    return school_year_start(now) - years


def split_name(typed: str) -> tuple[str, str, str | None] | None:
    """«Петрова Анна Петровна» → surname, given name, patronymic. None when it is not two to four words."""
    words = typed.split()
    if not 2 <= len(words) <= 4 or any(len(word) > 40 for word in words):
        return None
    if not all(any(letter.isalpha() for letter in word) for word in words):
        return None
    return words[0], words[1], " ".join(words[2:]) or None
