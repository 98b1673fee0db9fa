from collections.abc import Awaitable
from typing import TypeVar

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
)

from db.vocabulary import Reach
from dialogs.common.notice import Notice
from dialogs.common.notice_markup import inline_markup
from dialogs.common.notice_send import send_notice
from scheduler.messenger import Refused, TryLater, Unreachable

T = TypeVar("T")


class TelegramSender:
    """Notices as Telegram messages. See scheduler/messenger.py for what it promises."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, user_id: int, notice: Notice) -> int:
        return (await _translated(send_notice(self._bot, user_id, notice))).message_id

    async def edit(self, user_id: int, message_id: int, notice: Notice) -> None:
        try:
            await _translated(
                self._bot.edit_message_text(
                    notice.text, chat_id=user_id, message_id=message_id, reply_markup=inline_markup(notice)
                )
            )
        except Refused:
            return


async def _translated(call: Awaitable[T]) -> T:
    """The three kinds of failure that delivery knows, from the many that Telegram has."""
    try:
        return await call
    except TelegramForbiddenError as problem:
        raise Unreachable(Reach.GONE if "deactivated" in problem.message else Reach.BLOCKED) from problem
    except TelegramRetryAfter as problem:
        raise TryLater("too_many_requests", problem.retry_after) from problem
    except TelegramEntityTooLarge as problem:
        raise Refused(problem.message) from problem
    except TelegramNetworkError as problem:
        raise TryLater("network") from problem
    except TelegramServerError as problem:
        raise TryLater("server") from problem
    except TelegramBadRequest as problem:
        if "chat not found" in problem.message:
            raise Unreachable(Reach.LOST) from problem
        raise Refused(problem.message) from problem
    except TelegramNotFound as problem:
        raise Refused(problem.message) from problem
    except (TelegramAPIError, ClientDecodeError) as problem:
        raise TryLater("messenger") from problem  # a token withdrawn, a page of some proxy: no fault of the message
