from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.events.api import open_event, open_my_events
from dialogs.events.data import CatalogueData
from dialogs.events.narrow import clear
from dialogs.events.words import SAMPLE, buttons, listed
from dialogs.states import Events
from services.events.catalogue import Narrowing, upcoming


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, CatalogueData)
    wanted = Narrowing(data.only_mine, data.month, data.kind, data.only_free)
    first = data.page * PAGE
    async with ctx.reading() as session:
        page = await upcoming(session, ctx.person, wanted, ctx.zone, ctx.now(), PAGE, first, by_date=data.by_date)
    subjects = None if data.by_date else ctx.person.subjects
    return {
        "events": buttons(ctx.words, page.events),
        "lines": listed(ctx.words, page.events, ctx.now(), subjects),
        "narrowed": wanted != Narrowing(),
        "nothing_fits": wanted != Narrowing() and not page.total,
        "anonymous": ctx.person.anonymous,
        **pages(data.page, page.total),
    }


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, event_id: int) -> None:
    await open_event(manager, event_id)


async def to_mine(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_my_events(manager)


window = Window(
    Say("events-catalogue"),
    choices("events", on_chosen, int, most=PAGE),
    Button(Label("events-btn-filter-clear"), id="clear", on_click=clear, when="nothing_fits"),
    pager(CatalogueData),
    Row(
        SwitchTo(Label("events-btn-filters"), id="filters", state=Events.filters),
        Button(Label("events-btn-mine"), id="mine", on_click=to_mine),
    ),
    leave(),
    state=Events.catalogue,
    getter=getter,
    preview_data={
        **SAMPLE,
        "narrowed": False,
        "nothing_fits": False,
        "anonymous": False,
        **pages(1, 26),
    },
    preview_faces={
        "nothing_fits": {"events": [], "lines": "", "narrowed": True, "nothing_fits": True, **pages(0, 0)},
        "anonymous": {"anonymous": True, "narrowed": True},
    },
)
