"""Fluent behind two verbs: `html` for messages, `plain` for buttons and alerts.

fluent.runtime fails softly (a missing message gives its key, a missing variable its name); here both raise,
so that a test sees them. What a person typed reaches a message only through `html`, which escapes it: that is
the one place of escaping. Text that is already safe HTML is passed as `Safe`.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_date
from fluent.syntax import ast

FOLDER = Path(__file__).parent
LOCALES = ("ru", "en")
LONG = 2000
"""Values longer than this are put in after formatting: fluent.runtime refuses one of over 2,500 characters."""


class MissingWords(Exception):
    """A message or a variable that a locale lacks."""


class Safe(str):
    """HTML that needs no escaping."""

    __slots__ = ()


class Words:
    """The words of one language with the dates of one time zone."""

    def __init__(self, locale: str, zone: ZoneInfo) -> None:
        self.locale = locale
        self.zone = zone
        self._bundle = _bundle(locale)

    def html(self, key: str, **variables: Any) -> Safe:
        """A message for the messenger's HTML mode; strings among `variables` are escaped."""
        return Safe(self._format(key, {name: self._escaped(value) for name, value in variables.items()}))

    def plain(self, key: str, **variables: Any) -> str:
        """A text where the messenger reads no markup: buttons, alerts, file names, pictures."""
        return self._format(key, variables)

    def has(self, key: str) -> bool:
        return bool(self._bundle.has_message(key))

    def _escaped(self, value: Any) -> Any:
        return escape(value, quote=False) if isinstance(value, str) and not isinstance(value, Safe) else value

    def _format(self, key: str, variables: Mapping[str, Any]) -> str:
        pattern = self._bundle.get_message(key).value if self.has(key) else None
        if pattern is None:
            raise MissingWords(f"{self.locale}: no message {key}")
        ready = {name: self._ready(value) for name, value in variables.items()}
        long = {_mark(name): value for name, value in ready.items() if isinstance(value, str) and len(value) > LONG}
        formatted, errors = self._bundle.format_pattern(
            pattern, {name: _mark(name) if _mark(name) in long else value for name, value in ready.items()}
        )
        if errors:
            raise MissingWords(f"{self.locale}: {key}: {errors}")
        text = str(formatted)
        for mark, value in long.items():
            text = text.replace(mark, value)
        return text

    def _ready(self, value: Any) -> Any:
        match value:
            case None:
                return ""
            case bool():
                return "yes" if value else "no"
            case datetime():
                return fluent_date(value.astimezone(self.zone))
            case str() | int() | float() | date():
                return value
        return str(value)


def _mark(name: str) -> str:
    """What stands for a long value while Fluent formats: letters of the private use area, which nobody types."""
    return f"\ue000{name}\ue001"


def load_words(locale: str, zone: ZoneInfo) -> Words:
    """Words of `locale`, or Russian where we do not speak it."""
    return Words(locale if locale in LOCALES else LOCALES[0], zone)


def nearest_locale(language_code: str | None) -> str:
    """Our words for the language of somebody's messenger ("en-GB"): Russian unless it is English."""
    return "en" if (language_code or "").startswith("en") else LOCALES[0]


@cache
def _bundle(locale: str) -> FluentBundle:
    """Raises MissingWords for a file that Fluent cannot read whole: it would silently drop the message."""
    bundle = FluentBundle([locale], functions=_date_functions(locale), use_isolating=False)
    for file in sorted((FOLDER / locale).glob("*.ftl")):
        resource = FluentResource(file.read_text(encoding="utf-8"))
        junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
        if junk:
            raise MissingWords(f"{file.name} ({locale}) has lines that are not Fluent: {junk[0]!r}")
        bundle.add_resource(resource)
    return bundle


def _date_functions(locale: str) -> dict[str, Any]:
    """DAY «вторник, 6 октября» · DATE «6 октября 2026» · TIME «10:00» · WHEN «вторник, 6 октября, 10:00» ·
    SHORT «вт 6 окт., 10:00» · BRIEF «6 окт.» · WEEKDAY «вторник» · WEEK of a Monday «5–11 октября».

    WHEN and SHORT with the present as a second argument say the year when it is another one.
    """

    def day(value: Any) -> str:
        return format_date(value, "EEEE, d MMMM", locale=locale)

    def weekday(value: Any) -> str:
        return format_date(value, "EEEE", locale=locale)

    def week(monday: Any) -> str:
        sunday = monday + timedelta(days=6)
        first = (
            f"{monday.day}–" if monday.month == sunday.month else f"{format_date(monday, 'd MMMM', locale=locale)} – "
        )
        return first + format_date(sunday, "d MMMM", locale=locale)

    def year(value: Any, present: Any) -> str:
        return "" if present is None or value.year == present.year else " y"

    def date_(value: Any) -> str:
        return format_date(value, "d MMMM y", locale=locale)

    def time(value: Any) -> str:
        return format_datetime(value, "HH:mm", locale=locale)

    def when(value: Any, present: Any = None) -> str:
        return format_datetime(value, f"EEEE, d MMMM{year(value, present)}, HH:mm", locale=locale)

    def short(value: Any, present: Any = None) -> str:
        return format_datetime(value, f"EEE d MMM{year(value, present)}, HH:mm", locale=locale)

    def brief(value: Any) -> str:
        return format_date(value, "d MMM", locale=locale)

    return {
        "BRIEF": brief,
        "DAY": day,
        "DATE": date_,
        "TIME": time,
        "WHEN": when,
        "SHORT": short,
        "WEEKDAY": weekday,
        "WEEK": week,
    }
