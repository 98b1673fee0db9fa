"""Buttons that have stood on a phone for too long: each shows how things are now, alert and message alike."""

from tests.conversation.test_request_after import rated, set_for
from tests.conversation.test_requests import ask, newest, shown, tap
from tests.kit.person import Phone
from tests.kit.town import Town


async def withdraw(anna: Phone) -> None:
    await anna.start()
    await anna.press("Нужна помощь")
    await anna.press("Стереометрия")
    await anna.press("Отозвать заявку")
    await anna.press("Да, отозвать")


async def give_to_andrey(marina: Phone) -> None:
    await marina.start()
    await marina.press("Заявки")
    await marina.press("С тьютором")
    await marina.press("№ 1")
    await marina.press("Передать другому")
    await marina.press("Кузнецов")
    await marina.press("Да, назначить")


async def test_every_button_of_a_finished_request_says_that_it_is_finished(
    town: Town, anna: Phone, irina: Phone
) -> None:
    await rated(town, anna, irina, "3 — ")
    notice = await newest(irina)
    for answer in ("take", "other", "cannot", "time"):
        await irina.press_data(notice.id, f"rqo:1:{answer}")
        assert "завершена" in (irina.alert or "")
        assert "завершена" in (await shown(irina, notice.id)).text
        assert (await shown(irina, notice.id)).buttons == ()
    assert (await newest(irina)).id == notice.id


async def test_a_card_that_stood_there_asks_for_no_time(town: Town, anna: Phone, irina: Phone) -> None:
    await ask(anna)
    await town.settle()
    await irina.press("Возьму")
    await irina.press("Назад")
    await withdraw(anna)
    assert "отозвал" in await irina.press("Назначить время")
    assert "отозвана" in (irina.alert or "")


async def test_a_choice_of_times_that_stood_there_offers_none(town: Town, anna: Phone, irina: Phone) -> None:
    await ask(anna)
    await town.settle()
    await irina.press("Возьму")
    times = await irina.buttons()
    await withdraw(anna)
    seen = await irina.press(times[0])
    assert "отозвана" in (irina.alert or "")
    assert "Учитель отозвал заявку" in seen
    assert times[0] not in seen


async def test_to_give_back_what_a_methodist_has_taken_away_shows_whose_it_is(
    town: Town, anna: Phone, irina: Phone, marina: Phone
) -> None:
    await set_for(town, anna, irina)
    await irina.press("Не смогу вести")
    await give_to_andrey(marina)
    await irina.press("Да, отказаться")
    assert "уже не у вас" in (irina.alert or "")
    assert await irina.heard("уже занимается другой тьютор")


async def test_whoever_lost_the_request_is_shown_so_by_the_question_about_the_meeting(
    town: Town, anna: Phone, irina: Phone, marina: Phone
) -> None:
    await set_for(town, anna, irina)
    await town.turn(days=3)
    question = await newest(irina)
    await give_to_andrey(marina)
    await irina.press_data(question.id, tap(question, "Встреча была"))
    assert "уже не у вас" in (irina.alert or "")
    assert "другой тьютор" in (await shown(irina, question.id)).text


async def test_no_rating_is_made_up_for_a_request_that_was_declined(
    town: Town, anna: Phone, irina: Phone, andrey: Phone, marina: Phone
) -> None:
    await ask(anna)
    await town.settle()
    for tutor in (irina, andrey):
        await tutor.press("Не могу")
    await town.settle()
    await marina.press("Открыть заявку")
    await marina.press("Отклонить")
    await marina.press("Будет занятие для всех")
    await marina.press("Отправить учителю")
    await town.settle()
    notice = await newest(anna)
    await anna.press_data(notice.id, "rqa:1")
    assert "закрыта методистом" in (anna.alert or "")
    assert "Ваш ответ" not in (await shown(anna, notice.id)).text


async def test_a_time_that_is_gone_is_gone_on_the_card_too(town: Town, anna: Phone, irina: Phone) -> None:
    await ask(anna)
    await town.settle()
    await irina.press("Предложить другое время")
    await irina.say("09.10 15:00")
    await town.settle()
    await anna.start()
    await anna.press("Нужна помощь")
    await anna.press("Стереометрия")
    card = await newest(anna)
    await irina.press("Предложить другое время")
    await irina.say("12.10 15:00")
    await anna.press_data(card.id, tap(card, "подходит"))
    assert "уже не действует" in (anna.alert or "")
    assert await anna.heard("12 октября, 15:00 — Смирнова")


async def test_a_reminder_stays_what_it_was_when_the_request_is_opened(town: Town, anna: Phone, irina: Phone) -> None:
    await set_for(town, anna, irina)
    await town.turn(days=1, hours=6)
    reminder = await irina.heard("Напоминаем")
    assert reminder is not None
    assert "Перенести встречу" in await irina.press_data(reminder.id, tap(reminder, "Открыть заявку"))
    kept = await shown(irina, reminder.id)
    assert (kept.text, kept.buttons) == (reminder.text, reminder.buttons)


async def test_whoever_has_proposed_a_time_may_still_take_it(town: Town, anna: Phone, irina: Phone) -> None:
    await ask(anna)
    await town.settle()
    offer = await newest(irina)
    await irina.press("Предложить другое время")
    await irina.say("09.10 15:00")
    await town.settle()
    assert "Возьму" in (await shown(irina, offer.id)).buttons
