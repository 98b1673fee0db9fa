"""The bot, the sandbox and a demo district for one test: real HTTP between them, a clock that stands still."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from pydantic import SecretStr

from bot.app import App
from bot.settings import Settings
from db.database import GREENWICH, Database
from db.migrate import migrate
from sandbox import Sandbox, TurnableClock
from sandbox.bot_stage import BotStage
from sandbox.demo.load import DemoPerson, load_demo
from sandbox.demo.season import START
from sandbox.play import introduce
from tests.kit.fit import unfit
from tests.kit.lint import lint_of
from tests.kit.pace import unpaced
from tests.kit.person import Phone

TOKEN = "42:SANDBOX"


class Town:
    """Everyone's phones, the clock, and the database as it stands."""

    def __init__(
        self, app: App, sandbox: Sandbox, clock: TurnableClock, people: list[DemoPerson], http: aiohttp.ClientSession
    ) -> None:
        self.app = app
        self.sandbox = sandbox
        self.clock = clock
        self.people = people
        self.http = http

    def phone(self, name: str) -> Phone:
        """The phone of whoever's «Имя Фамилия» or note holds `name`."""
        for person in self.people:
            if name in f"{person.first_name} {person.last_name or ''}":
                return Phone(self.http, self.sandbox.url, person.user_id, name)
        raise AssertionError(f"nobody here is called {name}")

    def person_id(self, name: str) -> int:
        for person in self.people:
            if name in f"{person.first_name} {person.last_name or ''}":
                assert person.person_id is not None
                return person.person_id
        raise AssertionError(f"nobody here is called {name}")

    async def stranger(self, first_name: str = "Гость", language_code: str = "ru") -> Phone:
        """A new phone that has never opened the bot."""
        body = {"first_name": first_name, "language_code": language_code}
        async with self.http.post(f"{self.sandbox.url}/sandbox/people", json=body) as answer:
            person = await answer.json()
        return Phone(self.http, self.sandbox.url, person["id"], first_name)

    async def turn(self, *, to: datetime | None = None, hours: float = 0, days: float = 0) -> None:
        """Turn the clock through everything that falls due on the way."""
        moment = to or self.clock.now() + timedelta(hours=hours, days=days)
        async with self.http.post(f"{self.sandbox.url}/sandbox/clock", json={"at": moment.isoformat()}) as answer:
            assert answer.status == 200, await answer.text()

    @asynccontextmanager
    async def down(self) -> AsyncIterator[None]:
        """The process ends; after the block it begins anew. Phones and the messenger go on meanwhile."""
        await self.sandbox.unstage()
        await self.app.stop()
        yield
        self.app = App(self.app.settings, self.clock, pace=unpaced)
        await self.app.start()
        self.sandbox.stage = BotStage(self.app, self.clock)

    async def restart(self) -> None:
        async with self.down():
            pass

    async def settle(self) -> None:
        """Plan and deliver what is due now."""
        await self.app.ticker.settle()


@asynccontextmanager
async def open_town(folder: Path, template: Path, **settings: Any) -> AsyncIterator[Town]:
    """A town with a database copied from `template` (see `build_template`), all of it under `folder`.

    At its end nothing may have been wrong with what the bot asked, nor with what the sandbox answered, and everything
    that the bot showed was fit for a phone.
    """
    database = folder / "metod.sqlite"
    if not database.exists():
        shutil.copy(template, database)
    clock = TurnableClock(START, frozen=True)
    sandbox = Sandbox(clock=clock, token=TOKEN)
    await sandbox.start()
    chosen = Settings(
        _env_file=None,
        telegram_token=SecretStr(TOKEN),
        telegram_api_url=sandbox.url,
        database_url=f"sqlite:///{database}",
        state_file=folder / "state.sqlite",
        **settings,
    )
    app = App(chosen, clock, pace=unpaced)
    async with app.database.transaction() as session:
        people = await load_demo(session, START)
    introduce(sandbox, people)
    async with aiohttp.ClientSession() as http:
        await app.start()
        sandbox.stage = BotStage(app, clock)
        opened = Town(app, sandbox, clock, people, http)
        try:
            yield opened
        finally:
            await sandbox.unstage()
            await opened.app.stop()
            await sandbox.stop()
    assert not (lint := lint_of(sandbox)), "Telegram would not have understood this:\n" + "\n".join(lint)
    assert not (over := unfit(sandbox)), "This is too much for a phone:\n" + "\n".join(over)


async def build_template(file: Path) -> None:
    """Migrate and fill a database once; tests copy the file."""
    database = Database(f"sqlite:///{file}", GREENWICH)
    await migrate(database)
    async with database.transaction() as session:
        await load_demo(session, START)
    async with database.engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    await database.close()
