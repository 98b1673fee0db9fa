from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.broadcasts.data import BroadcastData, Ended
from dialogs.broadcasts.names import PEOPLE_PAGE, by_school
from dialogs.broadcasts.progress import on_resend
from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.longest import LONG_NAME, LONGEST
from dialogs.common.nav import back_to
from dialogs.common.pager import pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Broadcasts
from services.broadcasts.listing import card, people_of
from services.broadcasts.views import End, Figures

FIRST = (End.FAILED, End.BLOCKED, End.NOT_CONNECTED, End.DROPPED, End.WAITING, End.SENT)
"""Whoever missed it is what an author looks for."""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, ended = context(dialog_manager), read(dialog_manager, Ended)
    broadcast_id = read(dialog_manager, BroadcastData).opened
    async with ctx.reading() as session:
        found = await card(session, ctx.person, broadcast_id, ctx.now())
        end = End(ended.end) if ended.end else _first(found.figures)
        people, total = await people_of(session, ctx.person, broadcast_id, end, PEOPLE_PAGE, ended.page * PEOPLE_PAGE)
    others = {one: getattr(found.figures, one) for one in End if one != end}
    return {
        "end": end.value,
        "lines": by_school(ctx.words, people),
        "ends": [{"id": one.value, "end": one.value, "count": count} for one, count in others.items() if count],
        "resendable": found.resendable,
        "may_resend": found.resendable > 0 and not found.figures.waiting,
        **pages(ended.page, total, PEOPLE_PAGE),
    }


def _first(figures: Figures) -> End:
    return next((end for end in FIRST if getattr(figures, end)), End.SENT)


async def on_end(query: CallbackQuery, select: Any, manager: DialogManager, end: str) -> None:
    save(manager, Ended(end))


window = Window(
    Say("broadcasts-people"),
    pager(Ended),
    choices("ends", on_end, str, most=len(End) - 1, label=Label("broadcasts-end")),
    Button(Label("broadcasts-btn-resend"), id="resend", on_click=on_resend, when="may_resend"),
    back_to(Broadcasts.progress),
    state=Broadcasts.people,
    getter=getter,
    preview_data={
        "end": "failed",
        "lines": "Сосновская ООШ\n— Петрова Анна Петровна",
        "ends": [
            {"id": end, "end": end, "count": 140} for end in ("sent", "waiting", "blocked", "dropped", "not_connected")
        ],
        "resendable": 1,
        "may_resend": True,
        **pages(0, 1),
    },
    preview_faces={
        "longest": {
            "lines": "\n\n".join([f"{LONGEST['school'][:60]}\n— {LONG_NAME[:60]}: мессенджер не находит чата"] * 20),
            "ends": [],
        },
    },
)
