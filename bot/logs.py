import logging
import re
import sys

from services.errors import ServiceError

TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{20,}|(?<=/bot)\d+:[A-Za-z0-9_-]+")
"""Anything that looks like a bot token, in an address or alone."""


class HideToken(logging.Formatter):
    """A log is read by more people than may speak for the bot: tokens are blotted out, in tracebacks too."""

    def format(self, record: logging.LogRecord) -> str:
        return TOKEN.sub("<token>", super().format(record))


def no_refusal(record: logging.LogRecord) -> bool:
    """aiogram-dialog logs an error for whatever a getter raises; a refusal is told to the person and is none."""
    return not isinstance(sys.exc_info()[1], ServiceError)


def set_up_logs(level: str) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(HideToken("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("aiogram_dialog.window").addFilter(no_refusal)
    for noisy in ("aiogram.event", "aiohttp.access", "alembic", "apscheduler", "aiosqlite"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, logging.getLevelName(level)))
