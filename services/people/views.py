from dataclasses import dataclass, field
from datetime import datetime

from db.vocabulary import Platform, Role
from services.people.names import full_name, short_name


@dataclass(frozen=True)
class RoleView:
    role: Role
    unit_id: int
    path: str
    """Of the unit: the role reaches every unit whose path begins with it."""


@dataclass(frozen=True)
class PersonView:
    """Somebody as windows and services see her."""

    id: int
    surname: str | None
    given_name: str | None
    patronymic: str | None
    unit_id: int | None
    unit_name: str | None
    unit_path: str
    municipality_id: int | None
    experience_from: int | None
    locale: str
    anonymous: bool
    consented: bool
    subjects: tuple[str, ...] = ()
    roles: tuple[RoleView, ...] = field(default=())
    experience_exact: bool = True
    """`experience_from` is the very year; otherwise it is the latest that the chosen band allows."""

    @property
    def polite_name(self) -> str:
        """«Анна Петровна», the way one speaks to a colleague. Empty when nothing is known."""
        return " ".join(part for part in (self.given_name, self.patronymic) if part)

    @property
    def full_name(self) -> str:
        return full_name(self.surname, self.given_name, self.patronymic)

    @property
    def short_name(self) -> str:
        return short_name(self.surname, self.given_name, self.patronymic)

    def has(self, *roles: Role) -> bool:
        return any(held.role in roles for held in self.roles)

    def scope(self, *roles: Role) -> tuple[str, ...]:
        """Paths of the subtrees in which the person holds any of `roles`."""
        return tuple(held.path for held in self.roles if held.role in roles)


@dataclass(frozen=True)
class Visitor:
    """Whoever is at the other end of an account; `person` is None before entry."""

    account_id: int
    locale: str
    person: PersonView | None
    zone: str | None
    """IANA name of the municipality's or school's own time zone; None takes the setting."""
    reachable: bool = True
    """Whether we believe that she can be written to; somebody who writes can be."""


@dataclass(frozen=True)
class CodeView:
    code: str
    expires_at: datetime


@dataclass(frozen=True)
class StaffCard:
    """Somebody as her administrator sees her: never what she answered."""

    person: PersonView
    connected: bool
    may_let_in: bool
    """Whether the sheet is the reader's to give: hers opens no more than he looks after himself."""
    code: CodeView | None
    """The one that would let her in today."""


@dataclass(frozen=True)
class RoleNotice:
    role: Role
    unit: str


@dataclass(frozen=True)
class OldDoor:
    """An account through which somebody came in until now."""

    platform: Platform
    user_id: int
    locale: str


@dataclass(frozen=True)
class MyData:
    """How much is kept about somebody, in numbers."""

    consent_at: datetime | None
    consent_version: str
    results: int
    unfinished: int
    """Self-diagnostics begun: its answers are kept as well."""
    sign_ups: int
    requests: int
    pairs: int
    last_administrator: bool
    """After her nobody could appoint anybody: the first administrator's code works again."""
