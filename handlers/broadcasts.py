"""Buttons under the live message of an announcement."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from dialogs.broadcasts.api import live_message, open_broadcast, open_people, stop_and_tell
from dialogs.broadcasts.buttons import Act, BroadcastButton
from dialogs.common.context import Context
from dialogs.common.notice import Notice
from handlers.notices import keep_buttons, rewrite
from services.broadcasts.listing import card
from services.broadcasts.views import Card


async def stop_pressed(query: CallbackQuery, callback_data: BroadcastButton, context: Context) -> None:
    """What is queued is taken back at once; the scheduler brings the message up to date."""
    over = await stop_and_tell(query, context, callback_data.id)
    if over is not None:
        await rewrite(query, _as_it_is(context, over))


async def window_pressed(
    query: CallbackQuery, callback_data: BroadcastButton, context: Context, dialog_manager: DialogManager
) -> None:
    async with context.reading() as session:
        found = await card(session, context.person, callback_data.id, context.now())
    opened = open_people if callback_data.act == Act.WHO else open_broadcast
    await opened(dialog_manager, callback_data.id, ShowMode.SEND)
    if callback_data.act == Act.LEFT:
        await keep_buttons(query)
    else:
        await rewrite(query, _as_it_is(context, found))
    await query.answer()


def _as_it_is(context: Context, found: Card) -> Notice:
    return live_message(context.words, found.broadcast.id, found.broadcast.status, found.figures, found.rest_at)


async def from_somebody_known(query: CallbackQuery, context: Context) -> bool:
    """Whoever has erased herself is shown the entry, as with any other stale button."""
    return context.visitor.person is not None


def build() -> Router:
    router = Router(name="broadcasts")
    router.callback_query.filter(from_somebody_known)
    router.callback_query.register(stop_pressed, BroadcastButton.filter(F.act == Act.STOP))
    router.callback_query.register(window_pressed, BroadcastButton.filter(F.act != Act.STOP))
    return router
