from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Row, SwitchTo

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.longest import LONG_NAME, LONGEST
from dialogs.common.nav import menu
from dialogs.common.subject_ticks import tick
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.data import DeskEvent
from dialogs.event_desk.own import on_the_desk, told_words
from dialogs.events.api import EVENT_PREVIEW, event_words
from dialogs.states import EventDesk
from services.events.rules import closed
from services.events.views import Told


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, DeskEvent)
    event = await on_the_desk(dialog_manager)
    me = await dialog_manager.middleware_data["bot"].me()
    return {
        **event_words(event, ctx.words, ctx.content.subjects, ctx.now()),
        "confirmed": event.confirmed,
        "limited": event.capacity is not None,
        "done": data.done,
        **told_words(dialog_manager, Told(data.told, data.by)),
        "link_to_card": f"https://t.me/{me.username}?start=event_{event.id}",
        "can_change": closed(event.status, event.starts_at, event.starts_at, ctx.now()) is None,
    }


async def on_leave(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    change(manager, DeskEvent, done=False, page=0)


async def on_subjects(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await on_leave(query, button, manager)
    await tick(manager, (await on_the_desk(manager)).subjects)


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
        SwitchTo(
            Label("event-desk-btn-subjects"),
            id="subjects",
            state=EventDesk.subjects,
            on_click=on_subjects,
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
        **EVENT_PREVIEW,
        "confirmed": 20,
        "limited": True,
        "done": True,
        "people": 3,
        "at_once": False,
        "by": datetime(2026, 10, 7, 5, tzinfo=UTC),
        "link_to_card": "https://t.me/bot?start=event_1",
        "can_change": True,
    },
    preview_faces={
        "held": {"closed": "over", "done": False, "can_change": False},
        "longest": {
            "title": LONGEST["title"],
            "place": LONGEST["place"],
            "description": LONGEST["description"],
            "organiser": LONG_NAME,
        },
    },
)
