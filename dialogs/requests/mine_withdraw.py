from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import menu
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.data import RequestPlace
from dialogs.requests.facts import SAMPLE, facts
from dialogs.requests.late import shown_if_late
from dialogs.requests.present import present
from dialogs.states import MyRequests
from services.requests.ask import withdraw
from services.requests.read import my_request


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, place = context(dialog_manager), read(dialog_manager, RequestPlace)
    async with ctx.reading() as session:
        view = (await my_request(session, ctx.person.id, place.request_id, ctx.now())).request
    return facts(view, ctx.words, ctx.content)


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, place = context(manager), read(manager, RequestPlace)
    async with shown_if_late(query, ctx), ctx.transaction() as session:
        await withdraw(session, ctx.person, place.request_id, present(ctx))
    await manager.switch_to(MyRequests.card)


window = Window(
    Say("requests-withdraw"),
    Column(
        Button(Label("requests-btn-withdraw-yes"), id="yes", on_click=on_yes),
        SwitchTo(Label("requests-btn-withdraw-no"), id="no", state=MyRequests.card),
    ),
    menu(),
    state=MyRequests.withdraw,
    getter=getter,
    preview_data=SAMPLE,
)
