from datetime import UTC, datetime
from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.typed_time import example
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.steps import answer, said, steps
from dialogs.event_desk.when import suggestions, when_keyboard
from dialogs.states import EventDesk
from services.events.typed import usual_days


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    data, answered = said(dialog_manager, "when")
    return {
        "now": ctx.now(),
        "example": example(ctx),
        "moments": suggestions(usual_days(ctx.now(), ctx.zone, ctx.content.calendar)),
        "said": answered,
        "starts_at": data.starts_at,
    }


async def take(manager: DialogManager, moment: datetime) -> None:
    await answer(manager, "when", starts_at=moment)


window = Window(
    Say("event-desk-new-when"),
    *when_keyboard(take),
    *steps("when"),
    state=EventDesk.new_when,
    getter=getter,
    preview_data={
        "now": datetime(2026, 10, 6, 7, tzinfo=UTC),
        "example": "07.10 15:00",
        "moments": suggestions([datetime(2026, 10, 20, 12, tzinfo=UTC)]),
        "said": True,
        "starts_at": datetime(2026, 10, 19, 12, tzinfo=UTC),
    },
)
