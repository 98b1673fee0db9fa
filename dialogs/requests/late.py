"""A press that came too late: the alert says what has become of the request, and the window shows it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram.types import CallbackQuery

from dialogs.common.context import Context
from services.requests.errors import NotPossibleNow, TakenByAnother, TimeBusy, TimeGone

LATE = (NotPossibleNow, TakenByAnother, TimeGone, TimeBusy)


@asynccontextmanager
async def shown_if_late(query: CallbackQuery, ctx: Context) -> AsyncIterator[None]:
    """Around the use case and where it leads to: neither happens, and the open window is drawn anew."""
    try:
        yield
    except LATE as late:
        await query.answer(ctx.words.plain(f"error-{late.code}", **late.fields), show_alert=True)
