"""Марина records a pair from its order; the two are asked on Friday; she stops it again."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import case, select, update

from db.models import Pair, Person, Unit
from db.vocabulary import PairStatus
from tests.kit.person import Phone
from tests.kit.town import Town

FRIDAY = datetime(2026, 10, 9, 15, tzinfo=ZoneInfo("Europe/Moscow"))


async def desk(town: Town) -> Phone:
    marina = town.phone("Марина")
    await marina.start()
    await marina.press("Пары наставников")
    return marina


async def pairs_of(town: Town, mentor: str) -> list[Pair]:
    async with town.app.database.reading() as session:
        found = await session.scalars(select(Pair).where(Pair.mentor_id == town.person_id(mentor)))
        return list(found.all())


async def test_a_pair_from_an_order(town: Town) -> None:
    marina = await desk(town)
    assert "Пары, которые молчат: 0." in await marina.sees()
    await marina.press("Новая пара")
    await marina.say("смирнова и")
    await marina.press("Смирнова И. В.")
    assert "Кто подопечный?" in await marina.sees()
    await marina.say("Никогонет")
    assert "никого нет" in await marina.sees()
    await marina.say("ПЕТРОВА А")
    await marina.press("Петрова А. П.")
    await marina.say("сорок седьмой")
    assert await marina.heard("понять не получилось") is not None
    await marina.say("47 от 02.09.2031")
    assert await marina.heard("не в будущем") is not None
    await marina.say("приказ №99 от 5 октября")
    assert "Приказ № 99 от 5 октября 2026" in await marina.sees()
    await marina.press("Учебный год: до 31 мая 2027")
    assert "Бот не назначает, а записывает приказ" in await marina.sees()
    assert await pairs_of(town, "Ирина Смирнова") == []
    card = await marina.press("Записать пару")
    assert "Пара работает" in card
    (pair,) = await pairs_of(town, "Ирина Смирнова")
    assert (pair.order_number, pair.ends_on.isoformat()) == ("№ 99", "2027-05-31")

    irina = town.phone("Ирина Смирнова")
    await irina.start()
    assert "Мои подопечные" in await irina.buttons()
    await town.turn(to=FRIDAY)
    assert await irina.heard("По паре с Анной: как прошла неделя?") is not None

    await marina.press("Остановить")
    assert "Смирнова Ирина Викторовна — Петрова Анна Петровна\n\nОстановить пару раньше срока?" in await marina.sees()
    assert "Пара остановлена" in await marina.press("Да, точно")
    (pair,) = await pairs_of(town, "Ирина Смирнова")
    assert pair.status == PairStatus.STOPPED
    await irina.press("Ответить")
    assert irina.alert is not None
    assert "Эта пара уже завершена" in irina.alert
    notice = await irina.heard("По паре с Анной")
    assert notice is not None
    assert notice.buttons == ()


async def test_the_same_pair_twice_is_refused_before_its_order_is_typed(town: Town) -> None:
    marina = await desk(town)
    await marina.press("Новая пара")
    await marina.say("Орлова Т")
    await marina.press("Орлова Т. С.")
    await marina.say("Воронов И")
    await marina.press("Воронов И. С.")
    assert marina.alert == "Эти двое уже пара: приказ № 47."
    assert "Выберите подопечного" in await marina.sees()


async def test_another_mentee_keeps_the_typed_order(town: Town) -> None:
    marina = await desk(town)
    await marina.press("Новая пара")
    await marina.say("Смирнова И")
    await marina.press("Смирнова И. В.")
    await marina.say("ПЕТРОВА А")
    await marina.press("Петрова А. П.")
    await marina.say("48 от 03.09.2026")
    await marina.press("Учебный год")
    for _ in range(3):
        await marina.press("Назад")
    await marina.say("Воронов И")
    assert "Приказ № 48 от 3 сентября 2026" in await marina.press("Воронов И. С.")
    assert [pair.order_number for pair in await pairs_of(town, "Ирина Смирнова")] == []
    await marina.press("Записать пару")
    assert [pair.order_number for pair in await pairs_of(town, "Ирина Смирнова")] == ["№ 48"]


async def test_the_last_day_may_be_typed(town: Town) -> None:
    marina = await desk(town)
    await marina.press("Новая пара")
    await marina.say("Смирнова И")
    await marina.press("Смирнова И. В.")
    await marina.say("ПЕТРОВА А")
    await marina.press("Петрова А. П.")
    await marina.say("48 от 03.09.2026")
    assert "или напишите дату" in await marina.sees()
    await marina.say("когда-нибудь")
    assert "До какого дня" in await marina.sees()
    await marina.say("28.02.2027")
    assert "до 28 февраля 2027" in await marina.sees()
    await marina.press("Записать пару")
    (pair,) = await pairs_of(town, "Ирина Смирнова")
    assert pair.ends_on.isoformat() == "2027-02-28"


async def test_html_in_a_name_and_a_teacher_at_the_desk(town: Town) -> None:
    async with town.app.database.transaction() as session:
        (await session.get_one(Person, town.person_id("Илья Воронов"))).surname = "<b>Воронов</b> & Ко"
    marina = await desk(town)
    card = await marina.press("<b>Воронов</b> & Ко")
    assert "<b>Воронов</b> & Ко Илья Сергеевич" in card
    anna = town.phone("Анна Петрова")
    await anna.start()
    assert "Пары наставников" not in await anna.buttons()
    await anna.press_data((await anna.messages())[-1].id, "pl")
    assert anna.alert is not None
    assert "другому человеку" in anna.alert


async def test_in_english(town: Town) -> None:
    async with town.app.database.transaction() as session:
        (await session.get_one(Person, town.person_id("Марина"))).locale = "en"
    marina = town.phone("Марина")
    await marina.start()
    assert "Silent pairs: 0." in await marina.press("Mentoring pairs")
    assert "Order № 47 of 2 September 2026" in await marina.press("Воронов")


async def test_a_finished_pair_stays_where_it_can_be_found(town: Town) -> None:
    marina = await desk(town)
    await marina.press("Орлова — Воронов")
    await marina.press("Завершить")
    await marina.press("Да, точно")
    ilya = town.phone("Илья Воронов")
    assert await ilya.heard("завершено: Орлова Татьяна Сергеевна") is not None
    assert "журнал остаётся" in await ilya.press("Открыть")
    await ilya.press("Меню")
    assert "Мой наставник" in await ilya.buttons()
    await marina.press("Назад")
    await marina.press("Завершённые")
    assert "Завершённые пары: 1." in await marina.sees()
    assert "Пара завершена" in await marina.press("Орлова — Воронов")


async def test_back_from_a_pair_opened_under_a_notice_goes_to_the_menu(town: Town) -> None:
    marina = await desk(town)
    for button in ("Орлова — Воронов", "Завершить", "Да, точно"):
        await marina.press(button)
    ilya = town.phone("Илья Воронов")
    await ilya.press("Открыть")
    assert "Чем помочь?" in await ilya.press("Назад")


async def test_the_chosen_mentor_is_no_mentee(town: Town) -> None:
    marina = await desk(town)
    await marina.press("Новая пара")
    await marina.say("Татьяна Орлова")
    await marina.press("Орлова Т. С.")
    await marina.say("Орлова Т.С.")
    assert "Орлова Татьяна Сергеевна — уже выбранный наставник" in await marina.sees()
    await marina.say("И. С. Воронов")
    await marina.press("Воронов И. С.")


async def at_night_in_the_school(town: Town) -> tuple[Phone, Phone]:
    """Илья, whose school names no zone, and Марина at her desk far in the east."""
    async with town.app.database.transaction() as session:
        her_unit = (await session.get_one(Person, town.person_id("Марина"))).unit_id
        zone = case((Unit.id == her_unit, "Asia/Vladivostok"), else_=None)
        await session.execute(update(Unit).values(time_zone=zone))
    ilya = town.phone("Илья Воронов")
    await ilya.start()
    await town.turn(to=FRIDAY.replace(day=7, hour=3))
    return ilya, await desk(town)


async def test_whoever_has_no_zone_of_her_own_is_told_by_the_clock_of_the_service(town: Town) -> None:
    ilya, marina = await at_night_in_the_school(town)
    for button in ("Орлова — Воронов", "Завершить", "Да, точно"):
        await marina.press(button)
    await town.settle()
    assert await ilya.heard("завершено: Орлова") is None
    await town.turn(to=FRIDAY.replace(day=7, hour=8))
    assert await ilya.heard("завершено: Орлова") is not None


async def test_a_new_pair_is_told_by_the_clock_of_its_readers(town: Town) -> None:
    ilya, marina = await at_night_in_the_school(town)
    await marina.press("Новая пара")
    await marina.say("Смирнова И")
    await marina.press("Смирнова И. В.")
    await marina.say("Воронов И")
    await marina.press("Воронов И. С.")
    await marina.say("48 от 03.09.2026")
    await marina.press("Учебный год")
    await marina.press("Записать пару")
    await town.settle()
    assert await ilya.heard("Ваш наставник — Смирнова") is None
    await town.turn(to=FRIDAY.replace(day=7, hour=8))
    assert await ilya.heard("Ваш наставник — Смирнова") is not None
