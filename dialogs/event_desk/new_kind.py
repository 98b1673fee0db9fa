from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from db.vocabulary import EventKind
from dialogs.common.choices import choices
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.steps import answer
from dialogs.states import EventDesk

KINDS = [{"id": kind.value, "kind": kind.value} for kind in EventKind]


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"kinds": KINDS}


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, kind: str) -> None:
    await answer(manager, "kind", kind=EventKind(kind))


window = Window(
    Say("event-desk-new-kind"),
    choices("kinds", on_chosen, str, label=Label("events-kind"), width=2),
    back_to(EventDesk.list),
    state=EventDesk.new_kind,
    getter=getter,
    preview_data={"kinds": KINDS},
)
