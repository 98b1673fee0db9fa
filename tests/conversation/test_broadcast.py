"""Марина speaks to many: what she sees, what they get, what happens when somebody is away."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from sqlalchemy import func, select

from db.models import Account, Broadcast, OutboxRow
from db.vocabulary import NoticeKind, Reach
from services.people.service import set_locale
from tests.kit.person import Phone
from tests.kit.town import Town

MOSCOW = ZoneInfo("Europe/Moscow")
SCHOOL = "Сосновская ООШ"
SIGNED = "Пишет Белова Марина Олеговна, методист\n\n"


@pytest.fixture
async def marina(town: Town) -> Phone:
    phone = town.phone("Марина")
    await phone.start()
    return phone


async def compose(marina: Phone, text: str = "Семинар в пятницу") -> str:
    await marina.press("Рассылки")
    await marina.press("Новая рассылка")
    return await marina.say(text)


async def to_school(marina: Phone) -> str:
    await marina.press("Дальше: кому")
    await marina.press("Школа")
    await marina.say("сосновская")
    return await marina.press(SCHOOL)


async def to_mathematicians(marina: Phone) -> str:
    await marina.press("Дальше: кому")
    await marina.press("Предмет")
    return await marina.press("Математика")


async def order_faults(town: Town, *faults: dict[str, Any]) -> None:
    async with town.http.post(f"{town.sandbox.url}/sandbox/faults", json=list(faults)) as answer:
        assert answer.status == 200, await answer.text()


async def rows(town: Town) -> dict[str, int]:
    async with town.app.database.reading() as session:
        found = await session.execute(
            select(OutboxRow.state, func.count())
            .where(OutboxRow.kind == NoticeKind.BROADCAST)
            .group_by(OutboxRow.state)
        )
        return {str(state): count for state, count in found}


async def test_everyone_gets_what_the_preview_showed(town: Town, marina: Phone) -> None:
    await compose(marina, "Жду <b>всех</b> & каждого: 2 < 3")
    await marina.press("Дальше: кому")
    seen = await marina.press("Всем")
    assert "Получат 142 человека, 12 не подключены" in seen
    sample = await marina.heard("Жду")
    assert sample is not None
    assert "Тихонова Галина Фёдоровна" in await marina.press("Кто не получит")
    await marina.press("Назад")
    seen = await marina.press("Отправить")
    assert "отправлена\nДошло: 142 из 142\nНе подключены: 12" in seen
    assert await rows(town) == {"sent": 142, "dead": 12}, "who is not connected stands in the ledger, too"
    anna = await town.phone("Анна").heard("Жду")
    assert anna is not None
    assert anna.text == sample.text == SIGNED + "Жду <b>всех</b> & каждого: 2 < 3"
    assert anna.buttons == ()
    assert "Не подключены к боту: 12" in await marina.press("Поимённо")
    assert "— Тихонова Галина Фёдоровна" in await marina.sees()
    seen = await marina.press("Дошло: 142")
    assert "Дошло: 142" in seen
    assert "Страница 1 из 8" in seen
    assert "Страница 2 из 8" in await marina.press("Дальше ›")


async def test_formatting_arrives_and_what_was_typed_stays_typed(town: Town, marina: Phone) -> None:
    """The formatting comes as entities, as a real client sends it; a quote in an address cannot break out."""
    await marina.press("Рассылки")
    await marina.press("Новая рассылка")
    person = town.sandbox.world.people[marina.id]
    entities = [
        {"type": "bold", "offset": 0, "length": 7},
        {"type": "italic", "offset": 3, "length": 4},
        {"type": "text_link", "offset": 8, "length": 5, "url": 'https://example.org/?a="><b>x</b>&b=1'},
    ]
    message = town.sandbox.world.post(
        town.sandbox.world.chats[person.id], {"text": "Коллеги здесь <i>", "entities": entities}, by=person
    )
    update_id = town.sandbox.world.updates.add("message", message.body)
    assert update_id is not None
    await town.sandbox.world.updates.confirmed(update_id)
    await town.app.polling.idle()
    await to_mathematicians(marina)
    await marina.press("Отправить")
    anna = await town.phone("Анна").heard("Коллеги")
    assert anna is not None
    assert anna.text == SIGNED + "Коллеги здесь <i>"
    kinds = [(one["type"], one["offset"] - len(SIGNED), one["length"]) for one in anna.raw["entities"][1:]]
    assert kinds == [("bold", 0, 7), ("italic", 3, 4), ("text_link", 8, 5)]
    assert anna.raw["entities"][3]["url"] == entities[2]["url"]


async def test_two_conditions_narrow_it(town: Town, marina: Phone) -> None:
    await compose(marina)
    assert "предмет «Математика»\nПолучат 14 человек, 3 не подключены" in await to_mathematicians(marina)
    assert "Кого из них выбрать?" in await marina.press("Сузить круг")
    await marina.press("Школа")
    await marina.say("сосновская")
    assert f"предмет «Математика», {SCHOOL}\nПолучит 1 человек." in await marina.press(SCHOOL)
    assert "Сузить круг" not in await marina.buttons()
    await marina.press("Отправить")
    assert await town.phone("Анна").heard("Семинар в пятницу")
    assert await rows(town) == {"sent": 1}


async def test_a_picture_and_a_file_go_by_their_id(town: Town, marina: Phone) -> None:
    picture = BytesIO()
    Image.new("RGB", (60, 40), "navy").save(picture, "PNG")
    for kind, content, name in (("photo", picture.getvalue(), "a.png"), ("document", b"%PDF-1.4", "План.pdf")):
        await marina.press("Рассылки" if kind == "photo" else "Назад")
        await marina.press("Новая рассылка")
        await marina.send_file(content, name, kind, "Смотрите вложение")
        await to_school(marina)
        sample = await marina.heard("Смотрите вложение")
        await marina.press("Отправить")
        anna = await town.phone("Анна").heard("Смотрите вложение")
        assert anna is not None
        assert sample is not None
        got, shown = anna.raw[kind], sample.raw[kind]
        ids = (got[-1]["file_id"], shown[-1]["file_id"]) if kind == "photo" else (got["file_id"], shown["file_id"])
        assert ids[0] == ids[1]
        await marina.press("Открыть рассылку")


async def test_a_long_text_is_told_before_and_not_lost(town: Town, marina: Phone) -> None:
    """A client cuts 5,000 characters into two messages; both are kept, and the way on is shut."""
    seen = await compose(marina, "я" * 5000)
    assert "лишних знаков 1 065" in seen.replace("\xa0", " ")
    assert "Дальше: кому" not in await marina.buttons()
    assert "Можно дописать" not in seen
    await marina.press("Начать заново")
    await marina.press("Да, начать заново")
    assert "Текст: 8 знаков" in await marina.say("Короткий")


async def test_a_caption_is_shorter_than_a_text(town: Town, marina: Phone) -> None:
    await compose(marina, "я" * 865)
    seen = await marina.send_file(b"x", "План.pdf")
    assert "лишних знаков 1" in seen
    assert "не длиннее 864" in seen


async def test_a_sticker_is_answered_and_changes_nothing(town: Town, marina: Phone) -> None:
    await compose(marina)
    await marina.send_file(b"voice", "a.ogg", "voice")
    assert await marina.heard("Такое разослать не получится")
    assert "Текст: 17 знаков" in await marina.sees()


async def test_the_night_and_sunday_are_silent(town: Town, marina: Phone) -> None:
    await compose(marina)
    await to_school(marina)
    await marina.press("Другое время")
    assert {"Сейчас", "Сегодня, 15:30", "Завтра, 08:30"} <= set(await marina.buttons())
    assert "понедельник, 12 октября, 08:00. Ночью, в воскресенье" in await marina.say("вс 12:00")
    await marina.press("Другое время")
    await marina.say("когда-нибудь")
    assert await marina.heard("Не получилось понять день и время")
    assert "среда, 7 октября, 09:00." in await marina.say("завтра в 9")
    assert "назначена: среда, 7 октября, 09:00" in await marina.press("Назначить")
    anna = town.phone("Анна")
    await town.turn(to=datetime(2026, 10, 7, 8, 59, tzinfo=MOSCOW))
    assert await anna.heard("Семинар в пятницу") is None
    await town.turn(hours=1)
    assert await anna.heard("Семинар в пятницу")
    assert "Дошло: 4 из 4" in await marina.sees()


async def test_a_planned_one_can_be_stopped_and_sent_after_all(town: Town, marina: Phone) -> None:
    await compose(marina)
    await to_school(marina)
    await marina.press("Другое время")
    await marina.press("Завтра, 08:30")
    await marina.press("Назначить")
    seen = await marina.press("Остановить")
    assert "остановлена" in seen
    assert "Не отправлено: 4" in seen
    await town.turn(days=2)
    assert await town.phone("Анна").heard("Семинар в пятницу") is None
    await marina.press("Продолжить отправку")
    assert "Дошло: 4 из 4" in await marina.sees()


async def test_a_test_comes_to_the_author_alone(town: Town, marina: Phone) -> None:
    await compose(marina)
    await to_school(marina)
    before = len(await marina.messages())
    await marina.press("Прислать мне")
    assert len(await marina.messages()) == before + 1
    assert await marina.sees() == SIGNED + "Семинар в пятницу"
    assert await rows(town) == {}


async def test_blocked_people_are_named_and_reached_when_they_come_back(town: Town, marina: Phone) -> None:
    anna = town.phone("Анна")
    await compose(marina)
    await to_school(marina)
    person = town.sandbox.world.people[anna.id]
    person.blocked = True  # the bot has not been told yet
    seen = await marina.press("Отправить")
    assert "Дошло: 3 из 4" in seen
    assert "Остановили бота: 1" in seen
    seen = await marina.press("Поимённо")
    assert f"Остановили бота: 1\n\n{SCHOOL}\n— Петрова Анна Петровна" in seen
    assert "Отправить тем" not in seen
    async with town.app.database.reading() as session:
        reach = await session.scalar(select(Account.reach).where(Account.user_id == anna.id))
    assert reach == Reach.BLOCKED
    await marina.press("Назад")
    await anna.block(False)
    await marina.press("Поимённо")
    await marina.press("Ещё раз, кому не дошло (1)")
    assert "Дошло: 4 из 4" in await marina.sees()
    assert await anna.heard("Семинар в пятницу")
    assert await rows(town) == {"sent": 4}


async def test_too_many_requests_are_waited_for(town: Town, marina: Phone) -> None:
    await compose(marina)
    await to_mathematicians(marina)
    busy = {"method": "sendMessage", "status": 429, "retry_after": 1, "times": 3, "person_id": town.phone("Анна").id}
    await order_faults(town, busy)
    await marina.press("Отправить")
    await town.turn(hours=1)
    assert await rows(town) == {"sent": 14, "dead": 3}
    assert len([one for one in await town.phone("Анна").messages() if "Семинар" in one.text]) == 1


async def test_an_answer_that_was_lost_costs_at_most_a_second_copy(town: Town, marina: Phone) -> None:
    await compose(marina)
    await to_school(marina)
    await order_faults(
        town, {"method": "sendMessage", "status": 0, "when": "after", "person_id": town.phone("Анна").id}
    )
    await marina.press("Отправить")
    await town.turn(hours=1)
    assert await rows(town) == {"sent": 4}
    assert len([one for one in await town.phone("Анна").messages() if "Семинар" in one.text]) == 2


async def test_forged_and_stale_buttons_do_nothing(town: Town, marina: Phone) -> None:
    await compose(marina)
    await to_school(marina)
    await marina.press("Другое время")
    await marina.press("Завтра, 08:30")
    await marina.press("Назначить")
    async with town.app.database.reading() as session:
        broadcast_id = await session.scalar(select(Broadcast.id))
    anna = town.phone("Анна")
    await anna.start()
    for act in ("stop", "open", "who"):
        await anna.press_data(1, f"bc:{act}:{broadcast_id}")
        assert anna.alert is not None, "told over the button, before the press is answered"
        assert "доступно другому" in anna.alert
    stranger = await town.stranger()
    await stranger.start()
    await stranger.press_data(1, f"bc:stop:{broadcast_id}")
    assert stranger.alert is not None
    assert "устарела" in stranger.alert
    await marina.press_data(1, "bc:stop:999")
    assert marina.alert is not None
    for forged in ("bc:dance:1", "bc:stop:0", "bc:open:-1", f"bc:who:{10**30}", f"bc:stop:{2**31}"):
        await marina.press_data(1, forged)
        assert marina.alert is not None
        assert "устарела" in marina.alert
    assert await rows(town) == {"queued": 4}
    await town.turn(days=1)
    await marina.press_data(1, f"bc:stop:{broadcast_id}")
    assert marina.alert is not None
    assert "Останавливать уже нечего" in marina.alert
    assert await rows(town) == {"sent": 4}


async def test_drafts_wait_in_the_list(town: Town, marina: Phone) -> None:
    await compose(marina, "Начало <мысли>")
    await marina.press("Меню")
    await marina.press("Рассылки")
    assert "Текст: 14 знаков" in await marina.press("Черновик: Начало <мысли>")
    assert "Начало <мысли>" in await marina.press("Удалить черновик")
    assert "Текст: 14 знаков" in await marina.press("Назад")
    await marina.press("Удалить черновик")
    assert "Черновик" not in await marina.press("Да, удалить")


async def test_a_time_that_passed_over_an_open_preview_is_asked_for_again(town: Town, marina: Phone) -> None:
    await compose(marina)
    await to_school(marina)
    await marina.press("Другое время")
    await marina.press("Сегодня, 15:30")
    await town.turn(hours=6)
    assert "Время, которое вы выбрали, уже прошло: вторник, 6 октября, 15:30" in await marina.press("Назначить")
    assert await rows(town) == {}
    assert "среда, 7 октября, 08:30" in await marina.press("Завтра, 08:30")
    await marina.press("Назначить")
    assert await rows(town) == {"queued": 4}


async def test_going_on_keeps_the_time_that_was_chosen(town: Town, marina: Phone) -> None:
    await compose(marina)
    await to_school(marina)
    await marina.press("Другое время")
    await marina.press("Завтра, 08:30")
    await marina.press("Назначить")
    await marina.press("Остановить")
    assert "назначена: среда, 7 октября, 08:30" in await marina.press("Продолжить отправку")
    assert await rows(town) == {"queued": 4}


async def test_a_colleague_can_stop_what_an_author_has_planned(town: Town, marina: Phone) -> None:
    viktor = town.phone("Виктор")
    await viktor.start()
    await compose(marina)
    await to_school(marina)
    await viktor.press("Рассылки")
    assert "Черновик" not in await viktor.sees(), "a draft is nobody else's"
    await marina.press("Другое время")
    await marina.press("Завтра, 08:30")
    await marina.press("Назначить")
    await viktor.press("Меню")
    assert "Назначена (Белова): Семинар в пятницу" in await viktor.press("Рассылки")
    assert "Пишет Белова Марина Олеговна." in await viktor.press("Назначена: Семинар")
    assert "остановлена" in await viktor.press("Остановить")
    assert "Продолжить отправку" not in await viktor.buttons()
    await town.turn(days=2)
    assert await town.phone("Анна").heard("Семинар в пятницу") is None
    assert await marina.heard("Рассылка № 1 остановлена")


async def test_a_teacher_has_no_such_button(town: Town) -> None:
    anna = town.phone("Анна")
    assert "Рассылки" not in await anna.start()


async def test_in_english(town: Town, marina: Phone) -> None:
    async with town.app.database.transaction() as session:
        account = await session.scalar(select(Account.id).where(Account.user_id == marina.id))
        assert account is not None
        await set_locale(session, account, "en")
    await marina.start()
    await marina.press("Announcements")
    await marina.press("New announcement")
    await marina.say("See you on Friday")
    await marina.press("Next: to whom")
    await marina.press("Subject")
    assert "14 people will get it, 3 are not connected." in await marina.press("Math")
    await marina.press("Another time")
    assert "Wednesday, 7 October, 09:00" in await marina.say("tomorrow at 9 am")
    await marina.press("Another time")
    await marina.press("Now")
    await marina.press("Send")
    assert "Delivered: 14 of 14" in await marina.sees()


async def test_an_evening_of_bad_gateways_wakes_nobody(town: Town, marina: Phone) -> None:
    """What was due by day and could not go is tried again in the morning, not at night."""
    await compose(marina)
    await to_school(marina)
    await marina.press("Другое время")
    await marina.say("сегодня 18:50")
    await marina.press("Назначить")
    anna = town.phone("Анна")
    await town.turn(to=datetime(2026, 10, 6, 18, 49, tzinfo=MOSCOW))
    await order_faults(town, {"method": "sendMessage", "status": 502, "times": 1000})
    await town.turn(to=datetime(2026, 10, 7, 7, 59, tzinfo=MOSCOW))
    assert await anna.heard("Семинар в пятницу") is None
    assert await rows(town) == {"queued": 4}
    await order_faults(town)
    await town.turn(to=datetime(2026, 10, 7, 8, tzinfo=MOSCOW))
    assert await anna.heard("Семинар в пятницу")
    assert await rows(town) == {"sent": 4}


async def test_who_answers_is_told_that_nobody_reads_it(town: Town, marina: Phone) -> None:
    await compose(marina)
    await to_school(marina)
    await marina.press("Отправить")
    anna = town.phone("Анна")
    await anna.say("Спасибо, буду")
    assert await anna.heard("Это сообщение никто не увидит. Спросить методиста — кнопка «Нужна помощь» в меню.")
    await anna.press("Нужна помощь")
