"""What can go wrong before the first update is one line for the operator, never a traceback."""

import sqlite3
from pathlib import Path

from bot.app import App
from bot.settings import Settings
from services.clock import Clock
from services.questionnaires.errors import ContentError


class CannotStart(Exception):
    """One line (or one a problem of the content): what is wrong and where to mend it."""


async def start(settings: Settings, clock: Clock, units: Path | None = None) -> App:
    """The bot, started; with `units` the operator's list of schools is loaded first. Raises CannotStart."""
    try:
        app = App(settings, clock)
    except (ValueError, ContentError) as problem:
        raise CannotStart(str(problem)) from problem
    except (OSError, sqlite3.Error) as problem:
        raise CannotStart(f"the folder of the data cannot be written: {problem}") from problem
    try:
        await app.prepare()
    except Exception as problem:  # each driver has its own way to say that there is no database
        await app.stop()
        reason = f"{type(problem).__name__}: {str(problem).splitlines()[0] if str(problem) else 'no reason given'}"
        raise CannotStart(f"DATABASE_URL: the database cannot be used ({reason}). Mend it in .env.") from problem
    try:
        if units is not None:
            await app.load_units(units)
    except ValueError as problem:
        await app.stop()
        raise CannotStart(str(problem)) from problem
    await app.start()
    return app
