"""Friday, three in the afternoon: Татьяна Сергеевна answers in four taps, Илья keeps silent, Марина sees the pair."""

from asyncio import gather
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from bot.app import App
from db.models import Account, CheckIn, CheckInAnswer, OutboxRow, Pair, Person, Unit
from db.vocabulary import CheckInSide, CheckInState, NoticeKind, PairStatus, Reach
from sandbox.bot_stage import BotStage
from tests.kit.person import Phone, Shown
from tests.kit.town import Town

MOSCOW = ZoneInfo("Europe/Moscow")
FRIDAY = datetime(2026, 10, 9, 15, tzinfo=MOSCOW)
MONDAY = datetime(2026, 10, 12, 15, tzinfo=MOSCOW)
TUESDAY = datetime(2026, 10, 13, 15, tzinfo=MOSCOW)
MENTOR_ASKED = "По паре с Ильёй: как прошла неделя?"
MENTEE_ASKED = "Минутка на себя — три вопроса"
NUDGED = "Вопросы о неделе 5–11 октября ещё ждут вас"
TAPS = ("Поговорили", "Разбор урока", "Нормально", "Пропустить")


def tatyana(town: Town) -> Phone:
    return town.phone("Татьяна Орлова")


def ilya(town: Town) -> Phone:
    return town.phone("Илья Воронов")


async def only_one_pair(town: Town) -> None:
    """The other pairs of the district stop, so that silence is Илья's alone."""
    async with town.app.database.transaction() as session:
        await session.execute(
            update(Pair).where(Pair.mentee_id != town.person_id("Илья Воронов")).values(status=PairStatus.STOPPED)
        )


async def said(phone: Phone, fragment: str) -> list[Shown]:
    return [message for message in await phone.messages() if fragment in message.text]


def at(message: Shown) -> datetime:
    return datetime.fromtimestamp(message.raw["date"], MOSCOW)


async def answers(town: Town, side: CheckInSide) -> tuple[CheckInState, dict[str, object]]:
    """What a fresh session reads back."""
    async with town.app.database.reading() as session:
        check_in = (
            await session.scalars(
                select(CheckIn)
                .join(Pair, CheckIn.pair_id == Pair.id)
                .where(Pair.mentee_id == town.person_id("Илья Воронов"), CheckIn.side == side)
                .order_by(CheckIn.week)
                .limit(1)
            )
        ).one()
        kept = await session.execute(
            select(CheckInAnswer.item_id, CheckInAnswer.value).where(CheckInAnswer.check_in_id == check_in.id)
        )
        return check_in.state, {row.item_id: row.value for row in kept}


async def test_a_week_of_a_pair(town: Town) -> None:
    await only_one_pair(town)
    marina = town.phone("Марина")
    await town.turn(to=FRIDAY)
    (asked,) = await said(tatyana(town), MENTOR_ASKED)
    assert at(asked) == FRIDAY
    assert asked.buttons == ("Ответить", "Завтра", "Пропустить неделю")
    (asked,) = await said(ilya(town), MENTEE_ASKED)
    assert asked.text.startswith("Пятница.")

    await tatyana(town).press("Ответить")
    for tap in TAPS:
        await tatyana(town).press(tap)
    assert "Записано" in await tatyana(town).sees()
    assert await answers(town, CheckInSide.MENTOR) == (
        CheckInState.ANSWERED,
        {"met": "talk", "topic": "analysis", "how": 2, "next": None},
    )

    await town.turn(to=MONDAY)
    (nudge,) = await said(ilya(town), NUDGED)
    assert at(nudge) == MONDAY
    assert await said(tatyana(town), "ещё без отметки") == []
    assert await said(marina, "молчат") == []

    await town.turn(to=TUESDAY)
    (told,) = await said(marina, "молчит")
    assert told.text.startswith("1 пара молчит первую неделю: ")
    assert "Орлова — Воронов: 1 неделя" in told.text
    await marina.press("Открыть список")
    assert "Пары, которые молчат: 1." in await marina.sees()
    card = await marina.press("Молчит: Орлова — Воронов")
    assert "Приказ № 47 от 2 сентября 2026" in card
    assert "первый знак — наставник, второй — подопечный:\n● ○ 5–11 октября\n" in card

    await ilya(town).press("Ответить")
    await ilya(town).press("Очень тяжело")
    await ilya(town).press("Пропустить")
    await ilya(town).press("Пропустить")
    assert (await answers(town, CheckInSide.MENTEE))[1] == {"week": 0, "win": None, "ask": None}
    await marina.press("Назад")
    assert "Пары, которые молчат: 0." in await marina.sees()


async def test_the_question_reaches_the_mentor_and_nothing_else(town: Town) -> None:
    await only_one_pair(town)
    await town.turn(to=FRIDAY)
    await ilya(town).press("Ответить")
    assert "Настроение видите только вы" in await ilya(town).sees()
    await ilya(town).press("Трудно")
    await ilya(town).say("Дети <b>слушали</b>")
    await ilya(town).say("Как начать урок & не бояться <шума>?")
    assert "«Как начать урок & не бояться <шума>?»" in await ilya(town).sees()
    assert await said(tatyana(town), "Вопрос от подопечного") == [], "nothing goes without a tap"
    await ilya(town).press("Отправить")
    assert "Ваш вопрос получит Татьяна Сергеевна" in await ilya(town).sees()
    (question,) = await said(tatyana(town), "Вопрос от подопечного")
    assert "Илья Воронов" in question.text
    assert "«Как начать урок & не бояться <шума>?»" in question.text
    assert "слушали" not in "".join(message.text for message in await tatyana(town).messages())


async def test_back_from_a_list_opened_under_a_notice_goes_to_the_menu(town: Town) -> None:
    marina = town.phone("Марина")
    await town.turn(to=TUESDAY.replace(hour=16))
    assert await marina.heard("молчат") is not None
    await marina.press("Открыть список")
    assert "Чем помочь?" in await marina.press("Назад")
    assert "Пары наставников" in await marina.buttons()


async def to_the_second_question(town: Town) -> None:
    await only_one_pair(town)
    await town.turn(to=FRIDAY)
    await ilya(town).press("Ответить")
    await ilya(town).press("Трудно")


async def test_two_messages_in_a_row_answer_one_question(town: Town) -> None:
    await to_the_second_question(town)
    await gather(ilya(town).say("Урок удался"), ilya(town).say("это я пишу мужу"))
    await ilya(town).say("и это тоже ему")
    await ilya(town).press("Не отправлять")
    assert await ilya(town).heard("отправлено раньше, чем пришёл вопрос") is not None
    assert (await answers(town, CheckInSide.MENTEE))[1] == {"week": 1, "win": "Урок удался", "ask": None}
    await town.turn(hours=20)
    assert await said(tatyana(town), "Вопрос от подопечного") == []


async def test_the_tail_of_a_split_message_is_no_answer(town: Town) -> None:
    await to_the_second_question(town)
    await gather(ilya(town).say("а" * 4096), ilya(town).say("хвост длинного сообщения"))
    assert await ilya(town).heard("отправлено раньше, чем пришёл вопрос") is not None
    assert "Что получилось?" in await ilya(town).sees()
    assert (await answers(town, CheckInSide.MENTEE))[1] == {"week": 1}


async def test_a_typed_question_is_kept_until_it_is_sent(town: Town) -> None:
    await to_the_second_question(town)
    phone = ilya(town)
    await phone.press("Пропустить")
    await phone.say("Как быть с шумом?")
    assert "Отправить?" in await phone.sees()
    await phone.press("Назад")
    assert "Ваш ответ: Как быть с шумом?" in await phone.sees()
    await phone.press("Дальше")
    assert "«Как быть с шумом?»" in await phone.sees()
    await phone.press("Меню")
    await phone.press("Мой наставник")
    await phone.press("Ответить на вопросы")
    assert "Ваш ответ: Как быть с шумом?" in await phone.sees()
    await phone.press("Назад")
    await phone.press("Назад")
    await phone.press("Нормально")
    assert (await answers(town, CheckInSide.MENTEE))[0] == CheckInState.ASKED, "nothing goes without a tap"
    await town.settle()
    assert await said(tatyana(town), "Вопрос от подопечного") == []
    await phone.say("Как быть с шумом на уроке?")
    await phone.press("Отправить")
    (question,) = await said(tatyana(town), "Вопрос от подопечного")
    assert "«Как быть с шумом на уроке?»" in question.text


async def test_whoever_asks_an_absent_mentor_is_told(town: Town) -> None:
    await to_the_second_question(town)
    await tatyana(town).block()
    async with town.app.database.transaction() as session:
        await session.execute(
            update(Account).where(Account.person_id == town.person_id("Татьяна Орлова")).values(reach=Reach.BLOCKED)
        )
    await ilya(town).press("Пропустить")
    await ilya(town).say("Как быть с шумом?")
    assert "не в боте" in await ilya(town).sees()
    await ilya(town).press("Отправить")
    assert "Вопрос сохранён" in await ilya(town).sees()


@asynccontextmanager
async def restarted(town: Town) -> AsyncIterator[None]:
    """The process ends and another begins, on the same database and the same phones."""
    await town.app.stop()
    old, new = town.app, App(town.app.settings, town.clock)
    await new.start()
    town.app, town.sandbox.stage = new, BotStage(new, town.clock)
    try:
        yield
    finally:
        await new.stop()
        town.app = old


async def test_a_restart_in_the_middle_loses_nothing(town: Town) -> None:
    await only_one_pair(town)
    await town.turn(to=FRIDAY)
    await tatyana(town).press("Ответить")
    await tatyana(town).press("Поговорили")
    await tatyana(town).press("Разбор урока")
    async with restarted(town):
        await town.settle()
        await tatyana(town).press("Нормально")
        assert "Вопрос 4 из 4" in await tatyana(town).sees()
    async with restarted(town):
        await tatyana(town).press("Меню")
        await tatyana(town).press("Мои подопечные")
        assert "о неделе 5–11 октября ждут вашего ответа" in await tatyana(town).sees()
        await tatyana(town).press("Ответить на вопросы")
        assert "Вопрос 4 из 4" in await tatyana(town).sees()
        await tatyana(town).press("Пропустить")
        assert (await answers(town, CheckInSide.MENTOR))[0] == CheckInState.ANSWERED
        await town.turn(to=TUESDAY)
        assert len(await said(tatyana(town), MENTOR_ASKED)) == 1
        assert len(await said(ilya(town), MENTEE_ASKED)) == 1
        assert len(await said(ilya(town), NUDGED)) == 1
        assert len(await said(town.phone("Марина"), "молчит")) == 1


async def test_vladivostok_has_its_own_three_o_clock(town: Town) -> None:
    async with town.app.database.transaction() as session:
        person = await session.get_one(Person, town.person_id("Илья Воронов"))
        assert person.unit_id is not None
        (await session.get_one(Unit, person.unit_id)).time_zone = "Asia/Vladivostok"
    await town.turn(to=FRIDAY.replace(hour=9))
    (asked,) = await said(ilya(town), MENTEE_ASKED)
    assert at(asked).astimezone(ZoneInfo("Asia/Vladivostok")) == datetime(
        2026, 10, 9, 15, tzinfo=ZoneInfo("Asia/Vladivostok")
    )
    async with town.app.database.reading() as session:
        sent = (
            await session.scalars(
                select(OutboxRow.person_id).where(OutboxRow.kind == NoticeKind.CHECK_IN, OutboxRow.done_at.is_not(None))
            )
        ).all()
    assert set(sent) == {town.person_id("Илья Воронов"), town.person_id("Татьяна Орлова")}, "the others wait for theirs"


@pytest.mark.parametrize(
    ("begin", "end", "heard"),
    [
        # before the autumn breaks: after them nobody is reminded of a week long past
        ("2026-10-22 12:00", "2026-11-06 14:59", ["2026-10-23 15:00"]),
        # over the Day of Unity
        ("2026-11-03 12:00", "2026-11-09 15:00", ["2026-11-06 15:00", "2026-11-09 15:00"]),
        # over the New Year
        ("2026-12-24 12:00", "2027-01-15 15:00", ["2026-12-25 15:00", "2026-12-28 15:00", "2027-01-15 15:00"]),
        # the nudge waits for the end of the holidays
        ("2027-02-18 12:00", "2027-02-25 09:00", ["2027-02-19 15:00", "2027-02-24 15:00"]),
    ],
)  # fmt: skip
async def test_holidays_and_nights_are_silent(town: Town, begin: str, end: str, heard: list[str]) -> None:
    await only_one_pair(town)
    town.clock.turn_to(datetime.fromisoformat(begin).replace(tzinfo=MOSCOW).astimezone(UTC))
    await town.turn(to=datetime.fromisoformat(end).replace(tzinfo=MOSCOW))
    expected = [datetime.fromisoformat(one).replace(tzinfo=MOSCOW) for one in heard]
    assert [at(message) for message in await ilya(town).messages()] == expected
    for message in await town.phone("Марина").messages():
        assert 8 <= at(message).hour < 19
        assert at(message).weekday() != 6


async def test_tomorrow_and_skipping(town: Town) -> None:
    await only_one_pair(town)
    await town.turn(to=FRIDAY)
    await ilya(town).press("Завтра")
    assert "Напомню: суббота, 10 октября, 15:00." in await ilya(town).sees()
    assert await ilya(town).buttons() == ()
    await tatyana(town).press("Пропустить неделю")
    assert "эту неделю пропускаем. Следующие вопросы: пятница, 16 октября." in await tatyana(town).sees()
    await town.turn(to=FRIDAY.replace(day=10, hour=15))
    again = (await ilya(town).messages())[-1]
    assert (again.text, at(again)) == ("Минутка на себя — три вопроса о неделе.", FRIDAY.replace(day=10))
    await town.turn(to=TUESDAY)
    assert await said(tatyana(town), "ещё без отметки") == []
    assert len(await said(ilya(town), NUDGED)) == 1
    assert len(await said(town.phone("Марина"), "1 пара молчит")) == 1


async def test_whoever_puts_it_off_after_the_reminder_is_not_reminded_again(town: Town) -> None:
    await only_one_pair(town)
    await town.turn(to=MONDAY.replace(hour=16))
    await ilya(town).press("Завтра")
    await town.turn(to=FRIDAY.replace(day=16, hour=14))
    heard = [at(message) for message in await ilya(town).messages()]
    assert heard == [FRIDAY, MONDAY, TUESDAY], "asked, reminded, asked once more as she wished"
    marina = town.phone("Марина")
    await marina.start()
    await marina.press("Пары наставников")
    assert "Пары, которые молчат: 1." in await marina.sees()


async def test_a_week_before_the_breaks_makes_nobody_silent(town: Town) -> None:
    await only_one_pair(town)
    town.clock.turn_to(datetime(2026, 10, 22, 9, tzinfo=UTC))
    await town.turn(to=datetime(2026, 11, 6, 14, tzinfo=MOSCOW))
    marina = town.phone("Марина")
    assert await said(marina, "молчит") == []
    await marina.start()
    await marina.press("Пары наставников")
    assert "Пары, которые молчат: 0." in await marina.sees()
    assert "· · 19–25 октября" in await marina.press("Орлова — Воронов")


async def test_whoever_has_stopped_the_bot_is_not_called_silent(town: Town) -> None:
    await only_one_pair(town)
    async with town.app.database.transaction() as session:
        of_ilya = Account.person_id == town.person_id("Илья Воронов")
        await session.execute(update(Account).where(of_ilya).values(reach=Reach.BLOCKED))
    await town.turn(to=FRIDAY)
    await tatyana(town).press("Пропустить неделю")
    await town.turn(to=TUESDAY)
    marina = town.phone("Марина")
    await marina.start()
    await marina.press("Пары наставников")
    seen = await marina.sees()
    assert "Пары, которые молчат: 0." in seen
    assert "Не в боте или остановили бота: 1." in seen
    card = await marina.press("Бот выключен: Орлова — Воронов")
    assert "– × 5–11 октября" in card
    assert "(остановил(а) бота)" in card


async def test_words_typed_while_questions_wait_open_the_questions(town: Town) -> None:
    await only_one_pair(town)
    await town.turn(to=FRIDAY)
    await ilya(town).say("Неделя была трудная")
    assert await ilya(town).heard("отвечают кнопками") is not None
    assert "Как прошла неделя?" in await ilya(town).sees()
    await town.phone("Анна Петрова").say("привет")
    assert "Чем помочь?" in await town.phone("Анна Петрова").sees()


async def test_a_question_to_the_mentor_on_any_day(town: Town) -> None:
    """In the evening of a Tuesday: it is kept, shown, sent, and told in the morning."""
    await only_one_pair(town)
    await tatyana(town).start()
    phone = ilya(town)
    await town.turn(to=FRIDAY.replace(day=6, hour=21))
    await phone.start()
    await phone.press("Мой наставник")
    await phone.press("Вопрос наставнику")
    await phone.say("у" * 700)
    assert await phone.heard("не больше") or await phone.heard("Получилось длинно")
    await phone.say("Можно прийти на ваш урок & посмотреть?")
    assert "Этот вопрос получит Татьяна Сергеевна" in await phone.sees()
    await phone.press("Меню")
    await phone.press("Мой наставник")
    await phone.press("Вопрос наставнику")
    assert "Уже написано: «Можно прийти на ваш урок & посмотреть?»" in await phone.sees()
    await phone.press("Дальше")
    assert "Вопрос отправлен" in await phone.press("Отправить")
    await town.settle()
    assert await said(tatyana(town), "Вопрос от подопечного") == []
    await town.turn(to=FRIDAY.replace(day=7, hour=8))
    (question,) = await said(tatyana(town), "Вопрос от подопечного")
    assert "«Можно прийти на ваш урок & посмотреть?»" in question.text
    await tatyana(town).start()
    assert "Можно прийти на ваш урок" in await tatyana(town).press("Мои подопечные")
    await phone.press("Вопрос наставнику")
    assert "Уже написано" not in await phone.sees()
    await phone.say("Передумал")
    await phone.press("Не отправлять")
    await town.settle()
    assert len(await said(tatyana(town), "Вопрос от подопечного")) == 1


async def test_late_forged_and_foreign_presses(town: Town) -> None:
    await only_one_pair(town)
    await town.turn(to=FRIDAY)
    (notice,) = await said(ilya(town), MENTEE_ASKED)
    rows = notice.raw["reply_markup"]["inline_keyboard"]
    data = {button["text"]: button["callback_data"] for row in rows for button in row}
    marina = town.phone("Марина")
    await marina.start()
    message = (await marina.messages())[-1].id
    for press in data.values():
        await marina.press_data(message, press)
        assert marina.alert is not None
        assert "другому человеку" in marina.alert
    await marina.press_data(message, "ci:skip:999999")
    assert marina.alert is not None
    assert (await answers(town, CheckInSide.MENTEE))[0] == CheckInState.PLANNED
    stranger = await town.stranger()
    await stranger.start()
    await stranger.press_data((await stranger.messages())[-1].id, data["Ответить"])
    assert "Здравствуйте" in await stranger.sees()
    await town.turn(to=FRIDAY.replace(day=16))
    await ilya(town).press_data(notice.id, data["Ответить"])
    assert ilya(town).alert is None or "закрыта" in (ilya(town).alert or "")
    late = next(message for message in await ilya(town).messages() if message.id == notice.id)
    assert "Эта неделя уже закрыта" in late.text
    assert late.buttons == ()


async def test_a_long_text_is_not_lost_in_silence(town: Town) -> None:
    await town.turn(to=FRIDAY)
    await ilya(town).press("Ответить")
    await ilya(town).press("Хорошо")
    await ilya(town).say("ура " * 600)
    assert await ilya(town).heard("не больше 200") or await ilya(town).heard("Получилось длинно")
    assert "Что получилось?" in await ilya(town).sees()
    await ilya(town).say("Урок удался")
    await ilya(town).press("Назад")
    assert "Ваш ответ: Урок удался" in await ilya(town).sees()
    await ilya(town).press("Дальше")
    await ilya(town).press("Пропустить")
    assert (await answers(town, CheckInSide.MENTEE))[1] == {"week": 3, "win": "Урок удался", "ask": None}


async def test_a_worried_mentor_passes_it_on_herself(town: Town) -> None:
    await only_one_pair(town)
    await town.turn(to=FRIDAY)
    await tatyana(town).press("Ответить")
    for tap in ("Поговорили", "Дисциплина", "Тревожно", "Пропустить"):
        await tatyana(town).press(tap)
    assert "только если вы нажмёте" in await tatyana(town).sees()
    marina = town.phone("Марина")
    assert await marina.messages() == []
    await tatyana(town).press("Передать методисту")
    assert "Белова Марина Олеговна" in await tatyana(town).sees()
    assert await marina.messages() == []
    await tatyana(town).press("Сообщить")
    assert "С вами свяжутся" in await tatyana(town).sees()
    (told,) = await marina.messages()
    assert "Орлова Татьяна Сергеевна" in told.text
    assert "Воронов Илья Сергеевич" in told.text


async def test_passing_it_on_stays_on_the_card_while_the_last_answers_warrant_it(town: Town) -> None:
    await only_one_pair(town)
    await town.turn(to=FRIDAY)
    await tatyana(town).press("Ответить")
    for tap in ("Поговорили", "Дисциплина", "Тревожно", "Пропустить"):
        await tatyana(town).press(tap)
    await tatyana(town).press("Меню")
    await tatyana(town).press("Мои подопечные")
    assert "Белова Марина Олеговна" in await tatyana(town).press("Передать методисту")
    assert "журнал" in (await tatyana(town).press("Назад")).lower()
    await tatyana(town).press("Передать методисту")
    await tatyana(town).press("Сообщить")
    assert len(await said(town.phone("Марина"), "просит помощи")) == 1
    await town.turn(to=FRIDAY.replace(day=16))
    await tatyana(town).press("Ответить")
    for tap in TAPS:
        await tatyana(town).press(tap)
    await tatyana(town).press("Меню")
    await tatyana(town).press("Мои подопечные")
    assert "Передать методисту" not in await tatyana(town).buttons()


async def test_the_mentee_sees_date_and_topic(town: Town) -> None:
    await town.turn(to=FRIDAY)
    await tatyana(town).press("Ответить")
    for tap in TAPS[:3]:
        await tatyana(town).press(tap)
    await tatyana(town).say("Посмотреть мой урок во вторник")
    await ilya(town).start()
    card = await ilya(town).press("Мой наставник")
    assert "Неделя с 5 октября 2026 — Разбор урока" in card
    assert "Посмотреть" not in card
    assert "Нормально" not in card
    await tatyana(town).press("Меню")
    card = await tatyana(town).press("Мои подопечные")
    assert "Договорились: Посмотреть мой урок во вторник" in card


async def test_in_english(town: Town) -> None:
    async with town.app.database.transaction() as session:
        for name in ("Илья Воронов", "Татьяна Орлова"):
            (await session.get_one(Person, town.person_id(name))).locale = "en"
    await town.turn(to=FRIDAY)
    assert "Your pair with Илья: how did the week go? Four taps." in await tatyana(town).sees()
    assert "It is Friday. A minute for yourself" in await ilya(town).sees()
    await tatyana(town).press("Answer")
    for tap in ("We talked", "Going over a lesson", "All right", "Skip"):
        await tatyana(town).press(tap)
    assert "Saved. See you next week!" in await tatyana(town).sees()


async def test_tomorrow_on_the_last_day_leaves_the_other_ways_open(town: Town) -> None:
    await only_one_pair(town)
    await town.turn(to=FRIDAY)
    phone = ilya(town)
    (notice,) = await said(phone, MENTEE_ASKED)
    data = notice.raw["reply_markup"]["inline_keyboard"][0][1]["callback_data"]
    await town.turn(to=FRIDAY.replace(day=15, hour=16))
    await phone.press_data(notice.id, data)
    assert phone.alert is not None
    assert "Завтра придут уже новые вопросы" in phone.alert
    shown = next(message for message in await phone.messages() if message.id == notice.id)
    assert "Завтра придут уже новые вопросы" in shown.text
    assert shown.buttons == ("Ответить", "Пропустить неделю")


async def test_two_taps_at_once_say_it_once(town: Town) -> None:
    await only_one_pair(town)
    await town.turn(to=FRIDAY)
    await gather(ilya(town).press("Пропустить неделю"), ilya(town).press("Пропустить неделю"))
    (notice,) = await said(ilya(town), MENTEE_ASKED)
    assert notice.text.count("эту неделю пропускаем") == 1
    assert len(await ilya(town).messages()) == 1, "nobody is told of an accident"


async def test_an_answered_notice_keeps_its_buttons_until_it_is_answered(town: Town) -> None:
    await only_one_pair(town)
    await town.turn(to=FRIDAY)
    await ilya(town).press("Ответить")
    (notice,) = await said(ilya(town), MENTEE_ASKED)
    assert notice.buttons == ("Ответить", "Завтра", "Пропустить неделю")


async def test_a_hard_week_is_not_cheered(town: Town) -> None:
    await to_the_second_question(town)
    await ilya(town).press("Пропустить")
    await ilya(town).press("Пропустить")
    assert "Хороших выходных" not in await ilya(town).sees()
    assert "непростая" in await ilya(town).sees()


async def test_the_questions_say_whom_and_which_week_they_are_about(town: Town) -> None:
    """A mentor may have several mentees, and answer on Monday."""
    await town.turn(to=FRIDAY)
    assert "По паре с Ильёй, неделя 5–11 октября" in await tatyana(town).press("Ответить")
    await town.turn(to=MONDAY)
    assert "Неделя 5–11 октября" in await ilya(town).press("Ответить")


async def test_of_two_mentors_it_is_said_which(town: Town) -> None:
    async with town.app.database.transaction() as session:
        known = (await session.scalars(select(Pair).where(Pair.mentee_id == town.person_id("Илья Воронов")))).one()
        session.add(
            Pair(
                mentor_id=town.person_id("Ирина Смирнова"),
                mentee_id=known.mentee_id,
                unit_id=known.unit_id,
                order_number="№ 50",
                order_date=known.order_date,
                starts_on=known.starts_on,
                ends_on=known.ends_on,
            )
        )
    await town.turn(to=FRIDAY)
    texts = {message.text for message in await said(ilya(town), MENTEE_ASKED)}
    assert any("Наставник — Татьяна Сергеевна." in text for text in texts)
    assert len(texts) == 2


async def test_long_notes_leave_the_pair_readable(town: Town) -> None:
    """Kept before notes were limited to a phrase."""
    await town.turn(to=FRIDAY)
    await tatyana(town).press("Ответить")
    for tap in TAPS:
        await tatyana(town).press(tap)
    async with town.app.database.transaction() as session:
        await session.execute(update(CheckInAnswer).where(CheckInAnswer.item_id == "next").values(value="я" * 3900))
    await tatyana(town).press("Меню")
    card = await tatyana(town).press("Мои подопечные")
    assert "Договорились: яяя" in card
    assert "яя…" in card
