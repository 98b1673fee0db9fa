from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from db.vocabulary import EventKind
from dialogs.common.choices import choices
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.event_desk.steps import answer, said, steps
from dialogs.states import EventDesk

KINDS = [{"id": kind.value, "kind": kind.value} for kind in EventKind]


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data, answered = said(dialog_manager, "kind")
    return {"kinds": KINDS, "said": answered, "kind": data.kind.value}


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, kind: str) -> None:
    await answer(manager, "kind", kind=EventKind(kind))


window = Window(
    Say("event-desk-new-kind"),
    choices("kinds", on_chosen, str, most=len(KINDS), label=Label("events-kind"), width=2),
    *steps("kind"),
    state=EventDesk.new_kind,
    getter=getter,
    preview_data={"kinds": KINDS, "said": True, "kind": "seminar"},
)
