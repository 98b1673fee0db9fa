from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Row, SwitchTo

from dialogs.common.context import context
from dialogs.common.nav import back_to
from dialogs.common.school_search import begin_search
from dialogs.common.subject_ticks import tick
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Profile


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"named": not context(dialog_manager).person.anonymous}


async def to_school(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await begin_search(manager, Profile.municipality, Profile.school)


async def to_subjects(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await tick(manager, context(manager).person.subjects)
    await manager.switch_to(Profile.subjects)


window = Window(
    Say("profile-correct"),
    Column(
        SwitchTo(Label("profile-btn-name"), id="name", state=Profile.name),
        Button(Label("profile-btn-school"), id="school", on_click=to_school),
        when="named",
    ),
    Row(
        Button(Label("profile-btn-subjects"), id="subjects", on_click=to_subjects),
        SwitchTo(Label("profile-btn-experience"), id="experience", state=Profile.experience),
    ),
    back_to(Profile.card),
    state=Profile.correct,
    getter=getter,
    preview_data={"named": True},
)
