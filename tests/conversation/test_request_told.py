"""Whatever somebody else has decided about a meeting is told to both, and a methodist reads who said what."""

from db.vocabulary import RequestStatus
from tests.conversation.test_request_after import set_for
from tests.conversation.test_requests import stored
from tests.kit.person import Phone
from tests.kit.town import Town


async def test_a_meeting_that_a_new_tutor_undoes_is_called_off(
    town: Town, anna: Phone, irina: Phone, marina: Phone
) -> None:
    await set_for(town, anna, irina)
    await anna.press("Подходит")
    await marina.start()
    await marina.press("Заявки")
    await marina.press("С тьютором")
    await marina.press("№ 1")
    await marina.press("Передать другому")
    assert "назначена встреча: четверг, 8 октября, 15:00" in await marina.press("Кузнецов")
    await marina.press("Да, назначить")
    await town.settle()
    told = await anna.sees()
    assert "Встречи не будет: четверг, 8 октября, 15:00" in told
    assert "Кузнецов Андрей Николаевич" in told
    assert await irina.heard("Встречаться по ней больше не нужно")


async def test_whoever_answered_first_hears_of_the_disagreement_and_may_correct_herself(
    town: Town, anna: Phone, irina: Phone, marina: Phone
) -> None:
    await set_for(town, anna, irina)
    await town.turn(days=3)
    await anna.press("Встреча была")
    await irina.press("Не состоялась")
    await town.settle()
    called = await marina.heard("по-разному ответили")
    assert called is not None
    assert "Учитель: встреча была. Тьютор: не состоялась." in called.text
    told = await anna.sees()
    assert "вы ответили «встреча была», а тьютор — «не состоялась»" in told
    await anna.press("Не состоялась")
    assert (await stored(town)).status == RequestStatus.ASSIGNED


async def test_the_ruling_that_they_met_is_told_to_the_tutor(
    town: Town, anna: Phone, irina: Phone, marina: Phone
) -> None:
    await set_for(town, anna, irina)
    await town.turn(days=3)
    await anna.press("Встреча была")
    await town.turn(days=4)
    called = await marina.heard("Состоялась ли она, неясно")
    assert called is not None
    assert "Учитель: встреча была. Тьютор: нет ответа." in called.text
    await marina.press_data(called.id, "rqc:1:1")
    await marina.press("Встреча была")
    await town.settle()
    assert "методист разобрался, встреча была" in await irina.sees()
