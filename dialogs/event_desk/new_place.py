from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.steps import answer
from dialogs.event_desk.texts import place_input
from dialogs.states import EventDesk


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


async def take(manager: DialogManager, venue: str | None, link: str | None) -> None:
    await answer(manager, "place", venue=venue, link=link)


async def on_later(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await take(manager, None, None)


window = Window(
    Say("event-desk-new-place"),
    place_input(take),
    Button(Label("event-desk-btn-place-later"), id="later", on_click=on_later),
    back_to(EventDesk.new_length),
    state=EventDesk.new_place,
    getter=getter,
    preview_data={},
)
