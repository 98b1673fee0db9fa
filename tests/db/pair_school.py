"""Two schools, one of them in Vladivostok, with Илья and his mentor: what the tests of pairs begin with."""

from collections.abc import AsyncIterator
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.settings import ROOT
from db.database import Database
from db.models import Account, CheckIn, Consent, OutboxRow, Pair, Person, RoleAssignment, Unit
from db.vocabulary import CheckInSide, NoticeKind, Platform, Purpose, Role, UnitKind
from services.content import Content, load_content
from services.mentoring.plan import plan_check_ins
from services.mentoring.replan import replan_check_ins
from services.outbox.model import Claimed
from services.people.service import person
from services.people.views import PersonView

CONTENT = load_content(ROOT / "content")
MOSCOW = ZoneInfo("Europe/Moscow")
TUESDAY = datetime(2026, 10, 6, 7, tzinfo=UTC)
FRIDAY = datetime(2026, 10, 9, 12, tzinfo=UTC)
"""Three in the afternoon in Moscow."""

HERE, EAST = "/1/2/", "/1/3/"
TATYANA, ILYA, MARINA, STRANGER, OLGA = 1, 2, 3, 4, 5


async def furnish(session: AsyncSession) -> None:
    """Unit 1 is the municipality; Илья and Татьяна work in 2, unit 3 lives by Vladivostok."""
    units = [
        (1, None, UnitKind.MUNICIPALITY, "/1/", None),
        (2, 1, UnitKind.SCHOOL, HERE, None),
        (3, 1, UnitKind.SCHOOL, EAST, "Asia/Vladivostok"),
        (9, None, UnitKind.MUNICIPALITY, "/9/", None),
    ]
    for unit_id, parent, kind, path, zone in units:
        session.add(
            Unit(
                id=unit_id, parent_id=parent, kind=kind, name=f"U{unit_id}", search_name="u", path=path, time_zone=zone
            )
        )
        await session.flush()
    people = [
        (TATYANA, "Орлова", "Татьяна", "Сергеевна", 2, Role.MENTOR, 2),
        (ILYA, "Воронов", "Илья", "Сергеевич", 2, Role.MENTEE, 2),
        (MARINA, "Белова", "Марина", "Олеговна", 1, Role.METHODIST, 1),
        (STRANGER, "Семёнов", "Пётр", None, 9, Role.METHODIST, 9),
        (OLGA, "Зайцева", "Ольга", "Ивановна", 2, Role.DEPUTY_HEAD, 2),
    ]
    for person_id, surname, given, patronymic, unit, role, role_unit in people:
        await add_person(session, person_id, surname, given, patronymic, unit)
        session.add(RoleAssignment(person_id=person_id, role=role, unit_id=role_unit, since=date(2026, 9, 1)))
    session.add(pair(TATYANA, ILYA))
    await session.flush()


async def add_person(
    session: AsyncSession, person_id: int, surname: str, given: str, patronymic: str | None, unit: int
) -> None:
    """With an account and consent."""
    session.add(
        Person(id=person_id, surname=surname, given_name=given, patronymic=patronymic, unit_id=unit, created_at=TUESDAY)
    )
    await session.flush()
    session.add(
        Account(
            id=person_id, platform=Platform.TELEGRAM, user_id=1000 + person_id, person_id=person_id, created_at=TUESDAY
        )
    )
    await session.flush()
    session.add(
        Consent(
            person_id=person_id,
            account_id=person_id,
            purpose=Purpose.ACCOUNT,
            text_version="1.0",
            text_locale="ru",
            text_hash="0" * 64,
            given_at=TUESDAY,
        )
    )


def pair(mentor: int, mentee: int, unit: int = 2, **given: object) -> Pair:
    dates = {"order_date": date(2026, 9, 2), "starts_on": date(2026, 9, 2), "ends_on": date(2027, 5, 31)}
    return Pair(mentor_id=mentor, mentee_id=mentee, unit_id=unit, **{"order_number": "№ 47", **dates, **given})


async def plan(database: Database, now: datetime = TUESDAY, content: Content = CONTENT) -> None:
    """As the scheduler does every minute."""
    async with database.transaction() as session:
        await replan_check_ins(session, now, MOSCOW, content)
    async with database.transaction() as session:
        await plan_check_ins(session, now, MOSCOW, content)


async def check_ins(database: Database) -> list[CheckIn]:
    async with database.reading() as session:
        return list(
            (await session.scalars(select(CheckIn).order_by(CheckIn.pair_id, CheckIn.week, CheckIn.side))).all()
        )


async def of(database: Database, side: CheckInSide, week: date = date(2026, 10, 5)) -> int:
    """The id of the check-in of one side in one week."""
    return next(one.id for one in await check_ins(database) if one.side == side and one.week == week)


async def rows(database: Database) -> list[OutboxRow]:
    async with database.reading() as session:
        return list((await session.scalars(select(OutboxRow).order_by(OutboxRow.due_at, OutboxRow.id))).all())


def claimed(row: OutboxRow) -> Claimed:
    """The row as delivery would hand it to a loader."""
    asked: dict[str, Any] = {field.name: getattr(row, field.name, None) for field in fields(Claimed)}
    return Claimed(**{**asked, "kind": NoticeKind(row.kind), "locale": "ru", "edits": False})


async def who(database: Database, person_id: int, now: datetime = FRIDAY) -> PersonView:
    async with database.reading() as session:
        return await person(session, person_id, now)


async def count(session: AsyncSession, table: type[Pair] | type[CheckIn]) -> int:
    return await session.scalar(select(func.count()).select_from(table)) or 0


async def furnished(database: Database) -> AsyncIterator[Database]:
    """For a fixture `school` of a test file."""
    async with database.transaction() as session:
        await furnish(session)
    yield database
