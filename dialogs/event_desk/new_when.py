from datetime import UTC, datetime
from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Group, Select

from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.data import NewEventData
from dialogs.event_desk.when import suggestions, tapped_moment, typed_moment
from dialogs.states import EventDesk
from services.events.typed import usual_days


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    return {"moments": suggestions(usual_days(ctx.now(), ctx.zone, ctx.content.calendar))}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    moment = await typed_moment(message, manager, typed)
    if moment is not None:
        await _on(manager, moment)


async def on_tapped(query: CallbackQuery, select: Any, manager: DialogManager, timestamp: int) -> None:
    await _on(manager, tapped_moment(timestamp))


async def _on(manager: DialogManager, moment: datetime) -> None:
    change(manager, NewEventData, starts_at=moment)
    await manager.switch_to(EventDesk.new_length)


window = Window(
    Say("event-desk-new-when"),
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
    back_to(EventDesk.new_subject),
    state=EventDesk.new_when,
    getter=getter,
    preview_data={"moments": suggestions([datetime(2026, 10, 20, 12, tzinfo=UTC)])},
)
