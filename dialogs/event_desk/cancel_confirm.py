from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.data import DeskEvent
from dialogs.event_desk.own import done, told_words, with_readers
from dialogs.events.api import cancel_reason
from dialogs.states import EventDesk
from services.events.desk import cancel_event


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = read(dialog_manager, DeskEvent)
    event, told = await with_readers(dialog_manager)
    return {
        "title": event.title,
        "starts_at": event.starts_at,
        "has_reason": bool(data.reason),
        "reason": cancel_reason(context(dialog_manager).words, data.reason),
        **told_words(dialog_manager, told),
    }


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, DeskEvent)
    async with ctx.transaction() as session:
        told = await cancel_event(
            session, ctx.person, data.event_id, data.reason, ctx.house.zone, ctx.content.calendar, ctx.now()
        )
    await done(manager, told, reason=None)


window = Window(
    Say("event-desk-cancel-confirm"),
    Button(Label("event-desk-btn-cancel-yes"), id="yes", on_click=on_yes),
    back_to(EventDesk.cancel),
    state=EventDesk.cancel_confirm,
    getter=getter,
    preview_data={
        "now": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "title": "Стереометрия: методы решения",
        "starts_at": datetime(2026, 10, 19, 12, tzinfo=UTC),
        "has_reason": True,
        "reason": "Болезнь ведущего",
        "people": 23,
        "at_once": False,
        "by": datetime(2026, 10, 7, 5, tzinfo=UTC),
    },
)
