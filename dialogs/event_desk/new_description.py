from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.steps import answer, said, steps
from dialogs.event_desk.texts import description_input
from dialogs.states import EventDesk


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data, answered = said(dialog_manager, "description")
    return {
        "said": answered,
        "has_description": bool(data.description),
        "description": data.description or "",
    }


async def take(manager: DialogManager, description: str | None) -> None:
    await answer(manager, "description", description=description)


async def on_none(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await take(manager, None)


window = Window(
    Say("event-desk-new-description"),
    description_input(take),
    Button(Label("event-desk-btn-no-description"), id="none", on_click=on_none),
    *steps("description"),
    state=EventDesk.new_description,
    getter=getter,
    preview_data={"said": True, "has_description": True, "description": "Разберём три задачи."},
)
