"""Марина corrects what she has planned: another time, a copy, or away with it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from db.models import Broadcast
from tests.conversation.test_broadcast import compose, rows, to_school
from tests.kit.person import Phone
from tests.kit.town import Town

MOSCOW = ZoneInfo("Europe/Moscow")


@pytest.fixture
async def marina(town: Town) -> Phone:
    """She has planned an announcement for tomorrow at nine."""
    phone = town.phone("Марина")
    await phone.start()
    await compose(phone)
    await to_school(phone)
    await phone.press("Другое время")
    await phone.say("завтра 9:00")
    await phone.press("Назначить")
    return phone


async def test_the_time_of_a_planned_one_is_changed(town: Town, marina: Phone) -> None:
    await marina.press("Изменить время")
    assert "назначена: среда, 7 октября, 09:00" in await marina.press("Назад")
    await marina.press("Изменить время")
    assert "назначена: четверг, 8 октября, 10:00" in await marina.say("8 октября 10:00")
    await town.turn(to=datetime(2026, 10, 8, 9, tzinfo=MOSCOW))
    assert await rows(town) == {"queued": 4}
    await town.turn(hours=2)
    assert await rows(town) == {"sent": 4}


async def test_a_planned_one_is_sent_now_after_all(town: Town, marina: Phone) -> None:
    await marina.press("Изменить время")
    await marina.press("Сейчас")
    assert "Дошло: 4 из 4" in await marina.sees()


async def test_the_time_of_one_that_has_gone_is_not_changed(town: Town, marina: Phone) -> None:
    await marina.press("Изменить время")
    await town.turn(days=2)
    await marina.say("10 октября 10:00")
    assert await marina.heard("уже отправлена")
    assert await rows(town) == {"sent": 4}


async def test_one_of_her_own_is_copied_into_a_new_draft(town: Town, marina: Phone) -> None:
    assert "«Семинар в пятницу»" in await marina.press("Скопировать в новую")
    seen = await marina.press("Дальше: проверить")
    assert "Сосновская ООШ" in seen
    assert "сразу после нажатия" in seen
    await marina.press("Отправить")
    assert await rows(town) == {"queued": 4, "sent": 4}


async def test_one_that_nobody_got_can_be_thrown_away(town: Town, marina: Phone) -> None:
    assert "Удалить рассылку" not in await marina.buttons()
    await marina.press("Остановить")
    assert "Удалить рассылку № 1" in await marina.press("Удалить рассылку")
    assert "остановлена" in await marina.press("Назад")
    await marina.press("Удалить рассылку")
    assert "№ 1" not in await marina.press("Да, удалить")
    assert await rows(town) == {}
    async with town.app.database.reading() as session:
        assert await session.scalar(select(Broadcast.id)) is None
