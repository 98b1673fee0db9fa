"""Марина makes a new event and is called away: nothing that she has said is lost, and all of it can be put right."""

from datetime import UTC, datetime

from tests.conversation.test_event_desk import at_the_desk
from tests.conversation.test_event_sign_up import LAST_PLACE, MARINA
from tests.kit.person import Phone
from tests.kit.town import Town

TITLE = "Задачи на <b>движение</b>"


async def new_event(town: Town) -> Phone:
    marina = town.phone(MARINA)
    await marina.start()
    await marina.press("Мероприятия центра")
    await marina.press("Новое мероприятие")
    return marina


async def begun(town: Town) -> Phone:
    """Up to the question where it is."""
    marina = await new_event(town)
    await marina.press("Мастер-класс")
    await marina.say(TITLE)
    await marina.press("Математика")
    await marina.press("Готово")
    await marina.say("14.10 15:00")
    await marina.press("2 часа")
    assert "Где?" in await marina.sees()
    return marina


async def test_an_unfinished_event_outlives_the_menu_and_a_restart(town: Town) -> None:
    marina = await begun(town)
    await marina.press("Меню")
    await town.restart()
    marina = await new_event(town)
    assert f"неоконченное мероприятие «{TITLE}»" in await marina.sees()
    await marina.press("Продолжить")
    assert "Где?" in await marina.sees()
    await marina.press("Уточню позже")
    await marina.press("10")
    await marina.start()
    marina = await new_event(town)
    await marina.press("Продолжить")
    await marina.press("Без описания")
    said = await marina.sees()
    assert TITLE in said
    assert "Мастер-класс, Математика" in said
    assert "среда, 14 октября, 15:00–17:00" in said
    assert "Мест: 10" in said
    assert "Запись до: вт 13 окт., 18:00" in said
    await marina.press("Опубликовать")
    marina = await new_event(town)
    assert "Что это будет?" in await marina.sees()


async def test_an_unfinished_event_can_be_thrown_away(town: Town) -> None:
    await begun(town)
    marina = await new_event(town)
    await marina.press("Начать заново")
    assert "Что это будет?" in await marina.sees()
    await marina.press("Семинар")
    await marina.say("Другое")
    assert "[✓" not in await marina.sees()
    marina = await new_event(town)
    assert "неоконченное мероприятие «Другое»" in await marina.sees()


async def test_what_was_said_is_shown_and_can_be_left(town: Town) -> None:
    marina = await begun(town)
    await marina.press("Назад")
    assert "Сейчас: 2 часа" in await marina.sees()
    await marina.press("Назад")
    assert "Сейчас: среда, 14 октября, 15:00" in await marina.sees()
    await marina.press("Назад")
    assert "Сейчас: Математика" in await marina.sees()
    await marina.press("Назад")
    assert f"Сейчас: {TITLE}" in await marina.sees()
    for _ in range(4):
        await marina.press("Оставить")
    assert "Где?" in await marina.sees()
    assert "[Оставить]" not in await marina.sees()


async def test_back_from_what_is_put_right_leads_to_what_else_can_be(town: Town) -> None:
    marina = await begun(town)
    await marina.say("Сосновская ООШ https://example.org/room")
    await marina.press("Без ограничения")
    await marina.say("Возьмите <линейку>")
    for step, value in (
        ("Вид", "Мастер-класс"),
        ("Название", TITLE),
        ("Для кого", "Математика"),
        ("Начало", "среда, 14 октября, 15:00"),
        ("Длительность", "2 часа"),
        ("Место", "Сосновская ООШ, https://example.org/room"),
        ("Число мест", "без ограничения"),
        ("Описание", "Возьмите <линейку>"),
    ):
        await marina.press("Поправить")
        await marina.press(step)
        assert f"Сейчас: {value}\n" in await marina.sees()
        await marina.press("Назад")
        assert "Что поправить?" in await marina.sees()
        await marina.press(step)
        await marina.press("Оставить")
        assert "Проверьте, всё ли верно" in await marina.sees()
    await marina.press("Назад")
    assert "Сейчас: Возьмите <линейку>" in await marina.sees()
    await marina.press("Назад")
    assert "Сейчас: без ограничения" in await marina.sees()
    await marina.press("15")
    await marina.press("Оставить")
    assert "Мест: 15" in await marina.sees()


async def test_the_day_given_as_an_example_is_to_come(town: Town) -> None:
    await town.turn(to=datetime(2026, 11, 3, 9, tzinfo=UTC))  # tomorrow is a holiday
    marina = await new_event(town)
    await marina.press("Семинар")
    await marina.say(TITLE)
    await marina.press("Для всех")
    assert "например: 05.11 15:00" in await marina.sees()
    await marina.say("31.02 15:00")
    assert await marina.heard("Проверьте число и месяц, например: 05.11 15:00") is not None
    await marina.say("03.11 9:30")
    assert await marina.heard("например: 15.01.2027 15:00") is not None


async def test_the_tail_of_a_text_that_was_refused_is_no_answer(town: Town) -> None:
    """The messenger cuts 5,000 signs in two messages."""
    marina = await at_the_desk(town, LAST_PLACE)
    await marina.press("Описание")
    await marina.say("я" * 4096)
    assert await marina.heard("Слишком длинно: знаков 4\u00a0096") is not None
    await marina.say("я" * 904)
    assert await marina.heard("Это продолжение слишком длинного текста") is not None
    assert "Напишите описание" in await marina.sees()
    await town.turn(hours=0.01)
    await marina.say("Разберём три задачи.")
    assert "Сделано." in await marina.sees()
