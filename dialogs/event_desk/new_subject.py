from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.subject_ticks import PREVIEW, subject_data
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.steps import answer, said, steps
from dialogs.event_desk.whom import whom_keyboard
from dialogs.states import EventDesk


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, (data, answered) = context(dialog_manager), said(dialog_manager, "subject")
    names = [ctx.content.subjects.name(code, ctx.locale) for code in data.subjects]
    return {
        **await subject_data(dialog_manager),
        "said": answered,
        "for_everyone": not names,
        "chosen": ", ".join(names),
    }


async def take(manager: DialogManager, subjects: tuple[str, ...]) -> None:
    await answer(manager, "subject", subjects=subjects)


window = Window(
    Say("event-desk-new-subject"),
    *whom_keyboard(take),
    *steps("subject"),
    state=EventDesk.new_subject,
    getter=getter,
    preview_data={**PREVIEW, "said": True, "for_everyone": False, "chosen": "Математика"},
)
