from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from dialogs.common.choices import choices
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.steps import answer, said, steps
from dialogs.states import EventDesk

LENGTHS = [{"id": minutes, "minutes": minutes} for minutes in (45, 60, 90, 120, 180, 360)]


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data, answered = said(dialog_manager, "length")
    return {"lengths": LENGTHS, "said": answered, "minutes": data.minutes}


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, minutes: int) -> None:
    await answer(manager, "length", minutes=minutes)


window = Window(
    Say("event-desk-new-length"),
    choices("lengths", on_chosen, int, most=len(LENGTHS), label=Label("event-desk-btn-length"), width=2),
    *steps("length"),
    state=EventDesk.new_length,
    getter=getter,
    preview_data={"lengths": LENGTHS, "said": True, "minutes": 90},
)
