"""Psychological consulting is no matter of a subject: a psychologist answers, or a methodist who finds one."""

from sqlalchemy import delete, select

from db.models import Account, PersonSubject, RoleAssignment
from db.vocabulary import Role
from tests.kit.person import Phone
from tests.kit.town import Town


async def psychologist(town: Town) -> Phone:
    """The one tutor of the district who is a psychologist."""
    async with town.app.database.reading() as session:
        user_id = await session.scalar(
            select(Account.user_id)
            .join(RoleAssignment, RoleAssignment.person_id == Account.person_id)
            .join(PersonSubject, PersonSubject.person_id == Account.person_id)
            .where(RoleAssignment.role == Role.TUTOR, PersonSubject.subject == "special")
        )
    assert user_id is not None
    return Phone(town.http, town.sandbox.url, user_id, "психолог")


async def ask(anna: Phone) -> tuple[str, str]:
    """What she reads before she sends it, and after."""
    await anna.start()
    await anna.press("Нужна помощь")
    await anna.press("Попросить тьютора")
    await anna.say("Трудный класс")
    await anna.press("Психологический")
    await anna.press("В любое время")
    check = await anna.press("Пропустить")
    return check, await anna.press("Отправить")


async def test_a_psychologist_is_asked_and_not_the_tutors_of_her_subject(town: Town, anna: Phone) -> None:
    check, sent = await ask(anna)
    assert "Тьюторы вашего предмета её не увидят" in check
    assert "психологу" in sent
    await town.settle()
    assert "Новый запрос № 1" in await (await psychologist(town)).sees()
    for tutor in ("Ирина Смирнова", "Андрей Кузнецов"):
        assert await town.phone(tutor).heard("запрос № 1") is None


async def test_without_a_psychologist_the_methodist_is_called_at_once(town: Town, anna: Phone) -> None:
    async with town.app.database.transaction() as session:
        special = select(PersonSubject.person_id).where(PersonSubject.subject == "special")
        await session.execute(
            delete(RoleAssignment).where(RoleAssignment.role == Role.TUTOR, RoleAssignment.person_id.in_(special))
        )
    _, sent = await ask(anna)
    assert "психолога среди тьюторов сейчас нет" in sent
    assert "получил методист" in sent
    assert "занимается методист" in await anna.press("Открыть заявку")
    await town.settle()
    marina = town.phone("Марина Белова")
    told = await marina.sees()
    assert "психологический консалтинг" in told
    assert "психолога среди тьюторов нет" in told
    await marina.press("Открыть заявку")
    assert "психолога среди тьюторов нет" in await marina.press("Назначить тьютора")
    assert await marina.buttons() == ("Назад", "Меню")
    await marina.press("Назад")
    await marina.press("Отклонить")
    assert "поможет психолог" in await marina.press("Поможет психолог")
