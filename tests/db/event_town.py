"""A village and its teachers, for tests of events: no demo district, so that each test sees all that it relies on."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.database import Database
from db.models import (
    Account,
    Consent,
    Event,
    EventSubject,
    OutboxRow,
    Person,
    PersonSubject,
    RoleAssignment,
    SignUp,
    Unit,
)
from db.vocabulary import (
    DueState,
    EventKind,
    EventStatus,
    NoticeKind,
    Platform,
    Purpose,
    Reach,
    Role,
    SignUpState,
    UnitKind,
)
from services.calendar.model import load_calendar
from services.people.service import people
from services.people.views import PersonView
from services.units.rules import fold

NOW = datetime(2026, 10, 6, 7, tzinfo=UTC)
"""Tuesday, 10:00 in Moscow."""

MOSCOW = ZoneInfo("Europe/Moscow")
CALENDAR = load_calendar(Path(__file__).parents[2] / "content" / "calendar.yaml")
DISTRICT, SCHOOL, FAR_DISTRICT, FAR_SCHOOL = 1, 2, 3, 4


async def settle_village(database: Database, teachers: int, subjects: Sequence[str] = ()) -> list[PersonView]:
    """Teachers 1…n of one school, known and consented; the last of them is the district's methodist too."""
    async with database.transaction() as session:
        for unit_id, parent, kind, name, path, zone in (
            (DISTRICT, None, UnitKind.MUNICIPALITY, "Заречный район", "/1/", None),
            (SCHOOL, DISTRICT, UnitKind.SCHOOL, "Сосновская ООШ", "/1/2/", None),
            (FAR_DISTRICT, None, UnitKind.MUNICIPALITY, "Приморский район", "/3/", "Asia/Vladivostok"),
            (FAR_SCHOOL, FAR_DISTRICT, UnitKind.SCHOOL, "СОШ № 9", "/3/4/", "Asia/Vladivostok"),
        ):
            unit = Unit(
                id=unit_id,
                parent_id=parent,
                kind=kind,
                name=name,
                search_name=fold(name),
                path=path,
                time_zone=zone,
            )
            session.add(unit)
            await session.flush()
        await add_people(session, range(1, teachers + 1), SCHOOL, subjects)
        session.add(RoleAssignment(person_id=teachers, role=Role.METHODIST, unit_id=DISTRICT, since=NOW.date()))
    async with database.reading() as session:
        found = await people(session, range(1, teachers + 1), NOW)
    return [found[person_id] for person_id in range(1, teachers + 1)]


async def add_people(session: AsyncSession, ids: Sequence[int], unit_id: int, subjects: Sequence[str] = ()) -> None:
    session.add_all(
        Person(id=number, surname=f"Учитель{number}", given_name="Анна", unit_id=unit_id, created_at=NOW)
        for number in ids
    )
    await session.flush()
    session.add_all(
        Account(id=number, platform=Platform.TELEGRAM, user_id=number, person_id=number, created_at=NOW)
        for number in ids
    )
    session.add_all(PersonSubject(person_id=number, subject=subject) for number in ids for subject in subjects)
    await session.flush()
    session.add_all(
        Consent(
            person_id=number,
            account_id=number,
            purpose=Purpose.ACCOUNT,
            text_version="1",
            text_locale="ru",
            text_hash="0" * 64,
            given_at=NOW,
        )
        for number in ids
    )
    await session.flush()


async def add_event(
    database: Database,
    *,
    capacity: int | None = 20,
    starts_at: datetime = NOW + timedelta(days=10, hours=5),
    unit_id: int = DISTRICT,
    title: str = "Стереометрия: методы решения",
    subjects: Sequence[str] = (),
    kind: EventKind = EventKind.PRACTICUM,
    status: EventStatus = EventStatus.PUBLISHED,
) -> int:
    event = Event(
        unit_id=unit_id,
        kind=kind,
        title=title,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=90),
        venue="Школа № 1",
        capacity=capacity,
        sign_up_until=starts_at - timedelta(hours=18),
        status=status,
        version=1,
        created_at=NOW,
    )
    async with database.transaction() as session:
        session.add(event)
        await session.flush()
        session.add_all(EventSubject(event_id=event.id, subject=subject) for subject in subjects)
    return event.id


async def in_state(database: Database, event_id: int, state: SignUpState) -> list[SignUp]:
    """In order of turn."""
    async with database.reading() as session:
        found = select(SignUp).where(SignUp.event_id == event_id, SignUp.state == state).order_by(SignUp.turn)
        return list((await session.scalars(found)).all())


async def queued(database: Database, kind: NoticeKind | None = None) -> list[OutboxRow]:
    async with database.reading() as session:
        found = select(OutboxRow).where(OutboxRow.state == DueState.QUEUED).order_by(OutboxRow.due_at, OutboxRow.id)
        rows = (await session.scalars(found)).all()
    return [row for row in rows if kind is None or row.kind == kind]


async def set_reach(database: Database, person_id: int, reach: Reach) -> None:
    async with database.transaction() as session:
        await session.execute(update(Account).where(Account.person_id == person_id).values(reach=reach))
