from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from db.vocabulary import Role
from dialogs.common.context import context, refresh
from dialogs.common.data import read
from dialogs.common.nav import back_to, go_to_menu
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.staff.data import StaffData
from dialogs.states import Staff
from services.people import roles, staff
from services.requests.tutors import stop_tutoring


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, StaffData)
    assert data.person_id is not None
    role = Role(data.role)
    async with ctx.reading() as session:
        person = await staff.in_scope(session, ctx.person, data.person_id, ctx.now())
        seat = await roles.seat(session, person, role)
    return {
        "full_name": person.full_name,
        "role": str(role),
        "unit": seat.name,
        "taking": person.has(role),
        "giving": not person.has(role),
    }


async def on_give(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, StaffData)
    assert data.person_id is not None
    async with ctx.transaction() as session:
        await roles.give(
            session, ctx.person, data.person_id, Role(data.role), ctx.now(), ctx.house.zone, ctx.content.calendar
        )
    await _show_card(manager)


async def on_take(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, StaffData)
    assert data.person_id is not None
    async with ctx.transaction() as session:
        await roles.take(
            session, ctx.person, data.person_id, Role(data.role), ctx.now(), ctx.house.zone, ctx.content.calendar
        )
        if data.role == Role.TUTOR:
            await stop_tutoring(session, data.person_id, ctx.now(), ctx.house.zone, ctx.content.calendar)
    await _show_card(manager)


async def _show_card(manager: DialogManager) -> None:
    """The administrator may have laid down her own role."""
    ctx = await refresh(manager)
    if ctx.person.has(Role.ADMINISTRATOR):
        await manager.switch_to(Staff.card)
    else:
        await go_to_menu(manager)


window = Window(
    Say("staff-role"),
    Column(
        Button(Label("staff-btn-give"), id="give", on_click=on_give, when="giving"),
        Button(Label("staff-btn-take"), id="take", on_click=on_take, when="taking"),
    ),
    back_to(Staff.card),
    state=Staff.role,
    getter=getter,
    preview_data={
        "full_name": "Тихонова Галина Фёдоровна",
        "role": "methodist",
        "unit": "Заречный район",
        "taking": False,
        "giving": True,
    },
)
