from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput

from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.data import NewEventData
from dialogs.states import EventDesk

LONGEST = 150


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    title = " ".join(typed.split())
    if len(title) > LONGEST:
        await message.answer(context(manager).words.html("event-desk-too-long", limit=LONGEST, length=len(title)))
        return
    change(manager, NewEventData, title=title)
    await manager.switch_to(EventDesk.new_subject)


window = Window(
    Say("event-desk-new-title"),
    TextInput(id="title", on_success=on_typed),
    back_to(EventDesk.new_kind),
    state=EventDesk.new_title,
    getter=getter,
    preview_data={},
)
