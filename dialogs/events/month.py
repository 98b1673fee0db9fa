from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from dialogs.common.choices import choices
from dialogs.common.context import context
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.events.narrow import narrow
from dialogs.states import Events
from services.events.catalogue import whats_on


def named(month: str | None) -> dict[str, Any]:
    """The variables of `events-btn-month` for a month written as 2026-10; month 0 is any."""
    year, _, number = (month or "-0").partition("-")
    return {"month": int(number), "year": year}


MONTHS = 12


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    async with ctx.reading() as session:
        on = await whats_on(session, ctx.person, ctx.zone, ctx.now())
    return {"months": [{"id": month, **named(month)} for month in on.months[:MONTHS]]}


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, month: str) -> None:
    await narrow(manager, month=month)


async def on_any(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await narrow(manager, month=None)


window = Window(
    Say("events-month"),
    choices("months", on_chosen, str, most=MONTHS, label=Label("events-btn-month"), width=2),
    Button(Label("events-btn-any-month"), id="any", on_click=on_any),
    back_to(Events.filters),
    state=Events.month,
    getter=getter,
    preview_data={"months": [{"id": "2026-10", **named("2026-10")}]},
)
