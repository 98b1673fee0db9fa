"""The bot as one object: built from settings and a clock, started, stopped. The sandbox and tests build the same."""

import asyncio
import contextlib
import gc
import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Self

from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError, TelegramUnauthorizedError
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StorageKey
from aiogram.types import Update

from bot.dispatcher import build_dispatcher
from bot.messengers.telegram.client import follow_language, publish_commands, telegram_bot
from bot.messengers.telegram.polling import Polling
from bot.messengers.telegram.sender import TelegramSender
from bot.settings import Settings
from bot.state import FileStorage, Inbox, StateFile
from db.database import Database
from db.migrate import migrate
from db.vocabulary import Platform
from dialogs.common.context import House
from scheduler.deliver import Delivery
from scheduler.notices import all_notices
from scheduler.pacing import Pace
from scheduler.progress import Progress
from scheduler.ticks import Ticker
from services.clock import Clock
from services.content import load_content
from services.outbox import service as outbox
from services.units.load import load_units, store_units

log = logging.getLogger(__name__)

DRAIN_SECONDS = 10
"""How long a stop waits for handlers that are at work; what is not done by then is done after the next start."""


class App:
    def __init__(self, settings: Settings, clock: Clock, pace: Callable[[], Pace] = Pace) -> None:
        self.settings = settings
        self.clock = clock
        self.database = Database(settings.database_url, settings.zone)
        self.bot: Bot = telegram_bot(settings.telegram_token.get_secret_value(), settings.telegram_api_url)
        self.house = House(
            transaction=self.database.transaction,
            reading=self.database.reading,
            clock=clock,
            content=load_content(settings.content),
            zone=settings.zone,
            admin_code=settings.admin_code.get_secret_value(),
            language_chosen=partial(follow_language, self.bot),
        )
        self._file = StateFile(settings.state_file)
        self.dispatcher: Dispatcher = build_dispatcher(self.house, _storage(settings, self._file))
        self.inbox = Inbox(self._file, Platform.TELEGRAM)
        self.polling = Polling(self.bot, self.inbox, self._handle)
        messengers = {Platform.TELEGRAM: TelegramSender(self.bot)}
        paces = {platform: pace() for platform in messengers}
        delivery = Delivery(self.house, messengers, all_notices(), paces)
        self.ticker = Ticker(self.house, delivery, Progress(self.house, messengers, paces))
        self._poll: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self.prepare()
        await self.start()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.stop()

    async def prepare(self) -> None:
        """Bring the tables up to date."""
        await migrate(self.database)

    async def check_conversations(self) -> None:
        """Raises whatever the conversation store raises when it cannot be reached."""
        await self.dispatcher.storage.get_state(StorageKey(bot_id=self.bot.id, chat_id=0, user_id=0))

    async def load_units(self, file: Path) -> None:
        """Add what is new in the operator's list of schools. Raises ValueError that says what to mend in it."""
        region = load_units(file)
        if region is None:
            log.warning("%s is still the sample: write your schools there, nobody can enter before", file.name)
            return
        async with self.database.transaction() as session:
            await store_units(session, region)

    async def start(self) -> None:
        """Begin to receive; `prepare` comes first. The ticker is started by whoever wants it to run."""
        await self.dispatcher.emit_startup(bot=self.bot)
        self._poll = asyncio.create_task(self.polling.run())
        try:
            await publish_commands(self.bot)
        except TelegramUnauthorizedError:
            log.debug("the token is refused: `run` says so")
        except TelegramAPIError as problem:
            log.warning("the command menu could not be published: %s", problem)

    async def run(self) -> None:
        """Tick and serve until cancelled or until the messenger refuses the token (TelegramUnauthorizedError)."""
        _calm_garbage_collector()
        self.ticker.start()
        assert self._poll is not None, "start() first"
        await self._poll

    async def stop(self) -> None:
        """Stop receiving, let handlers finish, close everything."""
        await self.ticker.stop()
        if self._poll is not None:
            self._poll.cancel()
            with contextlib.suppress(asyncio.CancelledError, TelegramAPIError):
                await self._poll
        await self.polling.drain(DRAIN_SECONDS)
        await self.dispatcher.emit_shutdown(bot=self.bot)
        await self.dispatcher.storage.close()
        await self.bot.session.close()
        await self.database.close()
        self._file.close()

    async def next_due(self) -> datetime | None:
        """When the bot will next speak by itself, as far as it knows now."""
        async with self.database.reading() as session:
            return await outbox.next_due(session)

    async def _handle(self, update: Update) -> None:
        await self.dispatcher.feed_update(self.bot, update, platform=Platform.TELEGRAM)


def _calm_garbage_collector() -> None:
    """Most of what lives now lives for ever. Measured: up to half the CPU of an update, and 150 ms stalls, gone."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _storage(settings: Settings, file: StateFile) -> BaseStorage:
    if not settings.redis_url:
        return FileStorage(file)
    from aiogram.fsm.storage.redis import RedisStorage

    return RedisStorage.from_url(settings.redis_url, key_builder=DefaultKeyBuilder(with_bot_id=True, with_destiny=True))
