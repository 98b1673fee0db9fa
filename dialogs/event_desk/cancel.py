from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Column

from db.vocabulary import CancelReason
from dialogs.common.choices import choices
from dialogs.common.data import change
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.data import DeskEvent
from dialogs.event_desk.own import on_the_desk
from dialogs.event_desk.texts import fits
from dialogs.states import EventDesk

LONGEST = 300
REASONS = [{"id": str(reason), "reason": str(reason)} for reason in CancelReason]


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    event = await on_the_desk(dialog_manager)
    return {"title": event.title, "reasons": REASONS}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    if await fits(message, manager, typed.strip(), LONGEST):
        await _on(manager, typed.strip())


async def on_tapped(query: CallbackQuery, select: Any, manager: DialogManager, reason: str) -> None:
    await _on(manager, CancelReason(reason))


async def on_none(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await _on(manager, None)


async def _on(manager: DialogManager, reason: str | None) -> None:
    change(manager, DeskEvent, reason=reason)
    await manager.switch_to(EventDesk.cancel_confirm)


window = Window(
    Say("event-desk-cancel"),
    TextInput(id="reason_typed", on_success=on_typed),
    Column(
        choices("reasons", on_tapped, str, most=len(REASONS), label=Label("events-cancel-reason")),
        Button(Label("event-desk-btn-no-reason"), id="none", on_click=on_none),
    ),
    back_to(EventDesk.card),
    state=EventDesk.cancel,
    getter=getter,
    preview_data={"title": "Стереометрия: методы решения", "reasons": REASONS},
)
