from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Row, ScalarSelect, and_, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Account,
    Attempt,
    Base,
    Consent,
    OutboxRow,
    Pair,
    Person,
    PersonSubject,
    Request,
    RequestDraft,
    SignUp,
    Unit,
)
from db.vocabulary import AttemptState, DueState, Platform, Purpose, Reach, SignUpState


async def account_with_person(
    session: AsyncSession, platform: Platform, user_id: int
) -> tuple[Account, Person | None, Unit | None, bool] | None:
    """The account, its person, the person's unit and whether the person's consent stands."""
    row = (
        await session.execute(
            select(Account, Person, Unit, _consented())
            .outerjoin(Person, Account.person_id == Person.id)
            .outerjoin(Unit, Person.unit_id == Unit.id)
            .where(Account.platform == platform, Account.user_id == user_id)
        )
    ).one_or_none()
    if row is None:
        return None
    account, person, unit, consented = row
    return account, person, unit, consented


async def people_with_units(session: AsyncSession, person_ids: Sequence[int]) -> list[tuple[Person, Unit | None, bool]]:
    rows = await session.execute(
        select(Person, Unit, _consented())
        .outerjoin(Unit, Person.unit_id == Unit.id)
        .where(Person.id.in_(person_ids), Person.erased_at.is_(None))
    )
    return [(person, unit, consented) for person, unit, consented in rows]


def _consented() -> ColumnElement[bool]:
    return exists().where(
        Consent.person_id == Person.id, Consent.purpose == Purpose.ACCOUNT, Consent.withdrawn_at.is_(None)
    )


async def subjects_of(session: AsyncSession, person_ids: Sequence[int]) -> Sequence[Row[int, str]]:
    return (
        await session.execute(
            select(PersonSubject.person_id, PersonSubject.subject)
            .where(PersonSubject.person_id.in_(person_ids))
            .order_by(PersonSubject.subject)
        )
    ).all()


async def account_of(session: AsyncSession, account_id: int) -> Account:
    return await session.get_one(Account, account_id)


async def account_by_user(session: AsyncSession, platform: Platform, user_id: int) -> Account | None:
    return await session.scalar(select(Account).where(Account.platform == platform, Account.user_id == user_id))


async def open_accounts(session: AsyncSession, person_ids: Sequence[int]) -> Sequence[Account]:
    """Accounts that can be written to; of several of one person the newest comes last."""
    return (
        await session.scalars(
            select(Account).where(Account.person_id.in_(person_ids), Account.reach == Reach.OPEN).order_by(Account.id)
        )
    ).all()


async def lock_person(session: AsyncSession, person_id: int) -> Person | None:
    """As she stands now.

    `key_share`: rows that only point at her do not wait for it. Two who lock each other, and write down who did it,
    would wait for ever.
    """
    hers = select(Person).where(Person.id == person_id).with_for_update(key_share=True)
    return await session.scalar(hers.execution_options(populate_existing=True))


async def people_named(
    session: AsyncSession, paths: Collection[str], patterns: Collection[tuple[str, str, str]], limit: int, offset: int
) -> tuple[Sequence[int], int]:
    """Ids of named people of the units under `paths`, in the order of a list, and how many there are in all.

    LIKE patterns of surname, given name and patronymic; an empty one fits all, and no patterns fit everyone.
    """
    columns = (Person.surname, Person.given_name, Person.patronymic)
    found = (
        select(Person.id, Person.surname, Person.given_name, Person.patronymic)
        .join(Unit, Person.unit_id == Unit.id)
        .where(
            or_(*(Unit.path.startswith(path, autoescape=True) for path in paths)) if paths else Unit.id.is_(None),
            Person.anonymous.is_(False),
            Person.erased_at.is_(None),
        )
    )
    if patterns:
        fits = (
            and_(*(column.like(part, escape="\\") for column, part in zip(columns, parts, strict=True) if part))
            for parts in patterns
        )
        found = found.where(or_(*fits))
    total = await session.scalar(select(func.count()).select_from(found.subquery()))
    page = found.order_by(Person.surname, Person.given_name, Person.patronymic, Person.id).limit(limit).offset(offset)
    return (await session.scalars(page)).all(), total or 0


async def has_account(session: AsyncSession, person_id: int) -> bool:
    return bool(await session.scalar(select(exists().where(Account.person_id == person_id))))


async def accounts_of(session: AsyncSession, person_id: int) -> Sequence[Account]:
    return (await session.scalars(select(Account).where(Account.person_id == person_id).order_by(Account.id))).all()


async def set_subjects(session: AsyncSession, person_id: int, subjects: Collection[str]) -> None:
    await session.execute(delete(PersonSubject).where(PersonSubject.person_id == person_id))
    session.add_all(PersonSubject(person_id=person_id, subject=subject) for subject in sorted(set(subjects)))
    await session.flush()


async def unlink_accounts(session: AsyncSession, person_id: int) -> Sequence[Account]:
    """Returns those that were hers until now."""
    hers = update(Account).where(Account.person_id == person_id).values(person_id=None)
    return (await session.scalars(hers.returning(Account))).all()


async def forget_notices(session: AsyncSession, person_id: int) -> None:
    """What waits for her is taken back; of what she was sent only that it was sent remains."""
    hers = update(OutboxRow).where(OutboxRow.person_id == person_id)
    waiting = OutboxRow.state.in_((DueState.QUEUED, DueState.LEASED))
    await session.execute(hers.where(waiting).values(state=DueState.CANCELLED, leased_until=None))
    await session.execute(hers.values(data={}))


async def counts(session: AsyncSession, person_id: int) -> Row[int, int, int, int, int]:
    """Finished attempts, unfinished ones, sign-ups that stand, requests made or begun, pairs: one statement."""
    return (
        await session.execute(
            select(
                _count(Attempt, Attempt.person_id == person_id, Attempt.state == AttemptState.FINISHED),
                _count(Attempt, Attempt.person_id == person_id, Attempt.state != AttemptState.FINISHED),
                _count(SignUp, SignUp.person_id == person_id, SignUp.state != SignUpState.CANCELLED),
                _count(Request, Request.requester_id == person_id)
                + _count(RequestDraft, RequestDraft.person_id == person_id),
                _count(Pair, or_(Pair.mentor_id == person_id, Pair.mentee_id == person_id)),
            )
        )
    ).one()


def _count(table: type[Base], *where: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).where(*where).scalar_subquery()
