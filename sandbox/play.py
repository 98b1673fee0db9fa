"""`python -m sandbox.play`: the bot and the sandbox in one process, with a demo district to talk to.

No account anywhere, no token. What was said, and the turned clock, are kept under var/ for the next time.
"""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import sys
from pathlib import Path

from pydantic import SecretStr

from bot.logs import set_up_logs
from bot.settings import EXIT_BAD_SETTING, ROOT, Settings, load_settings
from bot.startup import CannotStart, start
from sandbox.bot_stage import BotStage
from sandbox.clock import TurnableClock
from sandbox.demo.load import DemoPerson, load_demo
from sandbox.demo.season import START
from sandbox.gallery.gallery import Gallery
from sandbox.server import Sandbox

TOKEN = "42:SANDBOX"
DIRECTORY = ROOT / "var" / "sandbox"
NAME = "Методический помощник"


async def play(settings: Settings, directory: Path) -> None:
    """Serve until a signal comes; one that comes during the start is obeyed after it. Raises CannotStart."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    clock = TurnableClock(START)
    try:
        sandbox = Sandbox(clock=clock, token=TOKEN, bot_name=NAME, directory=directory, staged=True)
    except (OSError, sqlite3.Error) as problem:
        raise CannotStart(f"{directory}: the demo cannot be kept there ({problem}).") from problem
    if sandbox.saved_now and sandbox.saved_now > clock.now():
        clock.turn_to(sandbox.saved_now)  # a second start goes on where the first one stopped
    try:
        await sandbox.start(settings.sandbox_port)
    except OSError as problem:
        raise CannotStart(
            f"SANDBOX_PORT: port {settings.sandbox_port} cannot be used ({problem.strerror}). Choose another in .env."
        ) from problem
    local = settings.model_copy(
        update={
            "telegram_token": SecretStr(TOKEN),
            "telegram_api_url": sandbox.url,
            "state_file": directory / "state.sqlite",
        }
    )
    if "database_url" not in settings.model_fields_set:  # demo people never get into the real database
        local.database_url = f"sqlite:///{directory / 'metod.sqlite'}"
    try:
        app = await start(local, clock)
    except CannotStart:
        await sandbox.stop()
        raise
    try:
        async with app.database.transaction() as session:
            people = await load_demo(session, START)
        introduce(sandbox, people)
        sandbox.gallery = Gallery(app.house.content)
        sandbox.stage = BotStage(app, clock)
        print(f"Чат / chat:  {sandbox.url}/\nCtrl-C — остановить / to stop", flush=True)
        running = asyncio.create_task(app.run())
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        for task in (running, stopping):
            task.cancel()
    finally:
        await sandbox.unstage()
        await app.stop()
        await sandbox.stop()


def introduce(sandbox: Sandbox, people: list[DemoPerson]) -> None:
    """Put the district's people on the page; those who are there already only learn what is said of them now."""
    for person in people:
        known = sandbox.world.people.get(person.user_id)
        if known is not None:
            known.note, known.note_en = person.note.ru, person.note.en
            sandbox.world.touch("person", str(known.id))
        else:
            sandbox.world.add_person(
                id=person.user_id,
                first_name=person.first_name,
                last_name=person.last_name,
                language_code=person.language_code,
                note=person.note.ru,
                note_en=person.note.en,
                pinned=person.pinned,
                started=person.started,
            )


def main() -> int:
    settings = load_settings()
    set_up_logs(settings.log_level)
    try:
        asyncio.run(play(settings, DIRECTORY))
    except CannotStart as problem:
        print(problem, file=sys.stderr)
        return EXIT_BAD_SETTING
    return 0


if __name__ == "__main__":
    sys.exit(main())
