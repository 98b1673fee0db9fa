from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Row, SwitchTo

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import menu
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.data import DeskEvent
from dialogs.events.api import event_words
from dialogs.states import EventDesk
from services.events.overview import own_event
from services.events.rules import closed


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, DeskEvent)
    async with ctx.reading() as session:
        event = await own_event(session, ctx.person, data.event_id)
    me = await dialog_manager.middleware_data["bot"].me()
    return {
        **event_words(event, ctx.words, ctx.content.subjects, ctx.now()),
        "confirmed": event.confirmed,
        "limited": event.capacity is not None,
        "done": data.done,
        "told": data.told,
        "at_once": data.by is None or data.by <= ctx.now(),
        "by": data.by or ctx.now(),
        "link_to_card": f"https://t.me/{me.username}?start=event_{event.id}",
        "can_change": closed(event.status, event.starts_at, event.starts_at, ctx.now()) is None,
    }


async def on_leave(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    change(manager, DeskEvent, done=False, page=0)


window = Window(
    Say("event-desk-card"),
    Group(
        SwitchTo(Label("event-desk-btn-people"), id="people", state=EventDesk.people, on_click=on_leave),
        SwitchTo(
            Label("event-desk-btn-capacity"),
            id="capacity",
            state=EventDesk.capacity,
            on_click=on_leave,
            when="can_change",
        ),
        SwitchTo(
            Label("event-desk-btn-place"), id="place", state=EventDesk.place, on_click=on_leave, when="can_change"
        ),
        SwitchTo(
            Label("event-desk-btn-title"), id="title", state=EventDesk.title, on_click=on_leave, when="can_change"
        ),
        SwitchTo(
            Label("event-desk-btn-description"),
            id="description",
            state=EventDesk.description,
            on_click=on_leave,
            when="can_change",
        ),
        SwitchTo(Label("event-desk-btn-move"), id="move", state=EventDesk.move, on_click=on_leave, when="can_change"),
        SwitchTo(
            Label("event-desk-btn-cancel"), id="cancel", state=EventDesk.cancel, on_click=on_leave, when="can_change"
        ),
        width=2,
    ),
    Row(SwitchTo(Label("common-btn-back"), id="back", state=EventDesk.list), menu()),
    state=EventDesk.card,
    getter=getter,
    preview_data={
        "now": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "title": "Стереометрия: методы решения",
        "kind": "practicum",
        "starts_at": datetime(2026, 10, 19, 12, tzinfo=UTC),
        "ends_at": datetime(2026, 10, 19, 13, 30, tzinfo=UTC),
        "place": "Школа № 1, ул. Школьная, 5",
        "link": "",
        "has_place": True,
        "has_link": False,
        "for_everyone": False,
        "subjects": "Математика",
        "until": datetime(2026, 10, 18, 15, tzinfo=UTC),
        "closed": "no",
        "capacity": 20,
        "line": 2,
        "has_reason": False,
        "reason": "",
        "confirmed": 20,
        "limited": True,
        "done": True,
        "told": 3,
        "at_once": False,
        "by": datetime(2026, 10, 7, 5, tzinfo=UTC),
        "has_description": True,
        "description": "Разберём три задачи.",
        "link_to_card": "https://t.me/bot?start=event_1",
        "can_change": True,
    },
)
