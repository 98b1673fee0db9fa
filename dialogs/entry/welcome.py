from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from dialogs.common.context import context, refresh
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Entry
from services.people.service import set_locale


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"known": context(dialog_manager).visitor.person is not None}


async def switch_language(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await set_locale(session, ctx.visitor.account_id, "en" if ctx.locale == "ru" else "ru")
    await refresh(manager)


window = Window(
    Say("entry-welcome"),
    Column(
        SwitchTo(Label("entry-btn-have-code"), id="have_code", state=Entry.code),
        SwitchTo(Label("entry-btn-no-code"), id="no_code", state=Entry.municipality),
        Button(Label("common-btn-other-language"), id="language", on_click=switch_language),
    ),
    state=Entry.welcome,
    getter=getter,
    preview_data={"known": False},
)
