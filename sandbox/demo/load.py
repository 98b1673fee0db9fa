"""The demo district into an empty database, and the people of it for the chat page."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Account,
    Base,
    Consent,
    EntryCode,
    Event,
    EventSubject,
    Pair,
    Person,
    PersonSubject,
    RoleAssignment,
    SignUp,
    TutorProfile,
)
from db.vocabulary import UnitKind
from sandbox.demo import rows
from sandbox.demo.cast import STRANGER, STRANGER_NOTE, STRANGER_USER
from sandbox.demo.district import build_district
from sandbox.demo.plan import District, Note, Somebody
from sandbox.demo.season import ZONE
from services.consents.texts import load_consent_texts
from services.units.load import UnitPlan, store_units

CONTENT = Path(__file__).parents[2] / "content"
PREPARED = datetime(2026, 8, 26, 10, tzinfo=ZONE)
"""When the service wrote everybody down and they agreed."""


@dataclass(frozen=True)
class DemoPerson:
    """A user of the sandbox. `connected`: the bot knows the account; `person_id` is None for a stranger."""

    user_id: int
    person_id: int | None
    first_name: str
    last_name: str | None
    note: Note
    pinned: bool
    connected: bool
    started: bool
    language_code: str = "ru"


async def load_demo(session: AsyncSession, now: datetime) -> list[DemoPerson]:
    """Write the district if nobody is in the database yet. Returns its people either way; the caller commits.

    People are never deleted from the table, so the first ones are those of the district.
    """
    district = build_district()
    first = await session.scalar(select(func.min(Person.id)))
    if first is None:
        first = await _write(session, district, now)
    known = [_demo_person(somebody, first + somebody.number - 1) for somebody in district.people]
    return [*known, DemoPerson(STRANGER_USER, None, STRANGER, None, STRANGER_NOTE, True, False, False)]


def _demo_person(somebody: Somebody, person_id: int) -> DemoPerson:
    first_name, last_name = somebody.phone_name or (somebody.given_name, somebody.surname)
    return DemoPerson(
        user_id=rows.FIRST_USER + person_id,
        person_id=person_id,
        first_name=first_name,
        last_name=last_name,
        note=somebody.note,
        pinned=somebody.pinned,
        connected=somebody.connected,
        started=somebody.connected,
        language_code=somebody.locale,
    )


async def _write(session: AsyncSession, district: District, now: datetime) -> int:
    """Returns the id of the first person; those of the others follow without a gap (else RuntimeError).

    A statement a table; the ids are read back, since SQLite returns ids only of rows inserted one by one.
    """
    prepared = min(PREPARED, now)
    units = await _units(session, district)
    await _insert(session, Person, rows.people(district, units, prepared))
    ids = (await session.scalars(select(Person.id).order_by(Person.id))).all()
    if list(ids) != list(range(ids[0], ids[0] + len(district.people))):
        raise RuntimeError("somebody else is writing people into this database")
    await _insert(session, Account, rows.accounts(district, ids, prepared))
    accounts = [
        (account_id, person_id, locale)
        for account_id, person_id, locale in await session.execute(
            select(Account.id, Account.person_id, Account.locale).where(Account.person_id.in_(ids)).order_by(Account.id)
        )
        if person_id is not None
    ]
    texts = load_consent_texts(CONTENT / "consents")
    await _insert(session, Consent, rows.consents(accounts, texts, prepared))
    await _insert(session, PersonSubject, rows.subjects(district, ids))
    await _insert(session, RoleAssignment, rows.roles(district, units, ids, prepared))
    await _insert(session, TutorProfile, rows.tutors(district, ids))
    await _insert(session, Pair, rows.pairs(district, units, ids))
    await _insert(session, EntryCode, rows.entry_codes(district, ids, now))
    await _insert(session, Event, rows.events(district, units, ids, now))
    event_ids = (await session.scalars(select(Event.id).where(Event.unit_id == units[None]).order_by(Event.id))).all()
    await _insert(session, EventSubject, rows.event_subjects(district, event_ids))
    await _insert(session, SignUp, rows.sign_ups(district, event_ids, ids, now))
    return ids[0]


async def _insert(session: AsyncSession, table: type[Base], values: rows.Rows) -> None:
    """Nulls are written out: leaving them away would split the rows into many statements."""
    await session.execute(insert(table), values, execution_options={"render_nulls": True})


async def _units(session: AsyncSession, district: District) -> rows.Units:
    schools = tuple(UnitPlan(UnitKind.SCHOOL, school.name, ZONE.key) for school in district.schools)
    municipality = UnitPlan(UnitKind.MUNICIPALITY, district.municipality, ZONE.key, children=schools)
    centre = UnitPlan(UnitKind.CENTRE, district.centre, ZONE.key, children=(municipality,))
    region = UnitPlan(UnitKind.REGION, district.region, ZONE.key, children=(centre,))
    above = (district.region, district.centre, district.municipality)
    ids = (await store_units(session, region)).ids
    return {None: ids[above], **{school.name: ids[*above, school.name] for school in district.schools}}
