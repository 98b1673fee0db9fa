from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from db.vocabulary import SignUpState
from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.events.data import EventCard
from dialogs.events.shown import shown_event
from dialogs.states import Events
from services.events.sign_up import cancel


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    now, event = context(dialog_manager).now(), await shown_event(dialog_manager)
    return {
        "title": event.title,
        "now": now,
        "starts_at": event.starts_at,
        "waiting": event.my_state == SignUpState.WAITING,
        "somebody_waits": event.goes_on(now),
    }


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, event_id = context(manager), read(manager, EventCard).event_id
    async with ctx.transaction() as session:
        given_up = await cancel(session, ctx.person.id, event_id, ctx.house.zone, ctx.content.calendar, ctx.now())
    change(manager, EventCard, just="left_line" if given_up == SignUpState.WAITING else "left", at=ctx.now())
    await manager.switch_to(Events.card)


window = Window(
    Say("events-leave"),
    Button(Label("events-btn-leave-yes"), id="yes", on_click=on_yes),
    back_to(Events.card),
    state=Events.leave,
    getter=getter,
    preview_data={
        "now": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "title": "Стереометрия: методы решения",
        "starts_at": datetime(2026, 10, 19, 12, tzinfo=UTC),
        "waiting": False,
        "somebody_waits": True,
    },
)
