"""A role begins and ends with the days of the place where it is held, not with those of Greenwich."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from db.database import Database
from db.models import Account, Person, RoleAssignment, Unit
from db.vocabulary import Platform, Role, UnitKind
from services.people import roles
from services.people.administrator import may_become_administrator
from services.people.service import person

FIRST, LAST = date(2026, 9, 2), date(2026, 10, 5)
KAMCHATKA, MOSCOW = "Asia/Kamchatka", ZoneInfo("Europe/Moscow")


def utc(month: int, day: int, hour: int) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


async def settle(database: Database, zone: str | None) -> None:
    async with database.transaction() as session:
        session.add(
            Unit(id=1, kind=UnitKind.MUNICIPALITY, name="Район", search_name="район", path="/1/", time_zone=zone)
        )
        await session.flush()
        session.add(Person(id=1, surname="Ким", given_name="Мария", unit_id=1, created_at=utc(9, 1, 0)))
        await session.flush()
        session.add(Account(platform=Platform.TELEGRAM, user_id=1, person_id=1, created_at=utc(9, 1, 0)))


@pytest.mark.parametrize(
    ("unit_zone", "service_zone", "moment", "held"),
    [
        (KAMCHATKA, "Europe/Moscow", utc(9, 1, 11), False),  # 23:00 on the eve
        (KAMCHATKA, "Europe/Moscow", utc(9, 1, 12), True),  # midnight there, the 1st in Greenwich and in Moscow
        (KAMCHATKA, "Europe/Moscow", utc(10, 5, 11), True),
        (KAMCHATKA, "Europe/Moscow", utc(10, 5, 12), False),
        (None, KAMCHATKA, utc(9, 1, 12), True),
        (None, KAMCHATKA, utc(10, 5, 12), False),
        (None, "Europe/Moscow", utc(9, 1, 12), False),
        (None, "Europe/Moscow", utc(9, 1, 21), True),
        (None, "Europe/Moscow", utc(10, 5, 12), True),
        (None, "Europe/Moscow", utc(10, 5, 21), False),
    ],
)
async def test_a_role_by_order_lasts_its_days_there(
    database: Database, unit_zone: str | None, service_zone: str, moment: datetime, held: bool
) -> None:
    await settle(database, unit_zone)
    database.zone = ZoneInfo(service_zone)
    async with database.transaction() as session:
        session.add(RoleAssignment(person_id=1, role=Role.MENTOR, unit_id=1, since=FIRST, until=LAST))
    async with database.reading() as session:
        assert (await person(session, 1, moment)).has(Role.MENTOR) is held


@pytest.mark.parametrize("unit_zone", [KAMCHATKA, "Europe/Kaliningrad", None])
@pytest.mark.parametrize("hour", range(0, 24, 3))
async def test_given_by_hand_it_holds_at_once_and_taken_it_ends_at_once(
    database: Database, unit_zone: str | None, hour: int
) -> None:
    await settle(database, unit_zone)
    database.zone = MOSCOW
    now = utc(9, 1, hour)
    async with database.transaction() as session:
        await roles.assign(session, 1, Role.ADMINISTRATOR, 1, now)
    async with database.reading() as session:
        assert (await person(session, 1, now)).has(Role.ADMINISTRATOR)
        assert not await may_become_administrator(session, now)
    async with database.transaction() as session:
        await roles.end_roles(session, 1, Role.ADMINISTRATOR, now)
    async with database.reading() as session:
        assert not (await person(session, 1, now)).has(Role.ADMINISTRATOR)
        assert await may_become_administrator(session, now)
