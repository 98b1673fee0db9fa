"""When a questionnaire is asked: data for campaigns and check-ins."""

from typing import Annotated, Literal

from pydantic import Field

from services.questionnaires.items import Identifier, Shape, Words

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Pause = Literal["holidays", "vacation", "sick_leave"]
ClockTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
DayOfYear = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Month = Annotated[int, Field(ge=1, le=12)]


class Window(Shape):
    """First and last day of a campaign, `MM-DD`, both inclusive."""

    from_: DayOfYear = Field(alias="from")
    to: DayOfYear


class Interim(Shape):
    month: Month
    text: Words


class Snooze(Shape):
    """A way to put a check-in off; without `days` this round is skipped altogether."""

    id: Identifier
    days: Annotated[int, Field(ge=1, le=30)] | None = None
    button: Words


class Yearly(Shape):
    """`reminder_days` count from the first day of the window."""

    type: Literal["yearly"]
    month: Month
    window: Window
    reminder_days: tuple[Annotated[int, Field(ge=0)], ...] = ()
    repeat_hint: Words | None = None
    interim: Interim | None = None


class Round(Shape):
    """A check-in comes at `time` of the person's own zone; `escalate_after_missed: 0` means never."""

    time: ClockTime
    pause_in: tuple[Pause, ...] = ()
    snooze_options: tuple[Snooze, ...] = ()
    escalate_after_missed: Annotated[int, Field(ge=0)] = 0
    escalate_to: Identifier | None = None


class Weekly(Round):
    type: Literal["weekly"]
    weekday: Weekday


class Monthly(Round):
    type: Literal["monthly"]
    day: Annotated[int, Field(ge=1, le=28)]


class OnDemand(Shape):
    type: Literal["on_demand"]
    max_attempts: Annotated[int, Field(ge=1)] | None = None
    retake_after_days: Annotated[int, Field(ge=0)] | None = None


Periodicity = Annotated[Yearly | Weekly | Monthly | OnDemand, Field(discriminator="type")]
