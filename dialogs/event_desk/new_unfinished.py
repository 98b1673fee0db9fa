from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.steps import begin
from dialogs.states import EventDesk
from services.events.drafts import draft_of, drop_draft
from services.events.views import Draft


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"title": (await _draft(dialog_manager) or Draft()).title}


async def _draft(manager: DialogManager) -> Draft | None:
    ctx = context(manager)
    async with ctx.reading() as session:
        return await draft_of(session, ctx.person.id)


async def on_continue(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Where it was published from another phone meanwhile, she begins anew."""
    await begin(manager, await _draft(manager))


async def on_anew(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await drop_draft(session, ctx.person.id)
    await begin(manager)


window = Window(
    Say("event-desk-unfinished"),
    Button(Label("event-desk-btn-continue"), id="continue", on_click=on_continue),
    Button(Label("event-desk-btn-anew"), id="anew", on_click=on_anew),
    back_to(EventDesk.list),
    state=EventDesk.new_unfinished,
    getter=getter,
    preview_data={"title": "Стереометрия: методы решения"},
)
