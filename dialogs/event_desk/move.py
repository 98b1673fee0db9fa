from datetime import UTC, datetime
from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Group, Select

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.data import DeskEvent
from dialogs.event_desk.when import suggestions, tapped_moment, typed_moment
from dialogs.states import EventDesk
from services.events.overview import own_event
from services.events.typed import other_days


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, DeskEvent)
    async with ctx.reading() as session:
        event = await own_event(session, ctx.person, data.event_id)
    days = other_days(event.starts_at, ctx.now(), ctx.zone, ctx.content.calendar)
    return {"title": event.title, "starts_at": event.starts_at, "moments": suggestions(days)}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    moment = await typed_moment(message, manager, typed)
    if moment is not None:
        change(manager, DeskEvent, starts_at=moment)
        await manager.switch_to(EventDesk.move_confirm)


async def on_tapped(query: CallbackQuery, select: Any, manager: DialogManager, timestamp: int) -> None:
    change(manager, DeskEvent, starts_at=tapped_moment(timestamp))
    await manager.switch_to(EventDesk.move_confirm)


window = Window(
    Say("event-desk-move"),
    TextInput(id="when", on_success=on_typed),
    Group(
        Select(
            Label("event-desk-btn-moment"),
            id="moment",
            item_id_getter=itemgetter("id"),
            items="moments",
            type_factory=int,
            on_click=on_tapped,
        ),
        width=2,
    ),
    back_to(EventDesk.card),
    state=EventDesk.move,
    getter=getter,
    preview_data={
        "title": "Стереометрия: методы решения",
        "starts_at": datetime(2026, 10, 19, 12, tzinfo=UTC),
        "moments": suggestions([datetime(2026, 10, 20, 12, tzinfo=UTC)]),
    },
)
