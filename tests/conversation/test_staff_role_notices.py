"""Whoever is given a role hears of it, in her hours, with what it means and a way into it."""

from datetime import timedelta

from sqlalchemy import update

from db.models import Person, Unit
from tests.conversation.test_requests import ask
from tests.conversation.test_staff import find, viktor_at_staff
from tests.kit.person import Phone
from tests.kit.town import Town


async def give(viktor: Phone, role: str) -> None:
    await viktor.press(f"Сделать {role}")
    await viktor.press("Да, дать")


async def take(viktor: Phone, role: str) -> None:
    await viktor.press(f"Больше не {role}")
    await viktor.press("Да, снять")


async def test_anna_hears_that_she_is_a_tutor_and_that_she_is_one_no_longer(town: Town) -> None:
    viktor, anna = await viktor_at_staff(town), town.phone("Анна Петрова")
    await anna.start()
    await find(viktor, "петров", "Петрова А")
    await give(viktor, "тьютором")
    await town.settle()
    assert "Вы теперь тьютор" in await anna.sees()
    await anna.press("Меню")
    assert "[Стол тьютора]" in await anna.sees()
    await take(viktor, "тьютор")
    await town.settle()
    assert await anna.heard("Вы больше не тьютор")
    await anna.press("Меню")
    assert "[Стол тьютора]" not in await anna.sees()


async def test_at_night_it_waits_and_what_was_undone_is_not_said(town: Town) -> None:
    viktor, anna = town.phone("Виктор Гусев"), town.phone("Анна Петрова")
    await town.turn(to=town.clock.now().replace(hour=20))
    await viktor.start()
    await viktor.press("Сотрудники")
    await find(viktor, "петров", "Петрова А")
    await give(viktor, "методистом")
    await give(viktor, "завучем")
    await take(viktor, "методист")
    before = len(await anna.messages())
    await town.settle()
    assert len(await anna.messages()) == before
    await town.turn(to=town.clock.now() + timedelta(hours=16))
    told = [message.text for message in (await anna.messages())[before:]]
    assert any("Вы записаны заместителем директора" in text for text in told)
    assert not any("методист" in text for text in told)


async def test_nobody_is_told_what_he_did_himself_and_no_stranger_is_told(town: Town) -> None:
    viktor, galina = await viktor_at_staff(town), town.phone("Галина")
    await find(viktor, "гусев", "Гусев В")
    await give(viktor, "тьютором")
    await viktor.press("Назад")
    await find(viktor, "тихонов", "Тихонова Г")
    await give(viktor, "тьютором")
    await town.settle()
    assert not await viktor.heard("Вы теперь тьютор")
    await galina.start("482915")
    await galina.press("Да, это я")
    await galina.press("Соглас")
    assert "[Стол тьютора]" in await galina.sees()


async def test_in_english(town: Town) -> None:
    viktor, elena = await viktor_at_staff(town), town.phone("Елена Лебедева")
    await find(viktor, "лебед", "Лебедева Е")
    await give(viktor, "администратором")
    await town.settle()
    assert await elena.heard("You are now an administrator")


async def test_it_is_his_evening_and_not_that_of_whose_request_goes_on(town: Town) -> None:
    """Виктор's office names a zone of its own, the schools name none: who is told lives by the zone of the service."""
    viktor, anna, irina, andrey = (
        town.phone(name) for name in ("Виктор Гусев", "Анна Петрова", "Ирина Смирнова", "Андрей Кузнецов")
    )
    await ask(anna)
    await town.settle()
    await irina.press("Возьму")
    async with town.app.database.transaction() as session:
        office = (await session.get_one(Person, town.person_id("Виктор Гусев"))).unit_id
        await session.execute(update(Unit).values(time_zone=None))
        (await session.get_one(Unit, office)).time_zone = "Asia/Kamchatka"
    await viktor.start()
    await viktor.press("Сотрудники")
    await find(viktor, "смирнов", "Смирнова И")
    await town.turn(hours=5)  # midnight there, the afternoon here
    before = len(await andrey.messages())
    await take(viktor, "тьютор")
    await town.settle()
    assert "стереометрия" in " ".join(message.text for message in (await andrey.messages())[before:]).lower()
