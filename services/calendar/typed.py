"""A day and time as people type them: «завтра в 15», «пт 15:30», «15:00 28.10», «28 октября, 15-30», “Friday 3 pm”."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import get_day_names, get_month_names

from locales.typed_time import AFTER_NOON, AWAY, BEFORE_NOON, BESIDE, CASE_ENDINGS, HOURS, NEAR_DAYS, SPOKEN, UNTIL
from locales.words import LOCALES
from services.calendar.rules import at

LONGEST = 100
FURTHEST = timedelta(days=366)
LATELY = timedelta(days=183)
"""A date without a year that passed within this time has passed; an earlier one is next year's."""

DAYTIME = range(7, 21)
"""Hours in which something can be meant to begin: «в 3» may be three in the afternoon, so we ask."""


class Problem(StrEnum):
    """Why a typed moment cannot be taken."""

    UNCLEAR = "unclear"
    NO_DAY = "no_day"
    NO_TIME = "no_time"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_TIME = "no_such_time"
    OTHER_WEEKDAY = "other_weekday"
    NIGHT = "night"
    PAST = "past"
    FAR = "far"


@dataclass(frozen=True)
class Unread:
    """No moment was read. `at` is what was written, where that much is clear."""

    problem: Problem
    at: datetime | None = None


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SPOKEN = re.compile(rf"\b(?:{_any(SPOKEN)})\b")
_END = rf"(?:\s*(?:[-–—]|\b(?:{_any(UNTIL)})\b)\s*\d{{1,2}}(?:[:.]\d{{2}})?(?![\d:./]))?"
_TOKEN = re.compile(
    rf"""(?P<part_hour>\d{{1,2}})(?:[:.](?P<part_minute>\d{{2}}))?\s*(?:(?:{_any(HOURS)})\.?\s+)?
            (?:(?P<before>{_any(BEFORE_NOON)})|(?P<after>{_any(AFTER_NOON)}))(?!\w)
    | (?P<iso_year>\d{{4}})-(?P<iso_month>\d{{1,2}})-(?P<iso_day>\d{{1,2}})(?!\d)
    | (?P<day>\d{{1,2}})(?P<dot>[./-])(?P<month>\d{{1,2}})(?P=dot)(?P<year>\d{{4}}|\d{{2}})(?!\d)
    | (?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::\d{{2}})?(?!\d){_END}
    | (?P<from>\d{{1,2}})(?:\s*[-–—]\s*\d{{1,2}}:\d{{2}}|\s+(?:{_any(UNTIL)})\s+\d{{1,2}}(?:[:.]\d{{2}})?)(?!\d)
    | (?P<first>\d{{1,2}})(?P<between>[./]|[-–—])(?P<second>\d{{1,2}})(?!\d)(?P<end>{_END})
    | (?P<number>\d+)
    | (?P<word>[^\W\d_]+)""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class _Pair:
    """Two numbers that are a date or a time: 28.10, 15-30."""

    first: int
    second: int
    between: str
    end: bool

    def date_like(self) -> bool:
        return not self.end and 1 <= self.first <= 31 and 1 <= self.second <= 12

    def clock(self) -> tuple[int, int]:
        """15-30 is half past three; 15-17 is from three to five."""
        ranged = self.between not in "./" and self.second % 5 and self.first < self.second < 24
        return (self.first, 0) if ranged else (self.first, self.second)


class _Written:
    """What stands in the text: days, clocks, and numbers that may be either."""

    def __init__(self, text: str, today: date) -> None:
        self.dates: list[tuple[int | None, int, int]] = []
        self.days: list[date] = []
        self.weekday: int | None = None
        self.clocks: list[tuple[int, int]] = []
        self.pairs: list[_Pair] = []
        self.numbers: list[int] = []
        self.unclear = False
        self.unknown = False
        for words in sorted(NEAR_DAYS, key=len, reverse=True):
            text, found = re.subn(rf"\b{words}\b", " ", text)
            if found:
                self.days.append(today + timedelta(days=NEAR_DAYS[words]))
        text = _SPOKEN.sub(lambda word: SPOKEN[word[0]], text)
        self._month: int | None = None
        tokens = list(_TOKEN.finditer(text))
        for token in tokens:
            self._take(token)
        if self._month is not None:
            self._name_month(self._month)

    def _take(self, token: re.Match[str]) -> None:
        if token["part_hour"]:
            hour = int(token["part_hour"])
            if hour > 12:
                self.clocks.append((hour, int(token["part_minute"] or 0)))
            else:
                self.clocks.append((hour % 12 + (12 if token["after"] else 0), int(token["part_minute"] or 0)))
        elif token["iso_year"]:
            self.dates.append((int(token["iso_year"]), int(token["iso_month"]), int(token["iso_day"])))
        elif token["day"]:
            year = int(token["year"])
            self.dates.append((year if year >= 100 else 2000 + year, int(token["month"]), int(token["day"])))
        elif token["hour"]:
            self.clocks.append((int(token["hour"]), int(token["minute"])))
        elif token["from"]:
            self.clocks.append((int(token["from"]), 0))
        elif token["first"]:
            self.pairs.append(_Pair(int(token["first"]), int(token["second"]), token["between"], bool(token["end"])))
        elif token["number"]:
            self.numbers.append(int(token["number"][:6]))
        else:
            self._take_word(token["word"])

    def _take_word(self, word: str) -> None:
        if word.startswith(AWAY):
            self.unclear = True
        elif (month := _months().get(word[:3])) is not None and self._month is None:
            self._month = month
        elif (weekday := _weekday(word)) is not None:
            self.weekday = weekday
        elif word not in BESIDE:
            self.unknown = True

    def _name_month(self, month: int) -> None:
        """The number beside it is the day; one of four digits is the year."""
        year = next((number for number in self.numbers if 1000 <= number <= 9999), None)
        if year is not None:
            self.numbers.remove(year)
        if self.numbers:
            self.dates.append((year, month, self.numbers.pop(0)))
        else:
            self.unclear = True

    def _day_alone(self) -> bool:
        """«31.12» is a day; «12.10» may be a day as well as an hour, and we ask."""
        if not self.pairs or not self.pairs[0].date_like():
            return False
        self.unclear = self.unclear or (self.pairs[0].between == "." and self.pairs[0].first <= 23)
        return self.pairs[0].between == "/" or self.pairs[0].first > 23

    def sort_out_pairs(self, lone_is_clock: bool) -> None:
        """Which of the pairs is the date, and which the time."""
        has_day = bool(self.dates or self.days or self.weekday is not None)
        timed = bool(self.clocks or self.numbers or len(self.pairs) > 1)
        if lone_is_clock and not has_day and not timed and self._day_alone():
            lone_is_clock = False
        if self.pairs and not self.dates and not self.days and (timed or not (has_day or lone_is_clock)):
            whole = [pair for pair in self.pairs if pair.date_like()]
            unfit = [pair for pair in whole if pair.between == "/" or pair.first > 23]
            if whole or not has_day:
                day = (unfit or whole or self.pairs)[0]
                if day.date_like() or timed:
                    self.pairs.remove(day)
                    self.dates.append((None, day.second, day.first))
        self.clocks += [pair.clock() for pair in self.pairs]
        if not self.clocks and self.numbers:
            hour = self.numbers.pop(0)
            self.clocks.append((hour, self.numbers.pop(0) if self.numbers and self.numbers[0] < 60 else 0))


def read_when(
    typed: str, now: datetime, zone: ZoneInfo, morning: time | None = None, daytime: range = DAYTIME
) -> datetime | Unread:
    """The moment meant, in UTC, always ahead of `now`.

    With `morning` either half may be left out: a day alone means that hour, a time alone the next such time.
    """
    if len(typed) > LONGEST:
        return Unread(Problem.UNCLEAR)
    today = now.astimezone(zone).date()
    written = _Written(" ".join(typed.casefold().replace("ё", "е").split()), today)
    written.sort_out_pairs(lone_is_clock=morning is not None)
    if written.unclear or written.numbers or max(len(written.clocks), len(written.dates) + len(written.days)) > 1:
        return Unread(Problem.UNCLEAR)
    has_day = bool(written.dates or written.days or written.weekday is not None)
    if (written.unknown and written.clocks) or not (has_day or written.clocks):
        return Unread(Problem.UNCLEAR)
    if not has_day and morning is None:
        return Unread(Problem.NO_DAY)
    clock = _clock(written.clocks[0]) if written.clocks else None if written.unknown else morning
    if written.clocks and clock is None:
        return Unread(Problem.NO_SUCH_TIME)
    days = _days(written, today)
    if not days:
        return Unread(Problem.NO_SUCH_DAY)
    if clock is None:
        return Unread(Problem.NO_TIME)
    return _chosen([at(day, clock, zone).astimezone(UTC) for day in days], written, now, zone, daytime)


def _chosen(
    moments: list[datetime], written: _Written, now: datetime, zone: ZoneInfo, daytime: range
) -> datetime | Unread:
    """The first of the moments that is ahead, or why none can be taken."""
    moment = next((moment for moment in moments if moment > now), moments[-1])
    if written.dates and now - moments[0] <= LATELY:
        moment = moments[0]
    local = moment.astimezone(zone)
    if local.hour not in daytime:
        return Unread(Problem.NIGHT, moment)
    if moment <= now:
        return Unread(Problem.PAST, moment)
    if moment > now + FURTHEST:
        return Unread(Problem.FAR, moment)
    if written.weekday not in (None, local.weekday()):
        return Unread(Problem.OTHER_WEEKDAY, moment)
    return moment


def _clock(written: tuple[int, int]) -> time | None:
    return time(*written) if written[0] < 24 and written[1] < 60 else None


def _days(written: _Written, today: date) -> list[date]:
    """The days that may be meant, the nearest of them first."""
    if written.dates:
        year, month, day = written.dates[0]
        years = [today.year, today.year + 1] if year is None else [year]
        return [found for year in years if (found := _date(year, month, day)) is not None]
    if written.days:
        return written.days
    if written.weekday is not None:
        first = today + timedelta(days=(written.weekday - today.weekday()) % 7)
        return [first, first + timedelta(days=7)]
    return [today, today + timedelta(days=1)]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 2000 <= year < 2100 else None
    except ValueError:
        return None


def _weekday(word: str) -> int | None:
    """«пт», «пятн», «пятницу», “tues”: a short name, the beginning of a long one, or a form of it."""
    for number, names in _weekdays().items():
        for name in names:
            stem = name.rstrip(CASE_ENDINGS)
            if word == name or (len(word) >= 3 and name.startswith(word)) or (len(name) > 3 and word.startswith(stem)):
                return number
    return None


@cache
def _weekdays() -> dict[int, tuple[str, ...]]:
    names = [get_day_names("wide", locale=locale) for locale in LOCALES]
    names += [get_day_names("abbreviated", locale=locale) for locale in LOCALES]
    return {number: tuple(of_locale[number].casefold() for of_locale in names) for number in range(7)}


@cache
def _months() -> dict[str, int]:
    """By the first three letters, in each language and both cases: «октября», «мая», «май», “october”."""
    return {
        name.casefold()[:3]: number
        for locale in LOCALES
        for context in ("format", "stand-alone")
        for number, name in get_month_names("wide", context=context, locale=locale).items()
    }
