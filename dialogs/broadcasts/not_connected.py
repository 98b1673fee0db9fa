from typing import Any

from aiogram_dialog import DialogManager

from dialogs.broadcasts.data import BroadcastData, PeoplePage
from dialogs.broadcasts.names import PEOPLE_PAGE, by_school
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.pager import pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.states import Broadcasts
from services.broadcasts.listing import audience, not_connected, one


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, page = context(dialog_manager), read(dialog_manager, PeoplePage).page
    async with ctx.reading() as session:
        segment = (await one(session, ctx.person, read(dialog_manager, BroadcastData).opened)).segment
        people, total = await not_connected(session, ctx.person, segment, ctx.now(), PEOPLE_PAGE, page * PEOPLE_PAGE)
        counts = await audience(session, ctx.person, segment, ctx.now())
    return {
        "lines": by_school(ctx.words, people),
        "sheets": counts.not_connected,
        "blocked": counts.blocked,
        **pages(page, total, PEOPLE_PAGE),
    }


window = Window(
    Say("broadcasts-not-connected"),
    pager(PeoplePage),
    back_to(Broadcasts.preview),
    state=Broadcasts.not_connected,
    getter=getter,
    preview_data={"lines": "Сосновская ООШ\n— Петрова Анна Петровна", "sheets": 3, "blocked": 1, **pages(0, 1)},
)
