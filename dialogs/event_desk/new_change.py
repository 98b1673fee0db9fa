from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Group, SwitchTo

from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.states import EventDesk

STEPS = {
    "kind": EventDesk.new_kind,
    "title": EventDesk.new_title,
    "subject": EventDesk.new_subject,
    "when": EventDesk.new_when,
    "length": EventDesk.new_length,
    "place": EventDesk.new_place,
    "capacity": EventDesk.new_capacity,
    "description": EventDesk.new_description,
}
"""What may be answered anew; the words are in `event-desk-btn-step-…`."""


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {}


window = Window(
    Say("event-desk-new-change"),
    Group(
        *(SwitchTo(Label(f"event-desk-btn-step-{step}"), id=step, state=state) for step, state in STEPS.items()),
        width=2,
    ),
    back_to(EventDesk.new_confirm),
    state=EventDesk.new_change,
    getter=getter,
    preview_data={},
)
