"""The note to a request: too long, cut up by the messenger, or under a picture."""

from asyncio import gather

import pytest

from tests.conversation.test_requests import stored
from tests.kit.person import Phone
from tests.kit.town import Town


@pytest.fixture
async def anna(town: Town) -> Phone:
    """At the question for a note."""
    phone = town.phone("Анна Петрова")
    await phone.start()
    await phone.press("Нужна помощь")
    await phone.press("Попросить тьютора")
    await phone.say("Стереометрия")
    await phone.press("Практикум")
    await phone.press("В будни после уроков")
    return phone


async def test_the_tail_of_a_note_that_was_cut_up_is_no_note(town: Town, anna: Phone) -> None:
    await gather(anna.say("х" * 4096), anna.say("хвост"))
    seen = await anna.sees()
    assert "Пояснение не сохранено" in seen
    assert "знаков: 4\xa0101" in seen
    check = await anna.say("10 класс")
    assert "Пояснение: 10 класс" in check
    await anna.press("Отправить")
    assert (await stored(town)).note == "10 класс"


async def test_the_words_under_a_file_are_the_note(town: Town, anna: Phone) -> None:
    assert "Пропустить" in await anna.send_file(b"x", "задача.pdf")
    assert await anna.heard("покажете его тьютору на встрече")
    assert "Пояснение: Не сходится ответ" in await anna.send_file(b"x", "задача.pdf", caption="Не сходится ответ")
