from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from db.vocabulary import EventKind
from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.events.narrow import narrow
from dialogs.states import Events
from services.events.catalogue import whats_on


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        on = await whats_on(session, ctx.person, ctx.zone, ctx.now())
    return {"kinds": [{"id": kind.value, "kind": kind.value} for kind in on.kinds]}


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, kind: str) -> None:
    await narrow(manager, kind=EventKind(kind))


async def on_any(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await narrow(manager, kind=None)


window = Window(
    Say("events-choose-kind"),
    choices("kinds", on_chosen, str, most=len(EventKind), label=Label("events-kind"), width=2),
    Button(Label("events-btn-any-kind"), id="any", on_click=on_any),
    back_to(Events.filters),
    state=Events.kind,
    getter=getter,
    preview_data={"kinds": [{"id": "seminar", "kind": "seminar"}]},
)
