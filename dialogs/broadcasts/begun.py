from typing import Any

from aiogram_dialog import DialogManager

from db.vocabulary import BroadcastStatus
from dialogs.broadcasts.data import BroadcastData
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.states import Broadcasts
from services.broadcasts.listing import one


async def to_progress(manager: DialogManager) -> None:
    """What goes at once is told of by its live message alone; what is to go later has a window."""
    ctx = context(manager)
    async with ctx.reading() as session:
        found = await one(session, ctx.person, read(manager, BroadcastData).opened)
    going = found.status == BroadcastStatus.SENDING
    await manager.switch_to(Broadcasts.begun if going else Broadcasts.progress)


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"id": read(dialog_manager, BroadcastData).opened}


window = Window(
    Say("broadcasts-begun"),  # nothing that changes: the live message stands below
    back_to(Broadcasts.list),
    state=Broadcasts.begun,
    getter=getter,
    preview_data={"id": 3},
)
