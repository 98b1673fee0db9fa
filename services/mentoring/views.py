from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.models import Person
from db.vocabulary import CheckInSide, PairStatus
from services.mentoring.rules import WeekMark
from services.people.views import PersonView
from services.questionnaires.answers import Answer


@dataclass(frozen=True)
class Name:
    """Of somebody in a pair; empty when she has had her data erased."""

    given: str
    patronymic: str
    surname: str

    @staticmethod
    def of(person: Person | PersonView | None) -> Name:
        if person is None:
            return Name("", "", "")
        return Name(person.given_name or "", person.patronymic or "", person.surname or "")


@dataclass(frozen=True)
class CheckInView:
    """A check-in in the hands of its owner."""

    id: int
    side: CheckInSide
    questionnaire_id: str
    week: date
    """Its Monday."""
    partner: Name
    answers: Mapping[str, Answer]
    draft: str
    """A question to the mentor that has been typed and not been sent."""
    answered: bool
    partner_connected: bool
    """Whether what goes to the partner arrives: she is in the bot and has not stopped it."""


@dataclass(frozen=True)
class CheckInNotice:
    check_in_id: int
    side: CheckInSide
    partner: Name
    week: date
    """Its Monday."""
    nudge: bool
    put_off: bool
    """Asked again because she pressed «Завтра»."""
    several: bool
    """She has more than one pair, so that it must be said which one is meant."""


@dataclass(frozen=True)
class QuestionNotice:
    """What a mentee sent to her mentor, and nothing else of her answers."""

    mentee: Name
    text: str


@dataclass(frozen=True)
class HelpNotice:
    """A mentor passes a pair on, or a mentee asks for a talk. No answer goes with it."""

    side: CheckInSide
    mentor: str
    mentee: str
    school: str


@dataclass(frozen=True)
class SilentPair:
    mentor: str
    """Surname."""
    mentee: str
    weeks: int
    """For how long, the side that has been silent longer."""


@dataclass(frozen=True)
class SilentNotice:
    count: int
    new: int
    """Of them, those that are silent for the first week."""
    pairs: tuple[SilentPair, ...]
    """The first few, the longest silence first."""
    more: int
    """How many there are beside those."""


@dataclass(frozen=True)
class EndsNotice:
    """Pairs of a methodist whose period runs out on one day."""

    ends_on: date
    pairs: tuple[tuple[str, str], ...]
    """Surnames of mentor and mentee, the first few."""
    more: int
    """How many there are beside those."""
    pair_id: int | None
    """When there is but one."""


@dataclass(frozen=True)
class JournalEntry:
    """A week with a meeting, as the mentor wrote it down. `state` and `next` only in the mentor's own hands."""

    week: date
    met: str
    topic: str | None
    state: int | None = None
    next: str | None = None


@dataclass(frozen=True)
class OpenQuestion:
    """A question of the mentee that waits for a meeting."""

    week: date
    """The Monday of the week in which it was asked."""
    text: str


@dataclass(frozen=True)
class QuestionDraft:
    """A question between the weekly ones, in the hands of the mentee."""

    mentor: Name
    text: str
    """Typed and not sent; empty when nothing is."""
    connected: bool
    """Whether it would arrive at once."""


@dataclass(frozen=True)
class PairNotice:
    """That a pair was recorded, or has ended, to one of the two."""

    pair_id: int
    side: CheckInSide
    partner: str
    """Full name; empty when she has had her data erased."""
    status: PairStatus
    order_number: str
    order_date: date
    question_unsent: bool
    """A question that the mentor will not get any more."""


@dataclass(frozen=True)
class MyPair:
    """A pair in the eyes of one of the two."""

    id: int
    side: CheckInSide
    partner: Name
    partner_school: str
    order_number: str
    order_date: date
    ends_on: date
    due_at: datetime | None
    """When she is asked next; in the past when questions wait for her."""
    check_in_id: int | None
    week: date | None
    """The Monday of the week that is asked about."""
    over: bool


class Contact(StrEnum):
    """Whether somebody can be asked: is in the bot, has stopped it, or has never come."""

    OPEN = "open"
    STOPPED = "stopped"
    ABSENT = "absent"


@dataclass(frozen=True)
class PairRow:
    id: int
    mentor: Name
    mentee: Name
    silent: bool
    contact: Contact
    """Of the one of the two who is harder to reach."""


@dataclass(frozen=True)
class PairList:
    rows: tuple[PairRow, ...]
    total: int
    silent: int
    away: int
    """Not silent, but one side cannot be asked."""


@dataclass(frozen=True)
class Week:
    monday: date
    mentor: WeekMark
    mentee: WeekMark


@dataclass(frozen=True)
class PairCard:
    """For a methodist: who, by which order, and which weeks were answered; never what."""

    id: int
    status: PairStatus
    order_number: str
    order_date: date
    starts_on: date
    ends_on: date
    mentor: PersonView | None
    mentee: PersonView | None
    weeks: tuple[Week, ...]
    """Those in which anybody was asked, oldest first."""
    contacts: Mapping[CheckInSide, Contact]
    over: bool
    """Its period has run out, and nobody has ended it before."""
