"""Анна Петровна asks for a tutor; Ирина Викторовна and Андрей Николаевич answer; Марина sees what nobody took."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from db.models import PersonSubject, Request
from db.vocabulary import RequestStatus
from tests.kit.person import Phone, Shown
from tests.kit.town import Town

TOPIC = "Стереометрия: сечения <b>куба</b> & пирамиды"


async def ask(phone: Phone, topic: str = TOPIC) -> str:
    """From the menu to the number of the request."""
    await phone.start()
    await phone.press("Нужна помощь")
    await phone.press("Попросить тьютора")
    await phone.say(topic)
    await phone.press("Практикум")
    await phone.press("В будни после уроков")
    await phone.press("Пропустить")
    return await phone.press("Отправить")


async def stored(town: Town) -> Request:
    async with town.app.database.reading() as session:
        return (await session.scalars(select(Request).order_by(Request.id.desc()))).first()  # type: ignore[return-value]


async def shown(phone: Phone, message_id: int) -> Shown:
    return next(message for message in await phone.messages() if message.id == message_id)


def tap(shown: Shown, label: str) -> str:
    """What a button of a message as it was would send."""
    rows: list[list[dict[str, Any]]] = shown.raw["reply_markup"]["inline_keyboard"]
    return str(next(one["callback_data"] for row in rows for one in row if label in one["text"]))


async def newest(phone: Phone) -> Shown:
    return (await phone.messages())[-1]


async def test_from_a_topic_to_a_rating(town: Town, anna: Phone, irina: Phone, andrey: Phone) -> None:
    sent = await ask(anna)
    assert "№ 1" in sent
    assert "2 тьюторам" in sent
    await town.settle()
    for tutor in (irina, andrey):
        seen = await tutor.sees()
        assert TOPIC in seen
        assert "Сосновская ООШ" in seen
        assert "Петрова" not in seen
    late = await newest(andrey)

    assert "Петрова Анна Петровна" in await irina.press("Возьму")
    await town.settle()
    changed = await newest(andrey)
    assert changed.id == late.id
    assert "занимается другой тьютор" in changed.text
    assert not changed.buttons
    assert "Смирнова Ирина Викторовна" in await anna.sees()

    await irina.say("вчера")
    assert await irina.heard("Не получилось понять")
    await irina.say("12 октября в 15:30")
    await town.settle()
    assert "понедельник, 12 октября, 15:30" in await anna.sees()
    assert "Вы ответили: подходит" in await anna.press("Подходит")
    await town.settle()
    assert "учителю подходит" in await irina.sees()

    await town.turn(to=datetime.fromisoformat("2026-10-12T16:29:00+03:00"))
    assert await anna.heard("Состоялась?") is None
    await town.turn(hours=1)
    assert "Состоялась?" in await anna.sees()
    assert "Вы ответили: встреча была" in await anna.press("Встреча была")
    assert "Вы ответили: встреча была" in await irina.press("Встреча была")
    await town.settle()
    assert "Был ли тьютор полезен?" in await anna.sees()
    assert "Спасибо" in await anna.press("3 — очень помогло")
    request = await stored(town)
    assert (request.status, request.rating) == (RequestStatus.CONFIRMED, 3)

    await anna.start()
    await anna.press("Нужна помощь")
    card = await anna.press("Стереометрия")
    assert "завершена" in card
    assert "заявка взята (тьютор)" in card
    await irina.start()
    desk = await irina.press("Стол тьютора")
    assert "Встреч проведено: 1" in desk


async def test_somebody_elses_and_late_buttons(town: Town, anna: Phone, irina: Phone, andrey: Phone) -> None:
    await ask(anna)
    await town.settle()
    offer = await newest(irina)
    late = await newest(andrey)
    ilya = town.phone("Илья")
    before = await ilya.start()
    assert await ilya.press_data(offer.id, tap(offer, "Возьму")) == before
    assert "другому человеку" in (ilya.alert or "")
    stranger = await town.stranger()
    await stranger.press_data(offer.id, tap(offer, "Возьму"))
    assert "ещё не вошли" in (stranger.alert or "")
    assert (await stored(town)).tutor_id is None
    await irina.press("Возьму")
    await andrey.press_data(late.id, tap(late, "Возьму"))
    assert "занимается другой тьютор" in (andrey.alert or "")
    assert (await stored(town)).tutor_id == town.person_id("Ирина Смирнова")
    await irina.press_data(offer.id, tap(offer, "Возьму"))
    assert not irina.alert
    for forged in (
        *(
            "rqo:999:take",
            "rqo:1:steal",
            "rqo:1:open",
            "rqp:1:2:3:1",
            "rqh:1:5:1",
            "rqr:1:9",
            "rqa:1",
            "rqc:1:1",
            "rqc:1:0",
        ),
        *("rqo:99999999999999999999:take", "rqp:1:5:99999999999999999:1", "rqh:1:-5:1", "rqo:0:take"),
        *("rqc:1:1", "rqc:1:0"),
    ):
        await ilya.press_data(offer.id, forged)
        assert ilya.alert, forged
    assert (await stored(town)).status == RequestStatus.ASSIGNED


async def test_her_own_forged_buttons_tell_her_nothing(town: Town, anna: Phone, irina: Phone) -> None:
    """Not who else is here, nor that a meeting was held that never was."""
    await ask(anna)
    await town.settle()
    await irina.press("Возьму")
    await irina.say("08.10 15:00")
    await town.settle()
    notice = await newest(anna)
    other = town.person_id("Марина Белова")
    for forged in (f"rqp:1:{other}:1790000000:1", "rqr:1:3", "rqh:1:1:1"):
        await anna.press_data(notice.id, forged)
        assert anna.alert
        seen = await anna.sees()
        assert not any(word in seen for word in ("Белова", "завершена", "1 января", "Тьютор: .")), seen
    assert (await stored(town)).status == RequestStatus.SCHEDULED


async def test_buttons_stay_where_the_question_stays(town: Town, anna: Phone, irina: Phone) -> None:
    await ask(anna)
    await town.settle()
    offer = await newest(irina)
    await irina.press("Предложить другое время")
    await irina.press("Меню")
    assert "Возьму" in (await shown(irina, offer.id)).buttons
    await irina.press_data(offer.id, tap(offer, "Возьму"))
    await irina.press_data(offer.id, tap(offer, "Возьму"))
    assert "Назначить время" in (await shown(irina, offer.id)).buttons
    assert len([one for one in await irina.messages() if "Когда встретитесь?" in one.text]) == 1


async def test_a_second_thought_after_i_cannot(town: Town, anna: Phone, irina: Phone) -> None:
    await ask(anna)
    await town.settle()
    assert "ещё свободна" in await irina.press("Не могу")
    await irina.press("Передумал(а), возьму")
    assert (await stored(town)).tutor_id == town.person_id("Ирина Смирнова")


async def test_the_other_proposal_loses_its_buttons(town: Town, anna: Phone, irina: Phone, andrey: Phone) -> None:
    await ask(anna)
    await town.settle()
    for tutor, moment in ((irina, "09.10 15:00"), (andrey, "10.10 12:00")):
        await tutor.press("Предложить другое время")
        await tutor.say(moment)
        await town.settle()
    first, second = (await anna.messages())[-2:]
    await anna.press_data(second.id, tap(second, "Подходит"))
    await town.settle()
    assert "уже не действует" in (await shown(anna, first.id)).text
    await anna.press_data(first.id, tap(first, "Подходит"))
    assert "уже не действует" in (anna.alert or "")
    assert "откликнулись" not in (anna.alert or "")


async def test_a_day_off_is_asked_about(town: Town, anna: Phone, irina: Phone) -> None:
    await ask(anna)
    await town.settle()
    await irina.press("Возьму")
    await irina.say("18.10 15:00")
    assert await irina.heard("выходной")
    assert (await stored(town)).meeting_at is None
    await irina.say("18.10 15:00")
    assert (await stored(town)).meeting_at is not None


async def test_both_are_reminded_and_a_moved_meeting_is_told_as_moved(town: Town, anna: Phone, irina: Phone) -> None:
    await ask(anna)
    await town.settle()
    await irina.press("Возьму")
    await irina.say("09.10 15:00")
    await town.settle()
    first = await newest(anna)
    await irina.press("Перенести встречу")
    await irina.say("12.10 15:00")
    await town.settle()
    assert "перенесена: понедельник, 12 октября, 15:00" in await anna.sees()
    assert "уже не действует" in (await shown(anna, first.id)).text
    assert await anna.heard("Напоминаем") is None
    await town.turn(to=datetime.fromisoformat("2026-10-09T15:05:00+03:00"))
    for phone in (anna, irina):
        assert "Напоминаем: встреча" in await phone.sees()


async def test_another_time_that_does_not_suit(town: Town, anna: Phone, irina: Phone, andrey: Phone) -> None:
    await ask(anna)
    await town.settle()
    assert "Петрова" not in await irina.press("Предложить другое время")
    await irina.say("09.10 18:00")
    await town.settle()
    proposal = await newest(anna)
    assert "предлагает встретиться: пятница, 9 октября, 18:00" in proposal.text
    assert "Вы ответили: не подходит" in await anna.press("Не подходит")
    await anna.press_data(proposal.id, tap(proposal, "Подходит"))
    assert "уже не действует" in (anna.alert or "")
    assert "ищем тьютора" in (await anna.sees())
    await town.settle()
    assert "предложенное время учителю не подходит" in await irina.sees()
    await irina.press("Предложить другое время")
    await irina.say("12.10 15:00")
    await town.settle()
    assert "Вы ответили: подходит" in await anna.press("Подходит")
    await town.settle()
    assert "занимается другой тьютор" in (await newest(andrey)).text
    request = await stored(town)
    assert (request.status, request.tutor_id) == (RequestStatus.SCHEDULED, town.person_id("Ирина Смирнова"))


async def test_nobody_can_and_the_methodist_helps(
    town: Town, anna: Phone, irina: Phone, andrey: Phone, marina: Phone
) -> None:
    await ask(anna)
    await town.settle()
    for tutor in (irina, andrey):
        assert "не можете" in await tutor.press("Не могу")
    await town.settle()
    assert "свободных тьюторов нет" in await marina.sees()
    assert "Петрова Анна Петровна" in await marina.press("Открыть заявку")
    assert "отказ" in " ".join(await marina.press("Назначить тьютора") and await marina.buttons())
    assert "ответил, что не может" in await marina.press("Смирнова")
    assert "тьютор есть" in await marina.press("Да, назначить")
    await town.settle()
    assert "Методист просит вас помочь" in await irina.sees()
    assert "Смирнова" in await anna.sees()
    await irina.press("Назначить время")
    times = await irina.buttons()
    assert "встреча назначена" not in await irina.press(times[0])
    await irina.press("Не смогу вести")
    await irina.press("Да, отказаться")
    await town.settle()
    assert await anna.heard("тьютор не сможет с вами заниматься")
    assert "ждёт вас" in await marina.sees()
    await marina.press("Открыть заявку")
    await marina.press("Отклонить")
    await marina.say("я" * 301)
    assert await marina.heard("помещается 300")
    await marina.say(".")
    assert await marina.heard("причину словами")
    assert "готовится занятие" in await marina.press("Будет занятие для всех")
    declined = await marina.press("Отправить учителю")
    assert "закрыта методистом" in declined
    assert "Причина отказа: По этой теме" in declined
    await town.settle()
    assert "готовится занятие для всех" in await anna.sees()


async def test_silence_calls_the_methodist_and_shows_overdue(town: Town, anna: Phone, marina: Phone) -> None:
    await ask(anna)
    await town.turn(to=datetime.fromisoformat("2026-10-09T08:05:00+03:00"))
    assert "тьюторы пока молчат" in await marina.sees()
    await town.turn(days=3)
    await marina.start()
    queue = await marina.press("Заявки")
    assert "Просрочено: 1" in queue
    assert "Просрочена" in await marina.press("№ 1")
    assert (await stored(town)).status == RequestStatus.NEW


async def test_withdrawn_with_a_second_thought(town: Town, anna: Phone, irina: Phone) -> None:
    await ask(anna)
    await town.settle()
    offer = await newest(irina)
    await anna.press("Открыть заявку")
    await anna.press("Отозвать заявку")
    await anna.press("Нет, оставить")
    await anna.press("Отозвать заявку")
    assert "отозвана" in await anna.press("Да, отозвать")
    await town.settle()
    assert "Учитель отозвал заявку" in (await newest(irina)).text
    await irina.press_data(offer.id, tap(offer, "Возьму"))
    assert "отозвана" in (irina.alert or "")


async def test_not_held_is_said_kindly_and_may_be_taken_back(town: Town, anna: Phone, irina: Phone) -> None:
    await ask(anna)
    await town.settle()
    await irina.press("Возьму")
    await irina.say("08.10 15:00")
    await town.turn(days=3)
    assert "Вы ответили: не состоялась" in await anna.press("Не состоялась")
    await town.settle()
    told = await irina.sees()
    assert "учитель отметил, что встреча не состоялась" in told
    assert {"[Встреча была]", "[Назначить время]"} <= set(told.splitlines())
    assert "Вы ответили: встреча была" in await anna.press("Встреча была")
    assert "Когда встретитесь?" in await irina.press("Назначить время")
    assert (await stored(town)).status == RequestStatus.SCHEDULED


async def test_long_words_lose_nothing(town: Town, anna: Phone) -> None:
    await anna.start()
    await anna.press("Нужна помощь")
    await anna.press("Попросить тьютора")
    await anna.say("х" * 4000)
    assert await anna.heard("помещается 200")
    await anna.say("?")
    assert await anna.heard("хотя бы тремя буквами")
    await anna.press("Стереометрия ЕГЭ")
    await anna.press("Наставнический час")
    await anna.press("Назад")
    await anna.press("Назад")
    await anna.press("Стереометрия ЕГЭ")
    await anna.press("Практикум")
    await anna.press("В субботу")
    await anna.say("х" * 4000)
    assert await anna.heard("помещается 500")
    check = await anna.say("10 класс <i>& 11</i>")
    assert "10 класс <i>& 11</i>" in check
    assert "в субботу" in check
    await anna.press("Отправить")
    request = await stored(town)
    assert (request.area_id is not None, request.when_code, request.note) == (True, "saturday", "10 класс <i>& 11</i>")


async def test_asking_the_same_twice(town: Town, anna: Phone) -> None:
    await ask(anna)
    await ask(anna)
    assert "уже есть: № 1" in (anna.alert or "")


async def test_a_subject_without_tutors_is_told_honestly(town: Town, anna: Phone, marina: Phone) -> None:
    async with town.app.database.transaction() as session:
        session.add(PersonSubject(person_id=town.person_id("Анна Петрова"), subject="safety"))
    await anna.start()
    await anna.press("Нужна помощь")
    assert "По какому предмету" in await anna.press("Попросить тьютора")
    await anna.press("Основы безопасности")
    await anna.say("Трудный класс")
    await anna.press("Тренинг")
    await anna.press("В любое время")
    await anna.press("Пропустить")
    sent = await anna.press("Отправить")
    assert "Свободного тьютора по этому предмету сейчас нет" in sent
    await town.settle()
    assert "ждёт вас" in await marina.sees()


async def test_in_english(town: Town) -> None:
    jane = town.phone("Лебедева")
    await jane.start()
    await jane.press("I need help")
    await jane.press("Ask for a tutor")
    await jane.say("Speaking exam")
    await jane.press("Mentor's hour")
    await jane.press("Saturday")
    await jane.press("Skip")
    sent = await jane.press("Send")
    assert "No. 1" in sent
    card = await jane.press("Open the request")
    assert "the request was sent (you)" in card


async def test_at_night_a_tutor_sleeps(town: Town, anna: Phone, irina: Phone) -> None:
    await town.turn(to=town.clock.now() + timedelta(hours=12))
    await ask(anna)
    await town.settle()
    assert await irina.heard("Новый запрос") is None
    await town.turn(hours=11)
    assert await irina.heard("Новый запрос")


async def test_what_changed_overnight_is_not_told_any_more(town: Town, anna: Phone, irina: Phone) -> None:
    await town.turn(to=town.clock.now() + timedelta(hours=12))
    await ask(anna)
    await anna.press("Открыть заявку")
    await anna.press("Отозвать заявку")
    await anna.press("Да, отозвать")
    await town.turn(hours=11)
    assert await irina.heard("запрос") is None


async def test_a_moved_meeting_is_asked_about_once(town: Town, anna: Phone, irina: Phone) -> None:
    await ask(anna)
    await town.settle()
    await irina.press("Возьму")
    await irina.say("08.10 15:00")
    await town.settle()
    await irina.press("Перенести встречу")
    await irina.say("12.10 15:00")
    await town.turn(days=5)
    assert await anna.heard("Состоялась?") is None
    await town.turn(days=2)
    asked = [message for message in await anna.messages() if "Состоялась?" in message.text]
    assert len(asked) == 1
    assert "понедельник, 12 октября, 15:00" in asked[0].text


async def test_a_tutor_on_a_pause_hears_nothing(town: Town, anna: Phone, irina: Phone) -> None:
    await irina.start()
    await irina.press("Стол тьютора")
    await irina.press("Сколько я беру")
    await irina.press("5")
    assert "на паузе" in await irina.press("Взять паузу")
    assert "1 тьютору" in await ask(anna)
    await town.settle()
    assert await irina.heard("Новый запрос") is None


async def test_answers_about_the_meeting_that_differ(town: Town, anna: Phone, irina: Phone, marina: Phone) -> None:
    await ask(anna)
    await town.settle()
    await irina.press("Возьму")
    await irina.say("08.10 15:00")
    await town.turn(days=3)
    await anna.press("Встреча была")
    assert "Методист поможет разобраться" in await irina.press("Не состоялась")
    await town.settle()
    assert "по-разному ответили" in await marina.sees()
    await irina.start()
    await irina.press("Стол тьютора")
    await irina.press("Мои")
    await irina.press("Стереометрия")
    assert "Встреча состоялась" in await irina.press("Встреча была")
    await town.settle()
    assert "Был ли тьютор полезен?" in await anna.sees()


async def test_whoever_is_silent_is_asked_once_more(town: Town, anna: Phone, irina: Phone) -> None:
    await ask(anna)
    await town.settle()
    await irina.press("Возьму")
    await irina.say("08.10 15:00")
    await town.turn(days=2, hours=7)
    await anna.press("Встреча была")
    await town.turn(days=1, hours=1)
    asked = [message for message in await irina.messages() if "Состоялась?" in message.text]
    assert len(asked) == 2
    await irina.press("Встреча была")
    await town.turn(days=3)
    assert len([message for message in await anna.messages() if "Состоялась?" in message.text]) == 0
    assert await anna.heard("Был ли тьютор полезен?")
