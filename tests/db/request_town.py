"""A municipality with two schools, a teacher of mathematics, her tutors and a methodist, straight in the tables."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select

from db.database import Database
from db.models import (
    Account,
    Consent,
    OutboxRow,
    Person,
    PersonSubject,
    Request,
    RoleAssignment,
    TutorProfile,
    Unit,
)
from db.vocabulary import NoticeKind, Platform, Purpose, Reach, RequestForm, Role, UnitKind
from services.calendar.model import load_calendar
from services.people.service import person
from services.people.views import PersonView
from services.requests.ask import send_request
from services.requests.present import Present
from services.requests.views import Sent, Wish

CALENDAR = load_calendar(Path(__file__).parents[2] / "content" / "calendar.yaml")
MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 10, 6, 7, tzinfo=UTC)
WISH = Wish("mathematics", "Стереометрия", RequestForm.PRACTICUM, "afternoons", "10 класс")

ANNA, IRINA, ANDREY, MARINA, STRANGER = 1, 11, 12, 50, 60
"""The teacher; two tutors; her methodist; a methodist of another municipality."""


def at(**later: float) -> Present:
    return Present(NOW + timedelta(**later), MOSCOW, CALENDAR, MOSCOW)


async def settle_down(database: Database, tutors: Sequence[int] = (IRINA, ANDREY)) -> None:
    async with database.transaction() as session:
        for unit_id, parent, kind, path in (
            (1, None, UnitKind.MUNICIPALITY, "/1/"),
            (2, 1, UnitKind.SCHOOL, "/1/2/"),
            (10, None, UnitKind.MUNICIPALITY, "/10/"),
        ):
            session.add(Unit(id=unit_id, parent_id=parent, kind=kind, name=f"Н{unit_id}", search_name="", path=path))
            await session.flush()
        await session.flush()
        people = {ANNA: Role.TEACHER, MARINA: Role.METHODIST, STRANGER: Role.METHODIST}
        people |= dict.fromkeys(tutors, Role.TUTOR)
        for person_id in people:
            session.add(
                Person(
                    id=person_id,
                    surname=f"Фамилия{person_id}",
                    given_name="Имя",
                    unit_id=10 if person_id == STRANGER else 2,
                    locale="ru",
                    anonymous=False,
                    created_at=NOW,
                )
            )
        await session.flush()
        for person_id, role in people.items():
            session.add(
                Account(
                    id=person_id,
                    platform=Platform.TELEGRAM,
                    user_id=1000 + person_id,
                    person_id=person_id,
                    locale="ru",
                    reach=Reach.OPEN,
                    created_at=NOW,
                )
            )
            session.add(PersonSubject(person_id=person_id, subject="mathematics"))
            unit_id = 10 if person_id == STRANGER else 1
            session.add(RoleAssignment(person_id=person_id, role=role, unit_id=unit_id, since=date(2026, 9, 1)))
        await session.flush()
        session.add(
            Consent(
                person_id=ANNA,
                account_id=ANNA,
                purpose=Purpose.ACCOUNT,
                text_version="1",
                text_locale="ru",
                text_hash="0",
                given_at=NOW,
            )
        )
        for tutor_id in tutors:
            session.add(TutorProfile(person_id=tutor_id, max_tutees=3, active=True))


async def who(database: Database, person_id: int) -> PersonView:
    async with database.reading() as session:
        return await person(session, person_id, NOW)


async def ask(database: Database, wish: Wish = WISH, present: Present | None = None) -> Sent:
    anna = await who(database, ANNA)
    async with database.transaction() as session:
        return await send_request(session, anna, wish, present or at())


async def told(database: Database, kind: NoticeKind, **data: str) -> list[int]:
    """Who is to be told so (with this data), in order; changes of earlier messages aside."""
    async with database.reading() as session:
        rows = await session.scalars(select(OutboxRow).where(OutboxRow.kind == kind).order_by(OutboxRow.id))
        return [
            row.person_id
            for row in rows
            if data.items() <= row.data.items() and (row.edits_id is None or kind == NoticeKind.REQUEST_OFFER_CLOSED)
        ]


async def stored(database: Database, request_id: int) -> Request:
    async with database.reading() as session:
        return await session.get_one(Request, request_id)
