from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.steps import answer, said, steps
from dialogs.event_desk.texts import title_input
from dialogs.states import EventDesk


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data, answered = said(dialog_manager, "title")
    return {"said": answered, "title": data.title}


async def take(manager: DialogManager, title: str) -> None:
    await answer(manager, "title", title=title)


window = Window(
    Say("event-desk-new-title"),
    title_input(take),
    *steps("title"),
    state=EventDesk.new_title,
    getter=getter,
    preview_data={"said": True, "title": "Стереометрия: методы решения"},
)
