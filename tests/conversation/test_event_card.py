"""The card of an event, opened early, late, from a link, or left open for days: it shows the present."""

from datetime import timedelta

from icalendar import Calendar, Event
from sqlalchemy import select

from db.models import Event as EventRow
from db.vocabulary import SignUpState
from tests.conversation.test_event_sign_up import (
    ANNA,
    ILYA,
    LAST_PLACE,
    MARINA,
    STEREOMETRY,
    kept,
    open_card,
    sign_up,
    starts_at,
)
from tests.kit.town import Town


async def test_a_card_left_open_for_days(town: Town) -> None:
    """It does not congratulate again; nor does it ask about an event that was called off since."""
    anna = await sign_up(town, ANNA, STEREOMETRY)
    await town.turn(days=2)
    await anna.press("Отменить запись")
    await anna.press("Назад")
    assert "Вы записаны." in await anna.sees()
    assert "Готово, вы записаны" not in await anna.sees()
    marina = town.phone(MARINA)
    await marina.start()
    await marina.press("Мероприятия центра")
    await marina.press(STEREOMETRY[:15])
    await marina.press("Отменить")
    await marina.press("Не указывать")
    await marina.press("Да, отменить")
    await anna.press("Отменить запись")
    assert await anna.heard("Мероприятие отменено.") is not None
    assert await anna.heard("Точно отменить") is None


async def test_no_entry_for_the_calendar_once_sign_up_is_closed(town: Town) -> None:
    await town.turn(to=await starts_at(town, STEREOMETRY) - timedelta(hours=3))
    anna = await open_card(town, ANNA, STEREOMETRY)
    assert "Запись закрыта" in await anna.sees()
    assert "спросите организатора: " in await anna.sees()
    assert "[Добавить в календарь]" not in await anna.sees()


async def test_what_goes_on_now_is_not_over(town: Town) -> None:
    anna = await sign_up(town, ANNA, STEREOMETRY)
    start = await starts_at(town, STEREOMETRY)
    await town.turn(to=start + timedelta(minutes=10))
    await anna.start()
    await anna.press("Мероприятия")
    await anna.press("Мои мероприятия")
    assert "идёт сейчас, вы записаны" in await anna.sees()
    await anna.press(STEREOMETRY[:20])
    assert "Мероприятие идёт сейчас. Вы записаны." in await anna.sees()


async def test_two_events_at_the_same_time(town: Town) -> None:
    """It is her choice; she is told of it."""
    anna = await sign_up(town, ANNA, STEREOMETRY)
    async with town.app.database.transaction() as session:
        other = (await session.scalars(select(EventRow).where(EventRow.title == LAST_PLACE))).one()
        other.starts_at = await starts_at(town, STEREOMETRY) + timedelta(hours=1)
        other.ends_at = other.starts_at + timedelta(hours=1)
    anna = await open_card(town, ANNA, LAST_PLACE)
    await anna.press("Записаться")
    assert f"В это время вы записаны на «{STEREOMETRY}»." in await anna.sees()
    await anna.press("Да, записать")
    assert "Готово, вы записаны" in await anna.sees()


async def test_a_file_for_the_calendar(town: Town) -> None:
    anna = await open_card(town, ANNA, STEREOMETRY)
    await anna.press("Добавить в календарь")
    sent = await anna.heard("Нажмите на файл")
    assert sent is not None
    file = await town.app.bot.get_file(sent.raw["document"]["file_id"])
    assert file.file_path is not None
    content = await town.app.bot.download_file(file.file_path)
    assert content is not None
    entry = Calendar.from_ical(content.read()).walk("VEVENT")[0]
    assert isinstance(entry, Event)
    assert (str(entry["summary"]), entry.start) == (STEREOMETRY, await starts_at(town, STEREOMETRY))
    assert "[Записаться]" in await anna.sees()


async def test_a_link_leads_to_the_card(town: Town) -> None:
    anna = town.phone(ANNA)
    async with town.app.database.reading() as session:
        event_id = await session.scalar(select(EventRow.id).where(EventRow.title == STEREOMETRY))
    assert STEREOMETRY in await anna.start(f"event_{event_id}")
    await anna.press("Назад")
    assert "Чем помочь?" in await anna.sees()
    assert "Этого уже нет" in await anna.start("event_999")
    assert "Чем помочь?" in await anna.start("event_x")


async def test_a_card_left_open_shows_the_present(town: Town) -> None:
    """Илья looks at one free place; Анна takes it; his «да» puts him in the line and says so."""
    ilya = await open_card(town, ILYA, LAST_PLACE)
    await ilya.press("Записаться")
    await sign_up(town, ANNA, LAST_PLACE)
    await ilya.press("Да, записать")
    assert "вы в очереди" in await ilya.sees()
    assert await kept(town, ILYA, LAST_PLACE) == (SignUpState.WAITING, None)
