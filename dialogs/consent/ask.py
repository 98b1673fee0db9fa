from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from dialogs.common.data import read
from dialogs.common.nav import leave_only
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.consent.api import RESULT, ConsentFor
from dialogs.states import ConsentPlace


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    whom = read(dialog_manager, ConsentFor)
    return {"gender": whom.gender, "mistake": whom.mistake}


async def on_agree(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await manager.done({RESULT: True})


async def on_refuse(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await manager.done({RESULT: False})


window = Window(
    Say("consent-mistake", when="mistake"),
    Say("consent-ask"),
    Column(
        SwitchTo(Label("consent-btn-read"), id="read", state=ConsentPlace.text),
        Button(Label("consent-btn-agree"), id="agree", on_click=on_agree),
        Button(Label("consent-btn-anonymous"), id="anonymous", on_click=on_refuse),
        leave_only(),
    ),
    state=ConsentPlace.ask,
    getter=getter,
    preview_data={"gender": "woman", "mistake": True},
)
