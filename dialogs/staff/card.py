from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from db.vocabulary import Role
from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import change, read, save
from dialogs.common.longest import LONG_NAME, LONGEST
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.staff.data import NewPerson, StaffData
from dialogs.states import Staff
from locales import Words
from services.people import staff
from services.people.roles import GIVEN_BY_HAND


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    person_id = read(dialog_manager, StaffData).person_id
    assert person_id is not None
    async with ctx.reading() as session:
        card = await staff.card(session, ctx.person, person_id, ctx.now())
    person = card.person
    roles = dict.fromkeys(ctx.words.plain(f"profile-role-{held.role}") for held in person.roles)
    return {
        "full_name": person.full_name,
        "school": person.unit_name,
        "subjects": ", ".join(ctx.content.subjects.name(code, ctx.locale) for code in person.subjects),
        "some_subjects": bool(person.subjects),
        "roles": ", ".join(roles),
        "some_roles": bool(roles),
        "inside": "now" if card.connected else "before" if person.consented else "never",
        "may_let_in": card.may_let_in,
        "absent": card.may_let_in and not card.connected,
        "correctable": card.may_let_in and not (card.connected or person.consented),
        "shuttable": card.may_let_in and card.connected and person.id != ctx.person.id,
        "roles_by_hand": [
            *(_role(ctx.words, "staff-give-role", role) for role in GIVEN_BY_HAND if not person.has(role)),
            *(_role(ctx.words, "staff-take-role", role) for role in GIVEN_BY_HAND if person.has(role)),
        ],
    }


def _role(words: Words, key: str, role: Role) -> dict[str, str]:
    return {"id": str(role), "name": words.plain(key, role=str(role))}


async def on_role(query: CallbackQuery, select: Any, manager: DialogManager, role: str) -> None:
    change(manager, StaffData, role=role)
    await manager.switch_to(Staff.role)


async def on_code(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The sheet as it stands; a new code only where there is none."""
    ctx = context(manager)
    person_id = read(manager, StaffData).person_id
    assert person_id is not None
    async with ctx.transaction() as session:
        if (await staff.card(session, ctx.person, person_id, ctx.now())).code is None:
            await staff.issue_code(session, ctx.person, person_id, ctx.now())
    await manager.switch_to(Staff.code)


async def on_correct(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """What stands on her sheet; once she has entered she corrects it herself."""
    ctx, person_id = context(manager), read(manager, StaffData).person_id
    assert person_id is not None
    async with ctx.reading() as session:
        person = (await staff.card(session, ctx.person, person_id, ctx.now())).person
    known = NewPerson(person.id, True, person.full_name, person.unit_id, person.unit_name or "", person.subjects)
    save(manager, known)
    await manager.switch_to(Staff.new_confirm)


window = Window(
    Say("staff-card"),
    Column(
        Button(Label("staff-btn-code"), id="code", on_click=on_code, when="absent"),
        Button(Label("staff-btn-correct"), id="correct", on_click=on_correct, when="correctable"),
        choices("roles_by_hand", on_role, str, most=len(GIVEN_BY_HAND)),
        SwitchTo(Label("staff-btn-disconnect"), id="disconnect", state=Staff.disconnect, when="shuttable"),
    ),
    back_to(Staff.find),
    state=Staff.card,
    getter=getter,
    preview_data={
        "full_name": "Тихонова Галина Фёдоровна",
        "school": "Ольховская СОШ",
        "subjects": "Биология",
        "some_subjects": True,
        "roles": "учитель",
        "some_roles": True,
        "inside": "never",
        "may_let_in": True,
        "absent": True,
        "correctable": True,
        "shuttable": False,
        "roles_by_hand": [
            {"id": "tutor", "name": "Сделать тьютором"},
            {"id": "administrator", "name": "Больше не администратор"},
        ],
    },
    preview_faces={
        "connected": {"inside": "now", "absent": False, "correctable": False, "shuttable": True},
        "longest": {"full_name": LONG_NAME, "school": LONGEST["school"]},
    },
)
