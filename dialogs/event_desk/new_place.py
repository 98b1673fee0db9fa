from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.data import NewEventData
from dialogs.states import EventDesk
from services.events.typed import read_place

LONGEST = 200


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    if len(typed) > LONGEST:
        await message.answer(context(manager).words.html("event-desk-too-long", limit=LONGEST, length=len(typed)))
        return
    venue, link = read_place(typed)
    change(manager, NewEventData, venue=venue, link=link)
    await manager.switch_to(EventDesk.new_capacity)


async def on_later(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    change(manager, NewEventData, venue=None, link=None)
    await manager.switch_to(EventDesk.new_capacity)


window = Window(
    Say("event-desk-new-place"),
    TextInput(id="place", on_success=on_typed),
    Button(Label("event-desk-btn-place-later"), id="later", on_click=on_later),
    back_to(EventDesk.new_length),
    state=EventDesk.new_place,
    getter=getter,
    preview_data={},
)
