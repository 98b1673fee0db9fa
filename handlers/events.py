"""Buttons under notices about events: will she come, and the way to the card."""

from contextlib import suppress
from enum import StrEnum

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from db.vocabulary import SignUpState
from dialogs.common.context import Context
from dialogs.common.notice import Notice, NoticeButton
from dialogs.common.notice_markup import inline_markup
from dialogs.entry.api import begin
from dialogs.events.api import event_words, open_event_below, open_events_below
from dialogs.events.buttons import CatalogueOpen, EventAnswer, EventFile, EventOpen
from dialogs.events.file import send_calendar_file
from dialogs.events.notices import are_you_sure, file_row, open_row, will_you_come
from handlers.notices import keep_buttons, rewrite
from locales import Safe
from services.events.catalogue import card
from services.events.errors import EventClosed
from services.events.rules import closed, place_mark
from services.events.sign_up import cancel, will_come
from services.events.views import EventView

PARAGRAPH = "\n\n"


class Outcome(StrEnum):
    """What an answer to a notice has come to; the words are in `events-answered`."""

    COME = "come"
    FREED = "freed"
    KEPT_LINE = "kept_line"
    MOVED = "moved"
    ELSEWHERE = "elsewhere"
    CANCELLED = "cancelled"
    OVER = "over"
    NOT_IN = "not_in"


async def answer(
    query: CallbackQuery, callback_data: EventAnswer, dialog_manager: DialogManager, context: Context
) -> None:
    """Buttons speak of the event as it was when they were sent; the person is told what it has become since."""
    if await _sent_to_entry(query, dialog_manager, context, callback_data.event_id):
        return
    async with context.reading() as session:
        event = await card(session, context.person, callback_data.event_id)
    outcome = _changed_since(event, callback_data, context)
    if outcome is None and callback_data.answer == "cannot":
        await _ask_again(query, event, callback_data.place, context)
        return
    if outcome is Outcome.NOT_IN and callback_data.answer == "free" and event.my_state == SignUpState.CANCELLED:
        outcome = Outcome.FREED  # the second of two quick taps
    outcome = outcome or await _do(callback_data, context)
    about = event_words(event, context.words, context.content.subjects, context.now())
    words = context.words.html("events-answered", answer=outcome.value, **about)
    rows = will_you_come(context.words, event) if outcome is Outcome.ELSEWHERE else open_row(context.words, event.id)
    if outcome in (Outcome.COME, Outcome.MOVED):
        rows += file_row(context.words, event.id)
    await _answered(query, f"<b>{words}</b>", rows)
    await query.answer()


async def _sent_to_entry(
    query: CallbackQuery, manager: DialogManager, context: Context, event_id: int | None = None
) -> bool:
    """Whoever has not entered, or has left, begins there; after it comes the event."""
    if context.visitor.person is not None:
        return False
    await begin(manager, event_id=event_id)
    await keep_buttons(query)
    await query.answer()
    return True


def _changed_since(event: EventView, pressed: EventAnswer, context: Context) -> Outcome | None:
    reason = closed(event.status, event.starts_at, event.starts_at, context.now())
    if reason is not None:
        return Outcome(reason.value)
    if event.my_state not in (SignUpState.CONFIRMED, SignUpState.WAITING):
        return Outcome.NOT_IN
    if event.version != pressed.version:
        return Outcome.MOVED
    elsewhere = pressed.place != place_mark(event.venue, event.link)
    return Outcome.ELSEWHERE if elsewhere and pressed.answer == "come" else None


async def _do(pressed: EventAnswer, context: Context) -> Outcome:
    person_id, event_id, now = context.person.id, pressed.event_id, context.now()
    if pressed.answer == "stay":
        return Outcome.KEPT_LINE
    async with context.transaction() as session:
        if pressed.answer == "come":
            return Outcome.COME if await will_come(session, person_id, event_id, now) else Outcome.NOT_IN
        freed = await cancel(session, person_id, event_id, context.house.zone, context.content.calendar, now)
        return Outcome.FREED if freed else Outcome.NOT_IN


async def _ask_again(query: CallbackQuery, event: EventView, place: str, context: Context) -> None:
    waits, goes_on = event.my_state == SignUpState.WAITING, event.goes_on(context.now())
    key = "events-alert-sure-line" if waits else "events-alert-sure"
    if isinstance(query.message, Message):
        with suppress(TelegramBadRequest):  # the second of two quick taps changes nothing
            question = Notice(Safe(query.message.html_text), are_you_sure(context.words, event, place))
            await query.message.edit_reply_markup(reply_markup=inline_markup(question))
    await query.answer(context.words.plain(key, somebody_waits=goes_on), show_alert=True)


async def _answered(query: CallbackQuery, outcome: str, rows: tuple[tuple[NoticeButton, ...], ...]) -> None:
    """Keep what the notice said; what came of it stands in the place of its last paragraph, which asked."""
    if isinstance(query.message, Message):
        above, _, _ = query.message.html_text.rpartition(PARAGRAPH)
        await rewrite(query, Notice(Safe(f"{above}{PARAGRAPH}{outcome}"), rows))


async def open_from_notice(
    query: CallbackQuery, callback_data: EventOpen, dialog_manager: DialogManager, context: Context
) -> None:
    if await _sent_to_entry(query, dialog_manager, context, callback_data.event_id):
        return
    await open_event_below(dialog_manager, callback_data.event_id)
    await keep_buttons(query)
    await query.answer()


async def give_calendar_file(
    query: CallbackQuery, callback_data: EventFile, dialog_manager: DialogManager, context: Context
) -> None:
    if await _sent_to_entry(query, dialog_manager, context, callback_data.event_id):
        return
    async with context.reading() as session:
        event = await card(session, context.person, callback_data.event_id)
    reason = closed(event.status, event.starts_at, event.starts_at, context.now())
    if reason is not None:
        raise EventClosed(reason=reason)
    assert query.bot is not None
    await send_calendar_file(query.bot, context, event)
    await query.answer()


async def open_catalogue(query: CallbackQuery, dialog_manager: DialogManager, context: Context) -> None:
    if await _sent_to_entry(query, dialog_manager, context):
        return
    await open_events_below(dialog_manager)
    await keep_buttons(query)
    await query.answer()


def build() -> Router:
    router = Router(name="events")
    router.callback_query.register(answer, EventAnswer.filter())
    router.callback_query.register(open_from_notice, EventOpen.filter())
    router.callback_query.register(give_calendar_file, EventFile.filter())
    router.callback_query.register(open_catalogue, CatalogueOpen.filter())
    return router
