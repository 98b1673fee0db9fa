from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.steps import answer
from dialogs.event_desk.texts import title_input
from dialogs.states import EventDesk


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


async def take(manager: DialogManager, title: str) -> None:
    await answer(manager, "title", title=title)


window = Window(
    Say("event-desk-new-title"),
    title_input(take),
    back_to(EventDesk.new_kind),
    state=EventDesk.new_title,
    getter=getter,
    preview_data={},
)
