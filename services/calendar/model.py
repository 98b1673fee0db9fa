"""The working calendar of the operator, read from content/calendar.yaml."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import yaml

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Calendar:
    """Hours are local to each reader; days are dates without a zone."""

    open_from: time
    open_to: time
    silent_weekdays: frozenset[int]
    working_weekdays: frozenset[int]
    holidays: frozenset[date]
    breaks: frozenset[date]
    check_in_weekday: int
    check_in_time: time
    nudge_time: time


def load_calendar(file: Path) -> Calendar:
    """Raises ValueError naming the file and the entry that cannot be read."""
    raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    try:
        return Calendar(
            open_from=time.fromisoformat(raw["messages"]["from"]),
            open_to=time.fromisoformat(raw["messages"]["to"]),
            silent_weekdays=frozenset(map(WEEKDAYS.index, raw["silent_weekdays"])),
            working_weekdays=frozenset(map(WEEKDAYS.index, raw["working_weekdays"])),
            holidays=_days(raw["holidays"]),
            breaks=_days(raw["breaks"]),
            check_in_weekday=WEEKDAYS.index(raw["check_in"]["weekday"]),
            check_in_time=time.fromisoformat(raw["check_in"]["time"]),
            nudge_time=time.fromisoformat(raw["nudge_time"]),
        )
    except (KeyError, TypeError, ValueError) as problem:
        raise ValueError(f"{file}: {problem}") from problem


def _days(ranges: list[Any]) -> frozenset[date]:
    """Every date of ranges written `2026-12-31..2027-01-10`, ends included."""
    days: set[date] = set()
    for text in ranges:
        first, _, last = str(text).partition("..")
        day, end = date.fromisoformat(first), date.fromisoformat(last or first)
        if end < day or (end - day).days > 366:
            raise ValueError(f"bad range {text}")
        while day <= end:
            days.add(day)
            day += timedelta(days=1)
    return frozenset(days)
