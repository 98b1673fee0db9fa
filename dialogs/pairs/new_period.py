from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.pairs.data import NewPair
from dialogs.states import Pairs
from services.mentoring.rules import periods


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, NewPair)
    today = ctx.now().astimezone(ctx.zone).date()
    return {
        "number": data.number,
        "day": data.day or today,
        "periods": [
            {"id": ends_on.isoformat(), "kind": kind, "ends_on": ends_on}
            for kind, ends_on in periods(data.day or today, today).items()
        ],
    }


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, ends_on: str) -> None:
    change(manager, NewPair, ends_on=date.fromisoformat(ends_on))
    await manager.switch_to(Pairs.new_confirm)


window = Window(
    Say("pairs-new-period"),
    choices("periods", on_chosen, str, label=Label("pairs-period")),
    back_to(Pairs.new_order),
    state=Pairs.new_period,
    getter=getter,
    preview_data={
        "number": "№ 47",
        "day": date(2026, 9, 2),
        "periods": [{"id": "2027-05-31", "kind": "school_year", "ends_on": date(2027, 5, 31)}],
    },
)
