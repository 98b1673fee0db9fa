"""A real process is killed in the middle of an announcement and started again: nobody is lost."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.settings import ROOT
from db.database import GREENWICH, Database
from db.migrate import migrate
from db.models import Account, OutboxRow
from db.vocabulary import DueState
from sandbox import Sandbox, TurnableClock
from services.broadcasts import compose, listing, send
from services.broadcasts.segment import Segment
from services.broadcasts.views import Figures
from services.outbox.rules import LEASE
from tests.kit.broadcast_people import MARINA, TUESDAY, USERS_FROM, marina, people
from tests.kit.post import CONTENT, MOSCOW

TEACHERS = 100
WORDS = "Семинар перенесён на пятницу"


@asynccontextmanager
async def bot_process(sandbox: Sandbox, folder: Path, moment: datetime) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.kit.bot_process", sandbox.url, str(folder), moment.isoformat(), cwd=ROOT
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def arrived(sandbox: Sandbox) -> Counter[int]:
    """How often the announcement stands in each chat."""
    return Counter(
        {
            user_id: sum(message.body.get("text", "").endswith(WORDS) for message in chat.messages.values())
            for user_id, chat in sandbox.world.chats.items()
        }
    )


async def until_arrived(sandbox: Sandbox, count: int, seconds: float = 120) -> None:
    async with asyncio.timeout(seconds):
        while arrived(sandbox).total() < count:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def prepare(folder: Path, sandbox: Sandbox) -> tuple[Database, int]:
    database = Database(f"sqlite:///{folder / 'metod.sqlite'}", GREENWICH)
    await migrate(database)
    async with database.transaction() as session:
        await people(session, TEACHERS)
        broadcast_id = await compose.add_piece(session, marina(), None, compose.Piece(WORDS, len(WORDS)), TUESDAY)
        await compose.set_segment(session, marina(), broadcast_id, Segment(), TUESDAY)
        await send.confirm(session, marina(), MARINA, broadcast_id, TUESDAY, MOSCOW, CONTENT.calendar)
        users = list(await session.scalars(select(Account.user_id)))
    for user_id in users:
        sandbox.world.add_person("Анна", id=user_id, started=True)
    return database, broadcast_id


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM])
async def test_nobody_is_lost_when_the_bot_dies_in_the_middle(tmp_path: Path, blow: signal.Signals) -> None:
    """kill -9 repeats at most what was on its way; a polite stop repeats nothing."""
    sandbox = Sandbox(clock=TurnableClock(TUESDAY))
    await sandbox.start()
    database, broadcast_id = await prepare(tmp_path, sandbox)
    try:
        async with bot_process(sandbox, tmp_path, TUESDAY) as process:
            await until_arrived(sandbox, TEACHERS // 3)
            process.send_signal(blow)
            await process.wait()
        had_by_then = arrived(sandbox).total()
        assert TEACHERS // 3 <= had_by_then < TEACHERS, "it died in the middle"
        async with database.reading() as session:
            on_their_way = await session.scalar(
                select(func.count()).select_from(OutboxRow).where(OutboxRow.state == DueState.LEASED)
            )
        assert on_their_way is not None
        if blow == signal.SIGTERM:
            assert on_their_way == 0

        later = TUESDAY + LEASE + timedelta(minutes=1)
        async with bot_process(sandbox, tmp_path, later) as process:
            async with asyncio.timeout(120):
                figures = Figures(waiting=1)
                while figures.waiting:
                    await asyncio.sleep(0.1)
                    async with database.reading() as session:
                        figures = (await listing.card(session, marina(), broadcast_id, TUESDAY)).figures
            process.terminate()
            await process.wait()

        counts = arrived(sandbox)
        counts.pop(USERS_FROM + MARINA)
        assert len(counts) == TEACHERS
        assert min(counts.values()) == 1, "nobody is lost"
        assert counts.total() - TEACHERS <= on_their_way, "only what was on its way may come twice"
        assert figures == Figures(sent=TEACHERS)
    finally:
        await database.close()
        await sandbox.stop()
