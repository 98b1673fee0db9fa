"""Марина at her desk: who is signed up, places, calling off, and a new event from the first tap to a sign-up."""

from sqlalchemy import select

from db.models import Event
from db.vocabulary import EventStatus
from tests.conversation.test_event_sign_up import ANNA, ILYA, LAST_PLACE, MARINA, sign_up
from tests.kit.person import Phone
from tests.kit.town import Town

VIKTOR, OLGA = "Виктор", "Ольга"


async def at_the_desk(town: Town, title: str, who: str = MARINA) -> Phone:
    phone = town.phone(who)
    await phone.start()
    await phone.press("Мероприятия центра")
    await phone.press(title[:15])
    return phone


async def test_who_is_signed_up_and_what_they_answered(town: Town) -> None:
    await sign_up(town, ANNA, LAST_PLACE)
    await sign_up(town, ILYA, LAST_PLACE, "Встать в очередь")
    marina = await at_the_desk(town, LAST_PLACE)
    assert "Записано: 20 из 20, ждут: 1" in await marina.sees()
    await marina.press("Кто записан")
    assert "Петрова Анна Петровна, Сосновская ООШ — ответа нет" in await marina.sees()
    await marina.press("Дальше")
    assert "21. Воронов Илья Сергеевич" in await marina.sees()
    assert "ждёт, номер 1" in await marina.sees()


async def test_more_places_for_the_line_and_fewer_for_nobody(town: Town) -> None:
    await sign_up(town, ANNA, LAST_PLACE)
    ilya = await sign_up(town, ILYA, LAST_PLACE, "Встать в очередь")
    marina = await at_the_desk(town, LAST_PLACE)
    await marina.press("Число мест")
    await marina.say("19")
    assert await marina.heard("Уже записано 20 человек, меньше мест сделать нельзя") is not None
    await marina.say("побольше")
    assert await marina.heard("Нужно одно число от 1 до 5000") is not None
    await marina.say("20")
    assert await marina.heard("Мест и так 20.") is not None
    await marina.say("22 места")
    assert "Сейчас: 20\nСтанет: 22\nСразу получат место из очереди: 1" in await marina.sees()
    await marina.press("Да, изменить")
    assert "Сообщение получит 1 человек" in await marina.sees()
    assert "Записано: 21 из 22" in await marina.sees()
    await town.settle()
    assert "Для вас освободилось место" in await ilya.sees()


async def test_calling_off(town: Town) -> None:
    anna = await sign_up(town, ANNA, LAST_PLACE)
    marina = await at_the_desk(town, LAST_PLACE)
    await marina.press("Отменить")
    await marina.say("я" * 301)
    assert await marina.heard("Слишком длинно: знаков 301") is not None
    await marina.say("Ведущий <заболел> & лежит")
    assert "Точно отменить" in await marina.sees()
    await marina.press("Да, отменить")
    assert "Мероприятие отменено" in await marina.sees()
    await town.settle()
    assert "Причина: Ведущий <заболел> & лежит" in await anna.sees()
    await anna.start()
    await anna.press("Мероприятия")
    await anna.press("Мои мероприятия")
    assert "отменено" in await anna.sees()
    await town.turn(days=10)
    assert await anna.heard("Вас ждать?") is None


async def test_a_new_event(town: Town) -> None:
    marina = town.phone(MARINA)
    await marina.start()
    await marina.press("Мероприятия центра")
    await marina.press("Новое мероприятие")
    await marina.press("Мастер-класс")
    await marina.say("т" * 3000)
    assert await marina.heard("Слишком длинно") is not None
    await marina.say("Задачи на <b>движение</b>")
    await marina.press("Математика")
    await marina.say("физика")
    await marina.press("Готово")
    await marina.say("31.02 15:00")
    assert await marina.heard("Такого дня нет в календаре") is not None
    await marina.say("14.10 15:00")
    await marina.press("1,5 часа")
    await marina.say("Сосновская ООШ https://example.org/room")
    await marina.press("10")
    await marina.say("Возьмите <линейку>")
    await marina.press("Поправить")
    await marina.press("Длительность")
    await marina.press("2 часа")
    assert "15:00–17:00" in await marina.sees()
    await marina.press("Поправить")
    await marina.press("Длительность")
    await marina.press("1,5 часа")
    preview = await marina.sees()
    assert "Задачи на <b>движение</b>" in preview
    assert "Мастер-класс, Математика, Физика" in preview
    assert "Возьмите <линейку>" in preview
    assert "среда, 14 октября, 15:00–16:30" in preview
    await marina.press("Опубликовать")
    assert "Записано: 0 из 10" in await marina.sees()

    anna = town.phone(ANNA)
    await anna.start()
    await anna.press("Мероприятия")
    assert (await anna.buttons())[0] == "14 окт. Задачи на <b>движение…"  # her subject, and the nearest
    await anna.press("Задачи")
    assert "Сосновская ООШ, https://example.org/room" in await anna.sees()
    async with town.app.database.reading() as session:
        event = (await session.scalars(select(Event).where(Event.title.contains("движение")))).one()
    assert (event.capacity, event.status, event.venue) == (10, EventStatus.PUBLISHED, "Сосновская ООШ")


async def test_for_whom_it_is(town: Town) -> None:
    """Ticks of one event are not those of the next; «для всех» takes them back."""
    anna = await sign_up(town, ANNA, LAST_PLACE)
    marina = await at_the_desk(town, LAST_PLACE)
    assert "Практикум, для всех" in await marina.sees()
    await marina.press("Для кого")
    assert "[✓" not in await marina.sees()
    await marina.press("Физика")
    await marina.press("Дальше")
    await marina.press("История")
    await marina.press("Готово")
    assert "Практикум, История и обществознание, Физика" in await marina.sees()
    await anna.start()
    await anna.press("Мероприятия")
    assert LAST_PLACE not in await anna.sees()

    await marina.press("Для кого")
    assert "[✓ Физика]" in await marina.sees()
    await marina.press("Назад")
    await marina.press("Назад")
    await marina.press("Новое мероприятие")
    await marina.press("Семинар")
    await marina.say("Проверка")
    assert "[✓" not in await marina.sees()
    await marina.press("Назад")
    await marina.press("Назад")
    await marina.press("Назад")
    await marina.press(LAST_PLACE[:15])
    await marina.press("Для кого")
    await marina.press("Для всех учителей")
    assert "Практикум, для всех" in await marina.sees()


async def test_the_desk_is_for_methodists(town: Town) -> None:
    for name in (ANNA, OLGA):
        phone = town.phone(name)
        await phone.start()
        assert "[Мероприятия центра]" not in await phone.sees()
    viktor = await at_the_desk(town, LAST_PLACE, VIKTOR)
    assert "[Перенести]" in await viktor.sees()


async def test_two_methodists_at_one_event(town: Town) -> None:
    """Виктор calls it off while Марина is about to move it: her tap is answered, nothing changes."""
    marina = await at_the_desk(town, LAST_PLACE)
    await marina.press("Перенести")
    await marina.say("15.10 15:00")
    viktor = await at_the_desk(town, LAST_PLACE, VIKTOR)
    await viktor.press("Отменить")
    await viktor.press("Не указывать")
    await viktor.press("Да, отменить")
    await marina.press("Да, перенести")
    assert marina.alert == "Это мероприятие отменено."
    await marina.press("Назад")
    await marina.press("Назад")
    assert "Мероприятие отменено" in await marina.sees()
    assert "[Перенести]" not in await marina.sees()


async def test_a_date_that_has_passed_is_not_moved_to_next_year(town: Town) -> None:
    marina = await at_the_desk(town, LAST_PLACE)
    await marina.press("Перенести")
    await marina.say("05.10 15:00")
    assert await marina.heard("Это время уже прошло: 5 октября 2026, 15:00") is not None
    await marina.say("28.10 в 3")
    assert await marina.heard("03:00 — это ночь. Напишите 15:00, если днём.") is not None
    await marina.say("28.10 21:00")
    assert await marina.heard("21:00 — это слишком поздно. Напишите 09:00, если утром.") is not None
    await marina.say("05.03.2027 15:00")
    assert "Станет: пятница, 5 марта 2027, 15:00" in await marina.sees()


async def test_what_was_published_can_be_put_right(town: Town) -> None:
    anna = await sign_up(town, ANNA, LAST_PLACE)
    marina = await at_the_desk(town, LAST_PLACE)
    await marina.press("Место")
    await marina.say("Школа № 2, каб. <5> https://example.org/room.")
    assert "Станет: Школа № 2, каб. <5>, https://example.org/room" in await marina.sees()
    assert "человек: прямо сейчас" in await marina.sees()
    await town.settle()
    assert await anna.heard("Изменилось место") is None  # nothing is said before she has agreed
    await marina.press("Да, изменить")
    assert "человек: прямо сейчас" in await marina.sees()
    await town.settle()
    assert "Теперь: Школа № 2, каб. <5>, https://example.org/room\n" in await anna.sees()
    await marina.press("Описание")
    await marina.say("Разберём три задачи.")
    assert "Разберём три задачи." in await marina.sees()
    await marina.press("Название")
    await marina.say("Грамотность на уроке")
    assert "Грамотность на уроке" in await marina.sees()


async def test_an_event_called_off_stays_at_hand(town: Town) -> None:
    await sign_up(town, ANNA, LAST_PLACE)
    marina = await at_the_desk(town, LAST_PLACE)
    await marina.press("Отменить")
    await marina.press("Не указывать")
    await marina.press("Да, отменить")
    await marina.press("Назад")
    await marina.press("Прошедшие")
    await marina.press(LAST_PLACE[:15])
    await marina.press("Кто записан")
    assert "Петрова Анна Петровна" in await marina.sees()
