"""What stands on Марина's screen while an announcement goes, is stopped in the middle, or waits for the morning."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select, update

from db.models import OutboxRow, Person, RoleAssignment, Unit
from db.vocabulary import NoticeKind, Role, UnitKind
from services.outbox import service as outbox
from tests.conversation.test_broadcast import compose, order_faults, rows, to_school
from tests.kit.person import Phone
from tests.kit.town import Town

MOSCOW = ZoneInfo("Europe/Moscow")
TEXT = "Семинар в пятницу"


async def ready(town: Town, typed: str | None = None) -> Phone:
    marina = town.phone("Марина")
    await marina.start()
    await compose(marina)
    await to_school(marina)
    if typed:
        await marina.press("Другое время")
        await marina.say(typed)
    return marina


async def in_the_middle(town: Town) -> Phone:
    """Two of four rows are on their way, two are queued."""
    marina = await ready(town, "завтра 9:00")
    await marina.press("Назначить")
    town.clock.turn_to(datetime(2026, 10, 7, 9, tzinfo=MOSCOW))
    async with town.app.database.transaction() as session:
        ids = (await session.scalars(select(OutboxRow.id).where(OutboxRow.kind == NoticeKind.BROADCAST))).all()
        later = town.clock.now() + timedelta(minutes=5)
        await session.execute(update(OutboxRow).where(OutboxRow.id.in_(ids[2:])).values(due_at=later))
        assert len(await outbox.claim(session, town.clock.now(), 4)) == 2
    return marina


async def test_a_stop_in_the_middle_adds_up_and_leaves_a_way_on(town: Town) -> None:
    marina = await in_the_middle(town)
    card = await marina.press("Остановить")
    assert marina.alert is not None
    assert "Успело уйти: 0, не отправлено: 2, ещё отправляется: 2" in marina.alert
    assert "Дошло: 0 из 4\nНе отправлено: 2\nЕщё отправляется: 2" in card
    assert {"Продолжить отправку", "Обновить"} <= set(await marina.buttons())
    await town.turn(hours=0.1)
    assert "Дошло: 0 из 4\nНе отправлено: 4" in await marina.press("Обновить")
    await marina.press("Продолжить отправку")
    await town.turn(hours=0.1)
    assert await rows(town) == {"sent": 4}


async def test_once_it_goes_only_the_message_below_tells_how(town: Town) -> None:
    marina = await ready(town)
    await marina.press("Отправить")
    window = await marina.heard("Отправка началась")
    assert window is not None
    assert "сообщении ниже" in window.text
    assert set(window.buttons) == {"Назад", "Меню"}
    assert "отправлена\nДошло: 4 из 4" in await marina.sees()
    assert await marina.heard("отправляется") is None


async def test_a_stop_that_comes_too_late_is_told_so(town: Town) -> None:
    marina = await ready(town, "завтра 9:00")
    await marina.press("Назначить")
    await town.turn(days=2)
    await marina.press("Остановить")
    assert marina.alert is not None
    assert "Останавливать уже нечего: всё отправлено (4)" in marina.alert
    assert await marina.heard("Рассылка № 1, отправлена")


async def test_a_card_that_is_opened_meanwhile_says_of_which_moment_it_is(town: Town) -> None:
    marina = await ready(town)
    await order_faults(town, {"method": "sendMessage", "status": 502, "times": 400})
    await marina.press("Отправить")
    await marina.press("Назад")
    card = await marina.press("№ 1. Идёт")
    assert "отправляется\n" in card
    assert "Было в 10:00: дошло 0 из 4" in card


async def test_what_the_night_cuts_off_is_said_with_its_moment(town: Town) -> None:
    """Saturday evening: three have it, the messenger refuses Анна's until the night."""
    marina = await ready(town, "сб 18:50")
    await marina.press("Назначить")
    busy = {"method": "sendMessage", "status": 502, "times": 400, "person_id": town.phone("Анна").id}
    await order_faults(town, busy)
    await town.turn(to=datetime(2026, 10, 10, 21, tzinfo=MOSCOW))
    await order_faults(town)
    town.app.ticker._progress._shown_at.clear()  # only moments of real time have gone by since it was edited
    await town.app.ticker._progress.show()
    said = "Остальным — понедельник, 12 октября, 08:00: ночью, в воскресенье и в праздники бот молчит."
    live = await marina.heard("отправляется\nДошло: 3 из 4")
    assert live is not None
    assert f"Осталось: 1. {said}" in live.text
    await marina.press("Меню")
    await marina.press("Рассылки")
    assert said in await marina.press("№ 1. Идёт")
    await town.turn(to=datetime(2026, 10, 12, 8, tzinfo=MOSCOW))
    assert await marina.heard("отправлена\nДошло: 4 из 4")


async def test_one_whom_the_messenger_cannot_serve_does_not_keep_it_open(town: Town) -> None:
    """An hour of answers 500 for Анна alone: she is counted, named with the reason, and can be sent it again."""
    marina = await ready(town)
    broken = {"method": "sendMessage", "status": 500, "times": 400, "person_id": town.phone("Анна").id}
    await order_faults(town, broken)
    await marina.press("Отправить")
    await town.turn(hours=1.5)
    await order_faults(town)
    assert "отправлена\nДошло: 3 из 4\nНе дошло по другой причине: 1" in await marina.sees()
    assert "Петрова Анна Петровна: сбой мессенджера" in await marina.press("Поимённо")
    await marina.press("Ещё раз, кому не дошло (1)")
    assert await rows(town) == {"sent": 4}


async def test_who_deleted_the_account_is_named_with_that_the_second_time_too(town: Town) -> None:
    marina = await ready(town)
    town.sandbox.world.people[town.phone("Анна").id].deactivated = True
    for number in (1, 2):
        assert "Не подключены: 1" in await marina.press("Отправить")
        assert "Петрова Анна Петровна: удалён аккаунт" in await marina.press("Поимённо"), number
        await marina.press("Меню")
        if number == 1:
            await compose(marina, "Семинар в субботу")
            assert "1 не подключён" in await to_school(marina)
            assert "Петрова Анна Петровна: удалён аккаунт" in await marina.press("Кто не получит")
            await marina.press("Назад")


async def test_who_stopped_the_bot_needs_no_sheet(town: Town) -> None:
    await town.phone("Анна").block()
    marina = await ready(town)
    seen = await marina.press("Кто не получит")
    assert "Сообщение не получат: 1." in seen
    assert "1 остановил бота: ему нужно самому открыть его снова" in seen
    assert "не подключен" not in seen


async def test_the_old_message_leaves_the_word_to_the_new_one(town: Town) -> None:
    marina = await ready(town)
    broken = {"method": "sendMessage", "status": 500, "times": 400, "person_id": town.phone("Анна").id}
    await order_faults(town, broken)
    await marina.press("Отправить")
    old = await marina.heard("отправляется\nДошло: 3 из 4")
    assert old is not None
    assert old.buttons == ("Остановить",)
    await marina.press("Остановить")
    await order_faults(town)
    await marina.press("Назад")
    await marina.press("№ 1. Остановлена")
    await marina.press("Продолжить отправку")
    await town.turn(hours=0.1)
    assert "отправлена\nДошло: 4 из 4" in await marina.sees()
    (now,) = [message for message in await marina.messages() if message.id == old.id]
    assert now.buttons == ()
    assert "в новом сообщении" in now.text


async def test_a_municipality_is_chosen_where_there_are_two(town: Town) -> None:
    """Марина serves two districts; the people of the other one alone get it."""
    async with town.app.database.transaction() as session:
        other = Unit(parent_id=None, kind=UnitKind.MUNICIPALITY, name="Озёрный район", search_name="озерный район")
        other.path = "/900/"
        other.id = 900
        school = Unit(id=901, parent_id=900, kind=UnitKind.SCHOOL, name="Лесная СОШ", search_name="лесная сош")
        school.path = "/900/901/"
        session.add(other)
        await session.flush()
        session.add(school)
        await session.flush()
        since = town.clock.now().date()
        marina_id = town.person_id("Марина")
        session.add(RoleAssignment(person_id=marina_id, role=Role.METHODIST, unit_id=900, since=since))
        await session.execute(update(Person).where(Person.id == town.person_id("Анна Петрова")).values(unit_id=901))
    marina = town.phone("Марина")
    await marina.start()
    await compose(marina)
    await marina.press("Дальше: кому")
    assert "В какой муниципалитет?" in await marina.press("Муниципалитет")
    assert "Кому: Озёрный район\nПолучит 1 человек" in await marina.press("Озёрный район")
    await marina.press("Отправить")
    assert await town.phone("Анна Петрова").heard(TEXT)
    assert await rows(town) == {"sent": 1}
