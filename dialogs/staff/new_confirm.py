from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Row, SwitchTo

from dialogs.common.context import context
from dialogs.common.data import change, read, save
from dialogs.common.nav import menu
from dialogs.common.noted import noted
from dialogs.common.subject_ticks import tick
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.staff.data import NewPerson, StaffData
from dialogs.staff.new_steps import look_for_school
from dialogs.states import Staff
from services.people.names import read_name
from services.people.prepared import Prepared, correct_prepared, prepare


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, new = context(dialog_manager), read(dialog_manager, NewPerson)
    return {
        "name": read_name(new.name).full,
        "school": new.school,
        "subjects": ", ".join(ctx.content.subjects.name(code, ctx.locale) for code in new.subjects),
        "some_subjects": bool(new.subjects),
        "written": new.person_id is not None,
        "unwritten": new.person_id is None,
    }


async def on_make(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        person_id = await prepare(session, ctx.person, _prepared(manager), ctx.now())
    save(manager, NewPerson())
    change(manager, StaffData, person_id=person_id)
    await manager.switch_to(Staff.code)


async def on_keep(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, person_id = context(manager), read(manager, NewPerson).person_id
    assert person_id is not None
    async with ctx.transaction() as session:
        await correct_prepared(session, ctx.person, person_id, _prepared(manager), ctx.now())
    await noted(manager)
    await manager.switch_to(Staff.card)


def _prepared(manager: DialogManager) -> Prepared:
    new = read(manager, NewPerson)
    assert new.unit_id is not None
    return Prepared(new.name, new.unit_id, new.subjects)


async def to_school(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await look_for_school(manager)


async def to_subjects(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await tick(manager, read(manager, NewPerson).subjects)
    await manager.switch_to(Staff.new_subjects)


async def on_back(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await manager.switch_to(Staff.find if read(manager, NewPerson).person_id is None else Staff.card)


window = Window(
    Say("staff-new-confirm"),
    Column(
        Button(Label("staff-btn-make"), id="make", on_click=on_make, when="unwritten"),
        Button(Label("staff-btn-keep"), id="keep", on_click=on_keep, when="written"),
        SwitchTo(Label("staff-btn-fix-name"), id="fix_name", state=Staff.new_name),
        Button(Label("staff-btn-fix-school"), id="fix_school", on_click=to_school),
        Button(Label("staff-btn-fix-subjects"), id="fix_subjects", on_click=to_subjects),
    ),
    Row(Button(Label("common-btn-back"), id="back", on_click=on_back), menu()),
    state=Staff.new_confirm,
    getter=getter,
    preview_data={
        "name": "Ким Мария Ивановна",
        "school": "Сосновская ООШ",
        "subjects": "Математика",
        "some_subjects": True,
        "written": True,
        "unwritten": True,
    },
)
