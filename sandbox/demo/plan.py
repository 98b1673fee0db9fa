"""What the demo district consists of, before any database. People are named by their number, counted from 1."""

from dataclasses import dataclass
from datetime import date, datetime

from db.vocabulary import EventKind, EventStatus, Role, SignUpState


@dataclass(frozen=True)
class Note:
    """What the chat page says of somebody, in its two languages."""

    ru: str
    en: str

    def also(self, ru: str, en: str) -> "Note":
        return Note(self.ru + ru, self.en + en)


@dataclass(frozen=True)
class School:
    """`english`: what the English notes of the chat page call it."""

    name: str
    english: str
    teachers: int
    rural: bool


@dataclass(frozen=True)
class Somebody:
    """`school` is None for those who work in the municipal service itself."""

    number: int
    surname: str
    given_name: str
    patronymic: str
    female: bool
    school: str | None
    subjects: tuple[str, ...] = ()
    experience_from: int | None = None
    locale: str = "ru"
    roles: tuple[Role, ...] = ()
    connected: bool = True
    pinned: bool = False
    note: Note = Note("", "")
    phone_name: tuple[str, str | None] | None = None
    """First and last name in the messenger, where they are not simply given name and surname."""


@dataclass(frozen=True)
class Tutor:
    person: int
    max_tutees: int


@dataclass(frozen=True)
class PairPlan:
    mentor: int
    mentee: int
    school: str
    order_number: str
    order_date: date
    ends_on: date


@dataclass(frozen=True)
class EventPlan:
    kind: EventKind
    title: str
    description: str
    subjects: tuple[str, ...]
    starts_at: datetime
    ends_at: datetime
    sign_up_until: datetime
    published_at: datetime
    venue: str | None
    link: str | None
    capacity: int | None
    status: EventStatus
    organiser: int
    signed: int
    """How many have signed up when the demo begins."""
    young: bool
    """Whether those are young teachers."""


@dataclass(frozen=True)
class SignUpPlan:
    event: int
    """Index in the season."""
    person: int
    state: SignUpState
    turn: int
    at: datetime


@dataclass(frozen=True)
class District:
    region: str
    centre: str
    municipality: str
    schools: tuple[School, ...]
    people: tuple[Somebody, ...]
    tutors: tuple[Tutor, ...]
    pairs: tuple[PairPlan, ...]
    events: tuple[EventPlan, ...]
    sign_ups: tuple[SignUpPlan, ...]
    entry_codes: tuple[tuple[str, int], ...]
    """Six digits and whom they let in."""

    def somebody(self, number: int) -> Somebody:
        return self.people[number - 1]
