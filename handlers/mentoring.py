"""Buttons under the weekly notices: answer, tomorrow, skip the week; and the list of silent pairs."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from dialogs.common.context import Context
from dialogs.mentoring.api import ask
from dialogs.mentoring.buttons import CheckInPress
from dialogs.pairs.api import open_pairs
from dialogs.pairs.buttons import PairsPress
from handlers.answers import ALERT_LIMIT
from handlers.stale import show_present
from locales import Safe
from services.errors import ConsentNeeded, NotAllowed, ServiceError
from services.mentoring.answer import put_off, skip_week


async def press(
    query: CallbackQuery, callback_data: CheckInPress, dialog_manager: DialogManager, context: Context
) -> None:
    """A week that is closed says so on its own notice and loses its buttons."""
    if context.visitor.person is None:
        await show_present(query, dialog_manager, context)
        return
    try:
        said = await _act(callback_data, dialog_manager, context)
    except (NotAllowed, ConsentNeeded):
        raise
    except ServiceError as refusal:
        words = context.words.plain(f"error-{refusal.code}", **refusal.fields)
        await query.answer(words[:ALERT_LIMIT], show_alert=True)
        await _close(query, context.words.html(f"error-{refusal.code}", **refusal.fields))
        return
    await query.answer()
    if said is not None:
        await _close(query, said)


async def _act(pressed: CheckInPress, manager: DialogManager, context: Context) -> Safe | None:
    """What the notice says from now on; None while its questions are open."""
    now, person = context.now(), context.person
    if pressed.act == "answer":
        await ask(manager, pressed.check_in_id, ShowMode.SEND)
        return None
    async with context.transaction() as session:
        if pressed.act == "skip":
            await skip_week(session, person, pressed.check_in_id, now, context.zone, context.content)
            return context.words.html("mentoring-skipped")
        due_at = await put_off(session, person, pressed.check_in_id, now, context.zone, context.content)
    return context.words.html("mentoring-put-off", due_at=due_at)


async def _close(query: CallbackQuery, state: Safe) -> None:
    """Keep what the notice said, put the present state in the place of its buttons."""
    if isinstance(query.message, Message):
        await query.message.edit_text(f"{query.message.html_text}\n\n{state}")


async def silent_pairs(query: CallbackQuery, dialog_manager: DialogManager, context: Context) -> None:
    if context.visitor.person is None:
        await show_present(query, dialog_manager, context)
        return
    await open_pairs(dialog_manager, ShowMode.SEND)
    await query.answer()


def build() -> Router:
    router = Router(name="mentoring")
    router.callback_query.register(press, CheckInPress.filter())
    router.callback_query.register(silent_pairs, PairsPress.filter())
    return router
