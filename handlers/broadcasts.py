"""Buttons under the live message of an announcement."""

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery, InaccessibleMessage
from aiogram_dialog import DialogManager, ShowMode

from db.vocabulary import BroadcastStatus
from dialogs.broadcasts.api import open_broadcast, open_missed
from dialogs.broadcasts.buttons import Act, BroadcastButton
from dialogs.common.context import Context
from services.broadcasts.listing import one
from services.broadcasts.send import UNDER_WAY, stop


async def stop_pressed(query: CallbackQuery, callback_data: BroadcastButton, context: Context, bot: Bot) -> None:
    """What is queued is taken back at once; the scheduler brings the message up to date."""
    async with context.transaction() as session:
        before = await one(session, context.person, callback_data.id)
        figures = await stop(session, context.person, callback_data.id, context.now())
    stopped = before.status in UNDER_WAY or before.status == BroadcastStatus.STOPPED
    key = "broadcasts-alert-stopped" if stopped else "broadcasts-alert-over"
    await query.answer(context.words.plain(key, sent=figures.sent, dropped=figures.dropped), show_alert=True)
    if not stopped and query.message is not None and not isinstance(query.message, InaccessibleMessage):
        await bot.edit_message_reply_markup(chat_id=query.message.chat.id, message_id=query.message.message_id)


async def open_pressed(query: CallbackQuery, callback_data: BroadcastButton, dialog_manager: DialogManager) -> None:
    await query.answer()
    await open_broadcast(dialog_manager, callback_data.id, ShowMode.SEND)


async def who_pressed(query: CallbackQuery, callback_data: BroadcastButton, dialog_manager: DialogManager) -> None:
    await query.answer()
    await open_missed(dialog_manager, callback_data.id, ShowMode.SEND)


async def from_somebody_known(query: CallbackQuery, context: Context) -> bool:
    """Whoever has erased herself is shown the entry, as with any other stale button."""
    return context.visitor.person is not None


def build() -> Router:
    router = Router(name="broadcasts")
    router.callback_query.filter(from_somebody_known)
    router.callback_query.register(stop_pressed, BroadcastButton.filter(F.act == Act.STOP))
    router.callback_query.register(open_pressed, BroadcastButton.filter(F.act == Act.OPEN))
    router.callback_query.register(who_pressed, BroadcastButton.filter(F.act == Act.WHO))
    return router
