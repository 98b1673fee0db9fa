from aiogram.types import CallbackQuery

from db.vocabulary import BroadcastStatus
from dialogs.common.context import Context
from services.broadcasts.listing import card
from services.broadcasts.send import stop
from services.broadcasts.views import Card


async def stop_and_tell(query: CallbackQuery, ctx: Context, broadcast_id: int) -> Card | None:
    """Stop it and say what that came to. What it was before, when there was nothing left to stop: the button is old."""
    async with ctx.transaction() as session:
        before = await card(session, ctx.person, broadcast_id, ctx.now())
        figures = await stop(session, ctx.person, broadcast_id, ctx.now())
    stopped = before.may_stop or before.broadcast.status == BroadcastStatus.STOPPED
    key = "broadcasts-alert-stopped" if stopped else "broadcasts-alert-over"
    said = ctx.words.plain(key, sent=figures.sent, dropped=figures.dropped, waiting=figures.waiting)
    await query.answer(said, show_alert=True)
    return None if stopped else before
