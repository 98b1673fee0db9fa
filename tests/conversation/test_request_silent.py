"""The only tutor of a subject has taken a request and sets no time: the methodist has a way on."""

from sqlalchemy import delete

from db.models import RoleAssignment
from db.vocabulary import RequestStatus, Role
from tests.conversation.test_requests import ask, stored
from tests.kit.town import Town


async def test_the_methodist_reminds_or_closes_with_an_answer(town: Town) -> None:
    anna, irina, marina = town.phone("Анна Петрова"), town.phone("Ирина Смирнова"), town.phone("Марина Белова")
    async with town.app.database.transaction() as session:
        await session.execute(
            delete(RoleAssignment).where(
                RoleAssignment.role == Role.TUTOR, RoleAssignment.person_id != town.person_id("Ирина Смирнова")
            )
        )
    await ask(anna)
    await town.settle()
    await irina.press("Возьму")
    await town.turn(days=7)
    assert await marina.heard("времени встречи всё ещё нет")
    await marina.press("Открыть заявку")
    assert "других подключённых тьюторов нет" in await marina.press("Передать другому")
    await marina.press("Назад")
    card = await marina.press("Напомнить о времени")
    assert "Напоминание уйдёт" in (marina.alert or "")
    assert "Напомнить о времени" not in card
    await town.settle()
    assert "методист напоминает" in await irina.sees()
    await marina.press("Закрыть с ответом")
    await marina.press("Тьютора по теме пока нет")
    assert "закрыта методистом" in await marina.press("Отправить учителю")
    await town.settle()
    assert "ответил методист" in await anna.sees()
    assert "Методист закрыл заявку" in await irina.sees()
    assert (await stored(town)).status == RequestStatus.DECLINED
