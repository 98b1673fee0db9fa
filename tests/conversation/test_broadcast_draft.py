"""Марина puts an announcement together: too long at first, with an album, for others after all."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from db.models import Broadcast
from tests.kit.person import Phone
from tests.kit.town import Town

SCHOOL = "Сосновская ООШ"
SIGNED = "Пишет Белова Марина Олеговна, методист\n\n"


@pytest.fixture
async def marina(town: Town) -> Phone:
    phone = town.phone("Марина")
    await phone.start()
    await phone.press("Рассылки")
    await phone.press("Новая рассылка")
    return phone


async def post(town: Town, phone: Phone, *bodies: dict[str, Any]) -> None:
    """Messages as a real client sends them, one right after the other."""
    world = town.sandbox.world
    for body in bodies:
        message = world.post(world.chats[phone.id], body, by=world.people[phone.id])
        update_id = world.updates.add("message", message.body)
        assert update_id is not None
        await world.updates.confirmed(update_id)
    await town.app.polling.idle()


def picture(number: int, **more: Any) -> dict[str, Any]:
    size = {"file_id": f"picture-{number}", "file_unique_id": f"p{number}", "width": 9, "height": 9}
    return {"photo": [size], "media_group_id": "album", **more}


async def previews(phone: Phone) -> list[str]:
    return [message.text for message in await phone.messages() if message.text.startswith(SIGNED)]


async def test_a_shorter_text_takes_the_place_of_one_that_is_too_long(town: Town, marina: Phone) -> None:
    seen = (await marina.say("я" * 5000)).replace("\xa0", " ")
    assert "Текст: 5 001 знак из 3 936" in seen
    assert "лишних знаков 1 065" in seen
    assert "Пришлите сюда текст короче" in seen
    await town.turn(hours=0.1)
    assert "Текст: 8 знаков" in await marina.say("Короткий")
    await marina.press("Дальше: кому")
    await marina.press("Всем")
    assert await previews(marina) == [SIGNED + "Короткий"]


async def test_a_caption_that_is_too_long_is_mended_without_the_file(town: Town, marina: Phone) -> None:
    await marina.send_file(b"x", "plan.pdf", caption="я" * 900)
    assert "лишних знаков 36" in await marina.sees()
    assert "Вложение останется" in await marina.sees()
    await town.turn(hours=0.1)
    seen = await marina.say("План на октябрь")
    assert "Текст: 15 знаков" in seen
    assert "Файл: plan.pdf" in seen


async def test_a_text_that_fits_is_added_to_as_before(town: Town, marina: Phone) -> None:
    await marina.say("Коллеги,")
    await town.turn(hours=0.1)
    assert "Текст: 23 знака" in await marina.say("жду в пятницу.")


async def test_of_an_album_the_first_picture_is_taken_and_that_is_told_once(town: Town, marina: Phone) -> None:
    await post(town, marina, picture(1, caption="Смотрите"), picture(2), picture(3), picture(4))
    told = [message for message in await marina.messages() if "Пока можно одну картинку" in message.text]
    assert len(told) == 1
    assert "Картинка есть" in await marina.sees()
    assert sum("Картинка есть" in message.text for message in await marina.messages()) == 1, "no window a picture"
    async with town.app.database.reading() as session:
        assert await session.scalar(select(Broadcast.attachment_id)) == "picture-1"


async def test_words_under_another_picture_of_an_album_are_kept(town: Town, marina: Phone) -> None:
    await post(town, marina, picture(1), picture(2, caption="Смотрите"))
    assert "Текст: 8 знаков" in await marina.sees()


async def test_the_message_is_shown_once_while_the_audience_changes(town: Town, marina: Phone) -> None:
    await marina.say("Семинар в пятницу")
    await marina.press("Дальше: кому")
    await marina.press("Предмет")
    assert "14 человек" in await marina.press("Математика")
    before = len(await marina.messages())
    await marina.press("Другие получатели")
    assert "142 человека" in await marina.press("Всем")
    assert len(await marina.messages()) == before
    assert await previews(marina) == [SIGNED + "Семинар в пятницу"]


async def test_a_changed_message_is_shown_anew(town: Town, marina: Phone) -> None:
    await marina.say("Семинар в пятницу")
    await marina.press("Дальше: кому")
    await marina.press("Всем")
    await marina.press("Назад")
    await marina.say("в 15:30")
    await marina.press("Дальше: проверить")
    assert (await previews(marina))[-1] == SIGNED + "Семинар в пятницу\nв 15:30"


async def test_a_draft_is_known_by_its_number_and_first_words(town: Town, marina: Phone) -> None:
    await marina.say("Семинар по стереометрии переносится на пятницу")
    await marina.press("Меню")
    await marina.press("Рассылки")
    await marina.press("Новая рассылка")
    await marina.send_file(b"x", "plan.pdf")
    await marina.press("Меню")
    await marina.press("Рассылки")
    assert (await marina.buttons())[:2] == ("№ 2. Черновик: файл plan.pdf", "№ 1. Черновик: Семинар по сте…")
    assert "«Семинар по стереометрии переносится на пятницу»" in await marina.press("№ 1.")


async def test_an_empty_audience_is_not_sent_to_a_button_that_is_not_there(marina: Phone) -> None:
    await marina.say("Семинар в пятницу")
    await marina.press("Дальше: кому")
    await marina.press("Роль")
    await marina.press("Наставники")
    await marina.press("Сузить круг")
    seen = await marina.press("Молодые педагоги")
    assert "Получить сейчас некому.\nВыберите других получателей." in seen
    assert "Отправить" not in seen


async def test_a_draft_keeps_whom_it_is_for_and_when(town: Town, marina: Phone) -> None:
    await marina.say("Семинар в пятницу")
    await marina.press("Дальше: кому")
    await marina.press("Предмет")
    await marina.press("Математика")
    await marina.press("Другое время")
    await marina.say("завтра 9:00")
    await marina.press("Меню")
    await marina.press("Рассылки")
    await marina.press("№ 1. Черновик")
    seen = await marina.press("Дальше: проверить")
    assert "предмет «Математика»" in seen
    assert "среда, 7 октября, 09:00" in seen


async def test_beginning_anew_is_asked_for_once_and_forgets_everything(town: Town, marina: Phone) -> None:
    await marina.say("Семинар в пятницу")
    await marina.press("Дальше: кому")
    await marina.press("Всем")
    await marina.press("Другое время")
    await marina.say("завтра 9:00")
    await marina.press("Назад")
    assert "Семинар в пятницу" in await marina.press("Начать заново")
    assert "Текст: 17 знаков" in await marina.press("Назад")
    await marina.press("Начать заново")
    assert "Пришлите текст рассылки" in await marina.press("Да, начать заново")
    await marina.say("Другое")
    await marina.press("Дальше: кому")
    assert "сразу после нажатия" in await marina.press("Всем")


async def test_the_text_is_replaced_and_the_attachment_taken_away(town: Town, marina: Phone) -> None:
    await marina.say("Семинар в четверг")
    await marina.send_file(b"x", "plan.pdf")
    assert "Пришлите новый текст" in await marina.press("Заменить текст")
    assert "Дальше" not in " ".join(await marina.buttons())
    await marina.press("Оставить прежний текст")
    await marina.press("Заменить текст")
    seen = await marina.say("Семинар в пятницу")
    assert "«Семинар в пятницу»" in seen
    assert "Файл: plan.pdf" in seen
    assert "Файл" not in await marina.press("Убрать файл")
    assert "«Семинар в пятницу\nв 15:30»" in await marina.say("в 15:30"), "after that words are added again"
    await post(town, marina, picture(1))
    assert "Картинка есть" not in await marina.press("Убрать картинку")


async def test_a_short_text_right_after_a_long_one_takes_its_place(town: Town, marina: Phone) -> None:
    assert "5 001 знак" in (await marina.say("я" * 5000)).replace("\xa0", " ")
    assert "Текст: 8 знаков" in await marina.say("Короткий")


async def test_paragraphs_of_a_draft_are_shown(marina: Phone) -> None:
    assert "«Коллеги!\n\nСеминар в пятницу»" in await marina.say("Коллеги!\n\nСеминар в пятницу")


async def test_a_circle_of_one_is_not_narrowed(town: Town, marina: Phone) -> None:
    await marina.say("Семинар в пятницу")
    await marina.press("Дальше: кому")
    await marina.press("Роль")
    assert "Получит 1 человек" in await marina.press("Администраторы")
    assert "Сузить круг" not in await marina.buttons()
    assert "Отправить" in await marina.buttons()
    await marina.press("Другое время")
    await marina.say("завтра 9:00")
    assert "Отправить" not in await marina.buttons()
    assert "Назначить" in await marina.buttons()


async def test_the_first_screens_agree(marina: Phone) -> None:
    assert "одним сообщением" not in await marina.sees()
    assert "Можно дописать" in await marina.say("Коллеги!")
