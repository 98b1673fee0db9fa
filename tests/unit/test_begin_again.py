"""An update that could not begin, because the conversations were out of reach, is tried again and done once."""

from typing import cast

import pytest
from aiogram import Bot
from aiogram.types import Update

from bot.messengers.telegram import polling
from bot.state import Inbox, StateFile
from db.vocabulary import Platform

UPDATE = Update(update_id=7)


class Conversations:
    """Out of reach for the first `failures` updates that come."""

    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.tried = 0
        self.done = 0

    async def handle(self, update: Update) -> None:
        self.tried += 1
        if self.tried <= self.failures:
            raise ConnectionError
        self.done += 1


@pytest.fixture
def inbox(monkeypatch: pytest.MonkeyPatch) -> Inbox:
    monkeypatch.setattr(polling, "BEGIN_AGAIN_SECONDS", (0, 0, 0))
    return Inbox(StateFile(None), Platform.TELEGRAM)


@pytest.mark.parametrize(("failures", "tried", "done"), [(0, 1, 1), (2, 3, 1), (3, 4, 1), (9, 4, 0)])
async def test_it_is_tried_until_it_begins_and_not_for_ever(inbox: Inbox, failures: int, tried: int, done: int) -> None:
    conversations = Conversations(failures)
    receiver = polling.Polling(cast("Bot", None), inbox, conversations.handle)
    for update in inbox.keep([UPDATE]):
        receiver._begin(update)
    await receiver.idle()
    assert (conversations.tried, conversations.done) == (tried, done)
    assert inbox.unfinished() == []


async def test_a_stop_meanwhile_leaves_it_for_the_next_start(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "BEGIN_AGAIN_SECONDS", (60,))
    receiver = polling.Polling(cast("Bot", None), inbox, Conversations(9).handle)
    for update in inbox.keep([UPDATE]):
        receiver._begin(update)
    await receiver.drain(0.05)
    assert [update.update_id for update in inbox.unfinished()] == [7]
