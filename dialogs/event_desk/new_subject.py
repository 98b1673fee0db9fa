from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.nav import back_to
from dialogs.common.subject_ticks import PREVIEW, subject_data
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.steps import answer
from dialogs.event_desk.whom import whom_keyboard
from dialogs.states import EventDesk


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await subject_data(dialog_manager)


async def take(manager: DialogManager, subjects: tuple[str, ...]) -> None:
    await answer(manager, "subject", subjects=subjects)


window = Window(
    Say("event-desk-new-subject"),
    *whom_keyboard(take),
    back_to(EventDesk.new_title),
    state=EventDesk.new_subject,
    getter=getter,
    preview_data=PREVIEW,
)
