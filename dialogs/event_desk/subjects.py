from typing import Any

from aiogram_dialog import DialogManager

from dialogs.common.context import context
from dialogs.common.data import read
from dialogs.common.nav import back_to
from dialogs.common.subject_ticks import PREVIEW, subject_data
from dialogs.common.window import Window
from dialogs.common.words import Say
from dialogs.event_desk.data import DeskEvent
from dialogs.event_desk.own import done, on_the_desk
from dialogs.event_desk.whom import whom_keyboard
from dialogs.states import EventDesk
from services.events.desk import change_subjects


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    event = await on_the_desk(dialog_manager)
    return {"title": event.title, **await subject_data(dialog_manager)}


async def take(manager: DialogManager, subjects: tuple[str, ...]) -> None:
    ctx = context(manager)
    async with ctx.transaction() as session:
        await change_subjects(session, ctx.person, read(manager, DeskEvent).event_id, subjects, ctx.now())
    await done(manager)


window = Window(
    Say("event-desk-subjects"),
    *whom_keyboard(take),
    back_to(EventDesk.card),
    state=EventDesk.subjects,
    getter=getter,
    preview_data={"title": "Стереометрия: методы решения", **PREVIEW},
)
