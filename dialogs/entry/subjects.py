from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Multiselect
from aiogram_dialog.widgets.text import Const

from dialogs.common.context import context
from dialogs.common.data import change
from dialogs.common.nav import back_only
from dialogs.common.window import Window
from dialogs.common.words import Label, Raw, Say
from dialogs.entry.data import EntryData
from dialogs.states import Entry


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ctx = context(dialog_manager)
    chosen = dialog_manager.find("subjects").get_checked()  # type: ignore[union-attr]
    return {
        "subjects": [
            {"id": code, "name": ctx.content.subjects.name(code, ctx.locale)} for code in ctx.content.subjects.codes()
        ],
        "any_chosen": bool(chosen),
    }


async def on_ready(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    chosen = manager.find("subjects").get_checked()  # type: ignore[union-attr]
    change(manager, EntryData, subjects=tuple(chosen))
    await manager.switch_to(Entry.experience)


window = Window(
    Say("entry-subjects"),
    Group(
        Multiselect(
            Const("✓ ") + Raw("name"),
            Raw("name"),
            id="subjects",
            item_id_getter=itemgetter("id"),
            items="subjects",
        ),
        width=2,
    ),
    Button(Label("common-btn-ready"), id="ready", on_click=on_ready, when="any_chosen"),
    back_only(Entry.school),
    state=Entry.subjects,
    getter=getter,
    preview_data={"subjects": [{"id": "mathematics", "name": "Математика"}], "any_chosen": True},
)
