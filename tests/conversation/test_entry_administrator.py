"""The first administrator comes by the code of the settings, once."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import delete, select

from db.database import GREENWICH, Database
from db.migrate import migrate
from db.models import Account, Person, RoleAssignment
from db.vocabulary import Role
from tests.kit import town as kit
from tests.kit.town import Town, open_town

ADMIN_CODE = "pervyi-vkhod-2026"


@pytest.fixture
async def young_town(tmp_path: Path, demo_template: Path) -> AsyncIterator[Town]:
    """The district before anybody is an administrator."""
    async with open_town(tmp_path, demo_template, admin_code=SecretStr(ADMIN_CODE)) as opened:
        async with opened.app.database.transaction() as session:
            await session.execute(delete(RoleAssignment).where(RoleAssignment.role == Role.ADMINISTRATOR))
        yield opened


@pytest.fixture
async def empty_town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    """No people and no organisations."""

    async def nobody(session: Any, now: Any) -> list[Any]:
        return []

    monkeypatch.setattr(kit, "load_demo", nobody)
    template = tmp_path / "empty.sqlite"
    database = Database(f"sqlite:///{template}", GREENWICH)
    await migrate(database)
    async with database.engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    await database.close()
    folder = tmp_path / "town"
    folder.mkdir()
    async with open_town(folder, template, admin_code=SecretStr(ADMIN_CODE)) as opened:
        yield opened


async def test_the_first_enters_and_the_code_is_dead(young_town: Town) -> None:
    first, second = await young_town.stranger("Первый"), await young_town.stranger("Второй")
    await first.start()
    await first.press("Да, введу код")
    assert "Какой муниципалитет вы ведёте?" in await first.say(f" {ADMIN_CODE} ")
    await first.press("Заречный")
    await first.press("Соглас")
    await first.say("Гусев Пётр Ильич")
    seen = await first.press("Да")
    assert "Сотрудники" in seen
    assert "Рассылки" in seen
    await second.start()
    await second.press("Да, введу код")
    await second.say(ADMIN_CODE)
    assert await second.heard("В коде с листка шесть цифр"), "there is nothing left to guess"
    async with young_town.app.database.reading() as session:
        holders = select(RoleAssignment.person_id).where(RoleAssignment.role == Role.ADMINISTRATOR)
        mine = select(Account.person_id).where(Account.user_id == first.id)
        assert (await session.scalars(holders)).all() == (await session.scalars(mine)).all()


async def test_two_with_the_code_only_one_becomes_it(young_town: Town) -> None:
    phones = [await young_town.stranger("Первый"), await young_town.stranger("Второй")]
    for phone in phones:
        await phone.start()
        await phone.press("Да, введу код")
        await phone.say(ADMIN_CODE)
        await phone.press("Заречный")
        await phone.press("Соглас")
    await phones[0].say("Гусев Пётр Ильич")
    await phones[0].press("Да")
    await phones[1].say("Ким Мария")
    await phones[1].press("Да")
    assert "Сотрудники" not in await phones[1].sees()
    assert "Администратор уже есть" in (phones[1].alert or "")


async def test_an_administrator_has_a_name(young_town: Town) -> None:
    phone = await young_town.stranger()
    await phone.start()
    await phone.press("Да, введу код")
    await phone.say(ADMIN_CODE)
    await phone.press("Заречный")
    await phone.press("Без согласия")
    assert await phone.heard("нужно ваше согласие")
    await phone.press("Заречный")
    await phone.press("Соглас")
    assert "Как вас зовут" in await phone.sees()
    assert "муниципалитет" in await phone.press("Назад")


async def test_guessing_it_is_stopped_too(young_town: Town) -> None:
    phone = await young_town.stranger()
    await phone.start()
    await phone.press("Да, введу код")
    for guess in range(5):
        await phone.say(f"pervyi-vkhod-{guess}")
    await phone.say(ADMIN_CODE)
    assert await phone.heard("Слишком много неверных кодов")
    assert "муниципалитет" not in await phone.sees()


async def test_without_organisations_it_says_how_to_load_them(empty_town: Town) -> None:
    phone = await empty_town.stranger()
    await phone.start()
    await phone.press("Да, введу код")
    assert "content/units.yaml" in await phone.say(ADMIN_CODE)
    await phone.press("Назад")
    assert "Список школ ещё не загружен" in await phone.press("Нет, кода нет")


async def test_an_administrator_of_a_part_is_no_head(young_town: Town) -> None:
    """The code serves while nobody looks after the whole tree, and whoever does is told before she leaves it alone."""
    async with young_town.app.database.transaction() as session:
        viktor = await session.get_one(Person, young_town.person_id("Виктор Гусев"))
        assert viktor.unit_id is not None
        session.add(
            RoleAssignment(person_id=viktor.id, role=Role.ADMINISTRATOR, unit_id=viktor.unit_id, since=date(2026, 9, 1))
        )
    first = await young_town.stranger("Первый")
    await first.start()
    await first.press("Да, введу код")
    assert "Какой муниципалитет вы ведёте?" in await first.say(ADMIN_CODE)
    await first.press("Заречный")
    await first.press("Соглас")
    await first.say("Сомова Ирина Павловна")
    await first.press("Да")
    await first.press("Мои данные")
    assert "единственный администратор" in await first.press("Удалить мои данные")
