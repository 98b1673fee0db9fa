"""Виктор looks after the people of his district: roles, sheets with codes, newcomers written down ahead."""

import re

from sqlalchemy import select

from db.models import Account, AuditRecord, Person, RoleAssignment, TutorProfile
from db.vocabulary import Role
from tests.kit.person import Phone
from tests.kit.town import Town

CODE = re.compile(r"(\d{3}) (\d{3})")


async def viktor_at_staff(town: Town) -> Phone:
    viktor = town.phone("Виктор Гусев")
    await viktor.start()
    await viktor.press("Сотрудники")
    return viktor


async def find(viktor: Phone, typed: str, name: str) -> str:
    await viktor.say(typed)
    return await viktor.press(name)


def code_in(seen: str) -> str:
    found = CODE.search(seen)
    assert found, seen
    return "".join(found.groups())


async def roles_of(town: Town, name: str) -> set[Role]:
    async with town.app.database.reading() as session:
        held = await session.scalars(
            select(RoleAssignment.role).where(
                RoleAssignment.person_id == town.person_id(name), RoleAssignment.until.is_(None)
            )
        )
        return {Role(role) for role in held}


async def test_people_are_found_by_a_part_of_the_surname(town: Town) -> None:
    viktor = await viktor_at_staff(town)
    assert "[Дальше ›]" in await viktor.sees()
    for typed in ("ЛЕБЕД", "бедев", "Лебедёва", "Елена Лебед", "лебедева е. ю."):
        assert "Лебедева Е. Ю., Гимназия № 5" in await viktor.say(typed), typed
    assert "никого нет" in await viktor.say("<b>%_")


async def test_anna_becomes_a_tutor_and_is_one_no_longer(town: Town) -> None:
    viktor = await viktor_at_staff(town)
    await find(viktor, "петров", "Петрова А")
    await viktor.press("Сделать тьютором")
    assert "тьютор" in await viktor.press("Да, дать")
    assert Role.TUTOR in await roles_of(town, "Анна Петрова")
    async with town.app.database.reading() as session:
        profile = await session.get_one(TutorProfile, town.person_id("Анна Петрова"))
        assert profile.active
        given = await session.scalars(select(AuditRecord).where(AuditRecord.action == "role_given"))
        record = given.one()
        assert record.actor_id == town.person_id("Виктор Гусев")
        assert record.details["role"] == "tutor"
    await viktor.press("Больше не тьютор")
    await viktor.press("Да, снять")
    assert Role.TUTOR not in await roles_of(town, "Анна Петрова")
    await viktor.press("Сделать тьютором")
    await viktor.press("Да, дать")
    assert Role.TUTOR in await roles_of(town, "Анна Петрова"), "taken and given again on one day"


async def test_a_deputy_head_is_one_of_a_school(town: Town) -> None:
    viktor = await viktor_at_staff(town)
    await find(viktor, "петров", "Петрова А")
    await viktor.press("Сделать завучем")
    assert "Сосновская ООШ" in await viktor.sees()
    await viktor.press("Да, дать")
    assert Role.DEPUTY_HEAD in await roles_of(town, "Анна Петрова")
    await viktor.press("Назад")
    await find(viktor, "белов", "Белова М")
    await viktor.press("Сделать завучем")
    assert "кто работает в школе" in (viktor.alert or "") or await viktor.heard("кто работает в школе")
    assert "Белова Марина" in await viktor.sees()


async def test_an_administrator_is_not_a_methodist_by_that(town: Town) -> None:
    """The desks open with the methodist's role and close with it, whoever gives out sheets besides."""
    viktor, anna = await viktor_at_staff(town), town.phone("Анна Петрова")
    await find(viktor, "петров", "Петрова А")
    await viktor.press("Сделать администратором")
    await viktor.press("Да, дать")
    seen = await anna.start()
    assert "[Сотрудники]" in await anna.sees(), seen
    for desk in ("Рассылки", "Мероприятия центра", "[Заявки]", "Пары наставников"):
        assert desk not in await anna.sees()
    await viktor.press("Сделать методистом")
    await viktor.press("Да, дать")
    await anna.start()
    assert "[Рассылки]" in await anna.sees()


async def test_the_last_administrator_stays(town: Town) -> None:
    viktor = await viktor_at_staff(town)
    await find(viktor, "гусев", "Гусев В")
    await viktor.press("Больше не администратор")
    await viktor.press("Да, снять")
    assert "последний администратор" in (viktor.alert or "")
    assert Role.ADMINISTRATOR in await roles_of(town, "Виктор Гусев")
    await viktor.start()
    await viktor.press("Сотрудники")
    await find(viktor, "белов", "Белова М")
    await viktor.press("Сделать администратором")
    await viktor.press("Да, дать")
    await viktor.press("Назад")
    await find(viktor, "гусев", "Гусев В")
    await viktor.press("Больше не администратор")
    assert "Чем помочь?" in await viktor.press("Да, снять"), "his own role is gone, so is the window"
    assert "Сотрудники" not in await viktor.sees()


async def test_a_new_sheet_makes_the_old_one_worthless(town: Town) -> None:
    viktor, galina = await viktor_at_staff(town), town.phone("Галина")
    await find(viktor, "тихонов", "Тихонова Г")
    assert code_in(await viktor.press("Листок с кодом")) == "482915"
    code = code_in(await viktor.press("Другой код"))
    await galina.start("482915")
    assert await galina.heard("Код не подошёл")
    assert "Тихонова Галина" in await galina.start(code)
    await galina.press("Да, это я")
    await galina.press("Соглас")
    await viktor.press("Назад")
    assert "Пользуется помощником" in await viktor.sees()
    assert "Листок" not in await viktor.sees(), "a code for somebody inside would open her answers to another"


async def test_the_sheet_comes_as_a_file_to_print(town: Town) -> None:
    viktor = await viktor_at_staff(town)
    await find(viktor, "тихонов", "Тихонова Г")
    await viktor.press("Листок с кодом")
    assert "482 915" in await viktor.press("Файл для печати")
    files = [message.raw["document"] for message in await viktor.messages() if "document" in message.raw]
    assert files[-1]["file_name"] == "листок Тихонова Галина Фёдоровна.txt"
    async with town.http.get(f"{town.sandbox.url}/sandbox/files/{files[-1]['file_id']}") as answer:
        text = (await answer.read()).decode("utf-8-sig")
    assert "https://t.me/metod_sandbox_bot?start=482915" in text


async def test_somebody_written_down_ahead_comes_by_the_link(town: Town) -> None:
    viktor, guest = await viktor_at_staff(town), await town.stranger()
    await viktor.press("Добавить человека")
    await viktor.say("Ким")
    assert await viktor.heard("Напишите только фамилию, имя и отчество")
    await viktor.say("КИМ мария ивановна")
    await viktor.say("сосновская")
    await viktor.press("Сосновская")
    await viktor.press("Химия")
    await viktor.press("Готово")
    assert "Ким Мария Ивановна" in await viktor.sees()
    code = code_in(await viktor.press("Сделать листок"))
    assert "Вы — Ким Мария Ивановна, Химия, Сосновская ООШ" in await guest.start(code)
    await guest.press("Да, это я")
    assert "Здравствуйте, Мария Ивановна" in await guest.press("Соглас")
    async with town.app.database.reading() as session:
        person_id = await session.scalar(select(Account.person_id).where(Account.user_id == guest.id))
        assert person_id is not None
        person = await session.get_one(Person, person_id)
        assert person.surname == "Ким"
        actions = await session.scalars(select(AuditRecord.action).where(AuditRecord.subject == f"person:{person_id}"))
        assert {"person_prepared", "code_issued", "entered_by_code"} <= set(actions)


async def test_a_code_lasts_sixty_days(town: Town) -> None:
    viktor, galina = await viktor_at_staff(town), town.phone("Галина")
    await find(viktor, "тихонов", "Тихонова Г")
    await viktor.press("Листок с кодом")
    code = code_in(await viktor.press("Другой код"))
    await town.turn(days=60)
    await galina.start(code)
    assert await galina.heard("Код не подошёл")


async def test_marina_is_no_administrator(town: Town) -> None:
    """Neither by the menu nor by a button of somebody else's window, nor after the role was taken."""
    viktor, marina = await viktor_at_staff(town), town.phone("Марина Белова")
    assert "Сотрудники" not in await marina.start()
    await find(viktor, "белов", "Белова М")
    await viktor.press("Сделать администратором")
    await viktor.press("Да, дать")
    await marina.start()
    await marina.press("Сотрудники")
    await marina.say("петров")
    await viktor.press("Больше не администратор")
    await viktor.press("Да, снять")
    await marina.press("Петрова А")
    assert "Это доступно другому человеку" in (marina.alert or "")
    assert Role.ADMINISTRATOR not in await roles_of(town, "Марина Белова")


async def test_in_english(town: Town) -> None:
    viktor = town.phone("Виктор Гусев")
    await viktor.start()
    await viktor.press("Мои данные")
    await viktor.press("In English")
    await viktor.press("Menu")
    assert "People in all" in await viktor.press("Staff")
    await find(viktor, "тихонов", "Тихонова Г")
    assert "Works once, until" in await viktor.press("Sheet with the code")
