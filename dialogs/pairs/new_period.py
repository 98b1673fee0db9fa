from datetime import date, time
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import back_to
from dialogs.common.typed_time import typed_moment
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.pairs.data import NewPair
from dialogs.states import Pairs
from services.mentoring.rules import periods

PERIODS = 3
"""Ends that are offered."""
NOON = time(12)
"""Of a day that somebody types the hour does not matter."""


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


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    moment = await typed_moment(message, manager, typed, NOON)
    if moment is not None:
        change(manager, NewPair, ends_on=moment.astimezone(context(manager).zone).date())
        await manager.switch_to(Pairs.new_confirm)


window = Window(
    Say("pairs-new-period"),
    TextInput(id="ends_on", on_success=on_typed),
    choices("periods", on_chosen, str, most=PERIODS, label=Label("pairs-period")),
    back_to(Pairs.new_order),
    state=Pairs.new_period,
    getter=getter,
    preview_data={
        "number": "№ 47",
        "day": date(2026, 9, 2),
        "periods": [{"id": "2027-05-31", "kind": "school_year", "ends_on": date(2027, 5, 31)}],
    },
)
