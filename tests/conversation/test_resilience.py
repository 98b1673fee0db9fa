"""Restarts, a messenger that stumbles, a bot that dies in the middle: nothing is lost and nobody is left waiting."""

import asyncio
from typing import Any

import pytest
from aiogram.types import Update
from sqlalchemy import select

from bot.middlewares import safety
from db.models import Account
from db.vocabulary import Platform, Reach
from services.people.service import set_reach
from tests.kit.town import Town


async def faults(town: Town, *orders: dict[str, Any]) -> None:
    async with town.http.post(f"{town.sandbox.url}/sandbox/faults", json=list(orders)) as answer:
        assert answer.status == 200, await answer.text()


async def test_a_button_from_before_the_restart_works(town: Town) -> None:
    anna = town.phone("Анна Петрова")
    await anna.start()
    await town.restart()
    assert "Петрова Анна Петровна" in await anna.press("Мои данные")


async def test_half_of_the_entry_survives_a_restart(town: Town) -> None:
    guest = await town.stranger()
    await guest.start()
    await guest.press("Нет, кода нет")
    await guest.say("сосновская")
    await guest.press("Сосновская")
    await guest.press("Физика")
    await town.restart()
    assert "✓ Физика" in "".join(await guest.buttons())
    assert "стаж" in await guest.press("Готово")


async def test_what_was_sent_while_the_bot_was_down_is_answered(town: Town) -> None:
    anna = town.phone("Анна Петрова")
    says = f"{town.sandbox.url}/sandbox/people/{anna.id}/say"
    async with town.down(), town.http.post(says, json={"text": "/start"}) as sent:
        assert sent.status == 200
    assert await until(anna.sees, "Чем помочь?")


async def test_an_update_taken_and_not_handled_is_handled_after_the_start(town: Town) -> None:
    """The process died between «we have it» and the answer."""
    anna = town.phone("Анна Петрова")
    person = {"id": anna.id, "is_bot": False, "first_name": "Анна"}
    message = {
        "message_id": 5, "date": 1791270000, "chat": {"id": anna.id, "type": "private"}, "from": person,
        "text": "/start", "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
    }  # fmt: skip
    left = Update.model_validate({"update_id": 999_999, "message": message})
    town.app.inbox.keep([left])
    await town.restart()
    assert await until(anna.sees, "Чем помочь?")
    await town.app.polling.idle()
    assert town.app.inbox.unfinished() == []


async def test_the_messenger_stumbles_and_the_conversation_goes_on(town: Town) -> None:
    anna = town.phone("Анна Петрова")
    await anna.start()
    await faults(town, {"method": "getUpdates", "status": 502, "description": "Bad Gateway", "times": 1})
    assert "Петрова Анна Петровна" in await anna.press("Мои данные")


async def test_an_answer_that_cannot_be_sent_does_not_stop_the_next(town: Town) -> None:
    anna = town.phone("Анна Петрова")
    await anna.start()
    await faults(town, {"method": "editMessageText", "status": 500, "description": "Internal Server Error", "times": 1})
    await anna.press("Мои данные")
    assert "Чем помочь?" in await anna.say("/menu")


async def test_an_accident_is_told_with_a_number(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from dialogs.profile import card

    async def broken(*_: Any, **__: Any) -> Any:
        raise ZeroDivisionError

    anna = town.phone("Анна Петрова")
    await anna.start()
    monkeypatch.setattr(card.window, "load_data", broken)
    await anna.press("Мои данные")
    assert "ваши ответы сохранены" in (anna.alert or await anna.sees())
    monkeypatch.undo()
    assert "Чем помочь?" in await anna.say("/menu")


async def test_the_apology_is_tried_again(
    town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The messenger stumbles over the answer and over the apology for it: the press is not lost without a word."""
    monkeypatch.setattr(safety, "PAUSE_SECONDS", (0.01, 0.02))
    anna = town.phone("Анна Петрова")
    await anna.start()
    await faults(town, {"method": "*", "status": 500, "times": 3})
    await anna.press("Мои данные")
    assert "ваши ответы сохранены" in (anna.alert or "")
    assert [record.message[:8] for record in caplog.records if record.levelname == "ERROR"] == ["accident"]
    assert "Петрова Анна Петровна" in await anna.press("Мои данные")


async def test_a_press_under_a_notice_that_fails_is_not_met_with_silence(town: Town) -> None:
    """A second answer to a press is seen by nobody: the apology must be the first."""
    anna = town.phone("Анна Петрова")
    await anna.start()
    await anna.say("/help")
    [below] = [message for message in await anna.messages() if message.buttons == ("Меню",)]
    await faults(town, {"method": "sendMessage", "status": 502, "description": "Bad Gateway", "times": 1})
    await anna.press("Меню")
    assert "ваши ответы сохранены" in (anna.alert or "")
    await anna.press_data(below.id, below.raw["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    assert "Чем помочь?" in await anna.sees()


async def test_an_apology_that_never_gets_through_is_one_line_of_the_log(
    town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(safety, "PAUSE_SECONDS", (0.01, 0.02))
    anna = town.phone("Анна Петрова")
    await anna.start()
    await faults(town, {"method": "*", "status": 500, "times": 50})
    await anna.press("Мои данные")
    await faults(town)
    told, given_up = [record for record in caplog.records if record.levelname == "ERROR"]
    assert told.exc_info
    assert not given_up.exc_info
    assert given_up.message.startswith("could not tell error-accident")
    assert "Петрова Анна Петровна" in await anna.press("Мои данные")


async def test_twenty_quick_taps_are_one_conversation(town: Town) -> None:
    """Isolation: taps of one person are served one after another, none is served with old state."""
    anna = town.phone("Анна Петрова")
    await anna.start()
    await asyncio.gather(*(anna.say("/menu") for _ in range(20)))
    assert "Чем помочь?" in await anna.sees()
    assert "Петрова Анна Петровна" in await anna.press("Мои данные")


@pytest.mark.parametrize("label", ["Мероприятия", "Мои данные", "Самодиагностика"])
async def test_a_button_pressed_again_and_again_on_a_slow_line_opens_one_screen(town: Town, label: str) -> None:
    anna = town.phone("Анна Петрова")
    await anna.start()
    before = len(await anna.messages())
    menu = (await anna.messages())[-1]
    rows = menu.raw["reply_markup"]["inline_keyboard"]
    (data,) = [button["callback_data"] for row in rows for button in row if button["text"] == label]
    await asyncio.gather(*(anna.press_data(menu.id, data) for _ in range(5)))
    await town.settle()
    shown = await anna.messages()
    assert len(shown) == before
    assert label not in shown[-1].buttons
    assert shown[-1].buttons


async def test_a_blocked_bot_is_silent_and_comes_back(town: Town) -> None:
    anna = town.phone("Анна Петрова")
    await anna.start()
    await anna.block()
    await anna.block(False)
    assert "Чем помочь?" in await anna.start()


async def test_whoever_writes_can_be_written_to(town: Town) -> None:
    """The word that she came back may be lost; her own message says the same."""
    anna = town.phone("Анна Петрова")
    async with town.app.database.transaction() as session:
        await set_reach(session, Platform.TELEGRAM, anna.id, Reach.BLOCKED)
    await anna.start()
    async with town.app.database.reading() as session:
        reach = await session.scalar(select(Account.reach).where(Account.user_id == anna.id))
    assert reach == Reach.OPEN


async def until(read: Any, fragment: str) -> bool:
    """Within five seconds somebody sees it."""
    for _ in range(100):
        if fragment in await read():
            return True
        await asyncio.sleep(0.05)
    return False
