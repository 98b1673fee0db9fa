"""`serving` is said once the messenger has answered, and never for a token that it refuses."""

import asyncio
import logging
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramUnauthorizedError
from aiogram.methods import GetUpdates
from aiogram.types import Update

from bot.messengers.telegram.polling import Polling
from bot.state import Inbox, StateFile
from db.vocabulary import Platform


class Messenger:
    """Answers at once as many times as told, then never."""

    def __init__(self, answers: list[Exception | None]) -> None:
        self.answers = answers
        self.timeouts: list[int] = []

    async def get_updates(self, *, timeout: int, **_: Any) -> list[Update]:  # noqa: ASYNC109
        self.timeouts.append(timeout)
        if not self.answers:
            await asyncio.Event().wait()
        answer = self.answers.pop(0)
        if answer is not None:
            raise answer
        return []


def polling(messenger: Messenger) -> Polling:
    async def handle(_: Update) -> None:
        """Nothing comes."""

    return Polling(cast("Bot", messenger), Inbox(StateFile(None), Platform.TELEGRAM), handle)


async def test_a_refused_token_never_serves(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with pytest.raises(TelegramUnauthorizedError):
        await polling(Messenger([TelegramUnauthorizedError(GetUpdates(), "Unauthorized")])).run()
    assert "serving" not in caplog.messages


async def test_it_is_said_once_after_the_first_answer(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    messenger = Messenger([None, None])
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(polling(messenger).run(), 0.2)
    assert caplog.messages.count("serving") == 1
    assert messenger.timeouts[0] == 0
    assert messenger.timeouts[1] > 0
