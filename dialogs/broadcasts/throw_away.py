from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from db.vocabulary import BroadcastStatus
from dialogs.broadcasts.data import BroadcastData
from dialogs.broadcasts.formatting import gist
from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.nav import menu
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Broadcasts
from services.broadcasts.compose import throw_away
from services.broadcasts.listing import one

GIST = 200


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        draft = await one(session, ctx.person, read(dialog_manager, BroadcastData).opened)
    written = {"gist": gist(draft.message.html, GIST), "empty": not draft.length}
    return {**written, "draft": draft.status == BroadcastStatus.DRAFT, "id": draft.id}


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await throw_away(session, ctx.person, read(manager, BroadcastData).opened)
    save(manager, BroadcastData())
    await manager.switch_to(Broadcasts.list)


async def on_back(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.reading() as session:
        found = await one(session, ctx.person, read(manager, BroadcastData).opened)
    await manager.switch_to(Broadcasts.text if found.status == BroadcastStatus.DRAFT else Broadcasts.progress)


window = Window(
    Say("broadcasts-throw-away"),
    Button(Label("broadcasts-btn-throw-away-yes"), id="yes", on_click=on_yes),
    Row(Button(Label("common-btn-back"), id="back", on_click=on_back), menu()),
    state=Broadcasts.throw_away,
    getter=getter,
    preview_data={"gist": "Семинар перенесён на пятницу.", "empty": False, "draft": False, "id": 3},
)
