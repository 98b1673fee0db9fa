from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from dialogs.common.context import context
from dialogs.common.data import change, read
from dialogs.common.nav import back_to
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.events.data import CatalogueData
from dialogs.events.month import named
from dialogs.events.narrow import clear
from dialogs.states import Events


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = read(dialog_manager, CatalogueData)
    return {
        "only_mine": data.only_mine,
        **named(data.month),
        "kind": data.kind.value if data.kind else "any",
        "only_free": data.only_free,
        "by_date": data.by_date,
        "has_subjects": bool(context(dialog_manager).person.subjects),
        "narrowed": data != CatalogueData(by_date=data.by_date, page=data.page),
    }


async def toggle(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    data = read(manager, CatalogueData)
    if button.widget_id == "only_mine":
        change(manager, CatalogueData, only_mine=not data.only_mine, page=0)
    else:
        change(manager, CatalogueData, only_free=not data.only_free, page=0)


async def on_order(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    change(manager, CatalogueData, by_date=not read(manager, CatalogueData).by_date, page=0)


window = Window(
    Say("events-filters"),
    Column(
        Button(Label("events-btn-filter-subjects"), id="only_mine", on_click=toggle),
        SwitchTo(Label("events-btn-filter-month"), id="month", state=Events.month),
        SwitchTo(Label("events-btn-filter-kind"), id="kind", state=Events.kind),
        Button(Label("events-btn-filter-free"), id="only_free", on_click=toggle),
        Button(Label("events-btn-filter-order"), id="order", on_click=on_order),
        Button(Label("events-btn-filter-clear"), id="clear", on_click=clear, when="narrowed"),
        SwitchTo(Label("events-btn-filter-show"), id="show", state=Events.catalogue),
    ),
    back_to(Events.catalogue),
    state=Events.filters,
    getter=getter,
    preview_data={
        "only_mine": False,
        **named("2026-10"),
        "kind": "any",
        "only_free": True,
        "by_date": False,
        "has_subjects": True,
        "narrowed": True,
    },
)
