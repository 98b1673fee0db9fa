"""The bot in a process of its own, for tests that kill it: `python -m tests.kit.bot_process URL FOLDER MOMENT`.

Its clock starts at MOMENT and runs on with real time.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from datetime import datetime
from pathlib import Path

from pydantic import SecretStr

from bot.app import App
from bot.settings import Settings
from sandbox.clock import TurnableClock


async def serve(url: str, folder: Path, moment: datetime) -> None:
    settings = Settings(
        _env_file=None,
        telegram_token=SecretStr("42:SANDBOX"),
        telegram_api_url=url,
        database_url=f"sqlite:///{folder / 'metod.sqlite'}",
        state_file=folder / "state.sqlite",
    )
    app = App(settings, TurnableClock(moment))
    await app.start()
    running = asyncio.create_task(app.run())
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, running.cancel)
    try:
        await running
    except asyncio.CancelledError:
        await app.stop()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], Path(sys.argv[2]), datetime.fromisoformat(sys.argv[3])))
