from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from dialogs.common.context import context, refresh
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.noted import noted
from dialogs.common.typed_name import PREVIEW, name_data
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.profile.data import NewName
from dialogs.states import Profile
from services.people.correct import rename


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return name_data(read(dialog_manager, NewName).typed)


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await rename(session, ctx.person.id, read(manager, NewName).typed, ctx.now())
    await refresh(manager)
    await noted(manager)
    await manager.switch_to(Profile.card)


window = Window(
    Say("entry-name-confirm"),
    Row(
        Button(Label("entry-btn-name-right"), id="yes", on_click=on_yes),
        SwitchTo(Label("entry-btn-name-wrong"), id="no", state=Profile.name),
    ),
    back_to(Profile.correct),
    state=Profile.name_confirm,
    getter=getter,
    preview_data=PREVIEW,
)
