"""A moment that a methodist types or taps."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager

from dialogs.common.context import context
from services.events.typed import WhenProblem, read_when

LONGEST = 60


async def typed_moment(message: Message, manager: DialogManager, typed: str) -> datetime | None:
    """The moment meant; None when it cannot be taken, and then the person has been told why."""
    ctx = context(manager)
    moment = read_when(typed, ctx.zone, ctx.now()) if len(typed) <= LONGEST else WhenProblem.UNCLEAR
    if isinstance(moment, datetime):
        return moment
    await message.answer(ctx.words.html("event-desk-when-problem", problem=moment.value))
    return None


def suggestions(moments: Sequence[datetime]) -> list[dict[str, Any]]:
    return [{"id": int(moment.timestamp()), "at": moment} for moment in moments]


def tapped_moment(timestamp: int) -> datetime:
    return datetime.fromtimestamp(timestamp, UTC)
