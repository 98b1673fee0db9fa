from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.pairs.data import PairsDesk
from dialogs.states import Pairs
from services.mentoring.desk import end_pair, pair_card


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, PairsDesk)
    async with ctx.reading() as session:
        card = await pair_card(session, ctx.person, data.pair_id, ctx.now(), ctx.zone)
    erased = ctx.words.plain("pairs-erased")
    return {
        "ending": data.ending,
        "mentor": card.mentor.full_name if card.mentor else erased,
        "mentee": card.mentee.full_name if card.mentee else erased,
    }


async def on_sure(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, PairsDesk)
    async with ctx.transaction() as session:
        await end_pair(session, ctx.person, data.pair_id, data.ending, ctx.now(), ctx.house.zone, ctx.content.calendar)
    await manager.switch_to(Pairs.card)


window = Window(
    Say("pairs-end"),
    Button(Label("pairs-btn-end-sure"), id="sure", on_click=on_sure),
    back_to(Pairs.card),
    state=Pairs.end,
    getter=getter,
    preview_data={
        "ending": "stopped",
        "mentor": "Орлова Татьяна Сергеевна",
        "mentee": "Воронов Илья Сергеевич",
    },
)
