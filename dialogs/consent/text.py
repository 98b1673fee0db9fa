from dataclasses import dataclass
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from db.vocabulary import Purpose
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.pager import pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.consent.api import ConsentFor
from dialogs.consent.ask import on_agree
from dialogs.states import ConsentPlace


@dataclass(frozen=True)
class ConsentReading:
    page: int = 0


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    consent = ctx.content.consents.get(Purpose.ACCOUNT, ctx.locale)
    parts = consent.pages
    page = min(read(dialog_manager, ConsentReading).page, len(parts) - 1)
    return {
        "text": parts[page],
        "version": consent.version,
        "gender": read(dialog_manager, ConsentFor).gender,
        **pages(page, len(parts), size=1),
    }


window = Window(
    Say("consent-text"),
    pager(ConsentReading),
    Column(
        Button(Label("consent-btn-agree"), id="agree", on_click=on_agree),
        SwitchTo(Label("common-btn-back"), id="back", state=ConsentPlace.ask),
    ),
    state=ConsentPlace.text,
    getter=getter,
    preview_data={"text": "…", "version": "1.0", "gender": "woman", **pages(0, 1, size=1)},
)
