from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.data import change, read, save
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.person_rows import PREVIEW, person_choices, person_rows
from dialogs.common.subject_ticks import tick
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.staff.data import NewPerson, StaffData
from dialogs.states import Staff
from services.people import staff

LONGEST_NAME = 60


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, StaffData)
    async with ctx.reading() as session:
        found, total = await staff.find(session, ctx.person, data.typed, PAGE, data.page * PAGE, ctx.now())
    return {
        "people": person_rows(found),
        "typed": data.typed,
        "searched": bool(data.typed),
        **pages(data.page, total),
    }


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    change(manager, StaffData, typed=typed.strip()[:LONGEST_NAME], page=0)


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, person_id: int) -> None:
    change(manager, StaffData, person_id=person_id)
    await manager.switch_to(Staff.card)


async def on_new(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, NewPerson())
    await tick(manager, ())
    await manager.switch_to(Staff.new_name)


window = Window(
    Say("staff-find"),
    TextInput(id="typed", on_success=on_typed),
    person_choices(on_chosen, PAGE),
    pager(StaffData),
    Button(Label("staff-btn-new"), id="new", on_click=on_new),
    leave(),
    state=Staff.find,
    getter=getter,
    preview_data={
        **PREVIEW,
        "typed": "Петр",
        "searched": True,
        **pages(0, 7),
    },
)
