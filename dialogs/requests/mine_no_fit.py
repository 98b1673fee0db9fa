from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import menu
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.requests.answer_time import answer_set_time
from dialogs.requests.data import RequestPlace
from dialogs.requests.facts import SAMPLE, facts
from dialogs.states import MyRequests
from services.requests.read import my_request


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, place = context(dialog_manager), read(dialog_manager, RequestPlace)
    async with ctx.reading() as session:
        side = await my_request(session, ctx.person.id, place.request_id, ctx.now())
    return {**facts(side.request, ctx.words, ctx.content), "agreed": side.agreed}


async def on_yes(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await answer_set_time(query, manager, suits=False)
    await manager.switch_to(MyRequests.card)


window = Window(
    Say("requests-no-fit"),
    Column(
        Button(Label("requests-btn-no-fit-yes"), id="yes", on_click=on_yes),
        SwitchTo(Label("requests-btn-no-fit-no"), id="no", state=MyRequests.card),
    ),
    menu(),
    state=MyRequests.no_fit,
    getter=getter,
    preview_data={**SAMPLE, "agreed": True},
)
