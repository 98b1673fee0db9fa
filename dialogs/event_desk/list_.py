from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from db.vocabulary import EventStatus
from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.nav import leave
from dialogs.common.pager import PAGE, pager, pages
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.data import DeskEvent, DeskList
from dialogs.event_desk.steps import begin
from dialogs.events.api import EVENTS_SAMPLE, event_buttons
from dialogs.states import EventDesk
from locales import Safe
from services.events.drafts import draft_of
from services.events.overview import own_events


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, DeskList)
    first = data.page * PAGE
    async with ctx.reading() as session:
        page = await own_events(session, ctx.person, ctx.now(), data.past, PAGE, first)
    lines = [
        ctx.words.html(
            "event-desk-line",
            title=event.title,
            starts_at=event.starts_at,
            now=ctx.now(),
            confirmed=event.confirmed,
            limited=event.capacity is not None,
            capacity=event.capacity or 0,
            line=event.waiting,
            cancelled=event.status == EventStatus.CANCELLED,
        )
        for event in page.events
    ]
    return {
        "past": data.past,
        "events": event_buttons(ctx.words, page.events),
        "lines": Safe("\n\n".join(lines)),
        **pages(data.page, page.total),
    }


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, event_id: int) -> None:
    save(manager, DeskEvent(event_id))
    await manager.switch_to(EventDesk.card)


async def on_new(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Before one that she has not finished is pushed out she is asked."""
    ctx = context(manager)
    async with ctx.reading() as session:
        unfinished = await draft_of(session, ctx.person.id)
    if unfinished is None:
        await begin(manager)
    else:
        await manager.switch_to(EventDesk.new_unfinished)


async def on_other(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    save(manager, DeskList(past=not read(manager, DeskList).past))


window = Window(
    Say("event-desk-list"),
    choices("events", on_chosen, int, most=PAGE),
    pager(DeskList),
    Row(
        Button(Label("event-desk-btn-new"), id="new", on_click=on_new),
        Button(Label("event-desk-btn-other"), id="other", on_click=on_other),
    ),
    leave(),
    state=EventDesk.list,
    getter=getter,
    preview_data={
        "past": False,
        **EVENTS_SAMPLE,
        **pages(1, 26),
    },
)
