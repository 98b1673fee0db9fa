"""What can go wrong before the first update is one line for the operator, never a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager
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
    except OSError as problem:  # of the database: content and the state file name themselves
        raise CannotStart(f"DATABASE_URL: its folder cannot be written ({problem}).") from problem
    store = "REDIS_URL" if settings.redis_url else "STATE_FILE"
    try:
        with _named("DATABASE_URL: the database cannot be used"):
            await app.prepare()
        with _named(f"{store}: the conversations cannot be kept there"):
            await app.check_conversations()
        if units is not None:
            try:
                await app.load_units(units)
            except ValueError as problem:
                raise CannotStart(str(problem)) from problem
    except CannotStart:
        await app.stop()
        raise
    await app.start()
    return app


@contextmanager
def _named(what: str) -> Iterator[None]:
    """Each driver has its own way to say that there is nobody at the address."""
    try:
        yield
    except Exception as problem:
        reason = str(problem).splitlines()[0] if str(problem) else "no reason given"
        raise CannotStart(f"{what} ({type(problem).__name__}: {reason}). Mend it in .env.") from problem
