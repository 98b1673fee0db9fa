"""When a pair is asked, and what its weeks look like. Pure; days are local to the reader, moments in UTC."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from db.vocabulary import CheckInSide, CheckInState
from services.calendar.model import Calendar
from services.calendar.rules import at, humane, is_silent_day, next_school_day

HORIZON = timedelta(days=8)
"""How far ahead check-ins are planned: always the coming one, whatever the weekday."""

WEEKS_SHOWN = 8
LONGEST_OPEN = 4
"""Weeks: the longest that the questions of one stay open, over the New Year."""

ORDER_AGE = timedelta(days=3 * 366)

QUESTIONNAIRES = {
    CheckInSide.MENTOR: "mentor_weekly_checkin",
    CheckInSide.MENTEE: "mentee_weekly_checkin",
}
OPEN = (CheckInState.PLANNED, CheckInState.ASKED)
DONE = (CheckInState.ANSWERED, CheckInState.SKIPPED)


NEVER = datetime(9999, 1, 1, tzinfo=UTC)
LATEST_NUDGE = 3
"""Days after the questions: a reminder that a school break puts off further is dropped, nobody recalls that week."""


@dataclass(frozen=True)
class Moments:
    """Of one check-in: asked, asked once more, and counted as silence."""

    due_at: datetime
    nudge_at: datetime
    """Not after `due_at` when there is no reminder to come: before it when that has been given, else the same."""
    silent_at: datetime
    """NEVER when nobody was reminded."""

    @property
    def nudges(self) -> bool:
        return self.nudge_at > self.due_at

    @property
    def counts(self) -> bool:
        return self.silent_at < NEVER

    def nudged_by(self, now: datetime) -> datetime | None:
        """When she was reminded, if she was: one week has one reminder."""
        return self.nudge_at if self.nudge_at != self.due_at and self.nudge_at <= now else None


class WeekMark(StrEnum):
    """One week of one side, as a methodist sees it: that it was answered, never what."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    MISSED = "missed"
    WAITING = "waiting"
    AWAY = "away"
    NONE = "none"


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def check_in_day(week: date, calendar: Calendar) -> date | None:
    """The day of the weekly questions; None in a week when that day is a holiday or lies in school breaks."""
    day = week + timedelta(days=calendar.check_in_weekday)
    return None if day in calendar.holidays or day in calendar.breaks else day


def moments(week: date, zone: ZoneInfo, calendar: Calendar) -> Moments | None:
    """When the questions of a week are asked; None in a week without them."""
    day = check_in_day(week, calendar)
    if day is None:
        return None
    return following(humane(at(day, calendar.check_in_time, zone), zone, calendar), zone, calendar)


def following(due_at: datetime, zone: ZoneInfo, calendar: Calendar, nudged_at: datetime | None = None) -> Moments:
    """One reminder on the next school day, and silence on the one after that: in breaks nobody is asked or counted.

    `nudged_at`: she has had her reminder and has put the questions off since; silence counts from the next school day.
    """
    asked_on = due_at.astimezone(zone).date()
    nudge_day = next_school_day(asked_on, calendar)
    if _over_a_break(asked_on, nudge_day, calendar):
        return Moments(due_at, nudged_at or due_at, NEVER)
    if nudged_at is not None:
        return Moments(due_at, nudged_at, _silent_after(due_at, zone, calendar))
    nudge_at = humane(at(nudge_day, calendar.nudge_time, zone), zone, calendar)
    return Moments(due_at, nudge_at, _silent_after(nudge_at, zone, calendar))


def _over_a_break(first: date, last: date, calendar: Calendar) -> bool:
    days = (last - first).days
    return days > LATEST_NUDGE and any(first + timedelta(days=number) in calendar.breaks for number in range(days))


def _silent_after(said_at: datetime, zone: ZoneInfo, calendar: Calendar) -> datetime:
    day = next_school_day(said_at.astimezone(zone).date(), calendar)
    return at(day, calendar.nudge_time, zone).astimezone(UTC)


def put_off(now: datetime, zone: ZoneInfo, calendar: Calendar, before: Moments) -> Moments:
    """«Завтра»: at the hour of the check-in, on the next day that is neither silent nor in school breaks.

    Whoever has been reminded by then (`before`) is not reminded again: what she has chosen is the last word.
    """
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return following(_asked_from(tomorrow, zone, calendar), zone, calendar, before.nudged_by(now))


def _asked_from(day: date, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """The hour of the check-in on the first day from `day` on when somebody may be asked."""
    while is_silent_day(day, calendar) or day in calendar.breaks:
        day += timedelta(days=1)
    return humane(at(day, calendar.check_in_time, zone), zone, calendar)


def replanned(
    planned: Moments, week: date, now: datetime, zone: ZoneInfo, calendar: Calendar, *, put_off: bool
) -> Moments | None:
    """What was planned, under the calendar as it is now; None when these questions are not to be asked any more.

    What has been said stays said: of what was asked only the reminder moves, of what was reminded only the silence.
    A reminder that was dropped stays dropped.
    `put_off`: «Завтра» was pressed, so that the week alone does not tell the day.
    """
    nudged_at = planned.nudged_by(now)
    if planned.due_at <= now:
        if not planned.counts:
            return planned
        if planned.nudges and nudged_at is not None:
            return replace(planned, silent_at=_silent_after(nudged_at, zone, calendar))
        return following(planned.due_at, zone, calendar, nudged_at)
    if not put_off:
        return moments(week, zone, calendar)
    day = planned.due_at.astimezone(zone).date()
    away = is_silent_day(day, calendar) or day in calendar.breaks
    return following(_asked_from(day, zone, calendar) if away else planned.due_at, zone, calendar, nudged_at)


def closes_at(week: date, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """Until then the week can still be answered: until the next questions, or through a month without any."""
    coming = next_asked(week, zone, calendar)
    if coming is not None:
        return coming
    day = week + timedelta(weeks=LONGEST_OPEN, days=calendar.check_in_weekday)
    return at(day, calendar.check_in_time, zone).astimezone(UTC)


def next_asked(week: date, zone: ZoneInfo, calendar: Calendar) -> datetime | None:
    """When the questions after those of `week` come, over holidays and breaks; None when that is far away."""
    for number in range(1, LONGEST_OPEN + 1):
        coming = moments(week + timedelta(weeks=number), zone, calendar)
        if coming is not None:
            return coming.due_at
    return None


def weeks_ahead(now: datetime, zone: ZoneInfo) -> list[date]:
    """Mondays of the weeks that the horizon touches."""
    first = monday(now.astimezone(zone).date())
    last = (now + HORIZON).astimezone(zone).date()
    return [first + timedelta(weeks=number) for number in range((last - first).days // 7 + 1)]


def is_ahead(due_at: datetime, now: datetime) -> bool:
    """Only questions still to come are planned: a pair made on Friday evening begins next week."""
    return now <= due_at <= now + HORIZON


def mark(state: CheckInState, silent_at: datetime, now: datetime, *, away: bool = False) -> WeekMark:
    """A week before a break, of which nobody was reminded, counts only when it was answered.

    `away`: she cannot be asked, which is no silence.
    """
    match state:
        case CheckInState.ANSWERED:
            return WeekMark.ANSWERED
        case CheckInState.SKIPPED:
            return WeekMark.SKIPPED
    if away:
        return WeekMark.AWAY
    if silent_at >= NEVER:
        return WeekMark.NONE
    return WeekMark.MISSED if silent_at <= now else WeekMark.WAITING


def shown_weeks(weeks: Iterable[date]) -> list[date]:
    """The last weeks in which anybody was asked, oldest first."""
    return sorted(set(weeks))[-WEEKS_SHOWN:]


def is_week_end(now: datetime, zone: ZoneInfo, calendar: Calendar) -> bool:
    """From the day of the questions to Sunday: whoever answers then may be wished a good weekend."""
    return now.astimezone(zone).date().weekday() >= calendar.check_in_weekday


def is_plausible_order(day: date, today: date) -> bool:
    """An order lies behind us, and not more than three years: pairs last a year at most."""
    return timedelta(0) <= today - day <= ORDER_AGE


def school_year_end(day: date) -> date:
    """31 May of the school year in which `day` lies; from June on, of the next one."""
    return date(day.year if day.month <= 5 else day.year + 1, 5, 31)


def periods(first: date, today: date) -> dict[str, date]:
    """Last days that are offered for a pair that begins on `first`; none that has passed."""
    offered = {
        "school_year": school_year_end(today),
        "three_months": months_later(first, 3),
        "year": months_later(first, 12),
    }
    return {kind: last for kind, last in offered.items() if last > today}


def months_later(first: date, months: int) -> date:
    """The last day of so many months from `first` on."""
    years, month = divmod(first.month - 1 + months, 12)
    year = first.year + years
    last_day = (date(year + month // 11, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(first.day, last_day)) - timedelta(days=1)
