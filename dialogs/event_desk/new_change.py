from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo

from dialogs.common.data import change
from dialogs.common.nav import back_to
from dialogs.common.subject_ticks import tick
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.data import NewEventData
from dialogs.event_desk.steps import QUESTIONS
from dialogs.states import EventDesk

STEPS = list(QUESTIONS.items())[:-1]
"""What may be answered anew; the words are in `event-desk-btn-step-…`."""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


async def on_step(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    data = change(manager, NewEventData, correcting=True)
    await tick(manager, data.subjects)


window = Window(
    Say("event-desk-new-change"),
    Group(
        *(
            SwitchTo(Label(f"event-desk-btn-step-{step}"), id=step, state=state, on_click=on_step)
            for step, state in STEPS
        ),
        width=2,
    ),
    back_to(EventDesk.new_confirm),
    state=EventDesk.new_change,
    getter=getter,
    preview_data={},
)
