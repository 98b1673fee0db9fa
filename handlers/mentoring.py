"""Buttons under the notices of pairs: answer, tomorrow, skip the week; a pair of one's own; the silent pairs."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from dialogs.common.context import Context
from dialogs.common.notice import Notice, NoticeButton
from dialogs.mentoring.api import ask, open_my_pair
from dialogs.mentoring.buttons import CheckInPress, PairPress
from dialogs.mentoring.notices import answer_rows
from dialogs.pairs.api import open_pair_card, open_pairs
from dialogs.pairs.buttons import PairCardPress, PairsPress
from handlers.answers import ALERT_LIMIT
from handlers.notices import rewrite
from locales import Safe
from services.errors import ConsentNeeded, NotAllowed, ServiceError, Stranger
from services.mentoring.answer import put_off, skip_week
from services.mentoring.errors import TooLateToPutOff

Rows = tuple[tuple[NoticeButton, ...], ...]


async def press(
    query: CallbackQuery, callback_data: CheckInPress, dialog_manager: DialogManager, context: Context
) -> None:
    """A week that is closed says so on its own notice and loses its buttons."""
    try:
        said, buttons = await _act(callback_data, dialog_manager, context)
    except (NotAllowed, ConsentNeeded, Stranger):
        raise
    except ServiceError as refusal:
        words = context.words.plain(f"error-{refusal.code}", **refusal.fields)
        open_still = isinstance(refusal, TooLateToPutOff)
        rows = answer_rows(context.words, callback_data.check_in_id, tomorrow=False) if open_still else ()
        await _say_below(query, context.words.html(f"error-{refusal.code}", **refusal.fields), rows)
        await query.answer(words[:ALERT_LIMIT], show_alert=True)
        return
    await _say_below(query, said, buttons)
    await query.answer()


async def _act(pressed: CheckInPress, manager: DialogManager, context: Context) -> tuple[Safe | None, Rows]:
    """What stands under the notice from now on, and its buttons."""
    now, person = context.now(), context.person
    if pressed.act == "answer":
        await ask(manager, pressed.check_in_id, ShowMode.SEND)
        return None, answer_rows(context.words, pressed.check_in_id)
    async with context.transaction() as session:
        if pressed.act == "skip":
            coming = await skip_week(session, person, pressed.check_in_id, now, context.zone, context.content)
            return context.words.html("mentoring-skipped", near=coming is not None, coming=coming or now), ()
        due_at = await put_off(session, person, pressed.check_in_id, now, context.zone, context.content)
    return context.words.html("mentoring-put-off", due_at=due_at), ()


async def _say_below(query: CallbackQuery, state: Safe | None, rows: Rows) -> None:
    """The notice itself is one paragraph: what an earlier press has put below it is replaced."""
    if isinstance(query.message, Message):
        notice = query.message.html_text.split("\n\n")[0]
        text = Safe(notice if state is None else f"{notice}\n\n{state}")
        await rewrite(query, Notice(text, rows))


async def own_pair(
    query: CallbackQuery, callback_data: PairPress, dialog_manager: DialogManager, context: Context
) -> None:
    await open_my_pair(dialog_manager, callback_data.pair_id, ShowMode.SEND)
    await query.answer()


async def silent_pairs(query: CallbackQuery, dialog_manager: DialogManager, context: Context) -> None:
    await open_pairs(dialog_manager, ShowMode.SEND)
    await query.answer()


async def pair_card(
    query: CallbackQuery, callback_data: PairCardPress, dialog_manager: DialogManager, context: Context
) -> None:
    await open_pair_card(dialog_manager, callback_data.pair_id, ShowMode.SEND)
    await query.answer()


def build() -> Router:
    router = Router(name="mentoring")
    router.callback_query.register(press, CheckInPress.filter())
    router.callback_query.register(own_pair, PairPress.filter())
    router.callback_query.register(silent_pairs, PairsPress.filter())
    router.callback_query.register(pair_card, PairCardPress.filter())
    return router
