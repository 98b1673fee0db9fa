from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.steps import answer, said, steps
from dialogs.event_desk.texts import place_input
from dialogs.states import EventDesk


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data, answered = said(dialog_manager, "place")
    return {
        "said": answered,
        "has_place": bool(data.venue or data.link),
        "place": ", ".join(filter(None, (data.venue, data.link))),
    }


async def take(manager: DialogManager, venue: str | None, link: str | None) -> None:
    await answer(manager, "place", venue=venue, link=link)


async def on_later(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await take(manager, None, None)


window = Window(
    Say("event-desk-new-place"),
    place_input(take),
    Button(Label("event-desk-btn-place-later"), id="later", on_click=on_later),
    *steps("place"),
    state=EventDesk.new_place,
    getter=getter,
    preview_data={"said": True, "has_place": True, "place": "Школа № 1"},
)
