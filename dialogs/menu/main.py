from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group

from db.vocabulary import Role
from dialogs.common.context import context
from dialogs.common.words import Label, Say
from dialogs.profile.api import open_profile
from dialogs.states import Menu


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    person = context(dialog_manager).person
    return {
        "name": person.polite_name,
        "anonymous": person.anonymous,
        "is_tutor": person.has(Role.TUTOR),
        "is_methodist": person.has(Role.METHODIST, Role.ADMINISTRATOR),
        "is_administrator": person.has(Role.ADMINISTRATOR),
    }


async def to_profile(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_profile(manager)


window = Window(
    Say("menu-hello"),
    Group(
        Button(Label("menu-btn-profile"), id="profile", on_click=to_profile),
        width=2,
    ),
    state=Menu.main,
    getter=getter,
    preview_data={
        "name": "Анна Петровна",
        "anonymous": False,
        "is_tutor": True,
        "is_methodist": True,
        "is_administrator": True,
    },
)
