"""The sheet says «Тихонова»: Виктор corrects it before Галина comes, and she herself after that."""

from sqlalchemy import select

from db.models import AuditRecord, Person, RoleAssignment
from db.vocabulary import Role
from tests.conversation.test_staff import code_in, find, viktor_at_staff
from tests.kit.town import Town


async def test_a_surname_school_and_subjects_are_corrected_and_the_code_stays(town: Town) -> None:
    viktor, galina = await viktor_at_staff(town), town.phone("Галина")
    await find(viktor, "тихонов", "Тихонова Г")
    seen = await viktor.press("Исправить запись")
    assert "Тихонова Галина Фёдоровна" in seen
    await viktor.press("Исправить имя")
    await viktor.say("<b>Тихвинская</b> Галина")
    assert await viktor.heard("Напишите только фамилию, имя и отчество")
    assert "Тихвинская Галина Фёдоровна" in await viktor.say("тихвинская галина фёдоровна")
    await viktor.press("Исправить место работы")
    await viktor.say("сосновская")
    assert "Сосновская ООШ" in await viktor.press("Сосновская")
    await viktor.press("Исправить предметы")
    await viktor.press("✓ Биология")
    await viktor.press("Химия")
    assert "Предметы: Химия" in await viktor.press("Готово")
    assert "Тихонова" in (await galina.start("482915")), "nothing is kept before «Сохранить»"
    await viktor.press("Сохранить")
    assert code_in(await viktor.press("Листок с кодом")) == "482915"
    assert "Вы — Тихвинская Галина Фёдоровна, Химия, Сосновская ООШ" in await galina.start("482915")
    async with town.app.database.reading() as session:
        person = (await session.scalars(select(Person).where(Person.surname == "Тихвинская"))).one()
        teaches = await session.scalars(
            select(RoleAssignment.unit_id).where(
                RoleAssignment.person_id == person.id,
                RoleAssignment.role == Role.TEACHER,
                RoleAssignment.until.is_(None),
            )
        )
        assert teaches.all() == [person.unit_id]
        corrected = await session.scalars(select(AuditRecord).where(AuditRecord.action == "data_corrected"))
        assert {one.details["what"] for one in corrected} == {"name", "school", "subjects"}


async def test_back_from_a_correction_leads_to_the_whole(town: Town) -> None:
    viktor = await viktor_at_staff(town)
    await find(viktor, "тихонов", "Тихонова Г")
    await viktor.press("Исправить запись")
    for place in ("Исправить имя", "Исправить место работы", "Исправить предметы"):
        await viktor.press(place)
        assert "Код на листке останется прежним" in await viktor.press("Назад"), place
    assert "дайте листок" in await viktor.press("Назад")


async def test_after_she_has_entered_she_corrects_it_herself(town: Town) -> None:
    viktor, galina = await viktor_at_staff(town), town.phone("Галина")
    await find(viktor, "тихонов", "Тихонова Г")
    await viktor.press("Исправить запись")
    await galina.start("482915")
    await galina.press("Да, это я")
    await galina.press("Соглас")
    await viktor.press("Сохранить")
    assert "теперь исправляет сам" in (viktor.alert or "")
    await viktor.press("Назад")
    assert "Исправить запись" not in await viktor.sees()


async def test_a_new_person_begins_without_the_subjects_of_the_one_before(town: Town) -> None:
    viktor = await viktor_at_staff(town)
    for name, subject in (("Ким Мария Ивановна", "Химия"), ("Ли Анна Сергеевна", "Физика")):
        await viktor.press("Добавить человека")
        await viktor.say(name)
        await viktor.say("сосновская")
        await viktor.press("Сосновская")
        await viktor.press(subject)
        assert f"Предметы: {subject}\n" in await viktor.press("Готово")
        await viktor.press("Исправить имя")
        assert "Сделать листок" in "".join([await viktor.press("Назад"), *await viktor.buttons()])
        await viktor.press("Сделать листок")
        await viktor.press("Назад")
        await viktor.press("Назад")


async def test_somebody_without_subjects_is_written_down_too(town: Town) -> None:
    viktor = await viktor_at_staff(town)
    await viktor.press("Добавить человека")
    await viktor.say("Ким Мария Ивановна")
    await viktor.press("В методической службе")
    assert "Предметы" not in await viktor.press("Пропустить")
    assert "Ким Мария Ивановна\nЗаречный район" in await viktor.press("Сделать листок")
