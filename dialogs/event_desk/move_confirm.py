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
from dialogs.states import EventDesk
from services.calendar.rules import is_working_day
from services.events.desk import reschedule


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, DeskEvent)
    assert data.starts_at is not None, "the window before has chosen a moment"
    event, told = await with_readers(dialog_manager, data.starts_at)
    return {
        "title": event.title,
        "old": event.starts_at,
        "starts_at": data.starts_at,
        **told_words(dialog_manager, told),
        "day_off": not is_working_day(data.starts_at.astimezone(ctx.zone).date(), ctx.content.calendar),
    }


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, DeskEvent)
    assert data.starts_at is not None
    async with ctx.transaction() as session:
        told = await reschedule(
            session, ctx.person, data.event_id, data.starts_at, ctx.house.zone, ctx.content.calendar, ctx.now()
        )
    await done(manager, told, starts_at=None)


window = Window(
    Say("event-desk-move-confirm"),
    Button(Label("event-desk-btn-move-yes"), id="yes", on_click=on_yes),
    back_to(EventDesk.move),
    state=EventDesk.move_confirm,
    getter=getter,
    preview_data={
        "now": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "title": "Стереометрия: методы решения",
        "old": datetime(2026, 10, 19, 12, tzinfo=UTC),
        "starts_at": datetime(2026, 10, 20, 12, tzinfo=UTC),
        "people": 23,
        "at_once": False,
        "by": datetime(2026, 10, 7, 5, tzinfo=UTC),
        "day_off": True,
    },
)
