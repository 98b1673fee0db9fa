"""What the sandbox noted of requests that Telegram would quietly misread, and of its own answers."""

from sandbox import Sandbox
from sandbox.telegram.journal import ANSWER


def lint_of(sandbox: Sandbox) -> list[str]:
    """All of it, a line each with the method."""
    return [f"{record.method}: {line}" for record in sandbox.api.journal.linted for line in record.lint]


def wrong_answers_of(sandbox: Sandbox) -> list[str]:
    """Only what the sandbox itself said wrong."""
    return [line for line in lint_of(sandbox) if f": {ANSWER}" in line]
