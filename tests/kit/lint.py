"""What the sandbox noted of requests that Telegram would quietly misread, and of its own answers."""

from sandbox import Sandbox
from sandbox.telegram.http.journal import ANSWER

_FROM_DIALOG = "editMessageMedia: media.reply_markup: unknown field of InputMedia"
"""aiogram-dialog puts the keyboard into the media as well; Telegram passes over it, and so do we."""


def lint_of(sandbox: Sandbox) -> list[str]:
    """All of it, a line each with the method."""
    lines = [f"{record.method}: {line}" for record in sandbox.api.journal.linted for line in record.lint]
    return [line for line in lines if not line.startswith(_FROM_DIALOG)]


def wrong_answers_of(sandbox: Sandbox) -> list[str]:
    """Only what the sandbox itself said wrong."""
    return [line for line in lint_of(sandbox) if f": {ANSWER}" in line]
