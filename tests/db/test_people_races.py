"""Two at once: the last administrators, one code, one empty chair at the top, one erasure."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from db.database import Database
from db.models import Account, AuditRecord, Consent, EntryCode, Person, RoleAssignment, Unit
from db.queries import codes
from db.queries import people as queries
from db.vocabulary import NoticeKind, Platform, Role, SignUpState, UnitKind
from services.errors import ServiceError
from services.events.sign_up import sign_up
from services.people import prepared, roles, staff
from services.people.administrator import make_administrator
from services.people.entry import enter_by_code
from services.people.errors import AlreadyConnected, CorrectsHerself, LastAdministrator
from services.people.my_data import erase_everything, export_everything, overview
from services.people.rules import EXAMPLE_CODE
from services.people.service import people
from services.people.views import PersonView
from tests.db.event_town import (
    CALENDAR,
    DISTRICT,
    FAR_SCHOOL,
    MOSCOW,
    NOW,
    SCHOOL,
    add_event,
    add_people,
    in_state,
    queued,
    settle_village,
)
from tests.kit.diagnostics_people import CONTENT


async def at_once(*acts: Any) -> list[ServiceError | None]:
    """What each was refused with, or None."""
    done = await asyncio.gather(*acts, return_exceptions=True)
    for one in done:
        if isinstance(one, BaseException) and not isinstance(one, ServiceError):
            raise one
    return [one if isinstance(one, ServiceError) else None for one in done]


async def administrators(database: Database) -> list[int]:
    async with database.reading() as session:
        held = await session.scalars(
            select(RoleAssignment.person_id).where(
                RoleAssignment.role == Role.ADMINISTRATOR, RoleAssignment.until.is_(None)
            )
        )
        return list(held)


async def appoint(database: Database, *person_ids: int) -> dict[int, PersonView]:
    async with database.transaction() as session:
        session.add_all(
            RoleAssignment(person_id=one, role=Role.ADMINISTRATOR, unit_id=DISTRICT, since=NOW.date())
            for one in person_ids
        )
    async with database.reading() as session:
        return await people(session, person_ids, NOW)


async def test_two_administrators_who_take_it_from_each_other_leave_one(database: Database) -> None:
    await settle_village(database, 2)
    both = await appoint(database, 1, 2)

    async def take(actor: int, of: int) -> None:
        async with database.transaction() as session:
            await roles.take(session, both[actor], of, Role.ADMINISTRATOR, NOW, MOSCOW, CALENDAR)

    refused = await at_once(take(1, 2), take(2, 1))
    assert sorted(type(one).__name__ for one in refused) == ["LastAdministrator", "NoneType"]
    assert len(await administrators(database)) == 1


async def test_an_administrator_who_never_came_does_not_count(database: Database) -> None:
    await settle_village(database, 1)
    async with database.transaction() as session:
        session.add(Person(id=9, surname="Ким", given_name="Мария", unit_id=DISTRICT, created_at=NOW))
    both = await appoint(database, 1, 9)
    async with database.transaction() as session:
        with pytest.raises(LastAdministrator):
            await roles.take(session, both[1], 1, Role.ADMINISTRATOR, NOW, MOSCOW, CALENDAR)


async def test_of_two_with_one_code_one_enters(database: Database) -> None:
    await settle_village(database, 1)
    async with database.transaction() as session:
        session.add(Person(id=9, surname="Ким", given_name="Мария", unit_id=SCHOOL, created_at=NOW))
        session.add_all(Account(id=one, platform=Platform.TELEGRAM, user_id=one, created_at=NOW) for one in (90, 91))
        await session.flush()
        session.add(EntryCode(code="482915", person_id=9, expires_at=NOW.replace(year=2027)))

    async def enter(account_id: int) -> None:
        async with database.transaction() as session:
            await enter_by_code(session, account_id, "482915", NOW)

    refused = await at_once(enter(90), enter(91))
    assert sorted(type(one).__name__ for one in refused) == ["CodeUsed", "NoneType"]
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Account).where(Account.person_id == 9)) == 1


async def test_a_sheet_made_while_she_enters_is_refused(database: Database) -> None:
    """Otherwise a code would live on that leads somebody else into her answers."""
    await settle_village(database, 1)
    async with database.transaction() as session:
        session.add(Person(id=9, surname="Ким", given_name="Мария", unit_id=SCHOOL, created_at=NOW))
        session.add(Account(id=90, platform=Platform.TELEGRAM, user_id=90, created_at=NOW))
        await session.flush()
        session.add(EntryCode(code="482915", person_id=9, expires_at=NOW.replace(year=2027)))
    actor = (await appoint(database, 1))[1]

    async def issue() -> None:
        async with database.transaction() as session:
            await staff.issue_code(session, actor, 9, NOW)

    async with database.transaction() as session:
        await enter_by_code(session, 90, "482915", NOW)
        issuing = asyncio.create_task(at_once(issue()))
        await asyncio.sleep(0.3)
    assert [type(one) for one in await issuing] == [AlreadyConnected]
    async with database.reading() as session:
        assert await codes.code_of(session, 9, NOW) is None


async def test_of_two_who_give_one_role_both_are_answered(database: Database) -> None:
    await settle_village(database, 3)
    both = await appoint(database, 1, 2)

    async def give(actor: int) -> None:
        async with database.transaction() as session:
            await roles.give(session, both[actor], 3, Role.TUTOR, NOW, MOSCOW, CALENDAR)
            await asyncio.sleep(0.1)

    assert await at_once(give(1), give(2)) == [None, None]
    async with database.reading() as session:
        given = select(func.count()).select_from(AuditRecord).where(AuditRecord.action == "role_given")
        assert await session.scalar(given) == 1
    (told,) = await queued(database, NoticeKind.ROLE_GIVEN)
    assert told.expires_at == told.due_at + timedelta(days=7), "a week later it is no news"


async def test_of_two_first_administrators_one_is_the_first(database: Database) -> None:
    await settle_village(database, 2)

    async def sit_down(person_id: int) -> None:
        async with database.transaction() as session:
            await make_administrator(session, person_id, SCHOOL, NOW)

    refused = await at_once(sit_down(1), sit_down(2))
    assert sorted(type(one).__name__ for one in refused) == ["AdministratorThere", "NoneType"]
    assert len(await administrators(database)) == 1


async def test_two_phones_erase_at_once_and_the_place_goes_on(database: Database) -> None:
    anna, ilya, _ = await settle_village(database, 3)
    event_id = await add_event(database, capacity=1)
    for person in (anna, ilya):
        async with database.transaction() as session:
            await sign_up(session, person, event_id, MOSCOW, CALENDAR, NOW)

    async def erase() -> None:
        async with database.transaction() as session:
            await erase_everything(session, anna.id, NOW, MOSCOW, CALENDAR)

    assert await at_once(erase(), erase()) == [None, None]
    assert [one.person_id for one in await in_state(database, event_id, SignUpState.CONFIRMED)] == [ilya.id]
    async with database.reading() as session:
        erased = select(func.count()).select_from(AuditRecord).where(AuditRecord.action == "data_erased")
        assert await session.scalar(erased) == 1
        consents = await session.scalars(select(Consent).where(Consent.person_id == anna.id))
        assert [one.withdrawn_at for one in consents] == [NOW]
        assert anna.id not in await people(session, [anna.id], NOW)


async def test_scope_ends_at_the_district(database: Database) -> None:
    await settle_village(database, 2)
    async with database.transaction() as session:
        await add_people(session, [50], FAR_SCHOOL)
    actor = (await appoint(database, 1))[1]
    async with database.transaction() as session:
        found, total = await staff.find(session, actor, "учитель", 10, 0, NOW)
        assert ([one.id for one in found], total) == ([1, 2], 2)
        far = prepared.Prepared("Ким Мария", FAR_SCHOOL)
        for act in (
            staff.card(session, actor, 50, NOW),
            staff.issue_code(session, actor, 50, NOW),
            prepared.prepare(session, actor, far, NOW),
            roles.give(session, actor, 50, Role.TUTOR, NOW, MOSCOW, CALENDAR),
            roles.take(session, actor, 50, Role.TUTOR, NOW, MOSCOW, CALENDAR),
        ):
            with pytest.raises(ServiceError, match="not-allowed"):
                await act
        with pytest.raises(AlreadyConnected):
            await staff.issue_code(session, actor, 2, NOW)
        for role in (Role.TEACHER, Role.MENTOR, Role.MENTEE):
            with pytest.raises(ServiceError, match="not-allowed"):
                await roles.give(session, actor, 2, role, NOW, MOSCOW, CALENDAR)


async def test_the_sheet_of_somebody_above_is_neither_shown_nor_made(database: Database) -> None:
    """She is to come by a code and will look after the whole region: that code opens more than the reader may."""
    await settle_village(database, 1)
    async with database.transaction() as session:
        session.add(Unit(id=9, kind=UnitKind.REGION, name="Область", search_name="область", path="/9/"))
        session.add(Person(id=9, surname="Ким", given_name="Мария", unit_id=DISTRICT, created_at=NOW))
        await session.flush()
        session.add(EntryCode(code="482915", person_id=9, expires_at=NOW.replace(year=2027)))
    actor = (await appoint(database, 1))[1]
    async with database.transaction() as session:
        seen = await staff.card(session, actor, 9, NOW)
        assert seen.may_let_in
        assert seen.code is not None
        session.add(RoleAssignment(person_id=9, role=Role.METHODIST, unit_id=9, since=NOW.date()))
    async with database.transaction() as session:
        seen = await staff.card(session, actor, 9, NOW)
        assert (seen.may_let_in, seen.code) == (False, None)
        for act in (
            staff.issue_code(session, actor, 9, NOW),
            staff.disconnect(session, actor, 9, NOW),
            prepared.correct_prepared(session, actor, 9, prepared.Prepared("Ким Мария", SCHOOL), NOW),
        ):
            with pytest.raises(ServiceError, match="not-allowed"):
                await act
    async with database.reading() as session:
        assert (await session.get_one(EntryCode, "482915")).used_at is None


async def test_what_stands_on_a_sheet_is_corrected_within_the_district_and_until_consent(database: Database) -> None:
    await settle_village(database, 2)
    actor = (await appoint(database, 1))[1]
    async with database.transaction() as session:
        session.add(Person(id=9, surname="Ким", given_name="Мария", unit_id=SCHOOL, created_at=NOW))
    async with database.transaction() as session:
        with pytest.raises(ServiceError, match="not-allowed"):
            await prepared.correct_prepared(session, actor, 9, prepared.Prepared("Ким Мария", FAR_SCHOOL), NOW)
        await queries.unlink_accounts(session, 2)  # she has lost her phone, and has agreed all the same
        with pytest.raises(CorrectsHerself):
            await prepared.correct_prepared(session, actor, 2, prepared.Prepared("Ким Мария", SCHOOL), NOW)


async def test_the_example_is_nobodys_code(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    await settle_village(database, 1)
    async with database.transaction() as session:
        session.add(Person(id=9, surname="Ким", given_name="Мария", unit_id=SCHOOL, created_at=NOW))
    drawn = iter([int(EXAMPLE_CODE), *range(700_000, 700_100)])
    monkeypatch.setattr("services.people.staff.secrets.randbelow", lambda top: next(drawn) - 100_000)
    actor = (await appoint(database, 1))[1]
    async with database.transaction() as session:
        await staff.issue_code(session, actor, 9, NOW)
        code = await codes.code_of(session, 9, NOW)
    assert code is not None
    assert code.code == "700000"


async def test_somebody_without_the_role_does_nothing_here(database: Database) -> None:
    anna, _ = await settle_village(database, 2)
    async with database.transaction() as session:
        for act in (
            staff.find(session, anna, "", 10, 0, NOW),
            staff.card(session, anna, 2, NOW),
            staff.issue_code(session, anna, 2, NOW),
            prepared.prepare(session, anna, prepared.Prepared("Ким Мария", SCHOOL), NOW),
            roles.give(session, anna, 2, Role.ADMINISTRATOR, NOW, MOSCOW, CALENDAR),
        ):
            with pytest.raises(ServiceError, match="not-allowed"):
                await act


async def test_everything_reads_on_both_databases(database: Database) -> None:
    anna, _ = await settle_village(database, 2, subjects=["mathematics"])
    async with database.reading() as session:
        everything = await export_everything(session, anna.id, CONTENT, "ru")
        mine = await overview(session, anna.id, NOW)
    assert everything["people"]["subjects"] == ["mathematics"]
    assert (mine.consent_at, mine.consent_version, mine.sign_ups) == (NOW, "1", 0)
