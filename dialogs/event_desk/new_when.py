from datetime import UTC, datetime
from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.steps import answer
from dialogs.event_desk.when import suggestions, when_keyboard
from dialogs.states import EventDesk
from services.events.typed import usual_days


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    return {"moments": suggestions(usual_days(ctx.now(), ctx.zone, ctx.content.calendar))}


async def take(manager: DialogManager, moment: datetime) -> None:
    await answer(manager, "when", starts_at=moment)


window = Window(
    Say("event-desk-new-when"),
    *when_keyboard(take),
    back_to(EventDesk.new_subject),
    state=EventDesk.new_when,
    getter=getter,
    preview_data={"moments": suggestions([datetime(2026, 10, 20, 12, tzinfo=UTC)])},
)
