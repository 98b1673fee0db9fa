from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.broadcasts.data import BroadcastData, PeoplePage
from dialogs.broadcasts.people import PEOPLE_PAGE, with_reasons
from dialogs.broadcasts.progress import on_resend
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.pager import pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Broadcasts
from services.broadcasts.listing import card, not_reached


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, page = context(dialog_manager), read(dialog_manager, PeoplePage).page
    broadcast_id = read(dialog_manager, BroadcastData).opened
    async with ctx.reading() as session:
        people, total = await not_reached(session, ctx.person, broadcast_id, PEOPLE_PAGE, page * PEOPLE_PAGE)
        found = await card(session, ctx.person, broadcast_id)
    return {
        "lines": with_reasons(ctx.words, people),
        "resendable": found.resendable,
        "may_resend": found.resendable > 0,
        **pages(page, total, PEOPLE_PAGE),
    }


window = Window(
    Say("broadcasts-failed"),
    Button(Label("broadcasts-btn-resend"), id="resend", on_click=on_resend, when="may_resend"),
    pager(PeoplePage),
    back_to(Broadcasts.progress),
    state=Broadcasts.failed,
    getter=getter,
    preview_data={"lines": "Петрова Анна Петровна", "resendable": 1, "may_resend": True, **pages(0, 1)},
)
