"""The district in a migrated database, as a fresh session reads it back."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.database import GREENWICH, Database
from db.migrate import migrate
from db.models import Account, Base, Consent, EntryCode, Event, Pair, Person, RoleAssignment, SignUp, TutorProfile, Unit
from db.vocabulary import Platform, Purpose, Reach, Role, UnitKind
from sandbox import Sandbox, TurnableClock
from sandbox.demo.load import CONTENT, DemoPerson, load_demo
from sandbox.demo.plan import Note
from sandbox.demo.season import START
from sandbox.play import introduce
from services.consents.texts import load_consent_texts
from services.people.entry import look_up_code
from services.people.service import open_account, visitor
from services.people.views import PersonView
from tests.kit.statements import counting

NOW = START


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'demo.sqlite'}", GREENWICH)
    await migrate(database)
    yield database
    await database.close()


@pytest.fixture
async def people(database: Database) -> list[DemoPerson]:
    async with database.transaction() as session:
        return await load_demo(session, NOW)


async def sizes(database: Database) -> dict[str, int]:
    async with database.reading() as session:
        return {
            table.name: await session.scalar(select(func.count()).select_from(table)) or 0
            for table in Base.metadata.sorted_tables
        }


def test_a_play_from_before_the_english_notes_learns_them() -> None:
    sandbox = Sandbox(clock=TurnableClock(START, frozen=True))
    sandbox.world.add_person("Анна", id=7, note="Прежняя", pinned=True)
    anna = DemoPerson(7, 1, "Анна", "Петрова", Note("Учитель", "Teacher"), True, True, True)
    introduce(sandbox, [anna])
    kept = sandbox.world.people[7]
    assert (kept.note, kept.note_en, kept.last_name) == ("Учитель", "Teacher", None)


async def test_every_reference_leads_somewhere(database: Database, people: list[DemoPerson]) -> None:
    async with database.engine.connect() as connection:
        assert (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all() == []
        assert (await connection.exec_driver_sql("PRAGMA foreign_keys")).scalar() == 1


async def test_rows_are_as_many_as_promised(database: Database, people: list[DemoPerson]) -> None:
    rows = await sizes(database)
    assert {
        "unit": 25,
        "person": 155,
        "account": 143,
        "consent": 143,
        "tutor_profile": 12,
        "pair": 8,
        "event": 29,
        "entry_code": 12,
        "outbox": 0,
    }.items() <= rows.items()


async def test_loading_again_changes_nothing_and_gives_the_same_people(
    database: Database, people: list[DemoPerson]
) -> None:
    before = await sizes(database)
    with counting(database) as statements:
        async with database.transaction() as session:
            again = await load_demo(session, NOW + timedelta(days=30))
            assert not session.dirty
    assert again == people
    assert await sizes(database) == before
    assert len(statements) == 1


async def test_loading_takes_few_statements(database: Database) -> None:
    with counting(database) as statements:
        async with database.transaction() as session:
            await load_demo(session, NOW)
    assert len(statements) <= 32, "\n".join(statement[:80] for statement in statements)


async def test_people_of_the_page_are_the_people_of_the_database(database: Database, people: list[DemoPerson]) -> None:
    async with database.reading() as session:
        accounts = {account.user_id: account for account in await session.scalars(select(Account))}
        stored = {person.id: person for person in await session.scalars(select(Person))}
    for person in people[:-1]:
        assert person.person_id is not None
        assert person.user_id == 100_000 + person.person_id
        assert person.started == person.connected == (person.user_id in accounts)
        if person.connected:
            account = accounts[person.user_id]
            assert (account.platform, account.person_id, account.reach) == (
                Platform.TELEGRAM,
                person.person_id,
                Reach.OPEN,
            )
            assert account.locale == stored[person.person_id].locale == person.language_code
    assert len({person.user_id for person in people}) == len(people)


async def test_a_stranger_exists_on_the_page_only(database: Database, people: list[DemoPerson]) -> None:
    stranger = people[-1]
    assert (stranger.first_name, stranger.person_id, stranger.pinned, stranger.started) == (
        "Новый человек",
        None,
        True,
        False,
    )
    async with database.reading() as session:
        assert await visitor(session, Platform.TELEGRAM, stranger.user_id, NOW) is None


async def test_the_cast_is_pinned(people: list[DemoPerson]) -> None:
    assert [person.first_name for person in people if person.pinned] == [
        "Анна",
        "Илья",
        "Татьяна",
        "Ирина",
        "Андрей",
        "Марина",
        "Ольга",
        "Виктор",
        "Елена",
        "Галина",
        "Новый человек",
    ]


async def test_the_bot_knows_anna_and_her_consent(database: Database, people: list[DemoPerson]) -> None:
    async with database.reading() as session:
        seen = await visitor(session, Platform.TELEGRAM, people[0].user_id, NOW)
    assert seen is not None
    assert seen.person is not None
    assert seen.person.full_name == "Петрова Анна Петровна"
    assert (seen.person.unit_name, seen.person.consented, seen.zone) == ("Сосновская ООШ", True, "Europe/Moscow")
    assert seen.person.has(Role.TEACHER)


async def test_galina_can_enter_by_her_code(database: Database, people: list[DemoPerson]) -> None:
    galina = next(person for person in people if person.first_name == "Галина" and person.pinned)
    assert (galina.note.ru, galina.last_name, galina.connected) == ("Есть листок с кодом 482915", None, False)
    async with database.transaction() as session:
        account = await open_account(session, Platform.TELEGRAM, galina.user_id, "ru", NOW)
        found = await look_up_code(session, account.account_id, "482 915", NOW)
    assert isinstance(found, PersonView)
    assert (found.id, found.subjects, found.unit_name) == (galina.person_id, ("biology",), "Ольховская СОШ")


async def test_consents_bear_the_hash_of_the_text_in_the_readers_language(
    database: Database, people: list[DemoPerson]
) -> None:
    texts = load_consent_texts(CONTENT / "consents")
    async with database.reading() as session:
        rows = (
            await session.execute(select(Consent, Person.locale).join(Person, Consent.person_id == Person.id))
        ).all()
        owners = {account.id: account.person_id for account in await session.scalars(select(Account))}
    assert {locale for _, locale in rows} == {"ru", "en"}
    for consent, locale in rows:
        text = texts.get(Purpose.ACCOUNT, locale)
        assert (consent.purpose, consent.text_hash, consent.text_locale) == (Purpose.ACCOUNT, text.digest, locale)
        assert owners[consent.account_id] == consent.person_id
        assert consent.given_at < NOW


async def test_roles_reach_what_they_should(database: Database, people: list[DemoPerson]) -> None:
    wide = {Role.TUTOR, Role.METHODIST, Role.ADMINISTRATOR}
    async with database.reading() as session:
        rows = (
            await session.execute(
                select(RoleAssignment, Unit, Person)
                .join(Unit, RoleAssignment.unit_id == Unit.id)
                .join(Person, RoleAssignment.person_id == Person.id)
            )
        ).all()
        tutors = set(await session.scalars(select(TutorProfile.person_id)))
        pairs = (await session.execute(select(Pair, Person.unit_id).join(Person, Person.id == Pair.mentee_id))).all()
    for role, unit, person in rows:
        if role.role in wide:
            assert unit.kind == UnitKind.MUNICIPALITY
        else:
            assert (unit.kind, unit.id) == (UnitKind.SCHOOL, person.unit_id)
        assert role.since <= NOW.date()
    assert {role.person_id for role, _, _ in rows if role.role == Role.TUTOR} == tutors
    assert all(pair.unit_id == unit_id for pair, unit_id in pairs)


async def test_nothing_is_dated_after_the_moment_of_loading(database: Database) -> None:
    early = START - timedelta(days=60)
    async with database.transaction() as session:
        await load_demo(session, early)
    async with database.reading() as session:
        for moment in (Person.created_at, Account.created_at, Consent.given_at, Event.created_at, SignUp.created_at):
            assert (await session.scalars(select(func.max(moment)))).one() <= early
        assert (await session.scalars(select(func.min(EntryCode.expires_at)))).one() > START
