"""The period of an order runs out: Марина hears of it a week before, the two on the morning after."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import case, update

from db.models import Pair
from tests.conversation.test_mentor_check_ins import only_one_pair, said
from tests.kit.town import Town

MOSCOW = ZoneInfo("Europe/Moscow")
LAST = date(2026, 10, 16)
WEEK_BEFORE = datetime(2026, 10, 9, 15, tzinfo=MOSCOW)
MORNING_AFTER = datetime(2026, 10, 17, 8, tzinfo=MOSCOW)


async def runs_out(town: Town) -> None:
    await only_one_pair(town)
    async with town.app.database.transaction() as session:
        ends_on = case((Pair.mentee_id == town.person_id("Илья"), LAST), else_=date(2026, 9, 30))
        await session.execute(update(Pair).values(ends_on=ends_on))


async def test_the_two_are_told_on_the_morning_after_the_last_day(town: Town) -> None:
    await runs_out(town)
    ilya, tatyana = town.phone("Илья Воронов"), town.phone("Татьяна Орлова")
    await town.turn(to=datetime(2026, 10, 17, 7, tzinfo=MOSCOW))
    assert await said(ilya, "завершено") == []
    await town.turn(to=MORNING_AFTER)
    (told,) = await said(ilya, "завершено: Орлова Татьяна Сергеевна")
    assert "Вопросы недели больше не придут" in told.text
    assert len(await said(tatyana, "завершено: Воронов Илья Сергеевич")) == 1
    await town.turn(days=4)
    assert len(await said(ilya, "завершено")) == 1
    assert await said(ilya, "12–18 октября ещё ждут") == [], "after the farewell nobody is reminded"
    assert "журнал остаётся" in await ilya.press("Открыть")


async def test_the_methodist_hears_of_it_a_week_before_and_finds_the_card(town: Town) -> None:
    await runs_out(town)
    marina = town.phone("Марина")
    await town.turn(to=WEEK_BEFORE)
    (told,) = await said(marina, "выходит срок")
    assert "16 октября" in told.text
    assert "Орлова — Воронов" in told.text
    assert "Пара работает" in await marina.press("Открыть пару")
    await town.turn(to=MORNING_AFTER)
    assert len(await said(marina, "выходит срок")) == 1
    await marina.start()
    await marina.press("Пары наставников")
    await marina.press("Завершённые")
    card = await marina.press("Орлова — Воронов")
    assert "Срок вышел" in card
    assert "Пара работает" not in card
    assert "Завершить" not in card
    await marina.press("Записать новый приказ")
    await marina.say("51 от 16.10.2026")
    await marina.press("Учебный год")
    assert "Воронов Илья Сергеевич" in await marina.sees()
    assert "Пара работает" in await marina.press("Записать пару")


async def test_of_many_that_run_out_on_one_day_one_message_tells(town: Town) -> None:
    async with town.app.database.transaction() as session:
        await session.execute(update(Pair).values(ends_on=LAST))
    marina = town.phone("Марина")
    await town.turn(to=WEEK_BEFORE)
    (told,) = await said(marina, "выходит срок")
    assert told.buttons == ("Открыть список",)


async def test_a_late_answer_hears_that_the_pair_is_over(town: Town) -> None:
    await runs_out(town)
    ilya = town.phone("Илья Воронов")
    await town.turn(to=datetime(2026, 11, 7, 9, tzinfo=MOSCOW))
    (old,) = await said(ilya, "12–18 октября") or (await said(ilya, "Минутка на себя"))[-1:]
    data = old.raw["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await ilya.press_data(old.id, data)
    assert ilya.alert is not None
    assert "уже завершена" in ilya.alert


async def test_a_pair_that_was_prolonged_has_not_run_out(town: Town) -> None:
    await runs_out(town)
    await town.turn(to=datetime(2026, 10, 16, 12, tzinfo=MOSCOW))
    async with town.app.database.transaction() as session:
        await session.execute(update(Pair).values(ends_on=date(2027, 5, 31)))
    await town.turn(to=MORNING_AFTER)
    assert await said(town.phone("Илья Воронов"), "завершено") == []
