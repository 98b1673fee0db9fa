from datetime import UTC, datetime
from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.common.nav import back_to
from dialogs.common.typed_time import example
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.data import DeskEvent
from dialogs.event_desk.own import on_the_desk
from dialogs.event_desk.when import suggestions, when_keyboard
from dialogs.states import EventDesk
from services.events.typed import other_days


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx, event = context(dialog_manager), await on_the_desk(dialog_manager)
    days = other_days(event.starts_at, ctx.now(), ctx.zone, ctx.content.calendar)
    return {
        "now": ctx.now(),
        "title": event.title,
        "starts_at": event.starts_at,
        "example": example(ctx),
        "moments": suggestions(days),
    }


async def take(manager: DialogManager, moment: datetime) -> None:
    ctx = context(manager)
    if moment == (await on_the_desk(manager)).starts_at:
        await manager.middleware_data["bot"].send_message(ctx.user_id, ctx.words.html("event-desk-same-time"))
        return
    change(manager, DeskEvent, starts_at=moment)
    await manager.switch_to(EventDesk.move_confirm)


window = Window(
    Say("event-desk-move"),
    *when_keyboard(take),
    back_to(EventDesk.card),
    state=EventDesk.move,
    getter=getter,
    preview_data={
        "now": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "title": "Стереометрия: методы решения",
        "starts_at": datetime(2026, 10, 19, 12, tzinfo=UTC),
        "example": "07.10 15:00",
        "moments": suggestions([datetime(2026, 10, 20, 12, tzinfo=UTC)]),
    },
)
