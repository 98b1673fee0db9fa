from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.pairs.data import NewPair, PairsDesk
from dialogs.states import Pairs
from services.errors import NotFound
from services.mentoring.new_pair import Order, doubts, make_pair, two


def _order(data: NewPair) -> Order:
    if data.day is None or data.ends_on is None:
        raise NotFound()
    return Order(data.number, data.day, data.ends_on)


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, NewPair)
    order = _order(data)
    async with ctx.reading() as session:
        mentor, mentee = await two(session, ctx.person, data.mentor_id, data.mentee_id, ctx.now())
        found = await doubts(session, mentor, mentee, ctx.now(), ctx.zone)
    return {
        "number": order.number,
        "day": order.day,
        "ends_on": order.ends_on,
        "mentor": mentor.full_name,
        "mentee": mentee.full_name,
        "mentor_school": mentor.unit_name or "",
        "mentee_school": mentee.unit_name or "",
        "others": ", ".join(found.mentors),
        "has_others": bool(found.mentors),
        "less_experienced": found.less_experienced,
    }


async def on_sure(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, NewPair)
    async with ctx.transaction() as session:
        pair_id = await make_pair(
            session,
            ctx.person,
            data.mentor_id,
            data.mentee_id,
            _order(data),
            ctx.now(),
            ctx.house.zone,
            ctx.content.calendar,
        )
    change(manager, PairsDesk, pair_id=pair_id)
    await manager.switch_to(Pairs.card)


window = Window(
    Multi(
        Say("pairs-new-confirm"),
        Say("pairs-new-others", when="has_others"),
        Say("pairs-new-less-experienced", when="less_experienced"),
        sep="\n\n",
    ),
    Button(Label("pairs-btn-record"), id="sure", on_click=on_sure),
    back_to(Pairs.new_period),
    state=Pairs.new_confirm,
    getter=getter,
    preview_data={
        "number": "№ 47",
        "day": date(2026, 9, 2),
        "ends_on": date(2027, 5, 31),
        "mentor": "Орлова Татьяна Сергеевна",
        "mentee": "Воронов Илья Сергеевич",
        "mentor_school": "СОШ № 1",
        "mentee_school": "СОШ № 1",
        "others": "Смирнова Ирина Викторовна",
        "has_others": True,
        "less_experienced": True,
    },
)
