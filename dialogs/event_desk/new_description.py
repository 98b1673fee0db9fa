from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.steps import answer
from dialogs.event_desk.texts import description_input
from dialogs.states import EventDesk


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


async def take(manager: DialogManager, description: str | None) -> None:
    await answer(manager, "description", description=description)


async def on_none(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await take(manager, None)


window = Window(
    Say("event-desk-new-description"),
    description_input(take),
    Button(Label("event-desk-btn-no-description"), id="none", on_click=on_none),
    back_to(EventDesk.new_capacity),
    state=EventDesk.new_description,
    getter=getter,
    preview_data={},
)
