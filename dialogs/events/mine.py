from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.events.api import open_event
from dialogs.events.data import MineData
from dialogs.events.words import SAMPLE, buttons, listed
from dialogs.states import Events
from services.events.catalogue import mine


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, MineData)
    first = data.page * PAGE
    async with ctx.reading() as session:
        page = await mine(session, ctx.person.id, ctx.now(), data.past, PAGE, first)
    return {
        "events": buttons(ctx.words, page.events),
        "lines": listed(ctx.words, page.events, ctx.now()),
        "past": data.past,
        **pages(data.page, page.total),
    }


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, event_id: int) -> None:
    await open_event(manager, event_id)


async def on_other(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, MineData(past=not read(manager, MineData).past))


window = Window(
    Say("events-mine"),
    choices("events", on_chosen, int, most=PAGE),
    pager(MineData),
    Button(Label("events-btn-mine-other"), id="other", on_click=on_other),
    leave(),
    state=Events.mine,
    getter=getter,
    preview_data={
        **SAMPLE,
        "past": False,
        **pages(0, 1),
    },
    preview_faces={
        "none": {"events": [], "lines": "", **pages(0, 0)},
        "past": {"past": True},
    },
)
