from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput

from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.pairs.data import NewPair
from dialogs.states import Pairs
from locales.orders import read_order
from services.mentoring.rules import is_plausible_order


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    ctx = context(manager)
    today = ctx.now().astimezone(ctx.zone).date()
    order = read_order(typed, today)
    if order is None or not is_plausible_order(order[1], today):
        key = "pairs-order-unclear" if order is None else "pairs-order-date"
        await message.answer(ctx.words.html(key))
        return
    change(manager, NewPair, number=order[0], day=order[1])
    await manager.switch_to(Pairs.new_period)


window = Window(
    Say("pairs-new-order"),
    TextInput(id="order", on_success=on_typed),
    back_to(Pairs.new_mentee),
    state=Pairs.new_order,
    getter=getter,
    preview_data={},
)
