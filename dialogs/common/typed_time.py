"""A moment that somebody types: read, or told why it cannot be."""

from datetime import datetime, time, timedelta

from aiogram.types import Message
from aiogram_dialog import DialogManager

from dialogs.common.context import Context, context
from services.calendar.rules import next_working_day
from services.calendar.typed import Unread, read_when


async def typed_moment(
    message: Message, manager: DialogManager, typed: str, morning: time | None = None
) -> datetime | None:
    """The moment meant; None when it cannot be taken, and then the person has been told why.

    With `morning` either half may be left out, as in `read_when`.
    """
    ctx = context(manager)
    read = read_when(typed, ctx.now(), ctx.zone, morning)
    if isinstance(read, datetime):
        return read
    await message.answer(ctx.words.html("when-problem", **_variables(read, ctx)))
    return None


LATE = 18
"""From this hour on it is the evening that is too late, not the morning that is too early."""


def example(ctx: Context) -> str:
    """A moment as one could type it, in every hint: after lessons on the next working day."""
    today = ctx.now().astimezone(ctx.zone).date()
    return f"{next_working_day(today, ctx.content.calendar):%d.%m} 15:00"


def _variables(unread: Unread, ctx: Context) -> dict[str, object]:
    """`instead` is the same hour by day."""
    written = unread.at or ctx.now()
    return {
        "problem": unread.problem.value,
        "at": written,
        "instead": written + timedelta(hours=12),
        "late": written.astimezone(ctx.zone).hour >= LATE,
        "example": example(ctx),
        "next_year": str(ctx.now().astimezone(ctx.zone).year + 1),
    }
