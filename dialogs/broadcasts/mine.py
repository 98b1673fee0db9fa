from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from db.vocabulary import BroadcastStatus
from dialogs.broadcasts.data import BroadcastData, ListPage, Replacing
from dialogs.broadcasts.formatting import gist
from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Broadcasts
from locales import Safe
from services.broadcasts.listing import card, in_sight
from services.broadcasts.rules import Came
from services.broadcasts.views import BroadcastView

GIST = 60
"""Characters of the message in its line of the list."""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, page = context(dialog_manager), read(dialog_manager, ListPage).page
    async with ctx.reading() as session:
        found, total = await in_sight(session, ctx.person, ctx.now(), PAGE, page * PAGE)
    items = [_item(broadcast) for broadcast in found]
    return {
        "items": items,
        "lines": Safe("\n".join(ctx.words.html("broadcasts-list-line", **item) for item in items)),
        "any": bool(total),
        **pages(page, total),
    }


def _item(broadcast: BroadcastView) -> dict[str, Any]:
    return {
        "id": broadcast.id,
        "gist": gist(broadcast.message.html, GIST),
        "status": str(broadcast.status),
        "what": _what(broadcast),
        "name": gist(broadcast.message.attached.name, GIST) if broadcast.message.attached else "",
        "own": broadcast.own,
        "surname": broadcast.message.author.partition(" ")[0],
    }


def _what(broadcast: BroadcastView) -> str:
    """By what it is recognised: its words, else its picture or file."""
    attached = broadcast.message.attached
    return "text" if broadcast.length else attached.kind if attached else "nothing"


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, broadcast_id: int) -> None:
    ctx = context(manager)
    async with ctx.reading() as session:
        found = await card(session, ctx.person, broadcast_id, ctx.now())
    _begin(manager, broadcast_id)
    draft = found.broadcast.status == BroadcastStatus.DRAFT
    await manager.switch_to(Broadcasts.text if draft else Broadcasts.progress)


async def on_new(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    _begin(manager, None)
    await manager.switch_to(Broadcasts.text)


def _begin(manager: DialogManager, broadcast_id: int | None) -> None:
    """Nothing that came for another draft matters to this one."""
    save(manager, BroadcastData(broadcast_id))
    save(manager, Came())
    save(manager, Replacing())


window = Window(
    Say("broadcasts-list"),
    choices("items", on_chosen, int, most=PAGE, label=Label("broadcasts-list-item")),
    pager(ListPage),
    Button(Label("broadcasts-btn-new"), id="new", on_click=on_new),
    leave(),
    state=Broadcasts.list,
    getter=getter,
    preview_data={
        "items": [
            {
                "id": 1,
                "gist": "Семинар перенесён на пятницу: приходите в 15:00 в школу № 1.",
                "status": "done",
                "what": "text",
                "name": "",
                "own": False,
                "surname": "Белова",
            }
        ],
        "lines": "№ 1. Ушла (Белова): Семинар перенесён на пятницу: приходите в 15:00 в школу № 1.",
        "any": True,
        **pages(0, 1),
    },
)
