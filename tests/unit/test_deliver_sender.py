"""Telegram's many failures as the three kinds that delivery knows."""

from typing import Any

import pytest
from aiogram import exceptions
from aiogram.methods import SendMessage

from bot.messengers.telegram.sender import TelegramSender
from db.vocabulary import Reach
from dialogs.common.notice import Attachment, Notice
from locales import Safe
from scheduler.messenger import Refused, TryLater, Unreachable

METHOD = SendMessage(chat_id=1, text="x")


class FailingBot:
    """Every call raises `problem`, or is written down."""

    def __init__(self, problem: Exception | None) -> None:
        self.problem = problem
        self.calls: list[tuple[str, dict[str, Any]]] = []

    def __getattr__(self, name: str) -> Any:
        async def call(*args: Any, **fields: Any) -> Any:
            self.calls.append((name, fields))
            if self.problem:
                raise self.problem
            return type("Sent", (), {"message_id": 5})

        return call


@pytest.mark.parametrize(
    ("problem", "kind", "detail"),
    [
        (
            exceptions.TelegramForbiddenError(METHOD, "bot was blocked by the user"),
            Unreachable,
            Reach.BLOCKED,
        ),
        (exceptions.TelegramForbiddenError(METHOD, "Forbidden: user is deactivated"), Unreachable, Reach.GONE),
        (exceptions.TelegramBadRequest(METHOD, "Bad Request: chat not found"), Unreachable, Reach.LOST),
        (exceptions.TelegramBadRequest(METHOD, "Bad Request: wrong file_id"), Refused, None),
        (exceptions.TelegramEntityTooLarge(METHOD, "Request Entity Too Large"), Refused, None),
        (exceptions.TelegramRetryAfter(METHOD, "Too Many Requests", 7), TryLater, 7),
        (exceptions.TelegramNetworkError(METHOD, "timeout"), TryLater, None),
        (exceptions.TelegramServerError(METHOD, "Bad Gateway"), TryLater, None),
        (exceptions.TelegramUnauthorizedError(METHOD, "Unauthorized"), TryLater, None),
        (exceptions.ClientDecodeError("no JSON", ValueError("<html>"), "<html>"), TryLater, None),
    ],
)
async def test_failures(problem: Exception, kind: type[Exception], detail: object) -> None:
    sender = TelegramSender(FailingBot(problem))  # type: ignore[arg-type]
    with pytest.raises(kind) as caught:
        await sender.send(1, Notice(Safe("x")))
    if kind is Unreachable:
        assert caught.value.reach == detail  # type: ignore[attr-defined]
    if kind is TryLater:
        assert caught.value.seconds == detail  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["photo", "document"])
async def test_what_is_silent_is_silent_with_an_attachment_too(kind: Any) -> None:
    bot = FailingBot(None)
    notice = Notice(Safe("x"), attachment=Attachment(kind, "a", remote_id="id"), silent=True)
    assert await TelegramSender(bot).send(1, notice) == 5  # type: ignore[arg-type]
    ((name, fields),) = bot.calls
    assert (name, fields["disable_notification"]) == (f"send_{kind}", True)
