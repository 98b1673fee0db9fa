"""The working calendar of the operator, read from content/calendar.yaml."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any, TypeVar

from services.yaml_file import read_yaml

T = TypeVar("T")

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
    """Raises ValueError naming the file, the key and what cannot be read there."""
    raw = read_yaml(file)

    def at(key: str, read: Callable[[Any], T]) -> T:
        try:
            value = raw
            for step in key.split("."):
                value = value[step]
            return read(value)
        except (KeyError, TypeError) as problem:
            raise ValueError(f"{file}: `{key}` is missing or has another shape than in the sample") from problem
        except ValueError as problem:
            raise ValueError(f"{file}: `{key}`: {problem}") from problem

    return Calendar(
        open_from=at("messages.from", time.fromisoformat),
        open_to=at("messages.to", time.fromisoformat),
        silent_weekdays=at("silent_weekdays", _weekdays),
        working_weekdays=at("working_weekdays", _weekdays),
        holidays=at("holidays", _days),
        breaks=at("breaks", _days),
        check_in_weekday=at("check_in.weekday", _weekday),
        check_in_time=at("check_in.time", time.fromisoformat),
        nudge_time=at("nudge_time", time.fromisoformat),
    )


def _weekday(name: str) -> int:
    if name not in WEEKDAYS:
        raise ValueError(f"{name} is not one of {', '.join(WEEKDAYS)}")
    return WEEKDAYS.index(name)


def _weekdays(names: list[str]) -> frozenset[int]:
    return frozenset(map(_weekday, names))


def _days(ranges: list[Any]) -> frozenset[date]:
    """Every date of ranges written `2026-12-31..2027-01-10`, ends included."""
    days: set[date] = set()
    for text in ranges:
        first, _, last = str(text).partition("..")
        try:
            day, end = date.fromisoformat(first), date.fromisoformat(last or first)
        except ValueError as problem:
            raise ValueError(f"{text}: {problem}") from problem
        if end < day or (end - day).days > 366:
            raise ValueError(f"bad range {text}")
        while day <= end:
            days.add(day)
            day += timedelta(days=1)
    return frozenset(days)
