from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Row

from db.vocabulary import BroadcastStatus
from dialogs.broadcasts.begun import to_progress
from dialogs.broadcasts.data import BroadcastData
from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import menu
from dialogs.common.typed_time import example, typed_moment
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import Broadcasts
from services.broadcasts.compose import set_time
from services.broadcasts.listing import one
from services.broadcasts.rules import MORNING, offered_times
from services.broadcasts.send import reschedule

TIMES = 2
"""This afternoon and the next morning."""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    now = ctx.now()
    today = now.astimezone(ctx.zone).date()
    async with ctx.reading() as session:
        asked = (await one(session, ctx.person, read(dialog_manager, BroadcastData).opened)).send_at
    return {
        "asked": asked,
        "passed": asked is not None and asked <= now,
        "example": example(ctx),
        "times": [
            {"id": int(moment.timestamp()), "at": moment, "days": (moment.date() - today).days}
            for moment in offered_times(now, ctx.zone, ctx.content.calendar)
        ],
    }


async def on_now(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await _choose(manager, None)


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, second: int) -> None:
    await _choose(manager, datetime.fromtimestamp(second, context(manager).zone))


async def on_typed(message: Message, widget: ManagedTextInput[str], manager: DialogManager, typed: str) -> None:
    moment = await typed_moment(message, manager, typed, MORNING)
    if moment is not None:
        await _choose(manager, moment)


async def _choose(manager: DialogManager, moment: datetime | None) -> None:
    ctx = context(manager)
    broadcast_id = read(manager, BroadcastData).opened
    async with ctx.transaction() as session:
        draft = (await one(session, ctx.person, broadcast_id)).status == BroadcastStatus.DRAFT
        if draft:
            await set_time(session, ctx.person, broadcast_id, moment)
        else:
            await reschedule(
                session,
                ctx.person,
                ctx.visitor.account_id,
                broadcast_id,
                moment,
                ctx.now(),
                ctx.house.zone,
                ctx.content.calendar,
            )
    if draft:
        await manager.switch_to(Broadcasts.preview)
    else:
        await to_progress(manager)


async def on_back(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    ctx = context(manager)
    async with ctx.reading() as session:
        found = await one(session, ctx.person, read(manager, BroadcastData).opened)
    await manager.switch_to(Broadcasts.preview if found.status == BroadcastStatus.DRAFT else Broadcasts.progress)


window = Window(
    Say("broadcasts-when"),
    TextInput(id="typed", on_success=on_typed),
    Button(Label("broadcasts-btn-now"), id="now", on_click=on_now),
    choices("times", on_chosen, int, most=TIMES, label=Label("broadcasts-when-option")),
    Row(Button(Label("common-btn-back"), id="back", on_click=on_back), menu()),
    state=Broadcasts.when,
    getter=getter,
    preview_data={
        "asked": datetime(2026, 10, 6, 6, tzinfo=UTC),
        "passed": True,
        "example": "07.10 15:00",
        "times": [{"id": 1, "at": datetime(2026, 10, 6, 12, 30, tzinfo=UTC), "days": 0}],
    },
)
