"""A time for the meeting: asked until it is answered, and agreed to is not undone by one tap."""

from db.vocabulary import RequestStatus
from tests.conversation.test_request_after import set_for
from tests.conversation.test_requests import newest, stored
from tests.kit.person import Phone
from tests.kit.town import Town


async def test_the_reminder_asks_whoever_has_not_answered(town: Town, anna: Phone, irina: Phone) -> None:
    await set_for(town, anna, irina)
    await town.turn(days=1, hours=6)
    reminder = await newest(anna)
    assert "Напоминаем" in reminder.text
    assert reminder.buttons == ("Подходит", "Не подходит", "Открыть заявку")
    told = await irina.heard("Напоминаем")
    assert told is not None
    assert "учитель пока не ответил" in told.text
    assert "Вы ответили: подходит" in await anna.press("Подходит")
    await town.settle()
    assert "учителю подходит" in await irina.sees()


async def test_the_reminder_asks_nothing_that_was_answered(town: Town, anna: Phone, irina: Phone) -> None:
    await set_for(town, anna, irina)
    await anna.press("Подходит")
    await town.turn(days=1, hours=6)
    assert (await newest(anna)).buttons == ("Открыть заявку",)
    told = await irina.heard("Напоминаем")
    assert told is not None
    assert "не ответил" not in told.text


async def test_an_agreed_meeting_is_called_off_at_the_second_tap(town: Town, anna: Phone, irina: Phone) -> None:
    await set_for(town, anna, irina)
    first = await newest(anna)
    await anna.press("Подходит")
    await anna.press_data(first.id, next(one for one in _taps(first.raw) if one.endswith(":0")))
    assert "Вы ответили, что время подходит" in await anna.sees()
    assert (await stored(town)).status == RequestStatus.SCHEDULED
    await anna.press("Нет, оставить")
    await anna.press("Не подходит")
    assert (await stored(town)).status == RequestStatus.SCHEDULED
    assert "Время встречи придёт сюда" in await anna.press("Да, не подходит")
    assert (await stored(town)).status == RequestStatus.ASSIGNED


def _taps(raw: dict[str, dict[str, list[list[dict[str, str]]]]]) -> list[str]:
    return [button["callback_data"] for row in raw["reply_markup"]["inline_keyboard"] for button in row]
