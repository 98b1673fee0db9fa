"""What comes by itself, and what one can do from there: no place came free, called off."""

from datetime import timedelta

from db.vocabulary import SignUpState
from tests.conversation.test_event_desk import at_the_desk
from tests.conversation.test_event_sign_up import (
    ANNA,
    ENGLISH,
    ILYA,
    LAST_PLACE,
    kept,
    sign_up,
    starts_at,
)
from tests.kit.person import Phone
from tests.kit.town import Town

NO_PLACE = "Места для вас пока нет"


async def call_off(town: Town, title: str) -> None:
    marina = await at_the_desk(town, title)
    await marina.press("Отменить")
    await marina.press("Ведущий болен")
    await marina.press("Да, отменить")
    await town.settle()


async def opens_the_catalogue(phone: Phone, notice: str) -> None:
    before = await phone.heard(notice)
    assert before is not None
    await phone.press("Другие мероприятия")
    assert "[Подобрать]" in await phone.sees()
    again = await phone.heard(notice)
    assert again is not None
    assert (again.id, again.buttons) == (before.id, before.buttons)


async def test_who_still_waits_is_told_once_in_the_evening_before(town: Town) -> None:
    anna = await sign_up(town, ANNA, LAST_PLACE)
    ilya = await sign_up(town, ILYA, LAST_PLACE, "Встать в очередь")
    start = await starts_at(town, LAST_PLACE)
    eve = start - timedelta(hours=21)
    await town.turn(to=eve - timedelta(minutes=1))
    assert await ilya.heard(NO_PLACE) is None
    await town.turn(to=eve)
    told = await ilya.sees()
    assert "Завтра, вторник, 13 октября, 15:00 — практикум" in told
    assert "Вы в очереди, номер 1" in told
    assert "сразу напишу" in told
    assert await anna.heard(NO_PLACE) is None
    await opens_the_catalogue(ilya, NO_PLACE)

    await town.turn(hours=14)
    assert len([message for message in await ilya.messages() if NO_PLACE in message.text]) == 1
    await anna.press("Не смогу")
    await anna.press("Освободить место")
    await town.settle()
    assert await ilya.heard("Для вас освободилось место") is not None
    assert await kept(town, ILYA, LAST_PLACE) == (SignUpState.CONFIRMED, None)
    await town.turn(to=start)
    assert len([message for message in await ilya.messages() if NO_PLACE in message.text]) == 1


async def test_a_cancellation_shows_the_way_to_what_else_there_is(town: Town) -> None:
    anna = await sign_up(town, ANNA, LAST_PLACE)
    await call_off(town, LAST_PLACE)
    assert "Приходить не нужно" in await anna.sees()
    await opens_the_catalogue(anna, "Приходить не нужно")
    assert LAST_PLACE not in await anna.sees()


async def test_in_english(town: Town) -> None:
    await sign_up(town, ANNA, LAST_PLACE)
    elena = town.phone(ENGLISH)
    await elena.start()
    await elena.press("Events")
    await elena.press("Функциональная")
    await elena.press("waiting list")
    await elena.press("Yes")
    await town.turn(to=await starts_at(town, LAST_PLACE) - timedelta(hours=21))
    assert "There is no place for you yet" in await elena.sees()
    await elena.press("Other events")
    assert "[My events]" in await elena.sees()


async def test_who_has_left_the_line_is_told_nothing(town: Town) -> None:
    await sign_up(town, ANNA, LAST_PLACE)
    ilya = await sign_up(town, ILYA, LAST_PLACE, "Встать в очередь")
    await ilya.press("Отменить запись")
    await ilya.press("Да, выйти")
    await town.turn(to=await starts_at(town, LAST_PLACE))
    assert await ilya.heard(NO_PLACE) is None
