"""A frozen sandbox, Анна Петровна in it, a bare bot and a bare HTTP client."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox import Sandbox, TurnableClock
from sandbox.world import Person
from tests.kit.lint import wrong_answers_of
from tests.unit.sandbox.client import Client

TUESDAY = datetime(2026, 10, 6, 7, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> TurnableClock:
    return TurnableClock(TUESDAY, frozen=True)


@pytest.fixture
async def sandbox(clock: TurnableClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(clock=clock)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()
    assert not (wrong := wrong_answers_of(sandbox)), "\n".join(wrong)


@pytest.fixture
def anna(sandbox: Sandbox) -> Person:
    return sandbox.world.add_person("Анна Петровна", "Петрова", id=501, started=True)


@pytest.fixture
async def http(sandbox: Sandbox) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession(sandbox.url) as session:
        yield Client(session, sandbox.token)


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    bot = Bot(sandbox.token, session=session)
    yield bot
    await session.close()
