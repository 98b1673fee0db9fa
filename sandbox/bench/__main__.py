"""Prints ratios: absolute figures drift with the machine, ratios of one run hold.

CPU is that of the bot, in the last line of the table that of the server.
"""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import ROOT
from db.database import GREENWICH, Database
from db.migrate import migrate
from sandbox import Sandbox, TurnableClock
from sandbox.bench.people import Crowd
from sandbox.bench.process import BotProcess
from sandbox.demo.load import load_demo
from sandbox.demo.season import START
from sandbox.world import Person

TOKEN = "42:SANDBOX-BENCH-TOKEN-NOT-A-SECRET"
PEOPLE = 30
STEPS = 20
SERVER_STEPS = 100
START_LIMIT_SECONDS = 5
MEMORY_LIMIT_MB = 250
SERVER_RATIO = 3


@dataclass(frozen=True)
class Figures:
    per_second: float
    cpu_ms: float


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        echo = await measure_echo()
        server = await measure_server()
        bot, first_answer, memory = await measure_bot(Path(folder))
    print(f"{'':24}{'updates/s':>12}{'CPU ms/update':>16}")
    for name, figures in (
        ("bare echo bot", echo),
        ("dialog step of the bot", bot),
        ("same step, server alone", server),
    ):
        print(f"{name:24}{figures.per_second:12.0f}{figures.cpu_ms:16.2f}")
    print(f"{'bot : echo':24}{bot.per_second / echo.per_second:11.2f}×{bot.cpu_ms / echo.cpu_ms:15.1f}×")
    print(f"{'server : bot':24}{server.per_second / bot.per_second:11.2f}×  (at least {SERVER_RATIO}× is promised)")
    print(f"start to first answer   {first_answer:.1f} s (under {START_LIMIT_SECONDS} s is promised)")
    print(f"memory at most          {memory:.0f} MB (under {MEMORY_LIMIT_MB} MB is promised)")


async def measure_echo() -> Figures:
    async with _beside("echo") as (crowd, process, people):
        await crowd.say(people[0], "hello")

        async def walk(person: Person) -> None:
            for number in range(STEPS):
                await crowd.say(person, f"message {number}")

        return await _measured(crowd, process, people, walk)


async def measure_server() -> Figures:
    """Dialog steps without a bot: the CPU time is that of the server, and of the people within it."""
    async with _beside("raw") as (crowd, _, people):
        await crowd.everybody(people, lambda person: crowd.say(person, "/start"))

        async def walk(person: Person) -> None:
            for _ in range(SERVER_STEPS // 2):
                await crowd.press(person, "Мои данные")
                await crowd.press(person, "Меню")

        cpu = time.process_time()
        seconds = await crowd.everybody(people, walk)
        steps = PEOPLE * SERVER_STEPS
        return Figures(steps / seconds, (time.process_time() - cpu) / steps * 1000)


@asynccontextmanager
async def _beside(bot: str) -> AsyncIterator[tuple[Crowd, BotProcess, list[Person]]]:
    """A sandbox with people, and one of the small bots of this folder in a process of its own."""
    sandbox = Sandbox(clock=TurnableClock(datetime.now(UTC)), token=TOKEN)
    await sandbox.start()
    people = [sandbox.world.add_person(f"Person {n}", id=n) for n in range(1, PEOPLE + 1)]
    process = BotProcess([f"sandbox.bench.{bot}", sandbox.url, TOKEN], {})
    try:
        yield Crowd(sandbox), process, people
    finally:
        process.stop()
        await sandbox.stop()


async def measure_bot(folder: Path) -> tuple[Figures, float, float]:
    """A tap on «Мои данные» and a tap back: a window with its getter, the database read on the way."""
    clock = TurnableClock(START)
    sandbox = Sandbox(clock=clock, token=TOKEN)
    await sandbox.start()
    database = Database(f"sqlite:///{folder / 'metod.sqlite'}", GREENWICH)
    await migrate(database)
    async with database.transaction() as session:
        demo = await load_demo(session, START)
    await database.close()
    people = [
        sandbox.world.add_person(person.first_name, id=person.user_id, started=True)
        for person in demo
        if person.connected and person.language_code == "ru"
    ][:PEOPLE]
    crowd = Crowd(sandbox)
    loop = asyncio.get_running_loop()
    begun = loop.time()
    process = BotProcess(
        ["bot"],
        {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": sandbox.url,
            "DATABASE_URL": f"sqlite:///{folder / 'metod.sqlite'}",
            "STATE_FILE": str(folder / "state.sqlite"),
            "PYTHONPATH": str(ROOT),
        },
    )
    try:
        await crowd.say(people[0], "/start")
        first_answer = loop.time() - begun
        await crowd.everybody(people[1:], lambda person: crowd.say(person, "/start"))

        async def walk(person: Person) -> None:
            for _ in range(STEPS // 2):
                await crowd.press(person, "Мои данные")
                await crowd.press(person, "Меню")

        figures = await _measured(crowd, process, people, walk)
        return figures, first_answer, process.memory_mb()
    finally:
        process.stop()
        await sandbox.stop()


async def _measured(
    crowd: Crowd, process: BotProcess, people: list[Person], walk: Callable[[Person], Awaitable[None]]
) -> Figures:
    before = process.cpu_seconds()
    seconds = await crowd.everybody(people, walk)
    steps = len(people) * STEPS
    return Figures(steps / seconds, (process.cpu_seconds() - before) / steps * 1000)


if __name__ == "__main__":
    asyncio.run(main())
