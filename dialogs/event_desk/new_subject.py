from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.steps import answer
from dialogs.states import EventDesk


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    subjects = ctx.content.subjects
    return {"subjects": [{"id": code, "name": subjects.name(code, ctx.locale)} for code in subjects.codes()]}


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, subject: str) -> None:
    await answer(manager, EventDesk.new_when, subject=subject)


async def on_everyone(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await answer(manager, EventDesk.new_when, subject=None)


window = Window(
    Say("event-desk-new-subject"),
    Button(Label("event-desk-btn-everyone"), id="everyone", on_click=on_everyone),
    choices("subjects", on_chosen, str, width=2),
    back_to(EventDesk.new_title),
    state=EventDesk.new_subject,
    getter=getter,
    preview_data={"subjects": [{"id": "mathematics", "name": "Математика"}]},
)
