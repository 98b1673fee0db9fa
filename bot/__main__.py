"""`python -m bot`: serves Telegram when there is a token, else steps aside for the sandbox."""

import asyncio
import runpy
import signal
import sys

from bot.interrupt import INTERRUPTED
from bot.settings import EXIT_BAD_SETTING, Settings, load_settings


async def serve(settings: Settings) -> int:
    from aiogram.exceptions import TelegramUnauthorizedError

    from bot.startup import CannotStart, start
    from services.clock import SystemClock

    try:
        app = await start(settings, SystemClock(), settings.content / "units.yaml")
    except CannotStart as problem:
        print(problem, file=sys.stderr)
        return EXIT_BAD_SETTING
    running = asyncio.create_task(app.run())
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, running.cancel)
    try:
        await running
    except asyncio.CancelledError:
        return 0
    except TelegramUnauthorizedError:
        print(
            "TELEGRAM_TOKEN: Telegram does not know this token. Take it anew from @BotFather.",
            file=sys.stderr,
        )
        return EXIT_BAD_SETTING
    finally:
        await app.stop()
    return 0


def main() -> int:
    settings = load_settings()
    if not settings.telegram_token.get_secret_value():
        runpy.run_module("sandbox.play", run_name="__main__")
    from bot.logs import set_up_logs

    set_up_logs(settings.log_level)
    return asyncio.run(serve(settings))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # a second Ctrl-C, while the first is being obeyed
        sys.exit(INTERRUPTED)
