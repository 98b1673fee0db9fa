from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.data import change, read, save
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.staff.data import NewPerson, StaffData
from dialogs.states import Staff
from services.people import staff
from services.people.names import read_name
from services.people.staff import Prepared


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, new = context(dialog_manager), read(dialog_manager, NewPerson)
    return {
        "name": read_name(new.name).full,
        "school": new.school,
        "subjects": ", ".join(ctx.content.subjects.name(code, ctx.locale) for code in new.subjects),
        "some_subjects": bool(new.subjects),
    }


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, new = context(manager), read(manager, NewPerson)
    assert new.unit_id is not None
    async with ctx.transaction() as session:
        prepared = Prepared(new.name, new.unit_id, new.subjects)
        person_id = await staff.prepare(session, ctx.person, prepared, ctx.now())
    save(manager, NewPerson())
    change(manager, StaffData, person_id=person_id)
    await manager.switch_to(Staff.code)


window = Window(
    Say("staff-new-confirm"),
    Button(Label("staff-btn-make"), id="make", on_click=on_yes),
    back_to(Staff.new_subjects),
    state=Staff.new_confirm,
    getter=getter,
    preview_data={
        "name": "Ким Мария Ивановна",
        "school": "Сосновская ООШ",
        "subjects": "Математика",
        "some_subjects": True,
    },
)
