"""Lists that are longer than a phone: what is on another page is chosen as well as what is on this one."""

from sqlalchemy import select, update

from db.models import PersonSubject, Unit
from db.vocabulary import UnitKind
from tests.kit.person import Phone
from tests.kit.town import Town

LONG = "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № {number}»"


async def test_a_tick_holds_on_every_page_of_the_subjects(town: Town, anna: Phone) -> None:
    await anna.start()
    await anna.press("Мои данные")
    await anna.press("Исправить")
    assert "Страница 1 из 2" in await anna.press("Предметы")
    assert "✓ Математика" in await anna.buttons()
    assert "Страница 2 из 2. Отмечено: Математика." in await anna.press("Дальше")
    await anna.press("Другое")
    assert "✓ Другое" in await anna.buttons()
    await anna.press("Раньше")
    assert "✓ Математика" in await anna.buttons()
    await anna.press("Готово")

    async with town.app.database.transaction() as session:
        kept = await session.scalars(
            select(PersonSubject.subject).where(PersonSubject.person_id == town.person_id("Анна Петрова"))
        )
        assert set(kept) == {"mathematics", "other"}


async def test_schools_that_differ_in_their_numbers_differ_on_buttons(town: Town, anna: Phone) -> None:
    async with town.app.database.transaction() as session:
        schools = await session.scalars(select(Unit.id).where(Unit.kind == UnitKind.SCHOOL))
        for number, school_id in enumerate(schools, start=1):
            await session.execute(update(Unit).where(Unit.id == school_id).values(name=LONG.format(number=number)))
    await anna.start()
    await anna.press("Мои данные")
    await anna.press("Исправить")
    await anna.press("Школ")
    if not any("№" in button for button in await anna.buttons()):
        await anna.press((await anna.buttons())[0])
    seen = [button for button in await anna.buttons() if "№" in button]
    await anna.press("Дальше")
    seen += [button for button in await anna.buttons() if "№" in button]
    assert len(seen) > 5
    assert len(set(seen)) == len(seen)
