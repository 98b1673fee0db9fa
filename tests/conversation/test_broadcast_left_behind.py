"""Марина is no methodist any more: nothing goes out with her signature, and a colleague can go on with it."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import update

from db.models import RoleAssignment
from db.vocabulary import Role
from tests.conversation.test_broadcast import SIGNED, compose, rows, to_school
from tests.conversation.test_staff import find, viktor_at_staff
from tests.kit.person import Phone
from tests.kit.town import Town

MOSCOW = ZoneInfo("Europe/Moscow")
TEXT = "Семинар в пятницу"


async def planned(town: Town) -> Phone:
    marina = town.phone("Марина")
    await marina.start()
    await compose(marina)
    await to_school(marina)
    await marina.press("Другое время")
    await marina.press("Завтра, 08:30")
    await marina.press("Назначить")
    return marina


async def taken_from_marina(town: Town) -> Phone:
    viktor = await viktor_at_staff(town)
    await find(viktor, "белова", "Белова М")
    await viktor.press("Больше не методист")
    await viktor.press("Да, снять")
    return viktor


async def test_what_she_has_planned_stops_and_both_are_told(town: Town) -> None:
    marina = await planned(town)
    viktor = await taken_from_marina(town)
    await town.settle()
    told = await marina.heard("Рассылка № 1 остановлена: вы больше не методист")
    assert told is not None
    assert told.buttons == ()
    assert await viktor.heard("Рассылка № 1 остановлена: Белова Марина Олеговна больше не методист")
    assert await rows(town) == {"cancelled": 4}
    await town.turn(to=datetime(2026, 10, 8, 12, tzinfo=MOSCOW))
    assert await town.phone("Анна").heard(TEXT) is None


async def test_a_colleague_goes_on_with_it_in_her_own_name(town: Town) -> None:
    await planned(town)
    viktor = await taken_from_marina(town)
    await town.settle()
    card = await viktor.press("Открыть рассылку")
    assert "остановлена" in card
    assert "Пишет Белова Марина Олеговна" in card
    assert "от вашего имени" in card
    await viktor.press("Продолжить отправку")
    await town.turn(to=datetime(2026, 10, 7, 9, tzinfo=MOSCOW))
    anna = await town.phone("Анна").heard(TEXT)
    assert anna is not None
    assert anna.text == SIGNED.replace("Белова Марина Олеговна", "Гусев Виктор Павлович") + TEXT


async def test_it_is_found_in_the_list_too(town: Town) -> None:
    await planned(town)
    viktor = await taken_from_marina(town)
    await town.settle()
    await viktor.start()
    assert "Остановлена (Белова)" in await viktor.press("Рассылки")


async def test_nothing_goes_between_the_taking_and_the_stopping(town: Town) -> None:
    """Rows are due already when the role goes: the right is asked for once more when they are taken up."""
    await planned(town)
    async with town.app.database.transaction() as session:
        await session.execute(
            update(RoleAssignment)
            .where(RoleAssignment.person_id == town.person_id("Марина"), RoleAssignment.role == Role.METHODIST)
            .values(until=town.clock.now().date() - timedelta(days=1))
        )
    town.clock.turn_to(datetime(2026, 10, 7, 9, tzinfo=MOSCOW))
    await town.app.ticker.deliver()
    assert await town.phone("Анна").heard(TEXT) is None
    await town.settle()
    assert await town.phone("Марина").heard("вы больше не методист")
