"""Анна takes the last place, Илья waits, Анна cancels, Илья is told; and what reminders and buttons do."""

from datetime import datetime, timedelta

from sqlalchemy import select

from db.models import Event as EventRow
from db.models import OutboxRow, SignUp
from db.vocabulary import DueState, NoticeKind, SignUpState
from tests.kit.person import Phone
from tests.kit.town import Town

ANNA, ILYA, MARINA, ENGLISH = "Анна Петрова", "Илья", "Марина", "Елена Лебедева"
STEREOMETRY = "Стереометрия: методы решения"
LAST_PLACE = "Функциональная грамотность: задания на обычном уроке"
"""One place of twenty is left."""


async def kept(town: Town, name: str, title: str) -> tuple[str, bool | None] | None:
    """State and answer, as a fresh session reads them."""
    async with town.app.database.reading() as session:
        row = (
            await session.execute(
                select(SignUp.state, SignUp.will_come)
                .join(EventRow, SignUp.event_id == EventRow.id)
                .where(EventRow.title == title, SignUp.person_id == town.person_id(name))
            )
        ).one_or_none()
    return (row[0], row[1]) if row else None


async def starts_at(town: Town, title: str) -> datetime:
    async with town.app.database.reading() as session:
        moment = await session.scalar(select(EventRow.starts_at).where(EventRow.title == title))
    assert moment is not None
    return moment


async def open_card(town: Town, name: str, title: str) -> Phone:
    phone = town.phone(name)
    await phone.start()
    await phone.press("Мероприятия")
    await phone.press(title[:20])
    assert title in await phone.sees()
    return phone


async def sign_up(town: Town, name: str, title: str, how: str = "Записаться") -> Phone:
    phone = await open_card(town, name, title)
    await phone.press(how)
    await phone.press("Да, ")
    return phone


async def test_the_last_place_goes_on_to_who_waits(town: Town) -> None:
    anna = await sign_up(town, ANNA, LAST_PLACE)
    assert "Готово, вы записаны" in await anna.sees()
    ilya = await sign_up(town, ILYA, LAST_PLACE, "Встать в очередь")
    assert "Вы в очереди, номер 1" in await ilya.sees()
    assert await kept(town, ILYA, LAST_PLACE) == (SignUpState.WAITING, None)

    await anna.press("Отменить запись")
    assert "Точно отменить запись? Место сразу перейдёт следующему" in await anna.sees()
    await anna.press("Да, отменить")
    assert "Запись отменена" in await anna.sees()
    await town.turn(hours=1)

    told = await ilya.sees()
    assert "Для вас освободилось место" in told
    assert LAST_PLACE in told
    await ilya.press("Буду")
    assert "Вы ответили: буду" in await ilya.sees()
    assert await kept(town, ILYA, LAST_PLACE) == (SignUpState.CONFIRMED, True)
    assert await kept(town, ANNA, LAST_PLACE) == (SignUpState.CANCELLED, None)
    assert await anna.heard("Для вас освободилось") is None


async def test_reminders_a_day_and_two_hours_before(town: Town) -> None:
    anna = await sign_up(town, ANNA, STEREOMETRY)
    start = await starts_at(town, STEREOMETRY)
    await town.turn(to=start - timedelta(days=1, minutes=1))
    assert await anna.heard("Вас ждать?") is None
    await town.turn(to=start - timedelta(days=1))
    assert "Завтра, вторник, 20 октября, 15:00 — практикум" in await anna.sees()
    await anna.press("Буду")
    assert await kept(town, ANNA, STEREOMETRY) == (SignUpState.CONFIRMED, True)

    await town.turn(to=start - timedelta(hours=2))
    said = await anna.sees()
    assert "Сегодня, вторник, 20 октября, 15:00" in said
    assert "Вы ответили, что будете" in said
    assert "[Буду]" not in said
    await anna.press("Не смогу")
    assert anna.alert is not None
    assert "Точно не сможете?" in anna.alert
    assert await kept(town, ANNA, STEREOMETRY) == (SignUpState.CONFIRMED, True)
    await anna.press("Освободить место")
    assert "Место освобождено" in await anna.sees()
    assert await kept(town, ANNA, STEREOMETRY) == (SignUpState.CANCELLED, None)
    await anna.press("Открыть мероприятие")
    assert "Запись закрыта" in await anna.sees()


async def test_somebody_elses_and_forged_buttons(town: Town) -> None:
    """A button names an event, never a person: whoever presses answers for herself alone."""
    anna = await sign_up(town, ANNA, STEREOMETRY)
    start = await starts_at(town, STEREOMETRY)
    await town.turn(to=start - timedelta(days=1))
    notice = (await anna.messages())[-1]
    free = notice.raw["reply_markup"]["inline_keyboard"][0][1]["callback_data"].replace("cannot", "free")
    ilya = town.phone(ILYA)
    await ilya.start()
    shown = (await ilya.messages())[-1]
    await ilya.press_data(shown.id, free)
    assert "Вы на это мероприятие не записаны" in await ilya.sees()
    assert await kept(town, ANNA, STEREOMETRY) == (SignUpState.CONFIRMED, None)
    await ilya.press_data(shown.id, "ev:999:1:free:00000000")
    assert ilya.alert is not None
    assert "Этого уже нет" in ilya.alert
    await ilya.press_data(shown.id, "ev:7:1:explode:00000000")
    assert ilya.alert


async def test_a_moved_event_never_fires_old_reminders(town: Town) -> None:
    anna = await sign_up(town, ANNA, STEREOMETRY)
    start = await starts_at(town, STEREOMETRY)
    marina = town.phone(MARINA)
    await marina.start()
    await marina.press("Мероприятия центра")
    await marina.press(STEREOMETRY[:15])
    await marina.press("Перенести")
    await marina.say("завтра после уроков")
    assert await marina.heard("День понятен, а времени нет") is not None
    await marina.say("22.10 в 14-30")
    assert "Станет: четверг, 22 октября, 14:30" in await marina.sees()
    await marina.press("Да, перенести")
    assert "Сделано. Сообщение получат 7 человек" in await marina.sees()

    await town.settle()
    assert "Было: вторник, 20 октября, 15:00\nСтало: четверг, 22 октября, 14:30" in await anna.sees()
    await anna.press("Буду")
    await town.turn(to=start)
    assert await anna.heard("Вас ждать?") is None
    assert await anna.heard("Завтра") is None
    await town.turn(to=start + timedelta(days=1))
    assert "Завтра, четверг, 22 октября, 14:30" in await anna.sees()
    async with town.app.database.reading() as session:
        sent = await session.scalars(
            select(OutboxRow.version).where(
                OutboxRow.kind == NoticeKind.EVENT_REMINDER_DAY,
                OutboxRow.person_id == town.person_id(ANNA),
                OutboxRow.state == DueState.SENT,
            )
        )
        assert list(sent) == [2]


async def test_an_answer_to_an_outdated_notice_tells_the_present(town: Town) -> None:
    anna = await sign_up(town, ANNA, STEREOMETRY)
    start = await starts_at(town, STEREOMETRY)
    await town.turn(to=start - timedelta(days=1))
    notice = (await anna.messages())[-1]
    come = notice.raw["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    marina = town.phone(MARINA)
    await marina.start()
    await marina.press("Мероприятия центра")
    await marina.press(STEREOMETRY[:15])
    await marina.press("Перенести")
    await marina.say("22 октября 14:30")
    await marina.press("Да, перенести")
    await anna.press_data(notice.id, come)
    assert await anna.heard("Время с тех пор поменялось: теперь четверг, 22 октября, 14:30") is not None
    assert await kept(town, ANNA, STEREOMETRY) == (SignUpState.CONFIRMED, None)


async def test_in_english(town: Town) -> None:
    elena = town.phone(ENGLISH)
    await elena.start()
    await elena.press("Events")
    assert "For everyone" in await elena.sees()
    await elena.press("Функциональная")
    await elena.press("Sign up")
    await elena.press("Yes, sign me up")
    assert "Done, you are signed up" in await elena.sees()
    start = await starts_at(town, LAST_PLACE)
    await town.turn(to=start - timedelta(hours=24))
    assert "Tomorrow, Tuesday, 13 October, 15:00 — practicum" in (await elena.sees()).replace(
        "October 13", "13 October"
    )
    await elena.press("I cannot")
    await elena.press("I will come")
    assert "You answered: I will come" in await elena.sees()
    assert await kept(town, ENGLISH, LAST_PLACE) == (SignUpState.CONFIRMED, True)


async def test_without_a_name_one_may_look_and_is_told_what_signing_up_needs(town: Town) -> None:
    guest = await town.stranger()
    await guest.start()
    await guest.press("Нет, кода нет")
    await guest.say("сосновская")
    await guest.press("Сосновская ООШ")
    await guest.press("Математика")
    await guest.press("Готово")
    await guest.press("Первый год")
    await guest.press("Без согласия")
    await guest.press("Мероприятия")
    assert "Мы не знаем, где вы работаете" in await guest.sees()
    async with town.app.database.reading() as session:
        event_id = await session.scalar(select(EventRow.id).where(EventRow.title == STEREOMETRY))
    assert STEREOMETRY in await guest.start(f"event_{event_id}")
    await guest.press("Записаться")
    await guest.press("Да, записать")
    assert guest.alert is not None
    assert "назвать себя и дать согласие" in guest.alert


async def test_forged_ids_are_answered(town: Town) -> None:
    anna = await sign_up(town, ANNA, STEREOMETRY)
    message = (await anna.messages())[-1]
    for data in ("evo:999", "evo:99999999999999999999999999", "ev:99999999999:1:come", "evo:0"):
        anna.alert = None
        await anna.press_data(message.id, data)
        assert anna.alert, data


async def test_a_link_is_kept_through_the_entry(town: Town) -> None:
    async with town.app.database.reading() as session:
        event_id = await session.scalar(select(EventRow.id).where(EventRow.title == STEREOMETRY))
    galina = town.phone("Галина")
    assert STEREOMETRY not in await galina.start(f"event_{event_id}")
    await galina.say("482915")
    await galina.press("Да, это я")
    await galina.press("Соглас")
    assert STEREOMETRY in await galina.sees()
    assert "Чем помочь?" in await galina.press("Назад")
