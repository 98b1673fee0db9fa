"""What comes by itself, and what one can do from there: no place came free, moved, called off."""

from datetime import timedelta
from typing import Any

from icalendar import Calendar, Event

from db.vocabulary import SignUpState
from tests.conversation.test_event_desk import at_the_desk
from tests.conversation.test_event_sign_up import (
    ANNA,
    ENGLISH,
    ILYA,
    LAST_PLACE,
    STEREOMETRY,
    kept,
    sign_up,
    starts_at,
)
from tests.kit.person import Phone, Shown
from tests.kit.town import Town

NO_PLACE = "Места для вас пока нет"


async def entry_of(town: Town, message: Shown) -> Event:
    file = await town.app.bot.get_file(message.raw["document"]["file_id"])
    assert file.file_path is not None
    content = await town.app.bot.download_file(file.file_path)
    assert content is not None
    entry = Calendar.from_ical(content.read()).walk("VEVENT")[0]
    assert isinstance(entry, Event)
    return entry


async def call_off(town: Town, title: str) -> None:
    marina = await at_the_desk(town, title)
    await marina.press("Отменить")
    await marina.press("Ведущий болен")
    await marina.press("Да, отменить")
    await town.settle()


async def move(town: Town, title: str, typed: str) -> None:
    marina = await at_the_desk(town, title)
    await marina.press("Перенести")
    await marina.say(typed)
    await marina.press("Да, перенести")
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


async def test_a_moved_event_replaces_itself_in_the_calendar(town: Town) -> None:
    anna = await sign_up(town, ANNA, STEREOMETRY)
    await anna.press("Добавить в календарь")
    first = await anna.heard("Нажмите на файл")
    assert first is not None
    await move(town, STEREOMETRY, "22.10 в 14:30")
    await anna.press("В календарь")
    second = (await anna.messages())[-1]
    old, new = await entry_of(town, first), await entry_of(town, second)
    assert old["uid"] == new["uid"]
    assert (old["sequence"], new["sequence"]) == (0, 1)
    assert new.start == await starts_at(town, STEREOMETRY)
    assert "22 октября, 14:30" in second.text
    await anna.press("Буду")
    assert "Вы ответили: буду" in (await heard(anna, "Мероприятие перенесли")).text
    assert (await heard(anna, "Мероприятие перенесли")).buttons == ("Открыть мероприятие", "В календарь")


async def heard(phone: Phone, fragment: str) -> Shown:
    message = await phone.heard(fragment)
    assert message is not None
    return message


async def test_no_file_of_what_was_called_off_since(town: Town) -> None:
    anna = await sign_up(town, ANNA, STEREOMETRY)
    await move(town, STEREOMETRY, "22.10 в 14:30")
    moved = await heard(anna, "Мероприятие перенесли")
    data = button_of(moved, "В календарь")
    await call_off(town, STEREOMETRY)
    await anna.press_data(moved.id, data)
    assert anna.alert == "Это мероприятие отменено."
    for forged in ("evf:999", "evf:0", "evf:99999999999999999999", "evc:1"):
        anna.alert = None
        await anna.press_data(moved.id, forged)
        assert anna.alert, forged


def button_of(message: Shown, label: str) -> Any:
    rows = message.raw["reply_markup"]["inline_keyboard"]
    return next(button["callback_data"] for row in rows for button in row if button["text"] == label)


async def test_the_way_to_the_card_stays_under_the_notice(town: Town) -> None:
    anna = await sign_up(town, ANNA, LAST_PLACE)
    marina = await at_the_desk(town, LAST_PLACE)
    await marina.press("Место")
    await marina.say("Школа № 2")
    await marina.press("Да, изменить")
    await town.settle()
    await anna.press("Открыть мероприятие")
    assert "Школа № 2" in await anna.sees()
    assert (await heard(anna, "Изменилось место")).buttons == ("Открыть мероприятие", "В календарь")


async def test_i_will_come_under_an_old_reminder_names_the_new_place(town: Town) -> None:
    anna = await sign_up(town, ANNA, LAST_PLACE)
    await town.turn(to=await starts_at(town, LAST_PLACE) - timedelta(days=1))
    assert "Вас ждать?" in await anna.sees()
    marina = await at_the_desk(town, LAST_PLACE)
    await marina.press("Место")
    await marina.say("Школа № 2")
    await marina.press("Да, изменить")
    await anna.press("Не смогу")
    await anna.press("Я буду")
    said = await heard(anna, "Завтра")
    assert "Место поменялось: теперь Школа № 2. Сможете прийти?" in said.text
    assert "Вас ждать?" not in said.text
    assert await kept(town, ANNA, LAST_PLACE) == (SignUpState.CONFIRMED, None)
    await anna.press("Буду")
    assert "Вы ответили: буду" in (await heard(anna, "Завтра")).text
    assert await kept(town, ANNA, LAST_PLACE) == (SignUpState.CONFIRMED, True)


async def test_a_place_given_up_is_not_offered_any_more(town: Town) -> None:
    anna = await sign_up(town, ANNA, STEREOMETRY)
    await move(town, STEREOMETRY, "22.10 в 14:30")
    await anna.press("Не смогу")
    await anna.press("Освободить место")
    said = await heard(anna, "Мероприятие перенесли")
    assert "Место освобождено" in said.text
    assert "Ваше место за вами" not in said.text
    assert "Сможете" not in said.text
    assert "Стало: четверг, 22 октября, 14:30" in said.text


async def test_who_waits_hears_that_she_still_does(town: Town) -> None:
    await sign_up(town, ANNA, LAST_PLACE)
    ilya = await sign_up(town, ILYA, LAST_PLACE, "Встать в очередь")
    marina = await at_the_desk(town, LAST_PLACE)
    await marina.press("Место")
    await marina.say("Школа № 2")
    await marina.press("Да, изменить")
    await town.settle()
    assert "Теперь: Школа № 2\n\nВы по-прежнему в очереди, номер 1." in await ilya.sees()
    await call_off(town, LAST_PLACE)
    assert "Причина: Ведущий болен.\n" in await ilya.sees()


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
    assert "[Отменить запись]" not in await ilya.sees()
    await ilya.press("Выйти из очереди")
    await ilya.press("Да, выйти")
    await town.turn(to=await starts_at(town, LAST_PLACE))
    assert await ilya.heard(NO_PLACE) is None


async def test_a_ready_reason_is_read_by_each_in_her_own_language(town: Town) -> None:
    await sign_up(town, ANNA, LAST_PLACE)
    ilya = await sign_up(town, ILYA, LAST_PLACE, "Встать в очередь")
    await ilya.start()
    await ilya.press("Мои данные")
    await ilya.press("In English")
    await call_off(town, LAST_PLACE)
    assert "Reason: The speaker is ill." in await ilya.sees()
    assert "Причина: Ведущий болен." in await town.phone(ANNA).sees()
