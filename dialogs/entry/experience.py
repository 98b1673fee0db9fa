from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from dialogs.common.data import change
from dialogs.common.nav import back_only
from dialogs.common.window import Window
from dialogs.common.words import Label, Say
from dialogs.consent.api import ask_consent
from dialogs.entry.data import EntryData
from dialogs.states import Entry
from services.people.rules import EXPERIENCE_BANDS


async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"bands": [{"id": years, "years": years} for years in EXPERIENCE_BANDS]}


async def on_chosen(query: CallbackQuery, select: Any, manager: DialogManager, years: int) -> None:
    change(manager, EntryData, experience_years=years)
    await ask_consent(manager)


window = Window(
    Say("entry-experience"),
    Column(
        Select(
            Label("entry-experience-band"),
            id="band",
            item_id_getter=itemgetter("id"),
            items="bands",
            type_factory=int,
            on_click=on_chosen,
        )
    ),
    back_only(Entry.subjects),
    state=Entry.experience,
    getter=getter,
    preview_data={"bands": [{"id": years, "years": years} for years in EXPERIENCE_BANDS]},
)
