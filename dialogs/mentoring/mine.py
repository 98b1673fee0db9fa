from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.longest import LONG_NAME
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.mentoring.data import MyPairs
from dialogs.states import CheckIns
from services.mentoring.mine import my_pairs


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, MyPairs)
    now = ctx.now()
    async with ctx.reading() as session:
        mine = [
            pair for pair in await my_pairs(session, ctx.person, now, ctx.zone, ctx.content) if pair.side is data.side
        ]
    return {
        "side": data.side,
        "pairs": [
            {
                "id": pair.id,
                "partner": f"{pair.partner.surname} {pair.partner.given}".strip(),
                "over": pair.over,
                "waiting": pair.due_at is not None and pair.due_at <= now,
            }
            for pair in mine[data.page * PAGE : (data.page + 1) * PAGE]
        ],
        "active": sum(not pair.over for pair in mine),
        **pages(data.page, len(mine)),
    }


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, pair_id: int) -> None:
    change(manager, MyPairs, pair_id=pair_id)
    await manager.switch_to(CheckIns.pair)


window = Window(
    Say("mentoring-mine"),
    choices("pairs", on_chosen, int, most=PAGE, label=Label("mentoring-mine-row")),
    pager(MyPairs),
    leave(),
    state=CheckIns.mine,
    getter=getter,
    preview_data={
        "side": "mentor",
        "pairs": [
            {"id": 1, "partner": "Воронов Илья", "over": False, "waiting": True},
            {"id": 2, "partner": "Белых Ольга", "over": True, "waiting": False},
        ],
        "active": 1,
        **pages(0, 1),
    },
    preview_faces={
        "longest": {"pairs": [{"id": 1, "partner": LONG_NAME, "over": False, "waiting": True}]},
    },
)
