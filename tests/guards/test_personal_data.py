"""Every table that points at a person is reached by the erasure, and nothing she wrote is left behind.

Tables and columns are found by walking the models: a new one is loaded, erased and searched without being named here.
"""

import typing
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import JSON, Column, Table, insert, inspect, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped

from db.database import GREENWICH, Database
from db.migrate import migrate
from db.models import Base, Person
from db.vocabulary import UnitKind
from services.content import load_content
from services.people.my_data import erase_everything, export_everything, keepers

NOW = datetime(2026, 10, 6, 7, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")
CONTENT = load_content(Path(__file__).parents[2] / "content")
CALENDAR = CONTENT.calendar
HERS = "ЕЁ"
"""Stands in every text of every row that is about her."""

SHE, COLLEAGUE = 1, 2

MAY_STAY = {
    "consent.text_version": "the log of consents outlives erasure",
    "consent.text_locale": "the log of consents outlives erasure",
    "consent.text_hash": "the log of consents outlives erasure",
    "audit_record.action": "codes only, see services/audit",
    "audit_record.subject": "codes only, see services/audit",
    "audit_record.details": "codes only, see services/audit",
    "account.locale": "a language names nobody",
    "event_subject.subject": "a code of content/subjects.yaml",
    "event.title": "what the service announced; its organiser is forgotten",
    "event.description": "what the service announced",
    "event.venue": "what the service announced",
    "event.link": "what the service announced",
    "event.cancel_reason": "what the service announced",
    "entry_code.code": "used up; random digits",
    "outbox.dedupe_key": "a key of ids",
    "outbox.failure": "a code",
    "pair.order_number": "the order is the school's; without her name nobody can be told from it",
    "request.subject": "a code of content/subjects.yaml, for the sums",
    "request.questionnaire_id": "a code of content/, for the sums",
    "request.area_id": "a code of content/, for the sums",
    "request.when_code": "a code",
    "request_change.note": "a code",
}

WORDS_OF_OTHERS = {
    "request.tutor_id": "topic and note are the words of the teacher who asked",
}
"""Rows that point at her by this column hold somebody else's texts."""


def people_columns(table: Table) -> list[Column[Any]]:
    return [one for one in table.columns if any(key.column.table.name == "person" for key in one.foreign_keys)]


def mappers() -> dict[str, type[Base]]:
    return {str(mapper.class_.__tablename__): mapper.class_ for mapper in Base.registry.mappers}


def kinds(model: type[Base]) -> dict[str, Any]:
    """Python types of a model's columns; of an optional one what it is when it is there."""
    found: dict[str, Any] = {}
    for name, hint in typing.get_type_hints(model).items():
        if typing.get_origin(hint) is Mapped:
            (inner,) = typing.get_args(hint)
            there = [one for one in typing.get_args(inner) if one is not type(None)]
            found[name] = there[0] if type(None) in typing.get_args(inner) else inner
    return found


class Loader:
    """Fills a table with rows about her, and whatever those rows hang on."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.counter = 100
        self.shared: dict[str, Any] = {"unit": 1, "person": SHE}
        self.writer = HERS

    async def row(self, model: type[Base], given: dict[str, Any]) -> dict[str, Any]:
        table = typing.cast(Table, model.__table__)
        types = kinds(model)
        values: dict[str, Any] = {}
        for column in table.columns:
            if column.name in given:
                values[column.name] = given[column.name]
            elif column.foreign_keys:
                values[column.name] = await self._parent(column, given)
            elif column.primary_key and types[column.name] is int:
                values[column.name] = self._next()
            else:
                values[column.name] = self._value(column, types[column.name])
        await self.session.execute(insert(table).values(values))
        return values

    async def _parent(self, column: Column[Any], given: dict[str, Any]) -> Any:
        parent = next(iter(column.foreign_keys)).column
        name = parent.table.name
        if name == "person":
            return None if column.nullable else COLLEAGUE
        if column.nullable:
            return None
        if name not in self.shared:
            made = await self.row(mappers()[name], {one.name: SHE for one in people_columns(parent.table)[:1]})
            self.shared[name] = made[parent.name]
        return self.shared[name]

    def _value(self, column: Column[Any], kind: Any) -> Any:
        if isinstance(kind, type) and issubclass(kind, Enum):
            return next(iter(kind))
        if kind is datetime:
            return NOW
        if kind is date:
            return NOW.date()
        if kind is bool:
            return True
        if kind is int:
            return self._next()
        if kind is str:
            length = getattr(column.type, "length", None) or 40
            return f"{self.writer}{self._next()}"[:length]
        assert isinstance(column.type, JSON), f"{column}: what a {kind} looks like is not known here"
        return {"text": self.writer}

    def _next(self) -> int:
        self.counter += 1
        return self.counter


async def load_whole_life(session: AsyncSession) -> None:
    tables = mappers()
    loader = Loader(session)
    await loader.row(
        tables["unit"],
        {
            "id": 1,
            "parent_id": None,
            "kind": UnitKind.SCHOOL,
            "path": "/1/",
            "name": "СОШ № 1",
            "search_name": "сош 1",
            "time_zone": None,
        },
    )
    await loader.row(Person, {"id": SHE, "unit_id": 1, "erased_at": None, "anonymous": False, "locale": "ru"})
    await loader.row(
        Person,
        {
            "id": COLLEAGUE,
            "unit_id": 1,
            "erased_at": None,
            "anonymous": False,
            "locale": "ru",
            "surname": "Другая",
            "given_name": "Вера",
            "patronymic": None,
        },
    )
    for table in Base.metadata.sorted_tables:
        for column in people_columns(table):
            loader.writer = "не она" if f"{table.name}.{column.name}" in WORDS_OF_OTHERS else HERS
            made = await loader.row(tables[table.name], {column.name: SHE})
            for key in table.primary_key.columns:
                loader.shared.setdefault(table.name, made[key.name])
    loader.writer = HERS
    for table in Base.metadata.sorted_tables:  # what hangs on rows of hers, as answers on an attempt
        parents = {key.column.table.name for key in table.foreign_keys}
        if not people_columns(table) and parents & {name for name in loader.shared if name not in ("unit", "person")}:
            await loader.row(tables[table.name], {})


async def places_of_her_words(session: AsyncSession) -> set[str]:
    """Columns, as table.column, that hold something she wrote."""
    return {
        f"{table.name}.{name}"
        for table in Base.metadata.sorted_tables
        for row in (await session.execute(select(table))).mappings()
        for name, value in row.items()
        if HERS in str(value)
    }


@pytest.fixture
async def database(tmp_path: Path) -> typing.AsyncIterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'life.sqlite'}", GREENWICH)
    await migrate(opened)
    async with opened.transaction() as session:
        await load_whole_life(session)
    yield opened
    await opened.close()


async def test_nothing_that_she_wrote_is_left(database: Database) -> None:
    async with database.transaction() as session:
        await erase_everything(session, SHE, NOW, MOSCOW, CALENDAR)
    async with database.reading() as session:
        left = await places_of_her_words(session)
    forgotten = sorted(left - set(MAY_STAY))
    needless = sorted(set(MAY_STAY) - left)
    assert forgotten == []
    assert needless == [], "excuses that nothing needs any more"


async def test_what_leads_to_her_is_gone(database: Database) -> None:
    async with database.transaction() as session:
        await erase_everything(session, SHE, NOW, MOSCOW, CALENDAR)
    pointing = set()
    async with database.reading() as session:
        for table in Base.metadata.sorted_tables:
            for row in (await session.execute(select(table))).mappings():
                if any(row[column.name] == SHE for column in people_columns(table)):
                    pointing.add(table.name)
        assert (await session.get_one(Person, SHE)).erased_at == NOW
    gone = {"account", "person_subject", "role_assignment", "attempt", "sign_up", "check_in", "tutor_profile"}
    assert not pointing & gone
    assert "consent" in pointing


async def test_a_second_time_changes_nothing(database: Database) -> None:
    for _ in range(2):
        async with database.transaction() as session:
            await erase_everything(session, SHE, NOW, MOSCOW, CALENDAR)


async def test_her_export_holds_all_that_is_hers_and_no_colleague(database: Database) -> None:
    async with database.reading() as session:
        everything = await export_everything(session, SHE, CONTENT, "ru")
    assert set(everything) == set(keepers())
    assert HERS in str(everything["people"])
    assert "Другая" not in str(everything)


def test_every_table_about_people_is_loaded() -> None:
    """The walk above is worth nothing if it finds no tables."""
    about_people = {table.name for table in Base.metadata.sorted_tables if people_columns(table)}
    assert {"account", "attempt", "sign_up", "request", "pair", "check_in", "outbox", "consent"} <= about_people
    assert all(inspect(model).local_table is not None for model in mappers().values())
