from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from db.vocabulary import Purpose
from dialogs.common.context import context
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.consent.ask import on_agree
from dialogs.states import ConsentPlace


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    consent = ctx.content.consents.get(Purpose.ACCOUNT, ctx.locale)
    return {"text": consent.text, "version": consent.version}


window = Window(
    Say("consent-text"),
    Column(
        Button(Label("consent-btn-agree"), id="agree", on_click=on_agree),
        SwitchTo(Label("common-btn-back"), id="back", state=ConsentPlace.ask),
    ),
    state=ConsentPlace.text,
    getter=getter,
    preview_data={"text": "…", "version": "1.0"},
)
