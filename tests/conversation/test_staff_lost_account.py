"""Anna has lost her phone: Виктор shuts the old way in and gives her a sheet; she and everything of hers stays."""

from sqlalchemy import select

from db.models import Account, AuditRecord, Consent, EntryCode, RoleAssignment
from db.vocabulary import Role
from tests.conversation.test_staff import code_in, find, viktor_at_staff
from tests.kit.person import Phone
from tests.kit.town import Town


async def shut_annas_door(town: Town) -> tuple[Phone, str]:
    viktor = await viktor_at_staff(town)
    await find(viktor, "петров", "Петрова А")
    assert "Отдайте листок только" in await viktor.press("Дать новый вход")
    return viktor, code_in(await viktor.press("Отключить и дать листок"))


async def test_she_comes_in_by_the_new_phone_and_finds_everything(town: Town) -> None:
    old, new = town.phone("Анна Петрова"), await town.stranger("Анна")
    await old.start()
    viktor, code = await shut_annas_door(town)
    assert await old.heard("Гусев Виктор Павлович")
    await viktor.press("Назад")
    assert "Сейчас без входа" in await viktor.sees()
    assert "Петрова Анна Петровна" in await new.start(code)
    assert "Здравствуйте, Анна Петровна" in await new.press("Да, это я"), "she has agreed already"
    async with town.app.database.reading() as session:
        accounts = await session.scalars(select(Account.user_id).where(Account.person_id == town.person_id("Анна Пет")))
        assert accounts.all() == [new.id]
        consents = await session.scalars(select(Consent).where(Consent.person_id == town.person_id("Анна Пет")))
        assert len(consents.all()) == 1
        record = (await session.scalars(select(AuditRecord).where(AuditRecord.action == "account_disconnected"))).one()
        assert record.subject == f"person:{town.person_id('Анна Пет')}"
        assert record.actor_id == town.person_id("Виктор Гусев")
    await viktor.press("Меню")
    await viktor.press("Сотрудники")
    assert "Пользуется помощником" in await find(viktor, "петров", "Петрова А")


async def test_the_old_phone_opens_nothing_and_says_why(town: Town) -> None:
    old = town.phone("Анна Петрова")
    await old.start()
    await shut_annas_door(town)
    await old.press("Мои данные")
    assert "Вы ещё не вошли" in (old.alert or "") or await old.heard("Вы ещё не вошли")
    assert "листок с кодом" in await old.start()


async def test_a_phone_that_cannot_be_reached_is_shut_all_the_same(town: Town) -> None:
    old = town.phone("Анна Петрова")
    await old.block()
    _, code = await shut_annas_door(town)
    assert "Верно?" in await (await town.stranger()).start(code)


async def test_twice_is_once(town: Town) -> None:
    viktor, code = await shut_annas_door(town)
    sheet = (await viktor.messages())[-1]
    await viktor.press("Назад")
    await viktor.press_data(sheet.id, sheet.raw["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    await viktor.start()
    await viktor.press("Сотрудники")
    await find(viktor, "петров", "Петрова А")
    assert "Дать новый вход" not in await viktor.sees()
    assert code_in(await viktor.press("Листок с кодом")) == code


async def test_nobody_shuts_himself_out(town: Town) -> None:
    viktor = await viktor_at_staff(town)
    await find(viktor, "гусев", "Гусев В")
    assert "Дать новый вход" not in await viktor.sees()


async def test_nobody_gets_in_as_somebody_above_her(town: Town) -> None:
    """An administrator of a district must not become the one of the region by her sheet; of somebody who rose while
    he looked at her he is refused, and from then on he is not offered it."""
    viktor, olga = await viktor_at_staff(town), town.phone("Ольга Зайцева")
    await olga.start()
    await find(viktor, "зайцев", "Зайцева О")
    await viktor.press("Дать новый вход")
    async with town.app.database.transaction() as session:
        session.add(
            RoleAssignment(
                person_id=town.person_id("Ольга Зайцева"),
                role=Role.ADMINISTRATOR,
                unit_id=1,
                since=town.clock.now().date(),
            )
        )
        held = await session.scalars(
            select(RoleAssignment).where(RoleAssignment.person_id == town.person_id("Виктор Гусев"))
        )
        assert {one.unit_id for one in held} != {1}
    await viktor.press("Отключить и дать листок")
    assert "Это доступно другому человеку" in (viktor.alert or "")
    await viktor.press("Назад")
    assert "Дать новый вход" not in await viktor.sees()
    assert "Здравствуйте, Ольга Ивановна" in await olga.start()


async def test_the_code_of_somebody_above_is_not_shown(town: Town) -> None:
    """Галина has a sheet already when she is appointed above Виктор: from then on it is not his to read."""
    viktor = await viktor_at_staff(town)
    await find(viktor, "тихонов", "Тихонова Г")
    await viktor.press("Листок с кодом")
    async with town.app.database.transaction() as session:
        sheet = await session.get_one(EntryCode, "482915")
        session.add(
            RoleAssignment(person_id=sheet.person_id, role=Role.METHODIST, unit_id=1, since=town.clock.now().date())
        )
    assert "482 915" not in await viktor.press("Файл для печати")
    await viktor.press("Назад")
    for button in ("Листок", "Исправить", "Дать новый вход"):
        assert button not in await viktor.sees()
    assert "выше вас" in await viktor.sees()
