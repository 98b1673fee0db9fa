"""Анна looks for what there is: her subject first, by date, by conditions; and what she is signed up for."""

from tests.conversation.test_event_sign_up import ANNA, STEREOMETRY, sign_up
from tests.kit.town import Town


async def test_my_events(town: Town) -> None:
    anna = await sign_up(town, ANNA, STEREOMETRY)
    await anna.start()
    await anna.press("Мероприятия")
    await anna.press("Мои мероприятия")
    assert STEREOMETRY in await anna.sees()
    await town.turn(days=20)
    await anna.press("Прошедшие")
    assert await anna.heard("прошло, вы были записаны") is not None


async def test_the_list_is_light_and_its_buttons_say_when(town: Town) -> None:
    anna = town.phone(ANNA)
    await anna.start()
    await anna.press("Мероприятия")
    shown = (await anna.messages())[-1]
    rows = shown.raw["reply_markup"]["inline_keyboard"]
    assert len(rows) <= 8
    assert "20 окт. Стереометрия: методы…" in shown.buttons
    assert len(shown.text.splitlines()) <= 22


async def test_filters_narrow_the_list(town: Town) -> None:
    anna = town.phone(ANNA)
    await anna.start()
    await anna.press("Мероприятия")
    await anna.press("Подобрать")
    await anna.press("Предметы: все")
    await anna.press("Месяц: любой")
    await anna.press("Октябрь 2026")
    await anna.press("Вид: любой")
    await anna.press("Практикум")
    await anna.press("Места: неважно")
    assert "[Вид: Практикум]" in await anna.sees()
    await anna.press("Показать")
    said = await anna.sees()
    assert STEREOMETRY in said
    assert "ноя" not in said
    await anna.press("Подобрать")
    await anna.press("Убрать все условия")
    await anna.press("Показать")
    assert "[Дальше ›]" in await anna.sees()


async def test_out_of_an_empty_list(town: Town) -> None:
    anna = town.phone(ANNA)
    await anna.start()
    await anna.press("Мероприятия")
    await anna.press("Подобрать")
    await anna.press("Месяц: любой")
    await anna.press("Октябрь 2026")
    await anna.press("Вид: любой")
    await anna.press("Конференция")
    await anna.press("Назад")
    assert "ничего не нашлось" in await anna.sees()
    await anna.press("Убрать все условия")
    assert "[Дальше ›]" in await anna.sees()


async def test_by_date(town: Town) -> None:
    """The nearest of all stands first, whatever its subject; filters stay, and so does the order."""
    anna = town.phone(ANNA)
    await anna.start()
    await anna.press("Мероприятия")
    assert "Ваш предмет" in await anna.sees()
    await anna.press("Дальше")
    await anna.press("Подобрать")
    await anna.press("Порядок: сначала мои предметы")
    await anna.press("Показать")
    said = await anna.sees()
    assert "Страница 1 из" in said
    assert "Ваш предмет" not in said
    assert said.index("13 окт.") < said.index("15 окт.") < said.index("20 окт.")
    await anna.press("Подобрать")
    await anna.press("Месяц: любой")
    await anna.press("Октябрь 2026")
    await anna.press("Убрать все условия")
    await anna.press("Порядок: по дате")
    await anna.press("Показать")
    assert "Ваш предмет" in await anna.sees()
