"""After the meeting: both say whether it was held, the teacher says whether it helped, and may think again."""

import pytest

from tests.conversation.test_requests import ask, stored
from tests.kit.person import Phone
from tests.kit.town import Town


async def set_for(town: Town, anna: Phone, irina: Phone, when: str = "08.10 15:00") -> None:
    await ask(anna)
    await town.settle()
    await irina.press("Возьму")
    await irina.say(when)
    await town.settle()


async def rated(town: Town, anna: Phone, irina: Phone, rating: str = "0 — ") -> None:
    """By the notice that asks for it."""
    await set_for(town, anna, irina)
    await town.turn(days=3)
    await anna.press("Встреча была")
    await irina.press("Встреча была")
    await town.settle()
    await anna.press(rating)


async def test_a_slip_of_the_thumb_is_mended_where_it_was_made(town: Town, anna: Phone, irina: Phone) -> None:
    await rated(town, anna, irina)
    said = await anna.sees()
    assert "«0 — не помогло»" in said
    asked = await anna.press("Изменить оценку")
    assert "Был ли тьютор полезен?" in asked
    assert "[✓ 0 — не помогло]" in asked
    assert "«3 — очень помогло»" in await anna.press("3 — ")
    assert (await stored(town)).rating == 3


async def test_and_on_the_card_for_two_weeks(town: Town, anna: Phone, irina: Phone) -> None:
    await rated(town, anna, irina)
    late = (await anna.messages())[-1]
    await anna.start()
    await anna.press("Нужна помощь")
    await anna.press("Стереометрия")
    assert "[✓ 0 — не помогло]" in await anna.press("Изменить оценку")
    card = await anna.press("2 — ")
    assert "оценка изменена (вы)" in card
    assert (await stored(town)).rating == 2
    await anna.press("Изменить оценку")
    assert "Изменить оценку" in await anna.press("Назад")
    await town.turn(days=15)
    await anna.start()
    await anna.press("Нужна помощь")
    assert "Изменить оценку" not in await anna.press("Стереометрия")
    again = next(button["callback_data"] for row in late.raw["reply_markup"]["inline_keyboard"] for button in row)
    await anna.press_data(late.id, again)
    assert anna.alert
    await anna.press_data(late.id, "rqr:1:3")
    assert (await stored(town)).rating == 2


async def questions(phone: Phone) -> list[str]:
    """Every message that asks her whether they met."""
    return [
        one.text for one in await phone.messages() if "Встреча была" in one.buttons and "Вы ответили" not in one.text
    ]


@pytest.mark.parametrize("hours", [5.2, 7])
async def test_that_it_was_not_held_is_told_with_the_question(
    town: Town, anna: Phone, irina: Phone, hours: float
) -> None:
    """Whoever hears what the other one said is not asked the same beside it, before she was asked or after."""
    await set_for(town, anna, irina)
    await town.turn(days=2, hours=hours)
    await anna.start()
    await anna.press("Нужна помощь")
    await anna.press("Стереометрия")
    await anna.press("Не состоялась")
    await town.turn(days=2)
    (only,) = await questions(irina)
    assert "учитель отметил, что встреча не состоялась" in only


async def test_what_was_taken_back_overnight_is_not_told(town: Town, anna: Phone, irina: Phone) -> None:
    await set_for(town, anna, irina, "08.10 18:30")
    await town.turn(days=2, hours=9)
    await anna.start()
    await anna.press("Нужна помощь")
    await anna.press("Стереометрия")
    await anna.press("Не состоялась")
    await anna.press("Встреча была")
    await town.turn(days=2)
    assert await irina.heard("не состоялась") is None
    assert await questions(irina)


async def test_the_offer_says_that_the_time_is_set(town: Town, anna: Phone, irina: Phone) -> None:
    await set_for(town, anna, irina)
    offer = await irina.heard("Запрос № 1")
    assert offer is not None
    assert "Осталось назначить время" not in offer.text
    assert offer.buttons == ("Открыть заявку",)


async def test_the_question_comes_first_on_the_desk(town: Town, anna: Phone, irina: Phone) -> None:
    await set_for(town, anna, irina)
    await town.turn(days=3)
    await irina.start()
    await irina.press("Стол тьютора")
    await irina.press("Стереометрия")
    assert (await irina.buttons())[:3] == ("Встреча была", "Не состоялась", "Назначить время")
