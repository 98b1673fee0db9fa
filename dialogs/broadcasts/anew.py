from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.broadcasts.data import BroadcastData, Replacing
from dialogs.broadcasts.formatting import gist
from dialogs.common.context import context
from dialogs.common.data import change, read, save
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Broadcasts
from services.broadcasts.compose import clear
from services.broadcasts.listing import one
from services.broadcasts.rules import Came

GIST = 200


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        draft = await one(session, ctx.person, read(dialog_manager, BroadcastData).opened)
    return {"gist": gist(draft.message.html, GIST), "empty": not draft.length}


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await clear(session, ctx.person, read(manager, BroadcastData).opened)
    change(manager, BroadcastData, previewed=False)
    save(manager, Came())
    save(manager, Replacing())
    await manager.switch_to(Broadcasts.text)


window = Window(
    Say("broadcasts-anew"),
    Button(Label("broadcasts-btn-anew-yes"), id="yes", on_click=on_yes),
    back_to(Broadcasts.text),
    state=Broadcasts.anew,
    getter=getter,
    preview_data={"gist": "Семинар перенесён на пятницу.", "empty": False},
)
