from typing import Any

from aiogram import F
from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from dialogs.common.context import context
from dialogs.common.language import switch_language
from dialogs.common.nav import menu_if_known
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.entry.code import try_code
from dialogs.entry.no_code import without_code
from dialogs.states import Entry
from services.people.rules import looks_like_code


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"known": context(dialog_manager).visitor.person is not None}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    """Whoever holds the sheet writes its code at once, whatever the buttons say."""
    await manager.switch_to(Entry.code)
    await try_code(manager, typed)


window = Window(
    Say("entry-welcome"),
    TextInput(id="code_at_once", on_success=on_typed, filter=F.text.func(looks_like_code)),
    Column(
        SwitchTo(Label("entry-btn-have-code"), id="have_code", state=Entry.code),
        Button(Label("entry-btn-no-code"), id="no_code", on_click=without_code),
        Button(Label("common-btn-other-language"), id="language", on_click=switch_language),
    ),
    menu_if_known(),
    state=Entry.welcome,
    getter=getter,
    preview_data={"known": False},
)
