from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.pairs.data import NewPair
from dialogs.pairs.find import PREVIEW, finder, found
from dialogs.states import Pairs
from services.mentoring.new_pair import refuse_known, two


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await found(dialog_manager, without=read(dialog_manager, NewPair).mentor_id)


async def choose(manager: DialogManager, person_id: int) -> None:
    """Refused at once when the two are a pair already; what has been told of the order stays."""
    ctx = context(manager)
    today = ctx.now().astimezone(ctx.house.zone).date()
    async with ctx.reading() as session:
        await two(session, ctx.person, read(manager, NewPair).mentor_id, person_id, ctx.now())
        await refuse_known(session, read(manager, NewPair).mentor_id, person_id, today)
    data = change(manager, NewPair, mentee_id=person_id)
    if data.day is None:
        await manager.switch_to(Pairs.new_order)
    elif data.ends_on is None or data.ends_on <= today:
        await manager.switch_to(Pairs.new_period)
    else:
        await manager.switch_to(Pairs.new_confirm)


window = Window(
    Say("pairs-new-mentee"),
    *finder(choose),
    back_to(Pairs.new_mentor),
    state=Pairs.new_mentee,
    getter=getter,
    preview_data=PREVIEW,
)
