"""The people whom an announcement is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Row, and_, case, exists, func, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Account, Consent, Person, PersonSubject, RoleAssignment, Unit
from db.vocabulary import Purpose, Reach, Role, UnitKind


@dataclass(frozen=True)
class Wanted:
    """Known people of the scope, by every condition that is given."""

    scope: tuple[str, ...]
    """Paths of subtrees."""
    but: int
    """Somebody who is left out: the author."""
    today: date
    municipality_path: str | None = None
    school_path: str | None = None
    subject: str | None = None
    role: Role | None = None
    began_after: int | None = None


def _reachable() -> ColumnElement[bool]:
    return exists().where(Account.person_id == Person.id, Account.reach == Reach.OPEN)


def _consented() -> ColumnElement[bool]:
    return exists().where(_account_consent(), Consent.withdrawn_at.is_(None))


def _account_consent() -> ColumnElement[bool]:
    return and_(Consent.person_id == Person.id, Consent.purpose == Purpose.ACCOUNT)


def connected() -> ColumnElement[bool]:
    return and_(_reachable(), _consented())


def _not_connected() -> ColumnElement[bool]:
    """In the list of staff and not to be written to. Whoever withdrew her consent is in no list."""
    return and_(not_(_reachable()), or_(_consented(), not_(exists().where(_account_consent()))))


def _meant(wanted: Wanted) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [
        Person.erased_at.is_(None),
        Person.anonymous.is_(False),
        Person.id != wanted.but,
        or_(*(Unit.path.startswith(path, autoescape=True) for path in wanted.scope)),
    ]
    if wanted.municipality_path is not None:
        conditions.append(Unit.path.startswith(wanted.municipality_path, autoescape=True))
    if wanted.school_path is not None:
        conditions.append(Unit.path == wanted.school_path)
    if wanted.subject is not None:
        conditions.append(exists().where(PersonSubject.person_id == Person.id, PersonSubject.subject == wanted.subject))
    if wanted.role is not None:
        conditions.append(
            exists().where(
                RoleAssignment.person_id == Person.id,
                RoleAssignment.role == wanted.role,
                RoleAssignment.since <= wanted.today,
                or_(RoleAssignment.until.is_(None), RoleAssignment.until >= wanted.today),
            )
        )
    if wanted.began_after is not None:
        conditions.append(Person.experience_from > wanted.began_after)
    return and_(*conditions)


def _closed() -> ColumnElement[Reach | None]:
    """Why somebody who has been connected cannot be written to: by the newest of her accounts."""
    return (
        select(Account.reach)
        .where(Account.person_id == Person.id, Account.reach != Reach.OPEN)
        .order_by(Account.id.desc())
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )


def _stopped() -> ColumnElement[bool]:
    """Has stopped the bot in the newest of her accounts."""
    return func.coalesce(_closed(), "") == Reach.BLOCKED


async def audience(session: AsyncSession, wanted: Wanted) -> tuple[int, int, int]:
    """How many can be written to, have stopped the bot, are not connected. One statement."""
    row = (
        await session.execute(
            select(
                func.coalesce(func.sum(case((connected(), 1), else_=0)), 0),
                func.coalesce(func.sum(case((and_(_not_connected(), _stopped()), 1), else_=0)), 0),
                func.coalesce(func.sum(case((and_(_not_connected(), not_(_stopped())), 1), else_=0)), 0),
            )
            .select_from(Person)
            .join(Unit, Person.unit_id == Unit.id)
            .where(_meant(wanted))
        )
    ).one()
    return int(row[0]), int(row[1]), int(row[2])


async def meant(session: AsyncSession, wanted: Wanted) -> Sequence[Row[int, str | None, bool, Reach | None]]:
    """Everyone of the audience: person, time zone, whether she can be written to, and why an account of hers is
    closed."""
    return (
        await session.execute(
            select(Person.id, Unit.time_zone, connected().label("connected"), _closed().label("closed"))
            .join(Unit, Person.unit_id == Unit.id)
            .where(_meant(wanted), or_(connected(), _not_connected()))
            .order_by(Person.id)
        )
    ).all()


async def not_connected(
    session: AsyncSession, wanted: Wanted, limit: int, offset: int
) -> tuple[Sequence[tuple[Person, Unit, Reach | None]], int]:
    """By school and name, each with why her account is closed, if she has one; and how many there are in all."""
    found = (
        select(Person, Unit, _closed().label("closed"))
        .join(Unit, Person.unit_id == Unit.id)
        .where(_meant(wanted), _not_connected())
    )
    total = await session.scalar(select(func.count()).select_from(found.with_only_columns(Person.id).subquery()))
    rows = await session.execute(
        found.order_by(Unit.search_name, Unit.id, Person.surname, Person.given_name, Person.id)
        .limit(limit)
        .offset(offset)
    )
    return [(person, unit, closed) for person, unit, closed in rows], total or 0


async def units_in_scope(
    session: AsyncSession,
    kind: UnitKind,
    scope: Sequence[str],
    folded: str,
    limit: int,
    offset: int,
) -> tuple[Sequence[Unit], int]:
    """Units of a kind under any of the paths whose folded name holds `folded`, by name, and how many in all."""
    found = and_(
        Unit.kind == kind,
        or_(*(Unit.path.startswith(path, autoescape=True) for path in scope)),
        Unit.search_name.contains(folded, autoescape=True),
    )
    total = await session.scalar(select(func.count()).select_from(Unit).where(found))
    rows = await session.scalars(select(Unit).where(found).order_by(Unit.search_name).limit(limit).offset(offset))
    return rows.all(), total or 0
