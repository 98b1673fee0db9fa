from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from dialogs.common.context import context
from dialogs.common.data import read, save
from dialogs.common.longest import LONGEST
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.data import DeskEvent, NewEventData
from dialogs.states import EventDesk
from services.calendar.rules import is_working_day
from services.events.desk import NewEvent, create_event
from services.events.rules import usual_deadline


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, data = context(dialog_manager), read(dialog_manager, NewEventData)
    assert data.starts_at is not None, "the windows before have chosen a moment"
    return {
        "kind": data.kind.value,
        "title": data.title,
        "for_everyone": not data.subjects,
        "subjects": ", ".join(ctx.content.subjects.name(code, ctx.locale) for code in data.subjects),
        "now": ctx.now(),
        "starts_at": data.starts_at,
        "ends_at": data.starts_at + timedelta(minutes=data.minutes),
        "until": usual_deadline(data.starts_at, ctx.zone, ctx.now()),
        "has_place": bool(data.venue or data.link),
        "place": ", ".join(filter(None, (data.venue, data.link))),
        "limited": data.capacity is not None,
        "capacity": data.capacity or 0,
        "has_description": bool(data.description),
        "description": data.description or "",
        "day_off": not is_working_day(data.starts_at.astimezone(ctx.zone).date(), ctx.content.calendar),
    }


async def on_publish(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx, data = context(manager), read(manager, NewEventData)
    assert data.starts_at is not None
    new = NewEvent(
        data.kind,
        data.title,
        data.subjects,
        data.starts_at,
        data.minutes,
        data.venue,
        data.link,
        data.capacity,
        data.description,
    )
    async with ctx.transaction() as session:
        event_id = await create_event(session, ctx.person, new, ctx.zone, ctx.now())
    save(manager, NewEventData())
    save(manager, DeskEvent(event_id))
    await manager.switch_to(EventDesk.card)


window = Window(
    Say("event-desk-new-confirm"),
    Button(Label("event-desk-btn-publish"), id="publish", on_click=on_publish),
    SwitchTo(Label("event-desk-btn-correct"), id="correct", state=EventDesk.new_change),
    back_to(EventDesk.new_description),
    state=EventDesk.new_confirm,
    getter=getter,
    preview_data={
        "now": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "kind": "practicum",
        "title": "Стереометрия: методы решения",
        "for_everyone": False,
        "subjects": "Математика",
        "starts_at": datetime(2026, 10, 19, 12, tzinfo=UTC),
        "ends_at": datetime(2026, 10, 19, 13, 30, tzinfo=UTC),
        "until": datetime(2026, 10, 18, 15, tzinfo=UTC),
        "has_place": True,
        "place": "Школа № 1",
        "limited": True,
        "capacity": 20,
        "has_description": True,
        "description": "Разберём три задачи.",
        "day_off": True,
    },
    preview_faces={
        "longest": {
            "title": LONGEST["title"],
            "place": LONGEST["place"],
            "description": LONGEST["description"],
            "subjects": ", ".join(["Русский язык и литература"] * 16),
        },
    },
)
