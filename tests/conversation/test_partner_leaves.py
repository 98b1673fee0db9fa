"""One of a pair has her data erased: the other is told that the pair has ended, and nothing more."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.kit.person import Phone
from tests.kit.town import Town

MOSCOW = ZoneInfo("Europe/Moscow")
LATE = datetime(2026, 10, 6, 22, tzinfo=MOSCOW)
MORNING = datetime(2026, 10, 7, 8, tzinfo=MOSCOW)
FRIDAY = datetime(2026, 10, 9, 15, tzinfo=MOSCOW)
TOLD = "Наставничество по приказу № 47 от 2 сентября 2026 завершено."


async def erase(phone: Phone) -> None:
    await phone.start()
    for button in ("Мои данные", "Удалить мои данные", "Продолжить", "Удалить насовсем"):
        await phone.press(button)


@pytest.mark.parametrize(
    ("leaves", "stays", "surname"),
    [("Илья Воронов", "Татьяна Орлова", "Воронов"), ("Татьяна Орлова", "Илья Воронов", "Орлова")],
)
async def test_the_partner_is_told_in_the_morning(town: Town, leaves: str, stays: str, surname: str) -> None:
    phone = town.phone(stays)
    await phone.start()
    await town.turn(to=LATE)
    await erase(town.phone(leaves))
    assert await phone.heard("завершено") is None
    await town.turn(to=MORNING)
    told = await phone.heard(TOLD)
    assert told is not None
    assert datetime.fromtimestamp(told.raw["date"], MOSCOW) == MORNING
    assert surname not in told.text
    assert told.buttons == (), "there is nothing left to open"
    await town.turn(to=FRIDAY)
    assert await phone.heard("как прошла неделя") is None
    assert await phone.heard("Минутка на себя") is None


async def test_the_weekly_answers_are_named_among_what_is_kept_and_deleted(town: Town) -> None:
    ilya = town.phone("Илья Воронов")
    await ilya.start()
    assert "ответами на вопросы недели" in await ilya.press("Мои данные")
    assert "ответы на вопросы недели сотрутся" in await ilya.press("Удалить мои данные")


async def test_it_is_told_once(town: Town) -> None:
    tatyana = town.phone("Татьяна Орлова")
    await erase(town.phone("Илья Воронов"))
    await town.turn(days=3)
    assert sum("завершено" in message.text for message in await tatyana.messages()) == 1
